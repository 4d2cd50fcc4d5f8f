'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.measuredFeatures = measuredFeatures;
exports.measuredOutput = measuredOutput;
const signature_1 = require('../signature/signature');
const binning_1 = require('./binning');
const feature_reader_1 = require('./feature-reader');
const output_reader_1 = require('./output-reader');
function measuredFeatures(signature) {
  const numbers = (0, feature_reader_1.numericFeatures)(signature).map(({ name }) => name);
  return (0, binning_1.countedFeatures)(signature).map((feature) => ({
    feature,
    value: readerOf(feature, numbers.indexOf(feature.name)),
  }));
}
function readerOf({ kind, name }, column) {
  if (column < 0) return ({ table }, row) => table.extras[row]?.[name] ?? null;
  if (kind !== signature_1.FeatureKind.BOOLEAN) return ({ table }, row) => table.number(row, column);
  return ({ table }, row) => {
    const stored = table.number(row, column);
    return stored === null ? null : stored === 1;
  };
}
/** What of an output is counted. */
function measuredOutput(spec, of, output) {
  if (of === 'LABEL') return output.label;
  return of === 'NUMBER' ? output.number : (0, output_reader_1.positiveProbability)(spec, output);
}
//# sourceMappingURL=measured.js.map
