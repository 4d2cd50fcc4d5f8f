import { ModelGraphError } from '../errors/model-graph-error.js';
import { ConnectionError, serviceError } from '../errors/service-errors.js';
import { graphqlError } from '../transport/answer.js';
import { COMPLETED } from './socket.js';

/** Close codes after which another try would end the same way. */
const FINAL: Readonly<Record<number, string>> = {
  4400: 'BAD_REQUEST',
  4401: 'UNAUTHENTICATED',
  4403: 'FORBIDDEN',
  4406: 'BAD_REQUEST',
  4409: 'BAD_REQUEST',
};

/** Close codes after which another try may end better, with a class of their own. */
const PASSING: Readonly<Record<number, string>> = { 4429: 'RATE_LIMITED' };

/** Why a subscription ended, as an error whose `retryable` says whether it may be taken up again. */
export function errorOfEnd(cause: unknown): ModelGraphError {
  if (cause instanceof ModelGraphError) return cause;
  if (Array.isArray(cause)) return graphqlError(cause[0] ?? {});
  if (cause === COMPLETED) return interrupted('The server ended the subscription.', cause);
  const { code, reason, message } = cause as { code?: number | string; reason?: string; message?: string };
  if (typeof code !== 'number')
    return interrupted(`The websocket failed: ${message || code || cause}`, cause);
  const named = FINAL[code] ?? PASSING[code];
  if (named) {
    // Its code is the error's own: the sentence stands alone, as in an answer over HTTP.
    const message = reason?.replace(`${named}: `, '') || `The server closed the websocket with ${code}.`;
    return serviceError(message, { code: named, retryable: code in PASSING, cause });
  }
  return interrupted(`The websocket was closed (${code}${reason ? ` ${reason}` : ''}).`, cause);
}

const interrupted = (message: string, cause: unknown): ConnectionError =>
  new ConnectionError(message, { code: 'CONNECTION_FAILED', retryable: true, cause });
