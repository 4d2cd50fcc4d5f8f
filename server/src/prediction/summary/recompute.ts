import type { PoolClient } from 'pg';
import { FeatureTable } from '../../baseline/feature-table';
import type { ServedVersion } from '../served-version';
import { fillRow, outputOf, STORED_COLUMNS, STORED_TYPES, type StoredRow } from '../stored-row';
import { BucketSummary } from './bucket-summary';

/** A bucket of a version's summaries. */
export interface BucketKey {
  readonly hour: string;
  /** Empty where nobody named one. */
  readonly variant: string;
}

interface Row extends StoredRow {
  readonly latency_ms: number | null;
  readonly labelled: boolean;
  readonly actual_label: string | null;
  readonly actual_number: number | null;
}

const AT_ONCE = 1_000;

const ROWS = `DECLARE bucket NO SCROLL CURSOR FOR
  SELECT ${STORED_COLUMNS}, latency_ms, actual.model_id IS NOT NULL AS labelled, actual.label AS actual_label,
    actual.number AS actual_number
  FROM prediction LEFT JOIN actual ON actual.model_id = $2 AND actual.prediction_id = prediction.prediction_id
  WHERE version_id = $1 AND occurred_at >= $3 AND occurred_at < $3::timestamptz + interval '1 hour' AND coalesce(variant, '') = $4`;

/** Sums up a bucket from the predictions themselves, as the caller's snapshot has them. */
export async function recompute(
  client: PoolClient,
  version: ServedVersion,
  { hour, variant }: BucketKey,
): Promise<BucketSummary> {
  const summary = new BucketSummary(version.layout, version.labels);
  const table = new FeatureTable(1, version.reader.width);
  await client.query(ROWS, [version.id, version.modelId, hour, variant]);
  for (;;) {
    const { rows } = await client.query<Row>({ text: `FETCH ${AT_ONCE} FROM bucket`, types: STORED_TYPES });
    for (const row of rows) {
      const output = outputOf(row);
      fillRow(table, 0, row);
      summary.addPrediction({ table, row: 0, output, latencyMs: row.latency_ms });
      if (row.labelled) summary.addActual(output, { label: row.actual_label, number: row.actual_number });
    }
    if (rows.length < AT_ONCE) break;
  }
  await client.query('CLOSE bucket');
  return summary;
}
