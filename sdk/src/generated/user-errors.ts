// Generated from schema/ and the .graphql documents of the SDK by `npm run codegen`: do not edit.
import { ModelGraphUserError, type UserErrorContext } from '../errors/user-error.js';
import type { UserErrors } from './operations.js';
type Reason<T extends UserErrors['__typename']> = Extract<UserErrors, { readonly __typename: T }>;

/** The request is well-formed but stands against what is there: a name that is taken, a key used otherwise, a state that has moved on. */
export class ConflictError extends ModelGraphUserError {
  /** The object that stands in the way, where there is one that this token may see. */
  readonly existingId: Reason<'ConflictError'>['existingId'];

  /** Made by the SDK from an answer of the server. */
  constructor(reason: Reason<'ConflictError'>, context: UserErrorContext) {
    super(reason, context);
    this.existingId = reason.existingId;
  }
}

/** What the input refers to does not exist, or belongs to another project: the two look exactly alike. */
export class NotFoundError extends ModelGraphUserError {
}

/** The stage graph of the model has no such move. */
export class StageTransitionError extends ModelGraphUserError {
  /** Where it may go. */
  readonly allowed: Reason<'StageTransitionError'>['allowed'];
  /** Where the version stands. */
  readonly from: Reason<'StageTransitionError'>['from'];
  /** Where it was to go. */
  readonly to: Reason<'StageTransitionError'>['to'];

  /** Made by the SDK from an answer of the server. */
  constructor(reason: Reason<'StageTransitionError'>, context: UserErrorContext) {
    super(reason, context);
    this.allowed = reason.allowed;
    this.from = reason.from;
    this.to = reason.to;
  }
}

/** The input breaks a rule that its description states. */
export class ValidationError extends ModelGraphUserError {
}

/** The class of each type of refusal, by its `__typename`. */
export const USER_ERRORS = {
  ConflictError,
  NotFoundError,
  StageTransitionError,
  ValidationError,
} as const;