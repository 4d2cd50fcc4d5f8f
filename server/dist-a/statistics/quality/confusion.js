'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.emptyConfusion = emptyConfusion;
exports.addLabel = addLabel;
exports.mergeConfusions = mergeConfusions;
exports.labelQuality = labelQuality;
const measure_1 = require('./measure');
/** Counts of nothing. */
function emptyConfusion() {
  return { truePositives: 0, falsePositives: 0, trueNegatives: 0, falseNegatives: 0 };
}
/** Counts one labelled row, in place. */
function addLabel(confusion, actual, predicted) {
  if (actual && predicted) confusion.truePositives++;
  else if (actual) confusion.falseNegatives++;
  else if (predicted) confusion.falsePositives++;
  else confusion.trueNegatives++;
}
/** Counts over both sets of rows. */
function mergeConfusions(a, b) {
  return {
    truePositives: a.truePositives + b.truePositives,
    falsePositives: a.falsePositives + b.falsePositives,
    trueNegatives: a.trueNegatives + b.trueNegatives,
    falseNegatives: a.falseNegatives + b.falseNegatives,
  };
}
/** F1 = 2J/(1+J) grows with J = TP/(TP+FP+FN), a proportion: its Wilson interval is carried over. */
function f1(tp, wrong) {
  const jaccard = (0, measure_1.proportion)(tp, tp + wrong, 'NO_POSITIVES');
  const carry = (j) => (j === null ? null : (2 * j) / (1 + j));
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
function labelQuality(confusion) {
  const { truePositives: tp, falsePositives: fp, trueNegatives: tn, falseNegatives: fn } = confusion;
  const positives = tp + fn;
  const negatives = tn + fp;
  const count = positives + negatives;
  if (count === 0) {
    const none = (0, measure_1.noValue)('NO_DATA');
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
    accuracy: (0, measure_1.proportion)(tp + tn, count, 'NO_DATA'),
    precision: (0, measure_1.proportion)(tp, tp + fp, 'NO_PREDICTED_POSITIVES'),
    recall: (0, measure_1.proportion)(tp, positives, 'NO_POSITIVES'),
    f1: f1(tp, fp + fn),
    mcc: bothClasses ? (0, measure_1.plain)(matthews(confusion)) : (0, measure_1.noValue)('ONE_CLASS_ONLY'),
    balancedAccuracy: bothClasses ? balanced(confusion) : (0, measure_1.noValue)('ONE_CLASS_ONLY'),
  };
}
function matthews({ truePositives: tp, falsePositives: fp, trueNegatives: tn, falseNegatives: fn }) {
  const spread = Math.sqrt(tp + fp) * Math.sqrt(tp + fn) * Math.sqrt(tn + fp) * Math.sqrt(tn + fn);
  return spread === 0 ? 0 : Math.max(-1, Math.min(1, (tp * tn - fp * fn) / spread));
}
function balanced({ truePositives: tp, falsePositives: fp, trueNegatives: tn, falseNegatives: fn }) {
  const sensitivity = tp / (tp + fn);
  const specificity = tn / (tn + fp);
  const variance =
    (sensitivity * (1 - sensitivity)) / (tp + fn) + (specificity * (1 - specificity)) / (tn + fp);
  return (0, measure_1.withError)((sensitivity + specificity) / 2, Math.sqrt(variance) / 2, 0, 1);
}
//# sourceMappingURL=confusion.js.map
