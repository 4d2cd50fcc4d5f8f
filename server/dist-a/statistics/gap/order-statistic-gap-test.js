'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.orderStatisticGapTest = orderStatisticGapTest;
const band_1 = require('./band');
const counts_1 = require('./counts');
const edges_1 = require('./edges');
const exit_mass_1 = require('./exit-mass');
const gap_test_1 = require('./gap-test');
const step_law_1 = require('./step-law');
/** Edges by the reference alone: those where the reference has something below, without repeats. */
function referenceEdges(pair) {
  const edges = (0, edges_1.innerEdges)(pair, false);
  return edges.filter((edge, i) => edge.below !== edges[i - 1]?.below);
}
/**
 * D under the law of order-statistic edges: edge k is the R_k-th smallest value of a continuous reference
 * (bins closed on the right), so that given r a fresh sample of m is Dirichlet-multinomial with weights
 * (r_1, ..., r_K-1, r_K + 1). This is the unconditional law of "edges from the reference, then count",
 * valid at any m : n; {@link gapTest} conditions on pooled counts instead and also holds with ties.
 *
 * Defined answers: no reference, no current or no inner edge give statistic 0 and p = 1. A current value in
 * a bin that the law gives no weight (r = 0, impossible for such edges) and tables beyond
 * {@link EXACT_GAP_COST} are answered by {@link gapTest}.
 *
 * @param reference counts per bin
 * @param current counts per bin, on the same bins
 */
function orderStatisticGapTest(reference, current) {
  const pair = (0, counts_1.countPair)(reference, current);
  const impossible = pair.reference.some((r, bin) => r === 0 && (pair.current[bin] ?? 0) > 0);
  if (pair.n === 0 || pair.m === 0 || impossible) return (0, gap_test_1.gapTest)(reference, current);
  const edges = referenceEdges(pair);
  const widest = (0, edges_1.widestEdge)(edges);
  if (widest === null || widest.gap === 0n) return (0, gap_test_1.gapTest)(reference, current);
  const gaps = pair.n + 1;
  const support = { lo: 0, hi: pair.m };
  const walk = edges.map((edge, i) => {
    const band = (0, band_1.bandAt)(edge, widest, BigInt(edge.below) * BigInt(pair.m), BigInt(pair.n));
    return {
      size: edge.below - (edges[i - 1]?.below ?? 0),
      remaining: gaps - edge.below,
      band: { lo: Math.max(band.lo, 0), hi: Math.min(band.hi, pair.m) },
      support,
    };
  });
  if ((0, band_1.bandCost)(walk.map(({ band }) => band)) > gap_test_1.EXACT_GAP_COST)
    return (0, gap_test_1.gapTest)(reference, current);
  const pValue = Math.max(
    (0, exit_mass_1.exitMass)(walk, (0, step_law_1.gapsLaw)(gaps, pair.m), pair.m),
    Number.MIN_VALUE,
  );
  return {
    statistic: Number(widest.gap) / pair.n / pair.m,
    pValue,
    atEdge: widest.index,
    method: 'EXACT',
    atResolution: pValue <= 1e-300,
  };
}
//# sourceMappingURL=order-statistic-gap-test.js.map
