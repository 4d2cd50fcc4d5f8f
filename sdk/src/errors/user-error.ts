import type { UserErrorCode } from '../generated/schema.js';
import { ModelGraphError } from './model-graph-error.js';

/** One of the `userErrors` of an answer. */
export interface UserErrorReason {
  readonly __typename: string;
  readonly code: UserErrorCode;
  readonly message: string;
  readonly path: readonly string[];
}

/** What the errors of one answer share. */
export interface UserErrorContext {
  readonly requestId: string | null;
  /** All errors of the answer; filled after they were made. */
  readonly errors: readonly ModelGraphUserError[];
}

/**
 * The server understood a mutation and refused it; nothing was changed. The base of `ValidationError`, `NotFoundError`,
 * `ConflictError` and so on; itself only for a kind of refusal that is newer than this SDK.
 */
export class ModelGraphUserError extends ModelGraphError {
  declare readonly code: UserErrorCode;
  /** The input field it is about, from `input` downwards; empty when it is about the whole. */
  readonly path: readonly string[];
  /** Everything that the server found wrong, this error first. */
  readonly errors: readonly ModelGraphUserError[];

  /** Made by the SDK from an answer of the server. */
  constructor(reason: UserErrorReason, { requestId, errors }: UserErrorContext) {
    super(reason.message, { code: reason.code, requestId, isFromServer: true });
    this.name = reason.__typename;
    this.path = reason.path;
    this.errors = errors;
  }
}
