'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.freezeBins = freezeBins;
const signature_1 = require('../signature/signature');
const categorical_binning_1 = require('../statistics/binning/categorical-binning');
const numeric_binning_1 = require('../statistics/binning/numeric-binning');
const binning_1 = require('./binning');
const measured_1 = require('./measured');
/** The bins that rows of a reference give: edges at their quantiles, their most frequent labels. */
function freezeBins(signature, spec, blocks) {
  return {
    features: (0, measured_1.measuredFeatures)(signature).map(({ feature, value }) => ({
      feature,
      value,
      binning: binningOf(feature.kind, valuesIn(blocks, value)),
    })),
    output: freezeOutput(spec, blocks),
  };
}
function freezeOutput(spec, blocks) {
  const wanted = (0, binning_1.outputMeasure)(spec);
  const values = (of) =>
    valuesIn(blocks, ({ outputs }, row) => {
      const output = outputs[row];
      return output ? (0, measured_1.measuredOutput)(spec, of, output) : null;
    });
  if (wanted === null || isEmpty(values(wanted === 'POSITIVE_PROBABILITY' ? 'LABEL' : wanted))) return null;
  // Without a single probability the labels say more than a bin of missing values.
  const of = wanted === 'POSITIVE_PROBABILITY' && isEmpty(values(wanted)) ? 'LABEL' : wanted;
  return { of, binning: binningOf((0, binning_1.outputKind)(of), values(of)) };
}
/** The values that are there. */
function* valuesIn(blocks, value) {
  for (const block of blocks) {
    for (let row = 0; row < block.filled; row++) {
      const found = value(block, row);
      if (found !== null) yield found;
    }
  }
}
const isEmpty = (values) => {
  for (const _ of values) return false;
  return true;
};
function binningOf(kind, values) {
  if (kind === signature_1.FeatureKind.BOOLEAN) return binning_1.BOOLEAN_BINNING;
  return kind === signature_1.FeatureKind.CATEGORY
    ? (0, categorical_binning_1.categoricalBinning)(values)
    : (0, numeric_binning_1.numericBinning)(values);
}
//# sourceMappingURL=freeze-bins.js.map
