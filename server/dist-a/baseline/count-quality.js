'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.qualityCounter = qualityCounter;
const model_entity_1 = require('../model/model.entity');
const confusion_1 = require('../statistics/quality/confusion');
const probability_sums_1 = require('../statistics/quality/probability-sums');
const regression_sums_1 = require('../statistics/quality/regression-sums');
const score_histogram_1 = require('../statistics/quality/score-histogram');
const output_reader_1 = require('./output-reader');
function qualityCounter(spec) {
  if (spec.task === model_entity_1.ModelTask.REGRESSION) return regressionCounter();
  if (spec.task === model_entity_1.ModelTask.BINARY_CLASSIFICATION && spec.positiveLabel !== null)
    return binaryCounter(spec);
  return {
    labelled: 0,
    add() {
      this.labelled += 1;
    },
    sums: () => null,
  };
}
function regressionCounter() {
  let sums = null;
  return {
    labelled: 0,
    add(output, { number }) {
      this.labelled += 1;
      sums ??= (0, regression_sums_1.emptyRegressionSums)(number ?? 0);
      (0, regression_sums_1.addRegressionPair)(sums, number, output.number);
    },
    sums: () => sums && { task: 'REGRESSION', sums },
  };
}
function binaryCounter(spec) {
  const [confusion, probabilities, scores] = [
    (0, confusion_1.emptyConfusion)(),
    (0, probability_sums_1.emptyProbabilitySums)(),
    (0, score_histogram_1.emptyScoreHistogram)(),
  ];
  return {
    labelled: 0,
    add(output, { label }) {
      this.labelled += 1;
      const actual = label === spec.positiveLabel;
      const probability = (0, output_reader_1.positiveProbability)(spec, output);
      (0, confusion_1.addLabel)(confusion, actual, output.label === spec.positiveLabel);
      (0, probability_sums_1.addProbability)(probabilities, actual, probability);
      (0, score_histogram_1.addScore)(scores, actual, probability);
    },
    sums() {
      return this.labelled > 0 ? { task: 'BINARY_CLASSIFICATION', confusion, probabilities, scores } : null;
    },
  };
}
//# sourceMappingURL=count-quality.js.map
