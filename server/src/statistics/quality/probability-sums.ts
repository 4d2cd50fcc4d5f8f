import { type Measure, noValue, plain, withError } from './measure';

/** Probabilities are clipped to [ε, 1-ε] before their logarithm: ε = 2^-52, as in scikit-learn. */
const LOG_LOSS_CLIP = Number.EPSILON;

/** What is kept of (actual, probability) rows: sums that add up field by field. */
export interface ProbabilitySums {
  /** Rows with a probability in 0..1. */
  count: number;
  /** Rows left out: probability missing, NaN or outside 0..1. */
  invalid: number;
  logLoss: number;
  logLossSquares: number;
  /** Sum of (probability - actual)². */
  brier: number;
  /** Sum of its squares. */
  brierSquares: number;
}

/** Sums over nothing. */
export function emptyProbabilitySums(): ProbabilitySums {
  return { count: 0, invalid: 0, logLoss: 0, logLossSquares: 0, brier: 0, brierSquares: 0 };
}

/** Adds one row, in place. */
export function addProbability(
  sums: ProbabilitySums,
  actual: boolean,
  probability: number | null | undefined,
): void {
  if (typeof probability !== 'number' || !(probability >= 0 && probability <= 1)) {
    sums.invalid++;
    return;
  }
  const right = actual ? probability : 1 - probability;
  const loss = -Math.log(Math.min(1 - LOG_LOSS_CLIP, Math.max(LOG_LOSS_CLIP, right)));
  const square = (1 - right) ** 2;
  sums.count++;
  sums.logLoss += loss;
  sums.logLossSquares += loss * loss;
  sums.brier += square;
  sums.brierSquares += square * square;
}

/** Sums over both sets of rows. */
export function mergeProbabilitySums(a: ProbabilitySums, b: ProbabilitySums): ProbabilitySums {
  return {
    count: a.count + b.count,
    invalid: a.invalid + b.invalid,
    logLoss: a.logLoss + b.logLoss,
    logLossSquares: a.logLossSquares + b.logLossSquares,
    brier: a.brier + b.brier,
    brierSquares: a.brierSquares + b.brierSquares,
  };
}

function mean(sum: number, squares: number, count: number, most: number): Measure {
  if (count === 0) return noValue('NO_DATA');
  const value = sum / count;
  if (count < 2) return plain(value);
  const variance = Math.max(0, squares / count - value * value);
  return withError(value, Math.sqrt(variance / (count - 1)), 0, most);
}

/**
 * Log loss, the mean of -ln(probability given to what happened), in nats, 0 to 36 by clipping; 95 % interval by
 * the normal approximation, none with one row. No rows: `NO_DATA`. Defined with one class only.
 */
export function logLoss(sums: ProbabilitySums): Measure {
  return mean(sums.logLoss, sums.logLossSquares, sums.count, Number.POSITIVE_INFINITY);
}

/** Brier score, the mean of (probability - actual)², 0..1; interval and edges as for {@link logLoss}. */
export function brierScore(sums: ProbabilitySums): Measure {
  return mean(sums.brier, sums.brierSquares, sums.count, 1);
}
