import { z } from 'zod';
import { isShort } from './text';
import { Refusal, ValidationError } from './user-error';

/** Building blocks of the rules that input must keep beyond its GraphQL types. Rules normalise: what they return is what is kept. */

/** Text of `least` to `most` characters after Unicode NFC, without control characters and without space at either end. */
export const text = (least: number, most: number) =>
  z
    .string()
    .normalize('NFC')
    .refine((value) => isShort(value, least, most), {
      error: `give ${least} to ${most} characters, without control characters and without space at either end`,
    });

/** Text of at most `most` characters, line breaks allowed, kept as it is. */
export const prose = (most: number) => z.string().max(most, { error: `give at most ${most} characters` });

/** A list of at most `most` items. */
export const listOf = <T extends z.ZodType>(item: T, most: number) =>
  z.array(item).max(most, { error: `give at most ${most} items` });

/** A whole number of 0 or more. */
export const count = z.number().min(0, { error: 'give 0 or more' });

const DAY_MS = 24 * 60 * 60 * 1000;

/** An instant at which something happened, by a client's clock: from 1970 to tomorrow. */
export const happened = z.string().refine(
  (value) => {
    const time = Date.parse(value);
    return time >= 0 && time <= Date.now() + DAY_MS;
  },
  { error: 'give an instant from 1970 to tomorrow' },
);

export const idempotencyKey = text(1, 200).nullish();

const tag = z.object({ key: text(1, 100), value: prose(500).nullish() });

/** At most 50 tags with different keys. */
export const tags = listOf(tag, 50).refine(
  (list) => new Set(list.map(({ key }) => key)).size === list.length,
  {
    error: 'give every key once',
  },
);

/** Fields without a rule of their own pass as they are. */
export const rules = <T extends z.ZodRawShape>(shape: T) => z.looseObject(shape);

/** What a rule does not say in its own words: GraphQL has looked at the type already, but takes NaN for a number. */
export const IN_WORDS: z.core.ParseContext<z.core.$ZodIssue> = {
  error: ({ code, expected }) =>
    code === 'invalid_type' && expected === 'number' ? 'give a finite number' : undefined,
};

/** The input as its rules normalise it; a `Refusal` naming every field that breaks one. */
export function check<T>(rule: z.ZodType, input: T, at: readonly string[] = ['input']): T {
  const result = rule.safeParse(input, IN_WORDS);
  if (result.success) return result.data as T;
  throw new Refusal(
    ...result.error.issues.map((issue) => {
      const path = [...at, ...issue.path.map(String)];
      return new ValidationError(`${path.join('.')}: ${issue.message}.`, path);
    }),
  );
}
