'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.LOG_LOSS_CLIP = void 0;
exports.emptyProbabilitySums = emptyProbabilitySums;
exports.addProbability = addProbability;
exports.mergeProbabilitySums = mergeProbabilitySums;
exports.logLoss = logLoss;
exports.brierScore = brierScore;
const measure_1 = require('./measure');
/** Probabilities are clipped to [ε, 1-ε] before their logarithm: ε = 2^-52, as in scikit-learn. */
exports.LOG_LOSS_CLIP = Number.EPSILON;
/** Sums over nothing. */
function emptyProbabilitySums() {
  return { count: 0, invalid: 0, logLoss: 0, logLossSquares: 0, brier: 0, brierSquares: 0 };
}
/** Adds one row, in place. */
function addProbability(sums, actual, probability) {
  if (typeof probability !== 'number' || !(probability >= 0 && probability <= 1)) {
    sums.invalid++;
    return;
  }
  const right = actual ? probability : 1 - probability;
  const loss = -Math.log(Math.min(1 - exports.LOG_LOSS_CLIP, Math.max(exports.LOG_LOSS_CLIP, right)));
  const square = (1 - right) ** 2;
  sums.count++;
  sums.logLoss += loss;
  sums.logLossSquares += loss * loss;
  sums.brier += square;
  sums.brierSquares += square * square;
}
/** Sums over both sets of rows. */
function mergeProbabilitySums(a, b) {
  return {
    count: a.count + b.count,
    invalid: a.invalid + b.invalid,
    logLoss: a.logLoss + b.logLoss,
    logLossSquares: a.logLossSquares + b.logLossSquares,
    brier: a.brier + b.brier,
    brierSquares: a.brierSquares + b.brierSquares,
  };
}
function mean(sum, squares, count, most) {
  if (count === 0) return (0, measure_1.noValue)('NO_DATA');
  const value = sum / count;
  if (count < 2) return (0, measure_1.plain)(value);
  const variance = Math.max(0, squares / count - value * value);
  return (0, measure_1.withError)(value, Math.sqrt(variance / (count - 1)), 0, most);
}
/**
 * Log loss, the mean of -ln(probability given to what happened), in nats, 0 to 36 by clipping; 95 % interval by
 * the normal approximation, none with one row. No rows: `NO_DATA`. Defined with one class only.
 */
function logLoss(sums) {
  return mean(sums.logLoss, sums.logLossSquares, sums.count, Number.POSITIVE_INFINITY);
}
/** Brier score, the mean of (probability - actual)², 0..1; interval and edges as for {@link logLoss}. */
function brierScore(sums) {
  return mean(sums.brier, sums.brierSquares, sums.count, 1);
}
//# sourceMappingURL=probability-sums.js.map
