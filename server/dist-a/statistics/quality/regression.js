'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.regressionQuality = regressionQuality;
exports.regressionQualityOf = regressionQualityOf;
const measure_1 = require('./measure');
const regression_sums_1 = require('./regression-sums');
/** Below this share of their mean square (around the origin) the variance of actuals is rounding noise. */
const NOISE = 1e-13;
/** Mean of a sample from its sums, with the standard error of the mean (n - 1 in the variance). */
function mean(sum, squares, count, least) {
  const value = sum / count;
  const variance = Math.max(0, squares / count - value * value);
  return count < 2
    ? (0, measure_1.plain)(value)
    : (0, measure_1.withError)(value, Math.sqrt(variance / (count - 1)), least, Infinity);
}
function r2(sums) {
  const { count, actual, actualSquares, squaredError } = sums;
  const total = actualSquares - (actual * actual) / count;
  if (!Number.isFinite(total) || !Number.isFinite(squaredError)) return (0, measure_1.noValue)('OVERFLOW');
  if (total > NOISE * actualSquares) return (0, measure_1.plain)(1 - squaredError / total);
  return squaredError === 0 ? (0, measure_1.plain)(1) : (0, measure_1.noValue)('CONSTANT_ACTUALS');
}
/**
 * Quality of a regression from its sums.
 *
 * R² = 1 - Σ error² / (Σ(y-o)² - (Σ(y-o))²/n), with actuals measured from a frozen origin o near their mean, so that
 * the subtraction keeps its digits (relative error about 1e-16 (1 + (mean - o)²/variance)). Constant actuals
 * give 1 when predicted perfectly, else `CONSTANT_ACTUALS`.
 *
 * Intervals (95 %): bias, MAE, MAPE and MSE are means of n numbers, ± 1.96 standard errors by the large-sample
 * normal approximation (the sums of 2nd and 4th powers give the spread); RMSE takes the root of both ends of
 * that of MSE. None with fewer than two pairs, none for R². With fewer than about 30 pairs they are too short.
 *
 * No pair: every measure is `NO_DATA`.
 */
function regressionQuality(sums) {
  const { count, invalid } = sums;
  if (count === 0) {
    const none = (0, measure_1.noValue)('NO_DATA');
    return { count, invalid, mse: none, rmse: none, mae: none, r2: none, bias: none, mape: none };
  }
  const mse = mean(sums.squaredError, sums.fourthPowers, count, 0);
  const root = (x) => (x === null ? null : Math.sqrt(x));
  return {
    count,
    invalid,
    mse,
    rmse: { value: root(mse.value), low: root(mse.low), high: root(mse.high), reason: mse.reason },
    mae: mean(sums.absoluteError, sums.squaredError, count, 0),
    r2: r2(sums),
    bias: mean(sums.error, sums.squaredError, count, -Infinity),
    mape:
      sums.relativeCount === 0
        ? (0, measure_1.noValue)('ONLY_ZERO_ACTUALS')
        : mean(sums.relativeError, sums.relativeSquares, sums.relativeCount, 0),
  };
}
/** Quality of a regression from rows; pairs with a missing or not finite number are counted `invalid`. */
function regressionQualityOf(actual, predicted) {
  const origin = actual.find((value) => value !== null && Number.isFinite(value)) ?? 0;
  const sums = (0, regression_sums_1.emptyRegressionSums)(origin);
  for (const [i, value] of actual.entries())
    (0, regression_sums_1.addRegressionPair)(sums, value, predicted[i]);
  return regressionQuality(sums);
}
//# sourceMappingURL=regression.js.map
