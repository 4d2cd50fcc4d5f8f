'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.statusOf = void 0;
exports.publicError = publicError;
exports.retryAfter = retryAfter;
const graphql_1 = require('graphql');
const service_error_1 = require('../contract/service-error');
const user_error_1 = require('../contract/user-error');
const failure_1 = require('../database/failure');
/** What GraphQL itself finds wrong with a request; its words are about the client's own text and are passed on. */
const OF_THE_REQUEST = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
]);
/**
 * What a client is told of an error, the same through both doors: a stable code, the request id to quote, whether and when
 * to try again. Whatever was not made for clients is masked.
 */
function publicError(thrown, requestId) {
  const cause = thrown instanceof graphql_1.GraphQLError ? (thrown.originalError ?? thrown) : thrown;
  if (cause instanceof service_error_1.ServiceError)
    return { error: dressed(cause, thrown, requestId), isFault: cause.code === 'INTERNAL' };
  // A mutation answers refusals in its payload; a query that is asked something senseless has no such place.
  if (cause instanceof user_error_1.Refusal)
    return {
      error: dressed(new service_error_1.ServiceError('BAD_REQUEST', cause.message), thrown, requestId),
      isFault: false,
    };
  if ((0, failure_1.isDatabaseGone)(cause) || (0, failure_1.isDatabaseSlow)(cause)) {
    const unavailable = new service_error_1.ServiceError(
      'UNAVAILABLE',
      'The database does not answer in time; try again.',
      {
        retryAfterMs: 1_000,
      },
    );
    return { error: dressed(unavailable, thrown, requestId), isFault: true };
  }
  if (
    thrown instanceof graphql_1.GraphQLError &&
    !(thrown.originalError && !(thrown.originalError instanceof graphql_1.GraphQLError))
  ) {
    const code = thrown.extensions.code;
    if (/more tha[nt] \d+ tokens/.test(thrown.message)) {
      return {
        error: dressed(new service_error_1.ServiceError('TOO_COMPLEX', thrown.message), thrown, requestId),
        isFault: false,
      };
    }
    // An error of GraphQL's own that has a path arose in answering: the server's value did not fit the contract.
    if (thrown.path === undefined || OF_THE_REQUEST.has(String(code))) {
      const about = new graphql_1.GraphQLError(thrown.message, {
        extensions: {
          code: OF_THE_REQUEST.has(String(code)) ? code : 'BAD_USER_INPUT',
          retryable: false,
          http: { status: 400 },
        },
      });
      return { error: dressed(about, thrown, requestId), isFault: false };
    }
  }
  const internal = new service_error_1.ServiceError(
    'INTERNAL',
    `Something went wrong in the server; its log tells more under request ${requestId}.`,
  );
  return { error: dressed(internal, thrown, requestId), isFault: true };
}
function dressed(error, thrown, requestId) {
  const place = thrown instanceof graphql_1.GraphQLError ? thrown : error;
  const { http: _, ...extensions } = error.extensions;
  return new graphql_1.GraphQLError(error.message, {
    nodes: place.nodes,
    source: place.source,
    positions: place.positions,
    path: place.path,
    extensions: { ...extensions, requestId },
  });
}
/** The HTTP status of an answer that holds nothing but this error. */
const statusOf = (error) => service_error_1.SERVICE_ERRORS[error.extensions.code]?.status ?? 400;
exports.statusOf = statusOf;
/** When to come again, in whole seconds for `Retry-After`; null where that would not help. */
function retryAfter(error) {
  const { code, retryAfterMs } = error.extensions;
  if (typeof retryAfterMs === 'number') return String(Math.ceil(retryAfterMs / 1000));
  return service_error_1.SERVICE_ERRORS[code]?.retryable ? '1' : null;
}
//# sourceMappingURL=public-error.js.map
