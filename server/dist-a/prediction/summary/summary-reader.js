'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.SummaryReader = void 0;
const pool_transaction_1 = require('../../database/pool-transaction');
const numeric_binning_1 = require('../../statistics/binning/numeric-binning');
const latency_histogram_1 = require('./latency-histogram');
const quality_vector_1 = require('./quality-vector');
const read_window_1 = require('./read-window');
/** Reads summaries for reports. The caller has checked that the version is in the project of whoever asks. */
class SummaryReader {
  constructor(pool, versions) {
    this.pool = pool;
    this.versions = versions;
  }
  read(versionId, from, to) {
    return (0, pool_transaction_1.inPoolTransaction)(this.pool, async (client) => {
      await client.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
      const version = (await this.versions.byId(client, [versionId])).get(versionId);
      if (!version) throw new Error(`There is no version ${versionId} to read the summaries of.`);
      const { total, sums } = await (0, read_window_1.readWindow)(client, version, { from, to });
      return shown(version, total, sums);
    });
  }
}
exports.SummaryReader = SummaryReader;
function shown({ layout, baseline }, total, sums) {
  const { predictions, failed, labelled } = total;
  const withLatency = total.latencyCounts.reduce((sum, one) => sum + one, 0);
  return {
    baseline,
    predictions,
    failed,
    labelled,
    latency: {
      count: withLatency,
      mean: withLatency > 0 ? sums.latency / withLatency : null,
      p95: (0, latency_histogram_1.latencyQuantile)(total.latencyCounts, 0.95),
    },
    features: layout.features.map((column) => shownColumn(column, total, sums)),
    output: layout.output && shownColumn(layout.output, total, sums),
    quality:
      layout.quality &&
      (0, quality_vector_1.qualitySums)(layout.quality, layout.actualOrigin, {
        counts: total.qualityCounts,
        sums: sums.quality,
        scores: total.qualityScores,
      }),
    hourlyOutput: total.hourlyOutput(),
  };
}
function shownColumn({ name, kind, binning, countsAt, binsAt, bins, sumsAt }, { counts: all }, { features }) {
  const counts = all.slice(binsAt, binsAt + bins);
  const missing = all[countsAt] ?? 0;
  if (binning.kind === 'CATEGORY') return { name, kind, counts, missing, nonFinite: 0, mean: null };
  const [sum, sumOfSquares] = [features[sumsAt] ?? 0, features[sumsAt + 1] ?? 0];
  return {
    name,
    kind,
    counts,
    missing,
    nonFinite: all[countsAt + 1] ?? 0,
    mean: (0, numeric_binning_1.moments)(binning, { counts, sum, sumOfSquares })?.mean ?? null,
  };
}
//# sourceMappingURL=summary-reader.js.map
