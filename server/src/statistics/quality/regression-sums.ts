/**
 * What is kept of (actual, predicted) pairs: plain sums that add up field by field, in any order, in JSON or
 * SQL. Errors are predicted - actual.
 */
export interface RegressionSums {
  /** Pairs of finite numbers. */
  count: number;
  /** Pairs left out because a number was missing or not finite. */
  invalid: number;
  /**
   * What actuals are measured from, in the unit of the actual: freeze it near their mean (that of the
   * baseline). The variance of actuals, hence R², is then a difference of small numbers instead of large ones.
   */
  origin: number;
  /** Sum of actual - origin. */
  actual: number;
  /** Sum of (actual - origin)². */
  actualSquares: number;
  error: number;
  absoluteError: number;
  squaredError: number;
  /** Sum of error⁴: the spread of the squared error. */
  fourthPowers: number;
  /** Pairs whose actual is not zero. */
  relativeCount: number;
  /** Sum of |error / actual| over them. */
  relativeError: number;
  /** Sum of its squares. */
  relativeSquares: number;
}

/** Sums over nothing, with actuals to be measured from `origin` (default 0). */
export function emptyRegressionSums(origin = 0): RegressionSums {
  return {
    count: 0,
    invalid: 0,
    origin: Number.isFinite(origin) ? origin : 0,
    actual: 0,
    actualSquares: 0,
    error: 0,
    absoluteError: 0,
    squaredError: 0,
    fourthPowers: 0,
    relativeCount: 0,
    relativeError: 0,
    relativeSquares: 0,
  };
}

/**
 * Adds one pair, in place. A zero actual (or one so small that the ratio overflows) counts everywhere but in
 * the relative error.
 */
export function addRegressionPair(
  sums: RegressionSums,
  actual: number | null | undefined,
  predicted: number | null | undefined,
): void {
  if (typeof actual !== 'number' || typeof predicted !== 'number') {
    sums.invalid++;
    return;
  }
  const error = predicted - actual;
  if (!Number.isFinite(actual) || !Number.isFinite(predicted)) {
    sums.invalid++;
    return;
  }
  const shifted = actual - sums.origin;
  const square = error * error;
  sums.count++;
  sums.actual += shifted;
  sums.actualSquares += shifted * shifted;
  sums.error += error;
  sums.absoluteError += Math.abs(error);
  sums.squaredError += square;
  sums.fourthPowers += square * square;
  // An error may leave the range of a double where its ratio to the actual does not.
  const ratio = Math.abs(Number.isFinite(error) ? error / actual : predicted / actual - 1);
  if (Number.isFinite(ratio)) {
    sums.relativeCount++;
    sums.relativeError += ratio;
    sums.relativeSquares += ratio * ratio;
  }
}

/** The same sums with actuals measured from another origin: Σ(x-o')² = Σ(x-o)² + 2dΣ(x-o) + nd², d = o - o'. */
function rebaseRegressionSums(sums: RegressionSums, origin: number): RegressionSums {
  const d = sums.origin - origin;
  if (d === 0) return { ...sums };
  return {
    ...sums,
    origin,
    actual: sums.actual + sums.count * d,
    actualSquares: Math.max(0, sums.actualSquares + 2 * d * sums.actual + sums.count * d * d),
  };
}

/** Sums over both sets of pairs, on the origin of the first (one origin for all keeps every digit). */
export function mergeRegressionSums(a: RegressionSums, b: RegressionSums): RegressionSums {
  const other = rebaseRegressionSums(b, a.origin);
  return {
    count: a.count + other.count,
    invalid: a.invalid + other.invalid,
    origin: a.origin,
    actual: a.actual + other.actual,
    actualSquares: a.actualSquares + other.actualSquares,
    error: a.error + other.error,
    absoluteError: a.absoluteError + other.absoluteError,
    squaredError: a.squaredError + other.squaredError,
    fourthPowers: a.fourthPowers + other.fourthPowers,
    relativeCount: a.relativeCount + other.relativeCount,
    relativeError: a.relativeError + other.relativeError,
    relativeSquares: a.relativeSquares + other.relativeSquares,
  };
}
