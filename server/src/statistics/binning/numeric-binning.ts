import { binOf, DEFAULT_BINS, quantileEdges } from './quantile-edges';

/** Frozen bins of a number. Plain JSON: stored with a baseline, never recomputed. */
export interface NumericBinning {
  readonly kind: 'NUMBER';
  /** Inner edges, increasing; K = edges.length + 1 bins, the outer two open. */
  readonly edges: readonly number[];
  /** What sums are taken around (the reference median), so that variances do not cancel. */
  readonly origin: number;
}

/** What is kept of many numbers. Plain JSON; summaries on one binning add up field by field. */
export interface NumericSummary {
  /** Finite values per bin. */
  counts: number[];
  /** Absent values: null or undefined. */
  missing: number;
  /** NaN and infinities. */
  nonFinite: number;
  /** Sum of x - origin over finite values. */
  sum: number;
  /** Sum of (x - origin)² over finite values. */
  sumOfSquares: number;
  /** Smallest finite value, null when there is none. */
  min: number | null;
  /** Largest finite value, null when there is none. */
  max: number | null;
}

/** Freezes bins at the quantiles of a reference; see {@link quantileEdges}. */
export function numericBinning(reference: Iterable<number>, bins: number = DEFAULT_BINS): NumericBinning {
  const values = Float64Array.from(reference).filter(Number.isFinite).sort();
  return { kind: 'NUMBER', edges: quantileEdges(values, bins), origin: values[values.length >> 1] ?? 0 };
}

/** A summary of nothing. */
export function emptyNumericSummary(binning: NumericBinning): NumericSummary {
  const counts = new Array<number>(binning.edges.length + 1).fill(0);
  return { counts, missing: 0, nonFinite: 0, sum: 0, sumOfSquares: 0, min: null, max: null };
}

/** Counts one value into a summary, in place. */
export function addNumber(
  binning: NumericBinning,
  summary: NumericSummary,
  value: number | null | undefined,
): void {
  if (value === null || value === undefined) {
    summary.missing++;
    return;
  }
  const bin = binOf(binning.edges, value);
  if (bin < 0) {
    summary.nonFinite++;
    return;
  }
  summary.counts[bin] = (summary.counts[bin] ?? 0) + 1;
  const shifted = value - binning.origin;
  summary.sum += shifted;
  summary.sumOfSquares += shifted * shifted;
  if (summary.min === null || value < summary.min) summary.min = value;
  if (summary.max === null || value > summary.max) summary.max = value;
}

/** Summary of the union of two sets of values on the same binning. Throws RangeError on different bins. */
export function mergeNumericSummaries(a: NumericSummary, b: NumericSummary): NumericSummary {
  if (a.counts.length !== b.counts.length) throw new RangeError('summaries are on different bins');
  const least = [a.min, b.min].filter((value) => value !== null);
  const most = [a.max, b.max].filter((value) => value !== null);
  return {
    counts: a.counts.map((count, bin) => count + (b.counts[bin] ?? 0)),
    missing: a.missing + b.missing,
    nonFinite: a.nonFinite + b.nonFinite,
    sum: a.sum + b.sum,
    sumOfSquares: a.sumOfSquares + b.sumOfSquares,
    min: least.length > 0 ? Math.min(...least) : null,
    max: most.length > 0 ? Math.max(...most) : null,
  };
}

/** Mean and population variance of the finite values; null when there are none or the sums overflowed. */
export function moments(
  binning: NumericBinning,
  summary: Pick<NumericSummary, 'counts' | 'sum' | 'sumOfSquares'>,
): { readonly mean: number; readonly variance: number } | null {
  const count = summary.counts.reduce((total, bin) => total + bin, 0);
  const shift = summary.sum / count;
  const variance = summary.sumOfSquares / count - shift * shift;
  if (count === 0 || !Number.isFinite(variance)) return null;
  return { mean: binning.origin + shift, variance: Math.max(0, variance) };
}
