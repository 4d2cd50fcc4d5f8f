'use strict';
/**
 * The SQL of taking in a batch of predictions, in the order in which it runs, in one transaction. It stands apart so that
 * `psql` can run the very same: what a batch costs beyond it is ours.
 */
Object.defineProperty(exports, '__esModule', { value: true });
exports.MARK_DIRTY =
  exports.INSERT_DELTAS =
  exports.EARLY_ACTUALS =
  exports.INSERT_ROWS =
  exports.COMPARE_KNOWN =
  exports.INSERT_KEYS =
  exports.LOCK_ALONE =
  exports.LOCK_SHARED =
  exports.COPY_STAGE =
  exports.CREATE_STAGE =
  exports.STAGE_FIELDS =
    void 0;
/** What a stage holds of an item; see `prediction-item.ts` for who writes it. */
const STAGE_COLUMNS = `
  item           integer,
  prediction_id  text COLLATE "C",
  entity_id      text,
  occurred_at    timestamptz,
  -- Whether the client said when; else it is no part of what makes two items the same.
  occurred_given boolean,
  variant        text,
  latency_ms     float8,
  error          text,
  label          text,
  probability    float8,
  probabilities  jsonb,
  number         float8,
  lower          float8,
  upper          float8,
  features       float8[],
  extra          jsonb,
  actual_label   text,
  actual_number  float8`;
exports.STAGE_FIELDS = 18;
/** Once per connection. */
exports.CREATE_STAGE = `CREATE TEMPORARY TABLE IF NOT EXISTS prediction_stage (${STAGE_COLUMNS}) ON COMMIT DELETE ROWS`;
exports.COPY_STAGE = 'COPY prediction_stage FROM STDIN (FORMAT binary)';
/**
 * $1 model. Batches of predictions of a model go side by side; one that brings actuals goes alone, so that of a prediction
 * and its actual exactly one finds the other. Whoever waited reads the clock afterwards.
 */
const LOCK = (mode) => `
  WITH locked AS MATERIALIZED (SELECT pg_advisory_xact_lock${mode}(hashtextextended($1, 0)))
  SELECT clock_timestamp() AS received_at FROM locked`;
exports.LOCK_SHARED = LOCK('_shared');
exports.LOCK_ALONE = LOCK('');
/** Half of SHA-256 over the binary form of everything that a client says of an item. */
const BODY_HASH = `substring(sha256(record_send(ROW(entity_id, CASE WHEN occurred_given THEN occurred_at END, variant, latency_ms, error,
  label, probability, probabilities, number, lower, upper, features, extra, actual_label, actual_number))) FOR 16)`;
/**
 * $1 model, $2 version, $3 when. Takes the keys in the order of their ids, so that two batches wait for each other in one
 * direction only. Answers with the items whose key was there before.
 */
exports.INSERT_KEYS = `
  WITH kept AS (
    INSERT INTO prediction_key (model_id, prediction_id, version_id, body_hash, received_at)
    SELECT $1::uuid, prediction_id, $2::uuid, ${BODY_HASH}, $3::timestamptz FROM prediction_stage ORDER BY prediction_id
    ON CONFLICT DO NOTHING RETURNING prediction_id
  )
  SELECT item FROM prediction_stage WHERE prediction_id NOT IN (SELECT prediction_id FROM kept)`;
/** $1 model, $2 version, $3 items whose key was there before. Whether what was kept then is the same. */
exports.COMPARE_KNOWN = `
  SELECT item, known.body_hash = ${BODY_HASH} AS same
  FROM prediction_stage JOIN prediction_key AS known USING (prediction_id)
  WHERE known.model_id = $1 AND known.version_id = $2 AND item = ANY($3::integer[])`;
/** $1 version, $2 when, $3 items to leave out. */
exports.INSERT_ROWS = `
  INSERT INTO prediction (version_id, received_at, occurred_at, latency_ms, probability, number, lower, upper, prediction_id,
    entity_id, variant, label, error, features, extra, probabilities)
  SELECT $1::uuid, $2::timestamptz, occurred_at, latency_ms, probability, number, lower, upper, prediction_id,
    entity_id, variant, label, error, features, extra, probabilities
  FROM prediction_stage WHERE item <> ALL($3::integer[])`;
/** $1 model, $2 items to leave out. The actuals that were here before their predictions. */
exports.EARLY_ACTUALS = `
  SELECT item, early.label, early.number
  FROM prediction_stage CROSS JOIN LATERAL (
    SELECT label, number FROM actual WHERE model_id = $1 AND actual.prediction_id = prediction_stage.prediction_id LIMIT 1) AS early
  WHERE item <> ALL($2::integer[])`;
/** A list per column, a place per delta. Vectors are array literals. */
exports.INSERT_DELTAS = `
  INSERT INTO summary_delta (version_id, revision, hour, variant, predictions, failed, labelled, counts, sums, latency_counts,
    latency_sum, quality_counts, quality_sums, quality_scores)
  SELECT version_id, revision, hour, variant, predictions, failed, labelled, counts::integer[], sums::numeric[],
    latency_counts::integer[], latency_sum, quality_counts::integer[], quality_sums::numeric[], quality_scores::float8[]
  FROM unnest($1::uuid[], $2::integer[], $3::timestamptz[], $4::text[], $5::integer[], $6::integer[], $7::integer[], $8::text[],
    $9::text[], $10::text[], $11::numeric[], $12::text[], $13::text[], $14::text[])
    AS delta (version_id, revision, hour, variant, predictions, failed, labelled, counts, sums, latency_counts, latency_sum,
      quality_counts, quality_sums, quality_scores)`;
/** $1 versions, $2 hours, $3 variants. */
exports.MARK_DIRTY = `
  INSERT INTO summary_dirty (version_id, hour, variant)
  SELECT version_id, hour, variant FROM unnest($1::uuid[], $2::timestamptz[], $3::text[]) AS bucket (version_id, hour, variant)`;
//# sourceMappingURL=staged-ingest.js.map
