import { Field, ID, InterfaceType, ObjectType, registerEnumType } from 'type-graphql';

/** See the SDL for what each means. */
export enum UserErrorCode {
  INVALID_INPUT = 'INVALID_INPUT',
  NOT_FOUND = 'NOT_FOUND',
  NAME_TAKEN = 'NAME_TAKEN',
  IDEMPOTENCY_MISMATCH = 'IDEMPOTENCY_MISMATCH',
  READ_ONLY = 'READ_ONLY',
  IMMUTABLE = 'IMMUTABLE',
  UNEXPECTED_STATE = 'UNEXPECTED_STATE',
  STAGE_TRANSITION_NOT_ALLOWED = 'STAGE_TRANSITION_NOT_ALLOWED',
  ARTIFACT_MISMATCH = 'ARTIFACT_MISMATCH',
}
registerEnumType(UserErrorCode, { name: 'UserErrorCode' });

/** Why a mutation changed nothing. A value, not an exception: `Refusal` carries it to the edge. */
@InterfaceType()
export abstract class UserError {
  @Field(() => UserErrorCode) code: UserErrorCode;
  @Field() message: string;
  @Field(() => [String]) path: string[];

  constructor(code: UserErrorCode, message: string, path: readonly string[]) {
    this.code = code;
    this.message = message;
    this.path = [...path];
  }
}

@ObjectType({ implements: UserError })
export class ValidationError extends UserError {
  constructor(message: string, path: readonly string[]) {
    super(UserErrorCode.INVALID_INPUT, message, path);
  }
}

@ObjectType({ implements: UserError })
export class NotFoundError extends UserError {
  constructor(message: string, path: readonly string[]) {
    super(UserErrorCode.NOT_FOUND, message, path);
  }
}

type ConflictCode = Extract<
  keyof typeof UserErrorCode,
  'NAME_TAKEN' | 'IDEMPOTENCY_MISMATCH' | 'READ_ONLY' | 'IMMUTABLE' | 'UNEXPECTED_STATE' | 'ARTIFACT_MISMATCH'
>;

@ObjectType({ implements: UserError })
export class ConflictError extends UserError {
  @Field(() => ID, { nullable: true }) existingId: string | null;

  constructor(
    code: ConflictCode,
    message: string,
    path: readonly string[],
    existingId: string | null = null,
  ) {
    super(UserErrorCode[code], message, path);
    this.existingId = existingId;
  }
}

/** Thrown by a rule that refuses; rolls the transaction back; the edge turns it into `userErrors`. */
export class Refusal extends Error {
  readonly errors: readonly UserError[];

  constructor(...errors: UserError[]) {
    super(errors.map((error) => error.message).join(' '));
    this.name = 'Refusal';
    this.errors = errors;
  }
}
