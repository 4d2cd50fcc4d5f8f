'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.foldSummaries = void 0;
const pool_transaction_1 = require('../../database/pool-transaction');
const recompute_1 = require('./recompute');
const EVERY_MS = 10_000;
const AT_ONCE = 500;
const MOST_BUCKETS = 1_000;
/** Moves deltas to the row of their bucket. Whoever else takes deltas at the same time takes others. */
const FOLD = `
  WITH taken AS (
    DELETE FROM summary_delta
    WHERE id IN (SELECT id FROM summary_delta ORDER BY id LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED) RETURNING *
  ), folded AS (
    INSERT INTO summary AS kept (version_id, hour, variant, revision, predictions, failed, labelled, counts, sums,
      latency_counts, latency_sum, quality_counts, quality_sums, quality_scores)
    SELECT version_id, hour, variant, revision, sum(predictions), sum(failed), sum(labelled), summary_sum(counts),
      summary_sum(sums), summary_sum(latency_counts), sum(latency_sum), summary_sum(quality_counts),
      summary_sum(quality_sums), summary_sum(quality_scores)
    FROM taken GROUP BY version_id, hour, variant, revision ORDER BY version_id, hour, variant, revision
    ON CONFLICT (version_id, hour, variant, revision) DO UPDATE SET
      predictions = kept.predictions + excluded.predictions,
      failed = kept.failed + excluded.failed,
      labelled = kept.labelled + excluded.labelled,
      counts = summary_add(kept.counts, excluded.counts),
      sums = summary_add(kept.sums, excluded.sums),
      latency_counts = summary_add(kept.latency_counts, excluded.latency_counts),
      latency_sum = kept.latency_sum + excluded.latency_sum,
      quality_counts = summary_add(kept.quality_counts, excluded.quality_counts),
      quality_sums = summary_add(kept.quality_sums, excluded.quality_sums),
      quality_scores = summary_add(kept.quality_scores, excluded.quality_scores)
  )
  SELECT count(*) AS taken FROM taken`;
/** Buckets that reports would have to recompute each time. */
const DIRTY = `
  SELECT DISTINCT version_id, hour, variant FROM summary_dirty
  UNION SELECT version_id, hour, variant FROM summary WHERE revision = 0
    AND EXISTS (SELECT FROM baseline WHERE baseline.version_id = summary.version_id AND baseline.state = 'READY')
  LIMIT ${MOST_BUCKETS}`;
/** Upkeep of summaries: deltas are folded, dirty buckets recomputed. Both may be done by two servers at once. */
const foldSummaries = (versions) => ({
  everyMs: EVERY_MS,
  run: async ({ pool, signal, progress }) => {
    let folded = 0;
    for (let taken = AT_ONCE; taken === AT_ONCE; folded += taken) {
      signal.throwIfAborted();
      const { rows } = await pool.query(FOLD);
      taken = rows[0].taken;
    }
    const { rows: dirty } = await pool.query(DIRTY);
    for (const [index, { version_id, ...bucket }] of dirty.entries()) {
      signal.throwIfAborted();
      await repair(pool, versions, version_id, bucket);
      progress((index + 1) / dirty.length);
    }
    return { folded, recomputed: dirty.length };
  },
});
exports.foldSummaries = foldSummaries;
/**
 * Puts a recomputed bucket in the place of its rows and marks. All of it sees one snapshot: what is committed meanwhile,
 * with its delta or its mark, stays beside it; where both change one row, this is run again.
 */
const repair = (pool, versions, versionId, bucket) =>
  (0, pool_transaction_1.inPoolTransaction)(pool, async (client) => {
    await client.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ');
    const version = (await versions.byId(client, [versionId])).get(versionId);
    if (!version) return;
    const { quality, ...vectors } = (await (0, recompute_1.recompute)(client, version, bucket)).vectors();
    const key = [versionId, bucket.hour, bucket.variant];
    for (const table of ['summary_dirty', 'summary_delta'])
      await client.query(`DELETE FROM ${table} WHERE version_id = $1 AND hour = $2 AND variant = $3`, key);
    await client.query(
      'DELETE FROM summary WHERE version_id = $1 AND hour = $2 AND variant = $3 AND revision <> $4',
      [...key, version.layout.revision],
    );
    await client.query(REPLACE, [
      ...key,
      version.layout.revision,
      vectors.predictions,
      vectors.failed,
      vectors.labelled,
      vectors.counts,
      vectors.sums,
      vectors.latencyCounts,
      vectors.latencySum,
      quality.counts,
      quality.sums,
      quality.scores,
    ]);
  });
const REPLACE = `
  INSERT INTO summary (version_id, hour, variant, revision, predictions, failed, labelled, counts, sums, latency_counts,
    latency_sum, quality_counts, quality_sums, quality_scores)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
  ON CONFLICT (version_id, hour, variant, revision) DO UPDATE SET
    predictions = excluded.predictions, failed = excluded.failed, labelled = excluded.labelled, counts = excluded.counts,
    sums = excluded.sums, latency_counts = excluded.latency_counts, latency_sum = excluded.latency_sum,
    quality_counts = excluded.quality_counts, quality_sums = excluded.quality_sums, quality_scores = excluded.quality_scores`;
//# sourceMappingURL=fold-summaries.js.map
