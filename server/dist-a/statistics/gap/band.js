'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.bandAt = bandAt;
exports.clipToSupport = clipToSupport;
exports.bandCost = bandCost;
/**
 * The cumulative current counts C at one edge whose gap is strictly smaller than the widest one:
 * (centre - C scale)² / weight < gap² / weight of the widest, compared in whole numbers, because the
 * observed table lies exactly on the boundary and must not fall inside by rounding.
 *
 * @param edge the edge asked about
 * @param widest the edge that carries the observed statistic
 * @param centre what C times scale is compared with: T m for the law given pooled counts
 * @param scale N for the law given pooled counts
 */
function bandAt(edge, widest, centre, scale) {
  const limit = widest.gap * widest.gap * edge.weight;
  const inside = (c) => {
    const gap = centre - c * scale;
    return gap * gap * widest.weight < limit;
  };
  const half = Math.sqrt(Number(edge.weight) / Number(widest.weight)) * (Number(widest.gap) / Number(scale));
  const reach = BigInt(Math.ceil(half * (1 + 1e-12))) + 2n;
  const floor = centre / scale;
  let hi = floor + reach;
  while (hi >= floor + 1n && !inside(hi)) hi--;
  let lo = floor - reach;
  while (lo <= floor && !inside(lo)) lo++;
  return { lo: Number(lo), hi: Number(hi) };
}
/** The part of a band that a sample of m can reach when `below` of `total` pooled items lie under the edge. */
function clipToSupport(band, below, total, m) {
  return { lo: Math.max(band.lo, m - (total - below), 0), hi: Math.min(band.hi, below, m) };
}
/** Multiply-adds that the exact law takes: the sum over edges of W(k-1) W(k), W the width of a band. */
function bandCost(bands) {
  let cost = 0;
  let before = 1;
  for (const { lo, hi } of bands) {
    const width = Math.max(0, hi - lo + 1);
    cost += before * width;
    before = width;
  }
  return cost;
}
//# sourceMappingURL=band.js.map
