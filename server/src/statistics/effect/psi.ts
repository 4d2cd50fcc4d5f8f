import { sharePairs, total } from './shares';

/** Stands for a share of zero in the raw index, without renormalisation (Evidently's rule). */
const PSI_ZERO_SHARE = 1e-4;

/**
 * Population stability index: sum of (q - p) ln(q / p), natural logarithm, p reference and q current shares;
 * shares of zero are read as {@link PSI_ZERO_SHARE}, bins empty on both sides add nothing.
 *
 * For display only: without drift its mean is about (K-1)(1/n + 1/m), 0.41 at m = 10 and 0.06 at m = 300
 * with 20 bins, so that the folk thresholds 0.1 and 0.25 depend on the sample size. Null when a side is empty.
 */
export function psi(reference: readonly number[], current: readonly number[]): number | null {
  const pairs = sharePairs(reference, current);
  if (pairs === null) return null;
  let sum = 0;
  for (const [p, q] of pairs) {
    if (p === 0 && q === 0) continue;
    const from = p === 0 ? PSI_ZERO_SHARE : p;
    const to = q === 0 ? PSI_ZERO_SHARE : q;
    sum += (to - from) * Math.log(to / from);
  }
  return sum;
}

/**
 * T, a stability index with its bias removed: sum over bins of
 * [c(c-1)/(m(m-1)) - 2 π c/m + π²] / π - (K-1)/n, π = r/n.
 *
 * Estimates the chi-square divergence sum of (q - π)²/π, which PSI equals to second order, with mean 0
 * without drift at every m; it can therefore be negative. Bins without reference are left out on both sides: against
 * nothing every share is beyond all bounds.
 *
 * @returns null when the reference is empty, or fewer than two of the current observations have a bin with reference
 */
export function unbiasedPsi(reference: readonly number[], current: readonly number[]): number | null {
  if (sharePairs(reference, current) === null) return null;
  const known = [...reference.keys()].filter((bin) => (reference[bin] ?? 0) > 0);
  const n = total(reference);
  const m = known.reduce((sum, bin) => sum + (current[bin] ?? 0), 0);
  if (m < 2) return null;
  let sum = 0;
  for (const bin of known) {
    const c = current[bin] ?? 0;
    const share = (reference[bin] ?? 0) / n;
    sum += ((c / m) * ((c - 1) / (m - 1))) / share - (2 * c) / m + share;
  }
  return sum - (known.length - 1) / n;
}
