import { total } from '../statistics/effect/shares';
import { calibrationError } from '../statistics/quality/calibration-error';
import { type Confusion, countOf, labelQuality } from '../statistics/quality/confusion';
import type { Measure } from '../statistics/quality/measure';
import { brierScore, logLoss, type ProbabilitySums } from '../statistics/quality/probability-sums';
import { averagePrecision, rocAuc } from '../statistics/quality/ranking-curve';
import { regressionQuality } from '../statistics/quality/regression';
import type { RegressionSums } from '../statistics/quality/regression-sums';
import type { ScoreHistogram } from '../statistics/quality/score-histogram';

/** What is kept of labelled rows: enough for every quality metric of the task and its interval. Plain JSON; it adds up. */
export type QualitySums =
  | { readonly task: 'REGRESSION'; readonly sums: RegressionSums }
  | {
      readonly task: 'BINARY_CLASSIFICATION';
      readonly confusion: Confusion;
      readonly probabilities: ProbabilitySums;
      readonly scores: ScoreHistogram;
    };

/** How many rows each metric of the task is computed from, by the same names. */
export function qualityRows(quality: QualitySums): Record<string, number> {
  if (quality.task === 'REGRESSION') {
    const { count, relativeCount } = quality.sums;
    return { rmse: count, mae: count, r2: count, bias: count, mape: relativeCount };
  }
  const labels = countOf(quality.confusion);
  const scores = total(quality.scores.positives) + total(quality.scores.negatives);
  const probabilities = quality.probabilities.count;
  return {
    accuracy: labels,
    precision: labels,
    recall: labels,
    f1: labels,
    roc_auc: scores,
    pr_auc: scores,
    log_loss: probabilities,
    brier: probabilities,
    ece: scores,
    mcc: labels,
  };
}

/** Every quality metric of the task by the name it has in reports, in the order in which they are told. */
export function qualityMeasures(quality: QualitySums): Record<string, Measure> {
  if (quality.task === 'REGRESSION') {
    const { rmse, mae, r2, bias, mape } = regressionQuality(quality.sums);
    return { rmse, mae, r2, bias, mape };
  }
  const { accuracy, precision, recall, f1, mcc } = labelQuality(quality.confusion);
  return {
    accuracy,
    precision,
    recall,
    f1,
    roc_auc: rocAuc(quality.scores),
    pr_auc: averagePrecision(quality.scores),
    log_loss: logLoss(quality.probabilities),
    brier: brierScore(quality.probabilities),
    ece: calibrationError(quality.scores),
    mcc,
  };
}
