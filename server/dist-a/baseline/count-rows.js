'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.RowCounter = void 0;
const categorical_binning_1 = require('../statistics/binning/categorical-binning');
const numeric_binning_1 = require('../statistics/binning/numeric-binning');
const binning_1 = require('./binning');
const measured_1 = require('./measured');
/** Counts the rows of a reference on its frozen bins. */
class RowCounter {
  constructor(bins, spec) {
    this.bins = bins;
    this.spec = spec;
    this.features = bins.features.map(({ binning }) => counterOn(binning));
    this.output = bins.output && counterOn(bins.output.binning);
  }
  add(block, row) {
    this.bins.features.forEach(({ value }, index) => {
      this.features[index].add(value(block, row));
    });
    const output = block.outputs[row];
    if (output && this.output && this.bins.output)
      this.output.add((0, measured_1.measuredOutput)(this.spec, this.bins.output.of, output));
  }
  frozenFeatures() {
    return this.bins.features.map(({ feature: { name, kind } }, index) =>
      this.features[index].frozen(name, kind),
    );
  }
  frozenOutput() {
    const { output } = this.bins;
    if (!output || !this.output) return null;
    return {
      ...this.output.frozen('output', (0, binning_1.outputKind)(output.of)),
      name: 'output',
      of: output.of,
    };
  }
}
exports.RowCounter = RowCounter;
function counterOn(binning) {
  if (binning.kind === 'CATEGORY') {
    const summary = (0, categorical_binning_1.emptyCategoricalSummary)(binning);
    const count = (0, categorical_binning_1.categoryCounter)(binning);
    return {
      add: (value) => count(summary, value),
      frozen: (name, kind) => ({ name, kind, binning, ...summary, nonFinite: 0, ...NO_MOMENTS }),
    };
  }
  const summary = (0, numeric_binning_1.emptyNumericSummary)(binning);
  return {
    add: (value) => (0, numeric_binning_1.addNumber)(binning, summary, value),
    frozen: (name, kind) => {
      const { counts, missing, nonFinite, min, max } = summary;
      const count = counts.reduce((sum, one) => sum + one, 0);
      const of = (0, numeric_binning_1.moments)(binning, summary);
      return {
        name,
        kind,
        binning,
        counts,
        missing,
        nonFinite,
        mean: of?.mean ?? null,
        standardDeviation: of && count > 1 ? Math.sqrt((of.variance * count) / (count - 1)) : null,
        min,
        max,
      };
    },
  };
}
const NO_MOMENTS = { mean: null, standardDeviation: null, min: null, max: null };
//# sourceMappingURL=count-rows.js.map
