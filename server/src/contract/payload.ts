import { Field, ObjectType } from 'type-graphql';
import { UserError } from './user-error';

/** What every payload has. A refusal becomes one at the edge (see `guard.ts`); a service only throws it. */
@ObjectType()
export abstract class Payload {
  @Field(() => [UserError])
  userErrors!: readonly UserError[];
}

/** The payload of a mutation that takes an idempotency key. */
@ObjectType()
export abstract class ReplayablePayload extends Payload {
  @Field() replayed!: boolean;
}

/** A payload without errors. */
export const succeeded = <T extends object>(result: T): T & { userErrors: readonly UserError[] } => ({
  ...result,
  userErrors: [],
});
