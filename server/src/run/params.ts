import { z } from 'zod';
import { ConflictError, Refusal, type UserError, ValidationError } from '../contract/user-error';
import { canonicalJson } from '../event/canonical-json';

export type Params = Readonly<Record<string, unknown>>;

const MOST_KEYS = 1_000;
const MOST_BYTES = 64 * 1024;

/** The rule for the keys of a map of params; what they hold is anybody's. */
export const params = z.custom<Params>().superRefine((given, context) => {
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
export function newParams(
  run: { id: string; params: Params },
  given: Params | null | undefined,
  path: readonly string[],
): Params {
  const added: Record<string, unknown> = Object.create(null);
  const errors: UserError[] = [];
  for (const [key, value] of Object.entries(given ?? {})) {
    if (!Object.hasOwn(run.params, key)) added[key] = value;
    else if (canonicalJson(run.params[key]) !== canonicalJson(value)) {
      errors.push(
        new ConflictError(
          'IMMUTABLE',
          `The param "${key}" of this run is set to another value already; start another run for other params.`,
          [...path, key],
          run.id,
        ),
      );
    }
  }
  if (errors.length > 0) throw new Refusal(...errors);
  requireRoom(together(run.params, added), path);
  return added;
}

/** What adding params changes about a run: nothing when there are none to add. */
export const withParams = (run: { params: Params }, added: Params): { params?: Params } =>
  Object.keys(added).length > 0 ? { params: together(run.params, added) } : {};

/** Both maps in one without a prototype, so that a key `__proto__` is a key like any other. */
const together = (kept: Params, added: Params): Params => Object.assign(Object.create(null), kept, added);

function requireRoom(all: Params, path: readonly string[]): void {
  const keys = Object.keys(all).length;
  const bytes = Buffer.byteLength(JSON.stringify(all));
  if (keys <= MOST_KEYS && bytes <= MOST_BYTES) return;
  throw new Refusal(
    new ValidationError(
      `${path.join('.')}: the run would have ${keys} params of ${bytes} bytes; a run holds at most ${MOST_KEYS} params of ${MOST_BYTES} bytes in all.`,
      path,
    ),
  );
}
