import { Field, Int, ObjectType } from 'type-graphql';
import type { z } from 'zod';
import { IN_WORDS } from './rules';
import { findIllFormed } from './text';
import { UserErrorCode } from './user-error';

@ObjectType()
export class ItemReject {
  @Field(() => Int) index!: number;
  @Field(() => UserErrorCode) code!: UserErrorCode;
  @Field() message!: string;
  @Field(() => [String]) path!: string[];
}

/** An item that passed its rules, as they normalise it, with its place in the list. */
export interface GoodItem<T> {
  readonly index: number;
  readonly item: T;
}

/**
 * Judges the items of a `@bulk` mutation one by one, also for text that no database can hold: the guard leaves the list to
 * the mutation. An item has at most one reject, its first fault.
 */
export function judge<T>(
  rule: z.ZodType,
  items: readonly T[],
): { good: GoodItem<T>[]; rejects: ItemReject[] } {
  const good: GoodItem<T>[] = [];
  const rejects: ItemReject[] = [];
  items.forEach((item, index) => {
    const illFormed = findIllFormed(item);
    const result = illFormed ? undefined : rule.safeParse(item, IN_WORDS);
    if (result?.success) good.push({ index, item: result.data as T });
    else if (illFormed)
      rejects.push(rejectOf(index, illFormed, 'holds a NUL character or half a surrogate pair'));
    else rejects.push(rejectOf(index, result!.error!.issues[0]!.path, result!.error!.issues[0]!.message));
  });
  return { good, rejects };
}

/** A reject for input that breaks a rule. */
export function rejectOf(index: number, path: readonly PropertyKey[], why: string): ItemReject {
  const fields = path.map(String);
  return {
    index,
    code: UserErrorCode.INVALID_INPUT,
    message: `${[`Item ${index}`, ...fields].join('.')}: ${why}.`,
    path: fields,
  };
}
