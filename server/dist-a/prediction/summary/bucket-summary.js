'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.LabelBins = exports.BucketSummary = void 0;
const output_reader_1 = require('../../baseline/output-reader');
const quantile_edges_1 = require('../../statistics/binning/quantile-edges');
const exact_sum_1 = require('../../statistics/sums/exact-sum');
const latency_histogram_1 = require('./latency-histogram');
const quality_vector_1 = require('./quality-vector');
/** Sums up predictions of one bucket. The same rows give the same vectors, in whatever order and parts they come. */
class BucketSummary {
  constructor(layout, labels = new LabelBins(layout)) {
    this.layout = layout;
    this.labels = labels;
    this.predictions = 0;
    this.failed = 0;
    this.labelled = 0;
    this.latencyCounts = new Array(latency_histogram_1.LATENCY_BINS).fill(0);
    this.latencySum = new exact_sum_1.ExactSum();
    this.counts = new Array(layout.counts).fill(0);
    this.sums = Array.from({ length: layout.sums }, () => new exact_sum_1.ExactSum());
    if (layout.quality === 'REGRESSION')
      this.quality = new quality_vector_1.RegressionQuality(layout.actualOrigin);
    else this.quality = layout.quality === null ? null : new quality_vector_1.BinaryQuality();
  }
  addPrediction({ table, row, output, latencyMs }) {
    this.predictions += 1;
    if (latencyMs !== null) {
      this.latencyCounts[(0, latency_histogram_1.latencyBin)(latencyMs)] += 1;
      this.latencySum.add(latencyMs);
    }
    for (const column of this.layout.features) {
      if (column.binning.kind === 'NUMBER') this.addNumber(column, table.number(row, column.number));
      else if (column.number >= 0) this.addBin(column, table.number(row, column.number));
      else this.addLabel(column, table.extras[row]?.[column.name]);
    }
    if (output) this.addOutput(output);
    else this.failed += 1;
  }
  /** The first actual of a prediction. One that failed has no output and is not labelled. */
  addActual(output, actual) {
    if (!output) return;
    this.labelled += 1;
    const { spec } = this.layout;
    if (this.quality instanceof quality_vector_1.RegressionQuality)
      this.quality.add(actual.number, output.number);
    else if (this.quality)
      this.quality.add(
        actual.label === spec.positiveLabel,
        output.label === spec.positiveLabel,
        (0, output_reader_1.positiveProbability)(spec, output),
      );
  }
  vectors() {
    const isEmpty = this.predictions === 0;
    return {
      predictions: this.predictions,
      failed: this.failed,
      labelled: this.labelled,
      counts: isEmpty ? [] : this.counts,
      sums: isEmpty ? [] : this.sums.map((sum) => sum.toDecimal()),
      latencyCounts: isEmpty ? [] : this.latencyCounts,
      latencySum: this.latencySum.toDecimal(),
      quality: this.labelled > 0 && this.quality ? this.quality.vectors() : quality_vector_1.NO_QUALITY,
    };
  }
  addOutput(output) {
    const column = this.layout.output;
    if (!column) return;
    if (column.of === 'LABEL') this.addLabel(column, output.label);
    else
      this.addNumber(
        column,
        column.of === 'NUMBER'
          ? output.number
          : (0, output_reader_1.positiveProbability)(this.layout.spec, output),
      );
  }
  addNumber({ binning, countsAt, binsAt, sumsAt }, value) {
    if (binning.kind !== 'NUMBER') return;
    if (value === null) {
      this.counts[countsAt] += 1;
      return;
    }
    const bin = (0, quantile_edges_1.binOf)(binning.edges, value);
    if (bin < 0) {
      this.counts[countsAt + 1] += 1;
      return;
    }
    this.counts[binsAt + bin] += 1;
    const shifted = value - binning.origin;
    this.sums[sumsAt].add(shifted);
    this.sums[sumsAt + 1].add(shifted * shifted);
  }
  /** A value that is its own bin. */
  addBin({ countsAt, binsAt }, bin) {
    this.counts[bin === null ? countsAt : binsAt + bin] += 1;
  }
  addLabel(column, label) {
    this.addBin(column, label == null ? null : this.labels.binOf(column, label));
  }
}
exports.BucketSummary = BucketSummary;
/** The bins of labels, indexed once for all buckets of a layout. */
class LabelBins {
  constructor({ features, output }) {
    this.bins = new Map();
    for (const column of output ? [...features, output] : features)
      if (column.binning.kind === 'CATEGORY') this.bins.set(column, indexOf(column.binning));
  }
  binOf(column, label) {
    return this.bins.get(column)?.get(label) ?? column.bins - 1;
  }
}
exports.LabelBins = LabelBins;
const indexOf = ({ categories }) => new Map(categories.map((category, bin) => [category, bin]));
//# sourceMappingURL=bucket-summary.js.map
