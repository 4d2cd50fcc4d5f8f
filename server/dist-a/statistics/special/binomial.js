'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.logBinomial = logBinomial;
exports.logNegativeBinomial = logNegativeBinomial;
const deviance_1 = require('./deviance');
const log_gamma_1 = require('./log-gamma');
const LOG_TWO_PI = 1.8378770664093456;
/**
 * Natural logarithm of the binomial probability P(X = x), X ~ Binomial(n, p).
 *
 * Loader's saddle-point form (2000): absolute error about 1e-14 for every n, where a difference of
 * log-factorials would lose ln(n!) x 1e-16.
 *
 * @param x successes, an integer; outside 0..n the answer is `-Infinity`
 * @param n trials, an integer >= 0
 * @param p chance of success, 0..1
 */
function logBinomial(x, n, p) {
  if (x < 0 || x > n) return Number.NEGATIVE_INFINITY;
  if (p <= 0) return x === 0 ? 0 : Number.NEGATIVE_INFINITY;
  if (p >= 1) return x === n ? 0 : Number.NEGATIVE_INFINITY;
  if (x === 0) return n * Math.log1p(-p);
  if (x === n) return n * Math.log(p);
  const q = 1 - p;
  const exponent =
    (0, log_gamma_1.stirlingError)(n) -
    (0, log_gamma_1.stirlingError)(x) -
    (0, log_gamma_1.stirlingError)(n - x) -
    (0, deviance_1.deviance)(x, n * p) -
    (0, deviance_1.deviance)(n - x, n * q);
  return exponent - 0.5 * (LOG_TWO_PI + Math.log(x) + Math.log1p(-x / n));
}
/**
 * Natural logarithm of the negative binomial probability of x successes before the a-th failure:
 * C(x + a - 1, x) p^x (1-p)^a = a/(a+x) · Binomial(a + x, p)(x).
 *
 * @param x successes, an integer >= 0
 * @param a failures, an integer >= 0; a = 0 is the constant 0
 * @param p chance of success, 0 < p < 1
 */
function logNegativeBinomial(x, a, p) {
  if (x < 0) return Number.NEGATIVE_INFINITY;
  if (a === 0) return x === 0 ? 0 : Number.NEGATIVE_INFINITY;
  return Math.log(a / (a + x)) + logBinomial(x, a + x, p);
}
//# sourceMappingURL=binomial.js.map
