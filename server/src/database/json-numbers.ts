/**
 * An object with numbers in it as a column of type json keeps it. JSON has no NaN and no infinities: they stand as
 * `{"number": "NaN"}`, which nothing else that is kept so looks like: a feature named "NaN" stays a feature.
 */
export const writeNumbers = (object: object): string =>
  JSON.stringify(object, (_, value) =>
    typeof value === 'number' && !Number.isFinite(value) ? { number: String(value) } : value,
  );

const NON_FINITE: ReadonlySet<string> = new Set(['NaN', 'Infinity', '-Infinity']);

/** What `writeNumbers` wrote, as the driver has parsed it. */
export function readNumbers(stored: unknown): unknown {
  if (stored === null || typeof stored !== 'object') return stored;
  if (Array.isArray(stored)) return stored.map(readNumbers);
  const entries = Object.entries(stored);
  const [first] = entries;
  if (entries.length === 1 && first?.[0] === 'number' && NON_FINITE.has(first[1])) return Number(first[1]);
  return Object.fromEntries(entries.map(([key, value]) => [key, readNumbers(value)]));
}

/** Of a TypeORM column of type json. */
export const jsonNumbers = { to: writeNumbers, from: readNumbers };
