import type { ModelGraphError } from './model-graph-error.js';
import { serviceError } from './service-errors.js';

/** The same error, which says first what file it is about. */
export const naming = (path: string, cause: ModelGraphError): ModelGraphError =>
  serviceError(`${path}: ${cause.message}`, {
    code: cause.code,
    requestId: cause.requestId,
    isFromServer: cause.isFromServer,
    cause,
  });
