import { type Measure, noValue, plain, withError } from './measure';
import { addRegressionPair, emptyRegressionSums, type RegressionSums } from './regression-sums';

/** Quality of a regression; units are those of the target unless stated. */
export interface RegressionQuality {
  /** Pairs of finite numbers. */
  readonly count: number;
  /** Pairs left out. */
  readonly invalid: number;
  readonly mse: Measure;
  readonly rmse: Measure;
  readonly mae: Measure;
  /** Share of the variance of actuals explained, at most 1, negative when worse than their mean. */
  readonly r2: Measure;
  /** Mean of predicted - actual: positive when the model predicts too much. */
  readonly bias: Measure;
  /** Mean of |error / actual| over actuals that are not zero, a fraction (0.1 is 10 %). */
  readonly mape: Measure;
}

/** Below this share of their mean square (around the origin) the variance of actuals is rounding noise. */
const NOISE = 1e-13;

/** Mean of a sample from its sums, with the standard error of the mean (n - 1 in the variance). */
function mean(sum: number, squares: number, count: number, least: number): Measure {
  const value = sum / count;
  const variance = Math.max(0, squares / count - value * value);
  return count < 2 ? plain(value) : withError(value, Math.sqrt(variance / (count - 1)), least, Infinity);
}

function r2(sums: RegressionSums): Measure {
  const { count, actual, actualSquares, squaredError } = sums;
  const total = actualSquares - (actual * actual) / count;
  if (!Number.isFinite(total) || !Number.isFinite(squaredError)) return noValue('OVERFLOW');
  if (total > NOISE * actualSquares) return plain(1 - squaredError / total);
  return squaredError === 0 ? plain(1) : noValue('CONSTANT_ACTUALS');
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
export function regressionQuality(sums: RegressionSums): RegressionQuality {
  const { count, invalid } = sums;
  if (count === 0) {
    const none = noValue('NO_DATA');
    return { count, invalid, mse: none, rmse: none, mae: none, r2: none, bias: none, mape: none };
  }
  const mse = mean(sums.squaredError, sums.fourthPowers, count, 0);
  const root = (x: number | null) => (x === null ? null : Math.sqrt(x));
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
        ? noValue('ONLY_ZERO_ACTUALS')
        : mean(sums.relativeError, sums.relativeSquares, sums.relativeCount, 0),
  };
}

/** Quality of a regression from rows; pairs with a missing or not finite number are counted `invalid`. */
export function regressionQualityOf(
  actual: readonly (number | null)[],
  predicted: readonly (number | null)[],
): RegressionQuality {
  const origin = actual.find((value) => value !== null && Number.isFinite(value)) ?? 0;
  const sums = emptyRegressionSums(origin);
  for (const [i, value] of actual.entries()) addRegressionPair(sums, value, predicted[i]);
  return regressionQuality(sums);
}
