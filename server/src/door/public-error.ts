import { GraphQLError } from 'graphql';
import { SERVICE_ERRORS, ServiceError } from '../contract/service-error';
import { Refusal } from '../contract/user-error';
import { isDatabaseGone, isDatabaseSlow } from '../database/failure';

/** What GraphQL itself finds wrong with a request; its words are about the client's own text and are passed on. */
const OF_THE_REQUEST = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
]);

export interface PublicError {
  error: GraphQLError;
  /** Whether it is the server's own fault and belongs in its log with the cause. */
  isFault: boolean;
}

/**
 * What a client is told of an error, the same through both doors: a stable code, the request id to quote, whether and when
 * to try again. Whatever was not made for clients is masked.
 */
export function publicError(thrown: unknown, requestId: string): PublicError {
  const cause = causeOf(thrown);
  if (cause instanceof ServiceError)
    return { error: dressed(cause, thrown, requestId), isFault: SERVICE_ERRORS[cause.code].status === 500 };
  // A mutation answers refusals in its payload; a query that is asked something senseless has no such place.
  if (cause instanceof Refusal)
    return {
      error: dressed(new ServiceError('BAD_REQUEST', cause.message), thrown, requestId),
      isFault: false,
    };
  if (isDatabaseGone(cause) || isDatabaseSlow(cause)) {
    const unavailable = new ServiceError('UNAVAILABLE', 'The database does not answer in time; try again.', {
      retryAfterMs: 1_000,
    });
    return { error: dressed(unavailable, thrown, requestId), isFault: true };
  }
  if (
    thrown instanceof GraphQLError &&
    !(thrown.originalError && !(thrown.originalError instanceof GraphQLError))
  ) {
    const code = thrown.extensions.code;
    if (/more tha[nt] \d+ tokens/.test(thrown.message)) {
      return {
        error: dressed(new ServiceError('TOO_COMPLEX', thrown.message), thrown, requestId),
        isFault: false,
      };
    }
    // An error of GraphQL's own that has a path arose in answering: the server's value did not fit the contract.
    if (thrown.path === undefined || OF_THE_REQUEST.has(String(code))) {
      const about = new GraphQLError(withoutLongValue(thrown.message), {
        extensions: {
          code: OF_THE_REQUEST.has(String(code)) ? code : 'BAD_USER_INPUT',
          retryable: false,
          http: { status: 400 },
        },
      });
      return { error: dressed(about, thrown, requestId), isFault: false };
    }
  }
  const internal = new ServiceError(
    'INTERNAL',
    `Something went wrong in the server; its log tells more under request ${requestId}.`,
  );
  return { error: dressed(internal, thrown, requestId), isFault: true };
}

const LONGEST_VALUE = 200;
const LONGEST_MESSAGE = 1_000;
const INVALID_VALUE = /^(Variable "\$\w+" got invalid value )([\s\S]*?)(?=(?: at "\S+")?; )/;

/** GraphQL repeats a value that is wrong, however long, and as often as it names it: of a long one only its place is told. */
function withoutLongValue(message: string): string {
  const told = message.replace(INVALID_VALUE, (whole, before: string, value: string) =>
    value.length > LONGEST_VALUE ? `${before}(${value.length} characters)` : whole,
  );
  return told.length > LONGEST_MESSAGE ? `${told.slice(0, LONGEST_MESSAGE)}…` : told;
}

/** What was thrown, without the place that GraphQL put around it. An error made for clients may have a cause of its own. */
function causeOf(thrown: unknown): unknown {
  if (thrown instanceof ServiceError || !(thrown instanceof GraphQLError)) return thrown;
  return thrown.originalError ? causeOf(thrown.originalError) : thrown;
}

function dressed(error: GraphQLError, thrown: unknown, requestId: string): GraphQLError {
  const place = thrown instanceof GraphQLError ? thrown : error;
  const { http: _, ...extensions } = error.extensions;
  return new GraphQLError(error.message, {
    nodes: place.nodes,
    source: place.source,
    positions: place.positions,
    path: place.path,
    extensions: { ...extensions, requestId },
  });
}

/** The HTTP status of an answer that holds nothing but this error. */
export const statusOf = (error: GraphQLError): number =>
  SERVICE_ERRORS[error.extensions.code as keyof typeof SERVICE_ERRORS]?.status ?? 400;

/** When to come again, in whole seconds for `Retry-After`; null where that would not help. */
export function retryAfter(error: GraphQLError): string | null {
  const { code, retryAfterMs } = error.extensions;
  if (typeof retryAfterMs === 'number') return String(Math.ceil(retryAfterMs / 1000));
  return SERVICE_ERRORS[code as keyof typeof SERVICE_ERRORS]?.retryable ? '1' : null;
}
