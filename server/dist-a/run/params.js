'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.withParams = exports.params = void 0;
exports.newParams = newParams;
const zod_1 = require('zod');
const user_error_1 = require('../contract/user-error');
const canonical_json_1 = require('../event/canonical-json');
const MOST_KEYS = 1_000;
const MOST_BYTES = 64 * 1024;
/** The rule for the keys of a map of params; what they hold is anybody's. */
exports.params = zod_1.z.custom().superRefine((given, context) => {
  for (const key of Object.keys(given ?? {})) {
    const length = [...key].length;
    if (length >= 1 && length <= 200 && !/\p{Cc}/u.test(key)) continue;
    context.addIssue({
      code: 'custom',
      path: [key],
      message: 'give keys of 1 to 200 characters, without control characters',
    });
  }
});
/**
 * Those of the given params that a run does not have yet. A param that it has stays as it is: the same value again (as
 * canonical JSON) is fine, another one is refused, and so is more than a run may hold.
 */
function newParams(run, given, path) {
  const added = Object.create(null);
  const errors = [];
  for (const [key, value] of Object.entries(given ?? {})) {
    if (!Object.hasOwn(run.params, key)) added[key] = value;
    else if (
      (0, canonical_json_1.canonicalJson)(run.params[key]) !== (0, canonical_json_1.canonicalJson)(value)
    ) {
      errors.push(
        new user_error_1.ConflictError(
          'IMMUTABLE',
          `The param "${key}" of this run is set to another value already; start another run for other params.`,
          [...path, key],
          run.id,
        ),
      );
    }
  }
  if (errors.length > 0) throw new user_error_1.Refusal(...errors);
  requireRoom(together(run.params, added), path);
  return added;
}
/** What adding params changes about a run: nothing when there are none to add. */
const withParams = (run, added) =>
  Object.keys(added).length > 0 ? { params: together(run.params, added) } : {};
exports.withParams = withParams;
/** Both maps in one without a prototype, so that a key `__proto__` is a key like any other. */
const together = (kept, added) => Object.assign(Object.create(null), kept, added);
function requireRoom(all, path) {
  const keys = Object.keys(all).length;
  const bytes = Buffer.byteLength(JSON.stringify(all));
  if (keys <= MOST_KEYS && bytes <= MOST_BYTES) return;
  throw new user_error_1.Refusal(
    new user_error_1.ValidationError(
      `${path.join('.')}: the run would have ${keys} params of ${bytes} bytes; a run holds at most ${MOST_KEYS} params of ${MOST_BYTES} bytes in all.`,
      path,
    ),
  );
}
//# sourceMappingURL=params.js.map
