import { Refusal, ValidationError } from '../contract/user-error';

/** Items of one call. */
const MOST_ITEMS = 5_000;

export function requireSome(items: readonly unknown[], field: string): void {
  if (items.length >= 1 && items.length <= MOST_ITEMS) return;
  const path = ['input', field];
  throw new Refusal(
    new ValidationError(`${path.join('.')}: give 1 to ${MOST_ITEMS}; ${items.length} were given.`, path),
  );
}
