import { calibrationError } from '../statistics/quality/calibration-error';
import { labelQuality } from '../statistics/quality/confusion';
import type { Measure, NoValue } from '../statistics/quality/measure';
import { brierScore, logLoss } from '../statistics/quality/probability-sums';
import { averagePrecision, rocAuc } from '../statistics/quality/ranking-curve';
import { regressionQuality } from '../statistics/quality/regression';
import type { QualityMaterial } from './material';
import { type Direction, metricRule } from './quality-metric';

export interface QualityMetric {
  readonly name: string;
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly baseline: number | null;
  readonly baselineLower: number | null;
  readonly baselineUpper: number | null;
  readonly previous: number | null;
  readonly direction: Direction | null;
  readonly reason: string | null;
}

/** Every metric of the task, with what it was on the baseline's hold-out rows and in the window before. */
export function summariseQuality(
  current: QualityMaterial | null,
  baseline: QualityMaterial | null,
  previous: readonly { readonly name: string; readonly value: number | null }[],
): QualityMetric[] {
  if (!current) return [];
  const before = new Map(previous.map(({ name, value }) => [name, value]));
  const reference = baseline ? measures(baseline) : {};
  return Object.entries(measures(current)).map(([name, { value, low, high, reason }]) => ({
    name,
    value,
    lower: low,
    upper: high,
    baseline: reference[name]?.value ?? null,
    baselineLower: reference[name]?.low ?? null,
    baselineUpper: reference[name]?.high ?? null,
    previous: before.get(name) ?? null,
    direction: metricRule(name)?.direction ?? null,
    reason: reason && WHY[reason],
  }));
}

/** Rows with an output and an actual that the metrics are computed from. */
export function labelledRows(quality: QualityMaterial): number {
  if (quality.task === 'REGRESSION') return quality.sums.count;
  return labelQuality(quality.confusion).count;
}

function measures(quality: QualityMaterial): Record<string, Measure> {
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

const WHY: Record<NoValue, string> = {
  NO_DATA:
    'No prediction of the window has what it takes: an output with an actual, and a probability where the metric needs one.',
  ONE_CLASS_ONLY: 'All actuals are of one class.',
  NO_PREDICTED_POSITIVES: 'Nothing was predicted positive.',
  NO_POSITIVES: 'No actual is positive.',
  CONSTANT_ACTUALS: 'All actuals are alike.',
  ONLY_ZERO_ACTUALS: 'Every actual is zero.',
  OVERFLOW: 'The numbers are too large to be added up.',
};
