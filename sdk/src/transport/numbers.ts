const NON_FINITE = new Map<unknown, number>([
  ['NaN', Number.NaN],
  ['Infinity', Number.POSITIVE_INFINITY],
  ['-Infinity', Number.NEGATIVE_INFINITY],
]);

/**
 * Reads the texts "NaN", "Infinity" and "-Infinity" as numbers at the given paths of an answer (`nodes[].value`), in place.
 * Nowhere else: a model may be named "NaN".
 */
export function readNumbers(data: unknown, paths: readonly string[]): void {
  for (const path of paths) read(data, path.replaceAll('[]', '').split('.'), 0);
}

// Lists are walked through wherever they stand, so the brackets of a path are for the reader only.
function read(value: unknown, keys: readonly string[], at: number): unknown {
  if (Array.isArray(value)) {
    value.forEach((item, index) => {
      value[index] = read(item, keys, at);
    });
    return value;
  }
  const key = keys[at];
  if (key === undefined) return NON_FINITE.get(value) ?? value;
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return value;
  const parent = value as Record<string, unknown>;
  parent[key] = read(parent[key], keys, at + 1);
  return value;
}

/**
 * The JSON text of a value for the server: NaN and infinities as "NaN", "Infinity" and "-Infinity" (`JSON.stringify` makes
 * null of them), a `Date` as RFC 3339, undefined fields left out. An invalid `Date` is a TypeError, not null.
 */
export const writeJson = (value: unknown): string =>
  JSON.stringify(value, function (this: Record<string, unknown>, key, item: unknown) {
    if (typeof item === 'number' && !Number.isFinite(item)) return String(item);
    const given = this[key];
    if (given instanceof Date && Number.isNaN(given.getTime()))
      throw new TypeError(`${key} is an invalid Date.`);
    return item;
  });
