'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.BinaryQuality = exports.RegressionQuality = exports.NO_QUALITY = void 0;
exports.qualitySums = qualitySums;
const confusion_1 = require('../../statistics/quality/confusion');
const probability_sums_1 = require('../../statistics/quality/probability-sums');
const regression_sums_1 = require('../../statistics/quality/regression-sums');
const score_histogram_1 = require('../../statistics/quality/score-histogram');
const exact_sum_1 = require('../../statistics/sums/exact-sum');
exports.NO_QUALITY = { counts: [], sums: [], scores: [] };
const REGRESSION_SUMS = [
  'actual',
  'actualSquares',
  'error',
  'absoluteError',
  'squaredError',
  'fourthPowers',
  'relativeError',
  'relativeSquares',
];
const PROBABILITY_SUMS = ['logLoss', 'logLossSquares', 'brier', 'brierSquares'];
const CONFUSION = ['truePositives', 'falsePositives', 'trueNegatives', 'falseNegatives'];
const exactSums = (count) => Array.from({ length: count }, () => new exact_sum_1.ExactSum());
/** Regression: each pair's own sums, by the statistics room, are added up exactly. */
class RegressionQuality {
  constructor(origin) {
    this.origin = origin;
    this.count = 0;
    this.invalid = 0;
    this.relativeCount = 0;
    this.sums = exactSums(REGRESSION_SUMS.length);
  }
  add(actual, predicted) {
    const pair = (0, regression_sums_1.emptyRegressionSums)(this.origin);
    (0, regression_sums_1.addRegressionPair)(pair, actual, predicted);
    this.count += pair.count;
    this.invalid += pair.invalid;
    this.relativeCount += pair.relativeCount;
    REGRESSION_SUMS.forEach((field, index) => {
      this.sums[index].add(pair[field]);
    });
  }
  vectors() {
    return {
      counts: [this.count, this.invalid, this.relativeCount],
      sums: this.sums.map((sum) => sum.toDecimal()),
      scores: [],
    };
  }
}
exports.RegressionQuality = RegressionQuality;
/** Scores are rounded to multiples of 2^-30, whose sums doubles hold exactly up to eight million in a bin. */
const SCORE_UNIT = 2 ** 30;
/** Binary classification, by actual and predicted label and the probability of the positive one. */
class BinaryQuality {
  constructor() {
    this.confusion = (0, confusion_1.emptyConfusion)();
    this.scores = (0, score_histogram_1.emptyScoreHistogram)(score_histogram_1.SCORE_BINS);
    this.count = 0;
    this.invalid = 0;
    this.sums = exactSums(PROBABILITY_SUMS.length);
  }
  add(actual, predicted, probability) {
    (0, confusion_1.addLabel)(this.confusion, actual, predicted);
    (0, score_histogram_1.addScore)(
      this.scores,
      actual,
      probability === null ? null : Math.round(probability * SCORE_UNIT) / SCORE_UNIT,
    );
    const row = (0, probability_sums_1.emptyProbabilitySums)();
    (0, probability_sums_1.addProbability)(row, actual, probability);
    this.count += row.count;
    this.invalid += row.invalid;
    PROBABILITY_SUMS.forEach((field, index) => {
      this.sums[index].add(row[field]);
    });
  }
  vectors() {
    return {
      counts: [
        ...CONFUSION.map((field) => this.confusion[field]),
        this.count,
        this.invalid,
        this.scores.invalid,
        ...this.scores.positives,
        ...this.scores.negatives,
      ],
      sums: this.sums.map((sum) => sum.toDecimal()),
      scores: this.scores.scores,
    };
  }
}
exports.BinaryQuality = BinaryQuality;
/** What vectors that were added up in SQL stand for; empty ones for no labelled row. */
function qualitySums(task, origin, { counts, sums, scores }) {
  const count = (at) => counts[at] ?? 0;
  if (task === 'REGRESSION') {
    const [seen, invalid, relativeCount] = [count(0), count(1), count(2)];
    const regression = {
      ...(0, regression_sums_1.emptyRegressionSums)(origin),
      count: seen,
      invalid,
      relativeCount,
    };
    REGRESSION_SUMS.forEach((field, index) => {
      regression[field] = sums[index] ?? 0;
    });
    return { task, sums: regression };
  }
  const confusion = (0, confusion_1.emptyConfusion)();
  CONFUSION.forEach((field, index) => {
    confusion[field] = count(index);
  });
  const probabilities = {
    ...(0, probability_sums_1.emptyProbabilitySums)(),
    count: count(4),
    invalid: count(5),
  };
  PROBABILITY_SUMS.forEach((field, index) => {
    probabilities[field] = sums[index] ?? 0;
  });
  const histogram = (0, score_histogram_1.emptyScoreHistogram)(score_histogram_1.SCORE_BINS);
  const side = (from) => histogram.positives.map((_, bin) => count(from + bin));
  return {
    task,
    confusion,
    probabilities,
    scores: {
      positives: side(7),
      negatives: side(7 + score_histogram_1.SCORE_BINS),
      scores: histogram.scores.map((_, bin) => scores[bin] ?? 0),
      invalid: count(6),
    },
  };
}
//# sourceMappingURL=quality-vector.js.map
