import { USER_ERRORS } from '../generated/user-errors.js';
import { badAnswer } from './bad-answer.js';
import { ModelGraphUserError, type UserErrorContext, type UserErrorReason } from './user-error.js';

/** A payload of a mutation that was carried out: its entity is there, and there are no `userErrors`. */
export type Accepted<Payload, Entity extends keyof Payload> = Omit<Payload, 'userErrors' | Entity> & {
  readonly [K in Entity]: NonNullable<Payload[K]>;
};

/** The payload without its `userErrors`; throws the first of them when there are any. */
export function accepted<Payload, Entity extends keyof Payload>(
  payload: Payload,
  requestId: string | null,
): Accepted<Payload, Entity> {
  if (!Array.isArray((payload as { userErrors?: unknown } | null)?.userErrors)) throw badAnswer(requestId);
  const { userErrors, ...rest } = payload as Payload & { readonly userErrors: readonly UserErrorReason[] };
  const errors: ModelGraphUserError[] = [];
  for (const reason of userErrors) errors.push(errorOf(reason, { requestId, errors }));
  if (errors[0]) throw errors[0];
  return rest as unknown as Accepted<Payload, Entity>;
}

function errorOf(reason: UserErrorReason, context: UserErrorContext): ModelGraphUserError {
  const Class = Object.hasOwn(USER_ERRORS, reason.__typename)
    ? USER_ERRORS[reason.__typename as keyof typeof USER_ERRORS]
    : ModelGraphUserError;
  return new Class(reason as never, context);
}
