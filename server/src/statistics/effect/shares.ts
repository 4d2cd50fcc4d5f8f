/** Sum of a vector. */
export function total(counts: readonly number[]): number {
  let sum = 0;
  for (const count of counts) sum += count;
  return sum;
}

/**
 * Counts (or any weights >= 0) as shares that sum to 1; null when there is nothing to share out, or when an
 * entry is negative or not finite.
 */
function shares(counts: readonly number[]): number[] | null {
  const whole = total(counts);
  if (!(whole > 0) || !Number.isFinite(whole) || counts.some((count) => !(count >= 0))) return null;
  return counts.map((count) => count / whole);
}

/** Both sides as shares, bin by bin; null when either is empty. Throws RangeError when lengths differ. */
export function sharePairs(
  reference: readonly number[],
  current: readonly number[],
): [number, number][] | null {
  if (reference.length !== current.length) {
    throw new RangeError(`reference has ${reference.length} bins and current ${current.length}`);
  }
  const p = shares(reference);
  const q = shares(current);
  if (p === null || q === null) return null;
  return p.map((share, bin) => [share, q[bin] ?? 0]);
}
