'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.numericBinning = numericBinning;
exports.emptyNumericSummary = emptyNumericSummary;
exports.addNumber = addNumber;
exports.mergeNumericSummaries = mergeNumericSummaries;
exports.moments = moments;
const quantile_edges_1 = require('./quantile-edges');
/** Freezes bins at the quantiles of a reference; see {@link quantileEdges}. */
function numericBinning(reference, bins = quantile_edges_1.DEFAULT_BINS) {
  const values = Float64Array.from(reference).filter(Number.isFinite).sort();
  return {
    kind: 'NUMBER',
    edges: (0, quantile_edges_1.quantileEdges)(values, bins),
    origin: values[values.length >> 1] ?? 0,
  };
}
/** A summary of nothing. */
function emptyNumericSummary(binning) {
  const counts = new Array(binning.edges.length + 1).fill(0);
  return { counts, missing: 0, nonFinite: 0, sum: 0, sumOfSquares: 0, min: null, max: null };
}
/** Counts one value into a summary, in place. */
function addNumber(binning, summary, value) {
  if (value === null || value === undefined) {
    summary.missing++;
    return;
  }
  const bin = (0, quantile_edges_1.binOf)(binning.edges, value);
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
function mergeNumericSummaries(a, b) {
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
function moments(binning, summary) {
  const count = summary.counts.reduce((total, bin) => total + bin, 0);
  const shift = summary.sum / count;
  const variance = summary.sumOfSquares / count - shift * shift;
  if (count === 0 || !Number.isFinite(variance)) return null;
  return { mean: binning.origin + shift, variance: Math.max(0, variance) };
}
//# sourceMappingURL=numeric-binning.js.map
