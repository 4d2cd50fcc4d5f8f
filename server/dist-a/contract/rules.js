'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.rules =
  exports.tags =
  exports.idempotencyKey =
  exports.happened =
  exports.count =
  exports.listOf =
  exports.prose =
  exports.text =
    void 0;
exports.check = check;
const zod_1 = require('zod');
const user_error_1 = require('./user-error');
/** Building blocks of the rules that input must keep beyond its GraphQL types. Rules normalise: what they return is what is kept. */
const lengthOf = (text) => [...text].length;
/** Text of `least` to `most` characters after Unicode NFC, without control characters and without space at either end. */
const text = (least, most) =>
  zod_1.z
    .string()
    .normalize('NFC')
    .refine(
      (value) =>
        lengthOf(value) >= least &&
        lengthOf(value) <= most &&
        value.trim() === value &&
        !/\p{Cc}/u.test(value),
      {
        error: `give ${least} to ${most} characters, without control characters and without space at either end`,
      },
    );
exports.text = text;
/** Text of at most `most` characters, line breaks allowed, kept as it is. */
const prose = (most) => zod_1.z.string().max(most, { error: `give at most ${most} characters` });
exports.prose = prose;
/** A list of at most `most` items. */
const listOf = (item, most) => zod_1.z.array(item).max(most, { error: `give at most ${most} items` });
exports.listOf = listOf;
/** A whole number of 0 or more. */
exports.count = zod_1.z.number().min(0, { error: 'give 0 or more' });
const DAY_MS = 24 * 60 * 60 * 1000;
/** An instant at which something happened, by a client's clock: from 1970 to tomorrow. */
exports.happened = zod_1.z.string().refine(
  (value) => {
    const time = Date.parse(value);
    return time >= 0 && time <= Date.now() + DAY_MS;
  },
  { error: 'give an instant from 1970 to tomorrow' },
);
exports.idempotencyKey = (0, exports.text)(1, 200).nullish();
const tag = zod_1.z.object({ key: (0, exports.text)(1, 100), value: (0, exports.prose)(500).nullish() });
/** At most 50 tags with different keys. */
exports.tags = (0, exports.listOf)(tag, 50).refine(
  (list) => new Set(list.map(({ key }) => key)).size === list.length,
  {
    error: 'give every key once',
  },
);
/** Fields without a rule of their own pass as they are. */
const rules = (shape) => zod_1.z.looseObject(shape);
exports.rules = rules;
/** The input as its rules normalise it; a `Refusal` naming every field that breaks one. */
function check(rule, input, at = ['input']) {
  const result = rule.safeParse(input);
  if (result.success) return result.data;
  throw new user_error_1.Refusal(
    ...result.error.issues.map((issue) => {
      const path = [...at, ...issue.path.map(String)];
      return new user_error_1.ValidationError(`${path.join('.')}: ${issue.message}.`, path);
    }),
  );
}
//# sourceMappingURL=rules.js.map
