'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.upperGamma = upperGamma;
exports.chiSquareSurvival = chiSquareSurvival;
const deviance_1 = require('./deviance');
const log_gamma_1 = require('./log-gamma');
const MAX_TERMS = 1_000_000;
const TINY = 1e-300;
/** x^a e^-x / Γ(a+1), through the saddle point where a is large enough for it to be the more exact form. */
function front(a, x) {
  if (a < 1) return Math.exp(a * Math.log(x) - x - (0, log_gamma_1.logGamma)(a + 1));
  return (
    Math.exp(-(0, log_gamma_1.stirlingError)(a) - (0, deviance_1.deviance)(a, x)) / Math.sqrt(2 * Math.PI * a)
  );
}
function lowerSeries(a, x) {
  let term = 1;
  let sum = 1;
  for (let j = 1; j < MAX_TERMS; j++) {
    term *= x / (a + j);
    sum += term;
    if (term < sum * 1e-17) break;
  }
  return front(a, x) * sum;
}
function upperFraction(a, x) {
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let h = d;
  for (let j = 1; j < MAX_TERMS; j++) {
    const numerator = -j * (j - a);
    b += 2;
    d = numerator * d + b;
    if (Math.abs(d) < TINY) d = TINY;
    c = b + numerator / c;
    if (Math.abs(c) < TINY) c = TINY;
    d = 1 / d;
    const factor = d * c;
    h *= factor;
    if (Math.abs(factor - 1) < 1e-16) break;
  }
  return front(a, x) * a * h;
}
/**
 * Regularised upper incomplete gamma function Q(a, x) = Γ(a, x) / Γ(a), in 0..1.
 *
 * Series below x = a + 1, Lentz's continued fraction above (Numerical Recipes 6.2), both with a prefactor
 * that does not cancel: relative error about 1e-13 down to the smallest double.
 *
 * @param a shape, > 0
 * @param x >= 0; Q(a, 0) = 1, Q(a, ∞) = 0. Anything else is NaN.
 */
function upperGamma(a, x) {
  if (!(a > 0) || !(x >= 0)) return Number.NaN;
  if (x === 0) return 1;
  if (x === Number.POSITIVE_INFINITY) return 0;
  return x < a + 1 ? 1 - lowerSeries(a, x) : upperFraction(a, x);
}
/**
 * Survival function of the chi-square law: P(X >= x) with `degrees` degrees of freedom.
 *
 * @param x >= 0; smaller values give 1
 * @param degrees >= 0; zero degrees is the constant 0 (1 at x <= 0, else 0)
 */
function chiSquareSurvival(x, degrees) {
  if (x <= 0) return 1;
  if (degrees === 0) return 0;
  return upperGamma(degrees / 2, x / 2);
}
//# sourceMappingURL=incomplete-gamma.js.map
