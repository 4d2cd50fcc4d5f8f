import { type ErrorFacts, ModelGraphError } from './model-graph-error.js';

/** The token is missing, unknown, expired or revoked (`UNAUTHENTICATED`). */
export class UnauthenticatedError extends ModelGraphError {
  override name = 'UnauthenticatedError';
}

/** The role of the token does not allow this (`FORBIDDEN`). */
export class ForbiddenError extends ModelGraphError {
  override name = 'ForbiddenError';
}

/** Too many requests at once (`RATE_LIMITED`); `retryAfterMs` says when to come again. */
export class RateLimitedError extends ModelGraphError {
  override name = 'RateLimitedError';
}

/** The server or its database cannot answer just now (`UNAVAILABLE`, `DEADLINE_EXCEEDED`). */
export class UnavailableError extends ModelGraphError {
  override name = 'UnavailableError';
}

/** A cursor is older than what the server keeps (`CURSOR_EXPIRED`): read the list again, or subscribe from now. */
export class CursorExpiredError extends ModelGraphError {
  override name = 'CursorExpiredError';
  /** The oldest cursor that the server still goes on from; undefined when it did not say. */
  readonly oldestCursor: string | undefined;

  /** Made by the SDK. */
  constructor(message: string, facts: ErrorFacts) {
    super(message, facts);
    this.oldestCursor = facts.oldestCursor;
  }
}

/** No answer arrived, or not the whole of it: refused, reset, no such host (`CONNECTION_FAILED`). `cause` has the error of `fetch` or of the socket. */
export class ConnectionError extends ModelGraphError {
  override name = 'ConnectionError';
}

/** The call took longer than its `timeoutMs` (`TIMEOUT`). It may have been carried out. `cause` has the last failure, if one came before. */
export class TimeoutError extends ModelGraphError {
  override name = 'TimeoutError';
}

/**
 * Bytes are not those that were declared (`ARTIFACT_MISMATCH`): a file that changed while it was uploaded, or bytes that
 * were altered on their way or in the store. Nothing of them was kept or given out.
 */
export class ArtifactMismatchError extends ModelGraphError {
  override name = 'ArtifactMismatchError';
}

/**
 * The server's store has lost bytes that were registered, or has only a part of them (`ARTIFACT_LOST`). Whoever has them can
 * register them again, which heals it; `requestId` names the line of the server's log.
 */
export class ArtifactLostError extends ModelGraphError {
  override name = 'ArtifactLostError';
}

/** The client lacks what it needs or was given what cannot work (`CONFIGURATION`); the message says what to do. */
export class ConfigurationError extends ModelGraphError {
  override name = 'ConfigurationError';

  /** Made by the SDK. */
  constructor(message: string) {
    super(message, { code: 'CONFIGURATION' });
  }
}

const BY_CODE: Readonly<Record<string, new (message: string, facts: ErrorFacts) => ModelGraphError>> = {
  UNAUTHENTICATED: UnauthenticatedError,
  FORBIDDEN: ForbiddenError,
  RATE_LIMITED: RateLimitedError,
  UNAVAILABLE: UnavailableError,
  DEADLINE_EXCEEDED: UnavailableError,
  CURSOR_EXPIRED: CursorExpiredError,
  ARTIFACT_MISMATCH: ArtifactMismatchError,
  ARTIFACT_LOST: ArtifactLostError,
};

/** The error for a code of the server; `ModelGraphError` itself for codes without a class of their own. */
export function serviceError(message: string, facts: ErrorFacts): ModelGraphError {
  const Class = Object.hasOwn(BY_CODE, facts.code) ? BY_CODE[facts.code] : undefined;
  return new (Class ?? ModelGraphError)(message, facts);
}
