import type { Request } from '../contract/request';
import type { Cause } from './event-log';

/** The cause of events that a request brings about. */
export const causeOf = ({ actor, requestId }: Request): Cause => ({
  projectId: actor.projectId,
  actor: actor.subject,
  requestId,
});
