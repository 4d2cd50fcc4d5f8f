'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.outputSpec = exports.countedFeatures = exports.outputKind = exports.BOOLEAN_BINNING = void 0;
exports.unseenBinning = unseenBinning;
exports.outputMeasure = outputMeasure;
const model_entity_1 = require('../model/model.entity');
const signature_1 = require('../signature/signature');
const output_reader_1 = require('./output-reader');
/** Of a BOOLEAN feature, stored as 0 and 1: bin and value are the same. */
exports.BOOLEAN_BINNING = { kind: 'CATEGORY', categories: ['false', 'true'] };
/** The bins of what nobody has seen yet: one for every number, one for every label that the signature knows. */
const ONE_BIN = { kind: 'NUMBER', edges: [], origin: 0 };
function unseenBinning({ kind, categories }) {
  if (kind === signature_1.FeatureKind.BOOLEAN) return exports.BOOLEAN_BINNING;
  return kind === signature_1.FeatureKind.CATEGORY
    ? { kind: 'CATEGORY', categories: categories ?? [] }
    : ONE_BIN;
}
/** What of a version's outputs is counted, unless its baseline found another; null where nothing is. */
function outputMeasure({ task, positiveLabel }) {
  if (task === model_entity_1.ModelTask.REGRESSION) return 'NUMBER';
  if (!(0, output_reader_1.isClassification)(task)) return null;
  return positiveLabel === null ? 'LABEL' : 'POSITIVE_PROBABILITY';
}
const outputKind = (of) =>
  of === 'LABEL' ? signature_1.FeatureKind.CATEGORY : signature_1.FeatureKind.NUMBER;
exports.outputKind = outputKind;
/** Free text is kept, not counted. */
const countedFeatures = (signature) =>
  signature?.inputs.filter(({ kind }) => kind !== signature_1.FeatureKind.TEXT) ?? [];
exports.countedFeatures = countedFeatures;
/** What is known of the output of a version without a signature: the task of its model. */
const outputSpec = (signature, task) =>
  signature?.output ?? { task, positiveLabel: null, labels: null, unit: null };
exports.outputSpec = outputSpec;
//# sourceMappingURL=binning.js.map
