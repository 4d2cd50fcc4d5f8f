import { ModelGraphError } from '../errors/model-graph-error.js';
import { ConnectionError } from '../errors/service-errors.js';

/** What `fetch`, or the reading of its answer, threw: errors of the SDK as they are, all else as a ConnectionError. */
export function networkError(error: unknown, url: string): ModelGraphError {
  if (error instanceof ModelGraphError) return error;
  return new ConnectionError(`${url} cannot be reached: ${reasonOf(error)}`, {
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
