'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.WindowTotal = void 0;
const stored_summary_1 = require('./stored-summary');
/** Counts of a window, added up bucket by bucket; its sums are added up in SQL, see `read-window.ts`. */
class WindowTotal {
  constructor(layout) {
    this.layout = layout;
    this.predictions = 0;
    this.failed = 0;
    this.labelled = 0;
    this.latencyCounts = [];
    this.qualityCounts = [];
    this.qualityScores = [];
    /** Sum and number of the finite outputs by hour. */
    this.outputs = new Map();
    this.counts = new Array(layout.counts).fill(0);
  }
  addStored(row) {
    this.predictions += row.predictions;
    this.failed += row.failed;
    this.labelled += row.labelled;
    (0, stored_summary_1.addTo)(this.counts, row.counts);
    (0, stored_summary_1.addTo)(this.latencyCounts, row.latency_counts);
    (0, stored_summary_1.addTo)(this.qualityCounts, row.quality_counts);
    (0, stored_summary_1.addTo)(this.qualityScores, row.quality_scores);
    this.addOutput(row.hour, row.counts, row.output_sum);
  }
  addRecomputed(hour, vectors) {
    const { output } = this.layout;
    this.addStored({
      hour,
      output_sum: output && output.sumsAt >= 0 ? (vectors.sums[output.sumsAt] ?? null) : null,
      predictions: vectors.predictions,
      failed: vectors.failed,
      labelled: vectors.labelled,
      counts: vectors.counts,
      latency_counts: vectors.latencyCounts,
      quality_counts: vectors.quality.counts,
      quality_scores: vectors.quality.scores,
    });
  }
  /** Means of the output by hour, in order of time. */
  hourlyOutput() {
    const column = this.layout.output;
    if (column?.binning.kind !== 'NUMBER') return [];
    const { origin } = column.binning;
    return [...this.outputs]
      .map(([hour, { sum, count }]) => ({ hour, mean: origin + sum / count, count }))
      .sort((a, b) => (a.hour < b.hour ? -1 : 1));
  }
  addOutput(hour, counts, sum) {
    const column = this.layout.output;
    if (!column || sum === null) return;
    const count = counts
      .slice(column.binsAt, column.binsAt + column.bins)
      .reduce((total, one) => total + one, 0);
    if (count === 0) return;
    const hourly = this.outputs.get(hour) ?? { sum: 0, count: 0 };
    this.outputs.set(hour, { sum: hourly.sum + Number(sum), count: hourly.count + count });
  }
}
exports.WindowTotal = WindowTotal;
//# sourceMappingURL=window-total.js.map
