import type { GraphQLError } from 'graphql';
import type { Log } from '../log';
import { publicError } from './public-error';

/** Several errors of one operation, thrown as one. */
export class Failures extends Error {
  constructor(readonly errors: readonly GraphQLError[]) {
    super(errors.map(({ message }) => message).join(' '));
  }
}

const all = (thrown: unknown): readonly unknown[] => (thrown instanceof Failures ? thrown.errors : [thrown]);

/** What was thrown, as the client may see it; what is the server's own fault is logged with its cause. */
export function published(thrown: unknown, requestId: string, log: Log): GraphQLError[] {
  return all(thrown).map((cause) => {
    const { error, isFault } = publicError(cause, requestId);
    if (isFault) {
      const { originalError } = cause as { originalError?: unknown };
      log.error({ requestId, error: originalError ?? cause }, 'a request failed');
    }
    return error;
  });
}
