import { GraphQLError } from 'graphql';

/** The stable codes of top-level errors, with the HTTP status of an answer that holds nothing else. */
export const SERVICE_ERRORS = {
  UNAUTHENTICATED: { status: 401, retryable: false },
  FORBIDDEN: { status: 403, retryable: false },
  NOT_FOUND: { status: 404, retryable: false },
  BAD_REQUEST: { status: 400, retryable: false },
  CONFLICT: { status: 409, retryable: true },
  ARTIFACT_MISMATCH: { status: 400, retryable: false },
  ARTIFACT_LOST: { status: 500, retryable: false },
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
} as const;

export type ServiceErrorCode = keyof typeof SERVICE_ERRORS;

/** An error about the request as a whole: it is answered at top level, and its message is meant for the client. */
export class ServiceError extends GraphQLError {
  readonly code: ServiceErrorCode;

  constructor(
    code: ServiceErrorCode,
    message: string,
    details: { retryAfterMs?: number; cause?: unknown } & Record<string, unknown> = {},
  ) {
    const { cause, ...rest } = details;
    super(message, {
      originalError: cause instanceof Error ? cause : undefined,
      extensions: {
        code,
        retryable: SERVICE_ERRORS[code].retryable,
        ...rest,
        http: { status: SERVICE_ERRORS[code].status },
      },
    });
    this.code = code;
  }
}
