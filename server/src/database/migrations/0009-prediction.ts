import type { MigrationInterface, QueryRunner } from 'typeorm';

const HASH_PARTITIONS = 16;

const hashPartitions = (table: string, options = ''): string =>
  Array.from(
    { length: HASH_PARTITIONS },
    (_, part) =>
      `CREATE TABLE ${table}_${part} PARTITION OF ${table} FOR VALUES WITH (MODULUS ${HASH_PARTITIONS}, REMAINDER ${part})${options};`,
  ).join('\n');

export class Prediction1800000000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- The one place of a prediction's identity, (version, predictionId): a unique index on the rows themselves would have to
-- contain the time they are partitioned by. The model comes first so that one probe finds every version that logged an id.
-- Written once; "received_at" says in which day's partition the row lies. No foreign keys: the version is checked once
-- per batch.
CREATE TABLE prediction_key (
  model_id      uuid NOT NULL,
  prediction_id text COLLATE "C" NOT NULL,
  version_id    uuid NOT NULL,
  body_hash     bytea NOT NULL,
  received_at   timestamptz NOT NULL,
  PRIMARY KEY (model_id, prediction_id, version_id)
) PARTITION BY HASH (prediction_id);
${hashPartitions('prediction_key')}

-- Predictions, a partition per day in which the server took them in (UTC). Never updated.
CREATE TABLE prediction (
  version_id    uuid NOT NULL,
  received_at   timestamptz NOT NULL,
  occurred_at   timestamptz NOT NULL,
  latency_ms    float8,
  probability   float8,
  number        float8,
  lower         float8,
  upper         float8,
  prediction_id text COLLATE "C" NOT NULL,
  entity_id     text,
  variant       text,
  label         text,
  error         text,
  -- NUMBER, INTEGER and BOOLEAN (0, 1) features in the order of the signature; null where missing.
  features      float8[] NOT NULL,
  -- The other features by name; all of them where the version has no signature.
  extra         jsonb,
  probabilities jsonb
) PARTITION BY RANGE (received_at);
-- Doubles hardly compress: long rows are moved out without trying.
ALTER TABLE prediction ALTER COLUMN features SET STORAGE EXTERNAL;
CREATE INDEX prediction_newest ON prediction (version_id, received_at, prediction_id);
-- A bucket of the summaries is recomputed from the rows of its hour, whenever they were taken in.
CREATE INDEX prediction_hour ON prediction (version_id, occurred_at);
CREATE INDEX prediction_entity ON prediction (version_id, entity_id, received_at, prediction_id) WHERE entity_id IS NOT NULL;

-- Makes the partition of a day unless it is there. ATTACH does not block those who read and write other days.
CREATE FUNCTION make_prediction_partition(day date) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  name  text := 'prediction_' || to_char(day, 'YYYYMMDD');
  first text := quote_literal(day || ' 00:00:00+00');
  past  text := quote_literal(day + 1 || ' 00:00:00+00');
BEGIN
  IF to_regclass(name) IS NOT NULL THEN RETURN false; END IF;
  -- A lock of the table, not an advisory one: waiting for it also brings the news of what others have made meanwhile.
  LOCK TABLE prediction IN SHARE UPDATE EXCLUSIVE MODE;
  IF to_regclass(name) IS NOT NULL THEN RETURN false; END IF;
  EXECUTE format('CREATE TABLE %I (LIKE prediction INCLUDING DEFAULTS INCLUDING STORAGE INCLUDING INDEXES)', name);
  EXECUTE format('ALTER TABLE prediction ATTACH PARTITION %I FOR VALUES FROM (%s) TO (%s)', name, first, past);
  RETURN true;
END $$;

-- The actual that counts for an id of a model, whether or when its predictions come: every version that logs the id has
-- it. A table of its own, because a late actual would rewrite a whole row of an old day with all its index entries; these
-- rows are narrow, and a correction changes no indexed column and finds room on its page.
CREATE TABLE actual (
  model_id      uuid NOT NULL,
  actual_at     timestamptz NOT NULL,
  received_at   timestamptz NOT NULL,
  number        float8,
  revision      integer NOT NULL CHECK (revision >= 0),
  prediction_id text COLLATE "C" NOT NULL,
  label         text,
  CHECK ((number IS NULL) <> (label IS NULL)),
  PRIMARY KEY (model_id, prediction_id)
) PARTITION BY HASH (prediction_id);
${hashPartitions('actual', ' WITH (fillfactor = 85)')}
`);
  }

  async down(): Promise<void> {
    throw new Error('There is no way back: restore a backup.');
  }
}
