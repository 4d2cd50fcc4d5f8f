/**
 * The metrics that a verdict is built on. `isLack`: higher is better, and its error is what it lacks to 1. `coinError`: the
 * error of a guess by the toss of a coin; null where there is no such thing.
 *
 * The others are told and not judged: precision, recall and PR AUC move with the share of positives, R2 with the spread of
 * the actuals, MAPE with their size, ECE with the number of rows, so that they differ without the model being any worse.
 */
interface JudgedMetric {
  readonly isLack: boolean;
  readonly coinError: number | null;
}

const JUDGED: Readonly<Record<string, JudgedMetric>> = {
  rmse: { isLack: false, coinError: null },
  mae: { isLack: false, coinError: null },
  accuracy: { isLack: true, coinError: 0.5 },
  f1: { isLack: true, coinError: 1 },
  roc_auc: { isLack: true, coinError: 0.5 },
  log_loss: { isLack: false, coinError: Math.LN2 },
  brier: { isLack: false, coinError: 0.25 },
};

/** Null for a metric that is not judged. */
export const judgedMetric = (name: string): JudgedMetric | null =>
  Object.hasOwn(JUDGED, name) ? JUDGED[name]! : null;
