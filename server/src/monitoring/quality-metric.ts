/**
 * The metrics that a verdict is built on. `isLack`: higher is better, and its error is what it lacks to 1. `coinError`: the
 * error of a guess by the toss of a coin; null where there is no such thing.
 *
 * The others are told and not judged: precision, recall, F1 and PR AUC move with the share of positives, R2 with the spread
 * of the actuals, MAPE with their size, ECE with the number of rows, so that they differ without the model being any worse.
 */
interface JudgedMetric {
  readonly isLack: boolean;
  readonly coinError: number | null;
}

const JUDGED = {
  rmse: { isLack: false, coinError: null },
  mae: { isLack: false, coinError: null },
  accuracy: { isLack: true, coinError: 0.5 },
  roc_auc: { isLack: true, coinError: 0.5 },
  log_loss: { isLack: false, coinError: Math.LN2 },
  brier: { isLack: false, coinError: 0.25 },
} as const satisfies Readonly<Record<string, JudgedMetric>>;

export type JudgedName = keyof typeof JUDGED;

export const isJudged = (name: string): name is JudgedName => Object.hasOwn(JUDGED, name);

/** The error of a metric from its value, and the value from its error: the two are the same move. */
export const errorOf = (name: JudgedName, value: number): number => (JUDGED[name].isLack ? 1 - value : value);

/**
 * The error beyond which one is far worse than that of the baseline: twice that, or half the way from there to that of a
 * coin, whichever is less. A baseline no better than a coin has only the first.
 */
export function farWorseLine(name: JudgedName, error: number): number {
  const { coinError: coin } = JUDGED[name];
  return coin !== null && coin > error ? Math.min(2 * error, (error + coin) / 2) : 2 * error;
}
