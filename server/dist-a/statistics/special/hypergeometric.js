'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.logHypergeometric = logHypergeometric;
const binomial_1 = require('./binomial');
/**
 * Natural logarithm of the hypergeometric probability of x marked items among `drawn` taken without
 * replacement from `total`, of which `marked` are marked: C(marked, x) C(total-marked, drawn-x) / C(total, drawn).
 *
 * Written as a ratio of three binomial probabilities at p = drawn/total (Loader 2000), so that it stays
 * exact to about 1e-14 for any size.
 *
 * @returns `-Infinity` where the table is impossible
 */
function logHypergeometric(x, marked, total, drawn) {
  if (x < 0 || x > marked || drawn - x < 0 || drawn - x > total - marked) return Number.NEGATIVE_INFINITY;
  if (drawn === 0 || drawn === total) return 0;
  const p = drawn / total;
  return (
    (0, binomial_1.logBinomial)(x, marked, p) +
    (0, binomial_1.logBinomial)(drawn - x, total - marked, p) -
    (0, binomial_1.logBinomial)(drawn, total, p)
  );
}
//# sourceMappingURL=hypergeometric.js.map
