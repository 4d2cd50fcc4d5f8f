/** What every error of the SDK says beside its message. */
export interface ErrorFacts {
  readonly code: string;
  readonly requestId?: string | null;
  readonly retryable?: boolean;
  readonly retryAfterMs?: number | undefined;
  readonly oldestCursor?: string | undefined;
  readonly isFromServer?: boolean;
  readonly cause?: unknown;
}

/**
 * The base of all errors that the SDK throws; an aborted call throws the reason of its signal instead. Branch on the class
 * or on `code`, never on the message.
 */
export class ModelGraphError extends Error {
  override name = 'ModelGraphError';
  /** Stable across releases: `UNAUTHENTICATED`, `NAME_TAKEN`, ... More may be added. */
  readonly code: string;
  /** Names the request in the server's log; null when no server answered. */
  readonly requestId: string | null;
  /** Whether the same call may succeed later. The SDK has tried as often as it was allowed to. */
  readonly retryable: boolean;
  /** The server's wish how long to wait before the next try, in milliseconds; undefined when it said nothing. */
  readonly retryAfterMs: number | undefined;
  /** Whether a ModelGraph server said so itself; false for what the client found, and for answers of whoever stands between. */
  readonly isFromServer: boolean;

  /** Made by the SDK. */
  constructor(
    message: string,
    { code, requestId, retryable, retryAfterMs, isFromServer, cause }: ErrorFacts,
  ) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.requestId = requestId ?? null;
    this.retryable = retryable ?? false;
    this.retryAfterMs = retryAfterMs;
    this.isFromServer = isFromServer ?? false;
  }
}
