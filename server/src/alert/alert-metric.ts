import { ModelTask } from '../model/model-task';

/** What a rule watches; see the SDL for what each means. */
export enum AlertMetric {
  DRIFT = 'DRIFT',
  RMSE = 'RMSE',
  MAE = 'MAE',
  R2 = 'R2',
  BIAS = 'BIAS',
  MAPE = 'MAPE',
  ACCURACY = 'ACCURACY',
  PRECISION = 'PRECISION',
  RECALL = 'RECALL',
  F1 = 'F1',
  ROC_AUC = 'ROC_AUC',
  PR_AUC = 'PR_AUC',
  LOG_LOSS = 'LOG_LOSS',
  BRIER = 'BRIER',
  ECE = 'ECE',
  MCC = 'MCC',
  ERROR_RATE = 'ERROR_RATE',
  LATENCY_MEAN = 'LATENCY_MEAN',
  LATENCY_P95 = 'LATENCY_P95',
  MISSING_SHARE = 'MISSING_SHARE',
  NON_FINITE_SHARE = 'NON_FINITE_SHARE',
  UNSEEN_SHARE = 'UNSEEN_SHARE',
  PREDICTIONS = 'PREDICTIONS',
}

/** How it compares; see the SDL. */
export enum AlertComparison {
  ABOVE = 'ABOVE',
  BELOW = 'BELOW',
  ABOVE_BASELINE_RATIO = 'ABOVE_BASELINE_RATIO',
}

const OF_QUALITY: ReadonlyMap<AlertMetric, ModelTask> = new Map([
  ...[AlertMetric.RMSE, AlertMetric.MAE, AlertMetric.R2, AlertMetric.BIAS, AlertMetric.MAPE].map(
    (watch) => [watch, ModelTask.REGRESSION] as const,
  ),
  ...[
    AlertMetric.ACCURACY,
    AlertMetric.PRECISION,
    AlertMetric.RECALL,
    AlertMetric.F1,
    AlertMetric.ROC_AUC,
    AlertMetric.PR_AUC,
    AlertMetric.LOG_LOSS,
    AlertMetric.BRIER,
    AlertMetric.ECE,
    AlertMetric.MCC,
  ].map((watch) => [watch, ModelTask.BINARY_CLASSIFICATION] as const),
]);

/** The quality metric of a report that a rule watches; null where it watches something else. */
export const qualityMetricOf = (watch: AlertMetric): string | null =>
  OF_QUALITY.has(watch) ? watch.toLowerCase() : null;

/** The one task that has the metric; null where all have it. */
export const taskOf = (watch: AlertMetric): ModelTask | null => OF_QUALITY.get(watch) ?? null;

const OF_FEATURES: ReadonlySet<AlertMetric> = new Set([
  AlertMetric.DRIFT,
  AlertMetric.MISSING_SHARE,
  AlertMetric.NON_FINITE_SHARE,
  AlertMetric.UNSEEN_SHARE,
]);

/** Whether it can be narrowed to one feature. */
export const takesFeature = (watch: AlertMetric): boolean => OF_FEATURES.has(watch);

/**
 * Whether there is a number of the baseline to take a multiple of; the missing share has one per feature. A bias has none: it
 * may be on either side of zero.
 */
export const hasBaseline = (watch: AlertMetric, feature: string | null): boolean =>
  (OF_QUALITY.has(watch) && watch !== AlertMetric.BIAS) ||
  (watch === AlertMetric.MISSING_SHARE && feature !== null);
