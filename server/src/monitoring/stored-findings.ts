/**
 * Findings as a column of type json keeps them. JSON has no NaN and no infinities: they stand as `{"number": "NaN"}`, which
 * nothing else in a report looks like, so that a feature named "NaN" stays a feature.
 */
export const encodeFindings = (findings: object): string =>
  JSON.stringify(findings, (_, value) =>
    typeof value === 'number' && !Number.isFinite(value) ? { number: String(value) } : value,
  );

const NON_FINITE: ReadonlySet<string> = new Set(['NaN', 'Infinity', '-Infinity']);

/** What `encodeFindings` wrote, as the driver has parsed it. */
export function decodeFindings(stored: unknown): unknown {
  if (stored === null || typeof stored !== 'object') return stored;
  if (Array.isArray(stored)) return stored.map(decodeFindings);
  const entries = Object.entries(stored);
  const [first] = entries;
  if (entries.length === 1 && first?.[0] === 'number' && NON_FINITE.has(first[1])) return Number(first[1]);
  return Object.fromEntries(entries.map(([key, value]) => [key, decodeFindings(value)]));
}
