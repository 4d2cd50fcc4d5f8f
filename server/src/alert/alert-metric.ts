/** What a rule watches; see the SDL for what each means. */
export enum AlertMetric {
  DRIFT = 'DRIFT',
  RMSE = 'RMSE',
  MAE = 'MAE',
  R2 = 'R2',
  ACCURACY = 'ACCURACY',
  PRECISION = 'PRECISION',
  RECALL = 'RECALL',
  F1 = 'F1',
  ROC_AUC = 'ROC_AUC',
  LOG_LOSS = 'LOG_LOSS',
  BRIER = 'BRIER',
  ERROR_RATE = 'ERROR_RATE',
  LATENCY_MEAN = 'LATENCY_MEAN',
  LATENCY_P95 = 'LATENCY_P95',
  MISSING_SHARE = 'MISSING_SHARE',
  PREDICTIONS = 'PREDICTIONS',
}

/** How it compares; see the SDL. */
export enum AlertComparison {
  ABOVE = 'ABOVE',
  BELOW = 'BELOW',
  ABOVE_BASELINE_RATIO = 'ABOVE_BASELINE_RATIO',
}

/** The quality metric of a report that a rule watches; null where it watches something else. */
export const qualityMetricOf = (watch: AlertMetric): string | null =>
  OF_QUALITY.has(watch) ? watch.toLowerCase() : null;

const OF_QUALITY = new Set([
  AlertMetric.RMSE,
  AlertMetric.MAE,
  AlertMetric.R2,
  AlertMetric.ACCURACY,
  AlertMetric.PRECISION,
  AlertMetric.RECALL,
  AlertMetric.F1,
  AlertMetric.ROC_AUC,
  AlertMetric.LOG_LOSS,
  AlertMetric.BRIER,
]);

/** Whether it can be narrowed to one feature. */
export const takesFeature = (watch: AlertMetric): boolean =>
  watch === AlertMetric.DRIFT || watch === AlertMetric.MISSING_SHARE;

/** Whether there is a number of the baseline to compare with; the missing share has one per feature. */
export const hasBaseline = (watch: AlertMetric, feature: string | null): boolean =>
  OF_QUALITY.has(watch) || (watch === AlertMetric.MISSING_SHARE && feature !== null);
