'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.numericDrift = numericDrift;
exports.categoricalDrift = categoricalDrift;
const chi_square_test_1 = require('../chi-square/chi-square-test');
const divergence_1 = require('../effect/divergence');
const psi_1 = require('../effect/psi');
const shares_1 = require('../effect/shares');
const gap_test_1 = require('../gap/gap-test');
const validity_1 = require('./validity');
const DEFAULT_LEVEL = 0.05;
function effectSizes(reference, current, weightedGap) {
  return {
    weightedGap,
    lInfinity: (0, divergence_1.lInfinity)(reference, current),
    psi: (0, psi_1.psi)(reference, current),
    unbiasedPsi: (0, psi_1.unbiasedPsi)(reference, current),
    jensenShannon: (0, divergence_1.jensenShannonDistance)(reference, current),
    hellinger: (0, divergence_1.hellinger)(reference, current),
  };
}
/**
 * Drift of a number, from counts on bins cut at quantiles of the reference.
 *
 * Two looks at the same counts, each at half the level: p = min(1, 2 min(p_W, p_X)). W sees shifts and
 * changes of scale, X sees spikes and holes. The effect is W.
 *
 * With bins apart, a rise of missing values alone moves X but not W; the effect is then the larger of W and
 * the L-infinity distance of the bins apart, so that the floor of an alarm does not hide it.
 *
 * @param reference counts per ordered bin
 * @param current counts per ordered bin, on the same bins
 * @throws RangeError on counts that are not whole numbers, or of different lengths
 */
function numericDrift(reference, current, options = {}) {
  const gap = (0, gap_test_1.weightedGapTest)(reference, current);
  const allReference = [...reference, ...(options.apart?.reference ?? [])];
  const allCurrent = [...current, ...(options.apart?.current ?? [])];
  const chiSquare = (0, chi_square_test_1.chiSquareTest)(allReference, allCurrent, {
    random: options.random,
    edgesFromReference: true,
  });
  const n = (0, shares_1.total)(allReference);
  const m = (0, shares_1.total)(allCurrent);
  const apart = allReference.slice(reference.length).map((r, i) => {
    const c = allCurrent[reference.length + i] ?? 0;
    return n === 0 || m === 0 ? 0 : Math.abs(r / n - c / m);
  });
  return {
    pValue: Math.min(1, 2 * Math.min(gap.pValue, chiSquare.pValue)),
    effect: Math.max(gap.statistic, ...apart),
    effects: effectSizes(allReference, allCurrent, n === 0 || m === 0 ? null : gap.statistic),
    gap,
    chiSquare,
    n,
    m,
    validity: (0, validity_1.validity)(allReference, m, options.level ?? DEFAULT_LEVEL, 2),
  };
}
/**
 * Drift of a category, from counts per category (with its bins for unseen and missing values): X alone, at
 * the full level. The effect is the L-infinity distance.
 *
 * @throws RangeError on counts that are not whole numbers, or of different lengths
 */
function categoricalDrift(reference, current, options = {}) {
  const chiSquare = (0, chi_square_test_1.chiSquareTest)(reference, current, { random: options.random });
  const effects = effectSizes(reference, current, null);
  const m = (0, shares_1.total)(current);
  return {
    pValue: chiSquare.pValue,
    effect: effects.lInfinity ?? 0,
    effects,
    gap: null,
    chiSquare,
    n: (0, shares_1.total)(reference),
    m,
    validity: (0, validity_1.validity)(reference, m, options.level ?? DEFAULT_LEVEL, 1),
  };
}
//# sourceMappingURL=drift.js.map
