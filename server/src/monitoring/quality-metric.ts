export type Direction = 'HIGHER_IS_BETTER' | 'LOWER_IS_BETTER';

interface MetricRule {
  readonly direction: Direction | null;
  /**
   * For the metrics that a verdict is built on: the error of a guess by the toss of a coin, null where there is none. The
   * error of a metric where higher is better is what it lacks to 1. Absent for the others: precision, recall and PR AUC
   * move with the share of positives, R2 with the spread of the actuals, MAPE with their size, ECE with the number of
   * rows, so that they differ without the model being any worse.
   */
  readonly judged?: { readonly coinError: number | null };
}

const LOWER = 'LOWER_IS_BETTER';
const HIGHER = 'HIGHER_IS_BETTER';

/** The quality metrics of reports, by task, in the order in which they are told. */
export const QUALITY_METRICS = {
  REGRESSION: {
    rmse: { direction: LOWER, judged: { coinError: null } },
    mae: { direction: LOWER, judged: { coinError: null } },
    r2: { direction: HIGHER },
    bias: { direction: null },
    mape: { direction: LOWER },
  },
  BINARY_CLASSIFICATION: {
    accuracy: { direction: HIGHER, judged: { coinError: 0.5 } },
    precision: { direction: HIGHER },
    recall: { direction: HIGHER },
    f1: { direction: HIGHER, judged: { coinError: 1 } },
    roc_auc: { direction: HIGHER, judged: { coinError: 0.5 } },
    pr_auc: { direction: HIGHER },
    log_loss: { direction: LOWER, judged: { coinError: Math.LN2 } },
    brier: { direction: LOWER, judged: { coinError: 0.25 } },
    ece: { direction: LOWER },
    mcc: { direction: HIGHER },
  },
} as const satisfies Record<string, Record<string, MetricRule>>;

const RULES: Readonly<Record<string, MetricRule>> = {
  ...QUALITY_METRICS.REGRESSION,
  ...QUALITY_METRICS.BINARY_CLASSIFICATION,
};

/** Null for a name that is none of ours. */
export const metricRule = (name: string): MetricRule | null =>
  Object.hasOwn(RULES, name) ? RULES[name]! : null;
