'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.DEFAULT_BINS = void 0;
exports.quantileEdges = quantileEdges;
exports.binOf = binOf;
/** Bins that a number is counted in by default. */
exports.DEFAULT_BINS = 20;
/** Half-width of the bin around a constant, as a share of its size. */
const CONSTANT_TOLERANCE = 1e-9;
/** Half-width of the bin around a constant zero, which has no size of its own. */
const ZERO_TOLERANCE = 1e-12;
function between(low, high) {
  const middle = low / 2 + high / 2;
  return middle > low ? middle : high;
}
/** First index of a value in a sorted array (`after` = false), or the first index past it. */
function boundary(sorted, value, after) {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const at = sorted[middle];
    if (at < value || (after && at === value)) low = middle + 1;
    else high = middle;
  }
  return low;
}
/**
 * Edges that cut a run of equal values off, each on the side where the count below comes closest to the wanted
 * one; two wanted counts inside the run are on different sides, as the run ends within 1/bins of either.
 */
function edgesAtAtom(sorted, value, wanted) {
  const first = boundary(sorted, value, false);
  const past = boundary(sorted, value, true);
  const before = first > 0 ? between(sorted[first - 1], value) : null;
  const behind = past < sorted.length ? between(value, sorted[past]) : null;
  const sides = new Set(wanted.map((count) => (count - first <= past - count ? before : behind)));
  return [...sides].filter((edge) => edge !== null);
}
/**
 * Inner edges at the quantiles k/bins of a reference, strictly increasing, at most bins - 1 of them; the
 * first and last bin are open, so that every finite number has a bin and one outlier moves no edge.
 *
 * Between two different values the quantile is interpolated linearly (Hyndman and Fan type 7, numpy's
 * default). Where it falls on a value that occurs several times, the edge goes half-way to the neighbouring
 * value, on the side that cuts more evenly; a value that takes two quantiles or more gets a bin of its own.
 * Several quantiles between the same two values make one edge, half-way.
 * Discrete values thus lie inside bins, not on edges, where the rounding of 0.1 would move them.
 * A constant c gets three bins: below, c within 1e-9 of its size, above (0 within 1e-12).
 *
 * @param values NaN, infinities and nothing else are left out
 * @param bins at least 1, default 20
 * @returns no edges (one bin) when no finite value is left or bins is 1
 */
function quantileEdges(values, bins = exports.DEFAULT_BINS) {
  const sorted = Float64Array.from(values).filter(Number.isFinite).sort();
  const count = sorted.length;
  const least = sorted[0];
  if (least === undefined || !(bins > 1)) return [];
  if (least === sorted[count - 1]) {
    const half =
      least === 0 ? ZERO_TOLERANCE : Math.max(Math.abs(least) * CONSTANT_TOLERANCE, Number.MIN_VALUE);
    return [least - half, least + half].filter(Number.isFinite);
  }
  const edges = new Set();
  const gaps = new Map();
  const atoms = new Map();
  for (let k = 1; k < bins; k++) {
    const position = ((count - 1) * k) / bins;
    const i = Math.floor(position);
    const low = sorted[i];
    const high = sorted[Math.min(i + 1, count - 1)];
    const repeated = low === high || (position === i && low === sorted[i - 1]);
    if (repeated) atoms.set(low, [...(atoms.get(low) ?? []), (count * k) / bins]);
    else if (position === i) edges.add(low);
    else gaps.set(i, gaps.has(i) ? between(low, high) : Math.min(high, low + (position - i) * (high - low)));
  }
  for (const [value, wanted] of atoms) {
    for (const edge of edgesAtAtom(sorted, value, wanted)) {
      const gap = boundary(sorted, edge, false) - 1;
      gaps.delete(gap);
      edges.add(edge);
    }
  }
  for (const edge of gaps.values()) edges.add(edge);
  return [...edges].filter(Number.isFinite).sort((a, b) => a - b);
}
/**
 * The bin of a number: bin i is edges[i-1] <= x < edges[i], the first and last are open.
 * -0 counts as 0.
 *
 * @param edges increasing, finite
 * @returns 0..edges.length, or -1 for NaN and infinities, which are counted apart
 */
function binOf(edges, value) {
  if (!Number.isFinite(value)) return -1;
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value < edges[middle]) high = middle;
    else low = middle + 1;
  }
  return low;
}
//# sourceMappingURL=quantile-edges.js.map
