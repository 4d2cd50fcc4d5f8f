const NON_FINITE = new Map([
  ['NaN', Number.NaN],
  ['Infinity', Number.POSITIVE_INFINITY],
  ['-Infinity', Number.NEGATIVE_INFINITY],
]);

/** A double from its JSON form, or undefined. `JSON.parse` turns 1e400 into Infinity, which is why a bare one is refused. */
export const parseNumber = (value: unknown): number | undefined => {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  return typeof value === 'string' ? NON_FINITE.get(value) : undefined;
};

/** A double in its JSON form. */
export const printNumber = (value: number): number | string =>
  Number.isFinite(value) ? value : String(value);
