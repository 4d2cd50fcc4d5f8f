'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.recompute = recompute;
const feature_table_1 = require('../../baseline/feature-table');
const stored_row_1 = require('../stored-row');
const bucket_summary_1 = require('./bucket-summary');
const AT_ONCE = 1_000;
const ROWS = `DECLARE bucket NO SCROLL CURSOR FOR
  SELECT ${stored_row_1.STORED_COLUMNS}, latency_ms, actual.model_id IS NOT NULL AS labelled, actual.label AS actual_label,
    actual.number AS actual_number
  FROM prediction LEFT JOIN actual ON actual.model_id = $2 AND actual.prediction_id = prediction.prediction_id
  WHERE version_id = $1 AND occurred_at >= $3 AND occurred_at < $3::timestamptz + interval '1 hour' AND coalesce(variant, '') = $4`;
/** Sums up a bucket from the predictions themselves, as the caller's snapshot has them. */
async function recompute(client, version, { hour, variant }) {
  const summary = new bucket_summary_1.BucketSummary(version.layout, version.labels);
  const table = new feature_table_1.FeatureTable(1, version.reader.width);
  await client.query(ROWS, [version.id, version.modelId, hour, variant]);
  for (;;) {
    const { rows } = await client.query(`FETCH ${AT_ONCE} FROM bucket`);
    for (const row of rows) {
      const output = (0, stored_row_1.outputOf)(row);
      (0, stored_row_1.fillRow)(table, 0, row);
      summary.addPrediction({ table, row: 0, output, latencyMs: row.latency_ms });
      if (row.labelled) summary.addActual(output, { label: row.actual_label, number: row.actual_number });
    }
    if (rows.length < AT_ONCE) break;
  }
  await client.query('CLOSE bucket');
  return summary;
}
//# sourceMappingURL=recompute.js.map
