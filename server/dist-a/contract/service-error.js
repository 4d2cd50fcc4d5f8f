'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.ServiceError = exports.SERVICE_ERRORS = void 0;
const graphql_1 = require('graphql');
/** The stable codes of top-level errors, with the HTTP status of an answer that holds nothing else. */
exports.SERVICE_ERRORS = {
  UNAUTHENTICATED: { status: 401, retryable: false },
  FORBIDDEN: { status: 403, retryable: false },
  NOT_FOUND: { status: 404, retryable: false },
  BAD_REQUEST: { status: 400, retryable: false },
  CONFLICT: { status: 409, retryable: true },
  ARTIFACT_MISMATCH: { status: 400, retryable: false },
  RANGE_NOT_SATISFIABLE: { status: 416, retryable: false },
  PAYLOAD_TOO_LARGE: { status: 413, retryable: false },
  REQUEST_TIMEOUT: { status: 408, retryable: true },
  RATE_LIMITED: { status: 429, retryable: true },
  TOO_COMPLEX: { status: 400, retryable: false },
  CURSOR_INVALID: { status: 400, retryable: false },
  CURSOR_EXPIRED: { status: 400, retryable: false },
  UNAVAILABLE: { status: 503, retryable: true },
  DEADLINE_EXCEEDED: { status: 503, retryable: true },
  INTERNAL: { status: 500, retryable: false },
};
/** An error about the request as a whole: it is answered at top level, and its message is meant for the client. */
class ServiceError extends graphql_1.GraphQLError {
  constructor(code, message, details = {}) {
    const { cause, ...rest } = details;
    super(message, {
      originalError: cause instanceof Error ? cause : undefined,
      extensions: {
        code,
        retryable: exports.SERVICE_ERRORS[code].retryable,
        ...rest,
        http: { status: exports.SERVICE_ERRORS[code].status },
      },
    });
    this.code = code;
  }
}
exports.ServiceError = ServiceError;
//# sourceMappingURL=service-error.js.map
