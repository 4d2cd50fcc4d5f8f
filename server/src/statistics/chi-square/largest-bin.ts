import type { CountPair } from '../gap/counts';
import { logHypergeometric } from '../special/hypergeometric';

/** Terms smaller than this share of their sum change nothing any more. */
const NEGLIGIBLE = 1e-17;

/** P(at most `x` marked, or with `step` 1 at least `x`), summed away from the middle: as many terms as matter. */
function hypergeometricTail(x: number, marked: number, total: number, drawn: number, step: 1 | -1): number {
  let tail = 0;
  for (let at = x; at >= 0 && at <= marked; at += step) {
    const mass = Math.exp(logHypergeometric(at, marked, total, drawn));
    tail += mass;
    if (mass <= NEGLIGIBLE * tail) break;
  }
  return tail;
}

/**
 * P-value of the single bin that differs most, each bin by the tail on its side, corrected for their number and both sides
 * (Bonferroni): the look for a spike or a hole where the sum over all bins is too noisy to show it.
 */
function largest(pair: CountPair, tail: (r: number, c: number, isMore: boolean) => number): number {
  const tails = pair.reference.map((r, bin) => {
    const c = pair.current[bin] as number;
    return tail(r, c, c * pair.n >= r * pair.m);
  });
  return Math.min(1, Math.max(Number.MIN_VALUE, 2 * tails.length * Math.min(...tails)));
}

/** Where the bins have nothing to do with the counts: given both margins a count is hypergeometric. */
export const largestBinPValue = (pair: CountPair): number =>
  largest(pair, (r, c, isMore) => hypergeometricTail(r, pair.n, pair.total, r + c, isMore ? -1 : 1));

/**
 * Where the bins are cut at quantiles of the reference, two or more of them and none without reference: the share of a bin is
 * Beta(r, n - r), that of the values below the r-th of n - 1 reference values. At least c of the current ones are below it
 * when the first c + r - 1 of all hold at most r - 1 of the reference.
 */
export const largestCutBinPValue = (pair: CountPair): number =>
  largest(pair, (r, c, isMore) =>
    isMore
      ? hypergeometricTail(r - 1, pair.n - 1, pair.total - 1, r + c - 1, -1)
      : hypergeometricTail(r, pair.n - 1, pair.total - 1, r + c, 1),
  );
