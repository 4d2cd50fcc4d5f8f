import { ModelGraphError } from '../errors/model-graph-error.js';
import { ConnectionError } from '../errors/service-errors.js';

/** What `fetch` threw before there was an answer: errors of the SDK as they are, all else as a ConnectionError. */
export const networkError = (error: unknown, url: string): ModelGraphError =>
  connectionError(error, `${url} cannot be reached`);

/** What the reading of an answer threw that had begun to arrive. */
export const cutOff = (error: unknown, url: string): ModelGraphError =>
  connectionError(error, `The answer of ${url} was cut off`);

function connectionError(error: unknown, what: string): ModelGraphError {
  if (error instanceof ModelGraphError) return error;
  return new ConnectionError(`${what}: ${reasonOf(error)}`, {
    code: 'CONNECTION_FAILED',
    retryable: true,
    cause: error,
  });
}

/** `fetch` says only "fetch failed"; what happened stands in the cause. */
function reasonOf(error: unknown): string {
  const { cause, message } = error as { cause?: { code?: string; message?: string }; message?: string };
  return cause?.message || cause?.code || message || String(error);
}
