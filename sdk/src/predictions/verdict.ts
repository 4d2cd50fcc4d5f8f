import { ModelGraphError } from '../errors/model-graph-error.js';
import { ConfigurationError } from '../errors/service-errors.js';
import { ModelGraphUserError } from '../errors/user-error.js';
import { TokenFileMissing } from '../local-token.js';

/**
 * What a failed request says of the items in it. Only the server itself, or JSON, can judge them: everything that a proxy,
 * a gateway or the network answers in its place passes some day, and the items are kept until then.
 */
export type Verdict =
  /** One of them cannot be read, or all of them together are too much: fewer may go through. */
  | 'ITEMS'
  /** All of them are refused, as they name what is not there or may not be written to. */
  | 'REFUSED'
  /** The server broke down over them: over one of them, or for a reason of its own that passes. */
  | 'FAULT'
  /** Who stands between does not let so much through at once, whatever it is; one item alone, perhaps never. */
  | 'TOO_MUCH'
  /** No answer in time: because of how much it was, or for a reason that passes. */
  | 'SLOW'
  /** This client will never send anything: its token does not work. */
  | 'NEVER'
  /** They were not looked at. */
  | 'LATER';

const ABOUT_ITEMS = new Set(['BAD_USER_INPUT', 'BAD_REQUEST', 'PAYLOAD_TOO_LARGE']);
const SLOW = new Set(['TIMEOUT', 'DEADLINE_EXCEEDED', 'REQUEST_TIMEOUT']);
const ABOUT_TOKEN = new Set(['UNAUTHENTICATED', 'FORBIDDEN']);

export function verdictOf(error: unknown): Verdict {
  if (error instanceof ModelGraphUserError) return 'REFUSED';
  // The file is read again at every try.
  if (error instanceof TokenFileMissing) return 'LATER';
  if (error instanceof ConfigurationError) return 'NEVER';
  // The items could not be written as JSON: nothing was sent.
  if (!(error instanceof ModelGraphError)) return 'ITEMS';
  if (SLOW.has(error.code)) return 'SLOW';
  if (!error.isFromServer) return error.code === 'PAYLOAD_TOO_LARGE' ? 'TOO_MUCH' : 'LATER';
  if (error.retryable) return 'LATER';
  if (ABOUT_ITEMS.has(error.code)) return 'ITEMS';
  if (ABOUT_TOKEN.has(error.code)) return 'NEVER';
  return error.code === 'INTERNAL' ? 'FAULT' : 'LATER';
}
