'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.ASYMPTOTIC_RESOLUTION = exports.EXACT_GAP_COST = void 0;
exports.weightedGapTest = weightedGapTest;
exports.gapTest = gapTest;
exports.gapTestCost = gapTestCost;
exports.asymptoticGapPValue = asymptoticGapPValue;
const band_1 = require('./band');
const brownian_bridge_1 = require('./brownian-bridge');
const counts_1 = require('./counts');
const edges_1 = require('./edges');
const exit_mass_1 = require('./exit-mass');
const step_law_1 = require('./step-law');
/** Multiply-adds up to which the exact law is computed: about 0.15 s of one core. */
exports.EXACT_GAP_COST = 1e8;
/** Smallest p-value that the asymptotic law reports; a smaller one is reported as this, `atResolution`. */
exports.ASYMPTOTIC_RESOLUTION = 1e-12;
const NOTHING = { statistic: 0, pValue: 1, atEdge: null, method: 'EXACT', atResolution: false };
function bandOf(pair, edge, widest) {
  return (0, band_1.bandAt)(edge, widest, BigInt(edge.pooledBelow) * BigInt(pair.m), BigInt(pair.total));
}
function stretches(pair, edges, widest) {
  const everything = { lo: 0, hi: pair.m };
  return edges.map((edge, i) => {
    const below = edge.pooledBelow;
    return {
      size: below - (edges[i - 1]?.pooledBelow ?? 0),
      remaining: pair.total - below,
      band: (0, band_1.clipToSupport)(bandOf(pair, edge, widest), below, pair.total, pair.m),
      support: (0, band_1.clipToSupport)(everything, below, pair.total, pair.m),
    };
  });
}
function gates(pair, edges, widest) {
  const { n, m, total } = pair;
  const spread = Math.sqrt((n / (total - 1)) * m);
  return edges.map((edge) => {
    const band = bandOf(pair, edge, widest);
    const at = edge.pooledBelow / total;
    const expected = at * m;
    return { at, low: (band.lo - 0.5 - expected) / spread, high: (band.hi + 0.5 - expected) / spread };
  });
}
function statisticOf(pair, widest, weighted) {
  const share = Number(widest.gap) / pair.n / pair.m;
  if (!weighted) return share;
  const u = widest.pooledBelow / pair.total;
  return share / Math.sqrt(u * ((pair.total - widest.pooledBelow) / pair.total));
}
function test(reference, current, weighted) {
  const pair = (0, counts_1.countPair)(reference, current);
  if (pair.n === 0 || pair.m === 0) return NOTHING;
  const edges = (0, edges_1.innerEdges)(pair, weighted);
  const widest = (0, edges_1.widestEdge)(edges);
  if (widest === null || widest.gap === 0n) return NOTHING;
  const statistic = statisticOf(pair, widest, weighted);
  const walk = stretches(pair, edges, widest);
  if ((0, band_1.bandCost)(walk.map(({ band }) => band)) <= exports.EXACT_GAP_COST) {
    const pValue = Math.max(
      (0, exit_mass_1.exitMass)(walk, (0, step_law_1.pooledLaw)(pair.total, pair.m), pair.m),
      Number.MIN_VALUE,
    );
    return { statistic, pValue, atEdge: widest.index, method: 'EXACT', atResolution: pValue <= 1e-300 };
  }
  const pValue = (0, brownian_bridge_1.bridgeExitProbability)(gates(pair, edges, widest));
  return {
    statistic,
    pValue: Math.max(pValue, exports.ASYMPTOTIC_RESOLUTION),
    atEdge: widest.index,
    method: 'ASYMPTOTIC',
    atResolution: pValue < exports.ASYMPTOTIC_RESOLUTION,
  };
}
/**
 * W, the weighted largest gap between two samples counted on the same ordered bins.
 *
 * W = max over inner edges with 0 < u < 1 of |R/n - C/m| / sqrt(u (1-u)), u the pooled share below the edge:
 * a gap in units of the standard deviation of one observation's side, so that tails count as much as the
 * middle. As an effect size it is free of the sample sizes: 0 to about sqrt(N²/(nm)).
 *
 * The p-value is exact given the pooled counts (multivariate hypergeometric; the cumulative current count
 * is a Markov chain), to about 1e-12 relative. Beyond `EXACT_GAP_COST` it is that of a Brownian bridge seen
 * at the edges with half-unit lattice bounds, reported no smaller than `ASYMPTOTIC_RESOLUTION`.
 *
 * Defined answers: an empty sample, one bin, or everything in one bin give statistic 0 and p = 1; a p-value
 * below 1e-300 is reported as such (`atResolution`).
 *
 * @param reference counts per bin
 * @param current counts per bin, on the same bins
 * @throws RangeError on counts that are not whole numbers, or of different lengths
 */
function weightedGapTest(reference, current) {
  return test(reference, current, true);
}
/**
 * D, the unweighted largest gap: max over inner edges of |R/n - C/m|, the grouped Kolmogorov-Smirnov
 * statistic, 0..1, with the same exact law as {@link weightedGapTest} (the continuous law is wrong on bins).
 */
function gapTest(reference, current) {
  return test(reference, current, false);
}
/**
 * Cost of a gap test, before it is run: multiply-adds of the exact law, the sum over edges of the products
 * of neighbouring band widths. Above {@link EXACT_GAP_COST} the asymptotic law is used instead, whose cost
 * does not grow with the counts.
 */
function gapTestCost(reference, current, weighted = true) {
  const pair = (0, counts_1.countPair)(reference, current);
  const edges = (0, edges_1.innerEdges)(pair, weighted);
  const widest = (0, edges_1.widestEdge)(edges);
  if (pair.n === 0 || pair.m === 0 || widest === null || widest.gap === 0n) return 0;
  return (0, band_1.bandCost)(stretches(pair, edges, widest).map(({ band }) => band));
}
/** The p-value of the asymptotic law alone, unbounded below. For comparison with the exact one. */
function asymptoticGapPValue(reference, current, weighted = true) {
  const pair = (0, counts_1.countPair)(reference, current);
  const edges = (0, edges_1.innerEdges)(pair, weighted);
  const widest = (0, edges_1.widestEdge)(edges);
  if (pair.n === 0 || pair.m === 0 || widest === null || widest.gap === 0n) return 1;
  return (0, brownian_bridge_1.bridgeExitProbability)(gates(pair, edges, widest));
}
//# sourceMappingURL=gap-test.js.map
