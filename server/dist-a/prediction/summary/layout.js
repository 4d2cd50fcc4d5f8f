'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.layoutOf = layoutOf;
const binning_1 = require('../../baseline/binning');
const feature_reader_1 = require('../../baseline/feature-reader');
const model_entity_1 = require('../../model/model.entity');
function layoutOf(signature, task, baseline) {
  const frozen = baseline?.isFrozen ? baseline : null;
  const spec = (0, binning_1.outputSpec)(signature, task);
  const numbers = (0, feature_reader_1.numericFeatures)(signature).map(({ name }) => name);
  const place = placing();
  const features = (0, binning_1.countedFeatures)(signature).map((feature, index) =>
    place(
      feature.name,
      feature.kind,
      frozen?.features[index]?.binning ?? (0, binning_1.unseenBinning)(feature),
      numbers.indexOf(feature.name),
    ),
  );
  const of = frozen?.output?.of ?? (0, binning_1.outputMeasure)(spec);
  const output = of && {
    ...place(
      'output',
      (0, binning_1.outputKind)(of),
      frozen?.output?.binning ??
        (0, binning_1.unseenBinning)({ kind: (0, binning_1.outputKind)(of), categories: spec.labels }),
      -1,
    ),
    of,
  };
  const binning = output?.binning;
  return {
    revision: frozen?.revision ?? 0,
    features,
    output,
    ...place.size(),
    spec,
    quality: qualityOf(spec),
    actualOrigin: binning?.kind === 'NUMBER' ? binning.origin : 0,
  };
}
function qualityOf({ task, positiveLabel }) {
  if (task === model_entity_1.ModelTask.REGRESSION) return task;
  return task === model_entity_1.ModelTask.BINARY_CLASSIFICATION && positiveLabel !== null ? task : null;
}
/** Gives each column the next places. */
function placing() {
  let counts = 0;
  let sums = 0;
  const place = (name, kind, binning, number) => {
    const isNumber = binning.kind === 'NUMBER';
    const bins = (isNumber ? binning.edges.length : binning.categories.length) + 1;
    const countsAt = counts;
    const binsAt = countsAt + (isNumber ? 2 : 1);
    const sumsAt = isNumber ? sums : -1;
    counts = binsAt + bins;
    sums += isNumber ? 2 : 0;
    return { name, kind, binning, countsAt, binsAt, bins, sumsAt, number };
  };
  return Object.assign(place, { size: () => ({ counts, sums }) });
}
//# sourceMappingURL=layout.js.map
