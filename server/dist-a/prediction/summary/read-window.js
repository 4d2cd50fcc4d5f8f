'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.readWindow = readWindow;
const recompute_1 = require('./recompute');
const stored_summary_1 = require('./stored-summary');
const window_total_1 = require('./window-total');
const IN_WINDOW = 'version_id = $1 AND hour >= $2 AND hour < $3';
/** Buckets that cannot be read from their summaries: marked, or on the bins of another revision, $4. */
const DIRTY = `
  SELECT hour, variant FROM summary_dirty WHERE ${IN_WINDOW}
  UNION SELECT hour, variant FROM summary WHERE ${IN_WINDOW} AND revision <> $4
  UNION SELECT hour, variant FROM summary_delta WHERE ${IN_WINDOW} AND revision <> $4
  ORDER BY hour, variant`;
/** $4 and $5: the buckets that are recomputed instead. */
const clean = (columns) => {
  const from = (table) => `
    SELECT ${columns} FROM ${table} AS kept WHERE ${IN_WINDOW} AND NOT EXISTS (
      SELECT FROM unnest($4::timestamptz[], $5::text[]) AS dirty (hour, variant)
      WHERE dirty.hour = kept.hour AND dirty.variant = kept.variant)`;
  return `${from('summary')} UNION ALL ${from('summary_delta')}`;
};
const COLUMNS = 'hour, predictions, failed, labelled, counts, latency_counts, quality_counts, quality_scores';
/** Numbers that are fetched at once. */
const AT_ONCE = 500_000;
/** $6, $7 and $8: what was recomputed, as array literals. */
const SUMS = `
  WITH kept AS (
    ${clean('sums, quality_sums, latency_sum')}
    UNION ALL SELECT sums::numeric[], quality_sums::numeric[], latency_sum
    FROM unnest($6::text[], $7::text[], $8::numeric[]) AS recomputed (sums, quality_sums, latency_sum)
  ), term (of, place, value) AS (
    SELECT 'features', place, value FROM kept, unnest(sums) WITH ORDINALITY AS one (value, place)
    UNION ALL SELECT 'quality', place, value FROM kept, unnest(quality_sums) WITH ORDINALITY AS one (value, place)
    UNION ALL SELECT 'latency', 1, latency_sum FROM kept
  )
  SELECT of, place::integer, sum(value)::text AS sum FROM term GROUP BY of, place`;
/** Adds up a window in the caller's snapshot, the same at any number of predictions but for buckets that are dirty. */
async function readWindow(client, version, { from, to }) {
  const window = [version.id, from, to];
  const { rows: dirty } = await client.query(DIRTY, [...window, version.layout.revision]);
  const total = new window_total_1.WindowTotal(version.layout);
  const recomputed = [];
  for (const bucket of dirty) {
    const vectors = (await (0, recompute_1.recompute)(client, version, bucket)).vectors();
    total.addRecomputed(bucket.hour, vectors);
    recomputed.push(vectors);
  }
  const others = [...window, dirty.map(({ hour }) => hour), dirty.map(({ variant }) => variant)];
  await readCounts(client, version, others, total);
  return { total, sums: await readSums(client, version, others, recomputed) };
}
async function readCounts(client, { layout }, others, total) {
  const { output } = layout;
  const outputSum = output && output.sumsAt >= 0 ? `sums[${output.sumsAt + 1}]` : 'NULL';
  const columns = `${COLUMNS}, ${outputSum}::text AS output_sum`;
  await client.query(`DECLARE kept NO SCROLL CURSOR FOR ${clean(columns)}`, others);
  const rowsAtOnce = Math.max(1, Math.ceil(AT_ONCE / (layout.counts + 1)));
  for (;;) {
    const fetch = { text: `FETCH ${rowsAtOnce} FROM kept`, types: stored_summary_1.VECTOR_TYPES };
    const { rows } = await client.query(fetch);
    for (const row of rows) total.addStored(row);
    if (rows.length < rowsAtOnce) break;
  }
  await client.query('CLOSE kept');
}
async function readSums(client, { layout }, others, recomputed) {
  const literal = (decimals) => `{${decimals.join(',')}}`;
  const { rows } = await client.query(SUMS, [
    ...others,
    recomputed.map(({ sums }) => literal(sums)),
    recomputed.map(({ quality }) => literal(quality.sums)),
    recomputed.map(({ latencySum }) => latencySum),
  ]);
  const features = new Array(layout.sums).fill(0);
  const quality = [];
  let latency = 0;
  for (const { of, place, sum } of rows) {
    if (of === 'latency') latency = Number(sum);
    else (of === 'features' ? features : quality)[place - 1] = Number(sum);
  }
  return { features, quality, latency };
}
//# sourceMappingURL=read-window.js.map
