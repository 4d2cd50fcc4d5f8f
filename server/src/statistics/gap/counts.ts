/**
 * Two samples counted on the same K bins, checked: what every grouped test starts from.
 */
export interface CountPair {
  /** Counts of the reference, one per bin. */
  readonly reference: readonly number[];
  /** Counts of the current window, one per bin. */
  readonly current: readonly number[];
  /** Pooled counts t = r + c. */
  readonly pooled: readonly number[];
  /** Size of the reference. */
  readonly n: number;
  /** Size of the current window. */
  readonly m: number;
  /** N = n + m. */
  readonly total: number;
}

function sum(counts: readonly number[]): number {
  let total = 0;
  for (const count of counts) total += count;
  return total;
}

function check(counts: readonly number[], name: string): void {
  for (const [bin, count] of counts.entries()) {
    if (!Number.isSafeInteger(count) || count < 0) {
      throw new RangeError(`${name} count of bin ${bin} must be a whole number of at least 0, got ${count}`);
    }
  }
}

/**
 * Pairs two count vectors.
 *
 * @throws RangeError when the lengths differ (the two were binned differently: no number could be true of
 *   them) or a count is negative, fractional or not finite
 */
export function countPair(reference: readonly number[], current: readonly number[]): CountPair {
  if (reference.length !== current.length) {
    throw new RangeError(`reference has ${reference.length} bins and current ${current.length}`);
  }
  check(reference, 'reference');
  check(current, 'current');
  const n = sum(reference);
  const m = sum(current);
  return {
    reference,
    current,
    pooled: reference.map((count, bin) => count + (current[bin] ?? 0)),
    n,
    m,
    total: n + m,
  };
}
