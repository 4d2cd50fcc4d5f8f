import { type Measure, noValue, plain, proportion, withError } from './measure';

/** Counts of a binary classification by actual and predicted class; they add up field by field. */
export interface Confusion {
  truePositives: number;
  falsePositives: number;
  trueNegatives: number;
  falseNegatives: number;
}

/** Quality of the labels of a binary classification. */
export interface LabelQuality {
  readonly count: number;
  /** Share of rows predicted right. */
  readonly accuracy: Measure;
  /** Share of predicted positives that are positive. */
  readonly precision: Measure;
  /** Share of positives that were predicted. */
  readonly recall: Measure;
  /** Harmonic mean of precision and recall. */
  readonly f1: Measure;
  /** Matthews' correlation, -1..1. */
  readonly mcc: Measure;
  /** Mean of the recalls of both classes. */
  readonly balancedAccuracy: Measure;
}

/** Counts of nothing. */
export function emptyConfusion(): Confusion {
  return { truePositives: 0, falsePositives: 0, trueNegatives: 0, falseNegatives: 0 };
}

/** Counts one labelled row, in place. */
export function addLabel(confusion: Confusion, actual: boolean, predicted: boolean): void {
  if (actual && predicted) confusion.truePositives++;
  else if (actual) confusion.falseNegatives++;
  else if (predicted) confusion.falsePositives++;
  else confusion.trueNegatives++;
}

/** Rows counted. */
export const countOf = (confusion: Confusion): number =>
  confusion.truePositives + confusion.falsePositives + confusion.trueNegatives + confusion.falseNegatives;

/** Counts over both sets of rows. */
export function mergeConfusions(a: Confusion, b: Confusion): Confusion {
  return {
    truePositives: a.truePositives + b.truePositives,
    falsePositives: a.falsePositives + b.falsePositives,
    trueNegatives: a.trueNegatives + b.trueNegatives,
    falseNegatives: a.falseNegatives + b.falseNegatives,
  };
}

/** F1 = 2J/(1+J) grows with J = TP/(TP+FP+FN), a proportion: its Wilson interval is carried over. */
function f1(tp: number, wrong: number): Measure {
  const jaccard = proportion(tp, tp + wrong, 'NO_POSITIVES');
  const carry = (j: number | null) => (j === null ? null : (2 * j) / (1 + j));
  return {
    value: carry(jaccard.value),
    low: carry(jaccard.low),
    high: carry(jaccard.high),
    reason: jaccard.reason,
  };
}

/**
 * Quality of labels.
 *
 * Intervals (95 %): Wilson's for accuracy, precision and recall, carried over from the Jaccard index for F1;
 * for balanced accuracy the normal approximation with the variances of both recalls; none for MCC.
 *
 * No row: `NO_DATA`. One actual class only: MCC and balanced accuracy are `ONE_CLASS_ONLY` and recall without
 * positives `NO_POSITIVES`. Precision without predicted positives is `NO_PREDICTED_POSITIVES`. F1 is 0 when
 * there are positives or predicted ones but no hit, and `NO_POSITIVES` when there are neither. MCC with one
 * predicted class is 0 (its limit, as in scikit-learn).
 */
export function labelQuality(confusion: Confusion): LabelQuality {
  const { truePositives: tp, falsePositives: fp, trueNegatives: tn, falseNegatives: fn } = confusion;
  const positives = tp + fn;
  const negatives = tn + fp;
  const count = positives + negatives;
  if (count === 0) {
    const none = noValue('NO_DATA');
    return {
      count,
      accuracy: none,
      precision: none,
      recall: none,
      f1: none,
      mcc: none,
      balancedAccuracy: none,
    };
  }
  const bothClasses = positives > 0 && negatives > 0;
  return {
    count,
    accuracy: proportion(tp + tn, count, 'NO_DATA'),
    precision: proportion(tp, tp + fp, 'NO_PREDICTED_POSITIVES'),
    recall: proportion(tp, positives, 'NO_POSITIVES'),
    f1: f1(tp, fp + fn),
    mcc: bothClasses ? plain(matthews(confusion)) : noValue('ONE_CLASS_ONLY'),
    balancedAccuracy: bothClasses ? balanced(confusion) : noValue('ONE_CLASS_ONLY'),
  };
}

function matthews({
  truePositives: tp,
  falsePositives: fp,
  trueNegatives: tn,
  falseNegatives: fn,
}: Confusion) {
  const spread = Math.sqrt(tp + fp) * Math.sqrt(tp + fn) * Math.sqrt(tn + fp) * Math.sqrt(tn + fn);
  return spread === 0 ? 0 : Math.max(-1, Math.min(1, (tp * tn - fp * fn) / spread));
}

function balanced({
  truePositives: tp,
  falsePositives: fp,
  trueNegatives: tn,
  falseNegatives: fn,
}: Confusion) {
  const sensitivity = tp / (tp + fn);
  const specificity = tn / (tn + fp);
  const variance =
    (sensitivity * (1 - sensitivity)) / (tp + fn) + (specificity * (1 - specificity)) / (tn + fp);
  return withError((sensitivity + specificity) / 2, Math.sqrt(variance) / 2, 0, 1);
}
