'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.Summary1800000000010 = void 0;
/** Adds vectors up by place; the shorter one, empty where a bucket has no label yet, counts as zeros. */
const vectorSum = (type) => `
CREATE FUNCTION summary_add(a ${type}[], b ${type}[]) RETURNS ${type}[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(coalesce(x, 0) + coalesce(y, 0) ORDER BY place), '{}')
  FROM unnest(a, b) WITH ORDINALITY AS pair (x, y, place)
$$;
CREATE AGGREGATE summary_sum(${type}[]) (SFUNC = summary_add, STYPE = ${type}[], INITCOND = '{}', COMBINEFUNC = summary_add, PARALLEL = SAFE);
`;
/** What both tables keep of the predictions of a bucket: (version, hour of occurredAt, variant), on the bins of a revision. */
const BUCKET = `
  version_id     uuid NOT NULL,
  hour           timestamptz NOT NULL,
  -- Empty where nobody named one.
  variant        text COLLATE "C" NOT NULL,
  -- Of the baseline; 0 before there is one.
  revision       integer NOT NULL,
  predictions    integer NOT NULL,
  failed         integer NOT NULL,
  labelled       integer NOT NULL,
  -- Per feature, then of the output: missing, non-finite (numbers only), bins.
  counts         integer[] NOT NULL,
  -- Per feature of numbers, then of the output: sum and sum of squares around the origin, exactly.
  sums           numeric[] NOT NULL,
  latency_counts integer[] NOT NULL,
  latency_sum    numeric NOT NULL,
  -- Of the labelled ones; empty without any.
  quality_counts integer[] NOT NULL,
  quality_sums   numeric[] NOT NULL,
  quality_scores float8[] NOT NULL`;
class Summary1800000000010 {
  async up(runner) {
    await runner.query(`
${['integer', 'numeric', 'float8'].map(vectorSum).join('')}

-- What one batch adds to a bucket, written in the transaction of the batch. Short-lived: folding moves it to "summary".
CREATE TABLE summary_delta (
  id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,${BUCKET}
);
CREATE INDEX summary_delta_bucket ON summary_delta (version_id, hour);

-- One row per bucket. In every snapshot, the rows of both tables on the latest revision add up to the predictions of a
-- bucket, unless it is marked dirty or has a row on another revision: then it is recomputed from the predictions.
CREATE TABLE summary (${BUCKET},
  PRIMARY KEY (version_id, hour, variant, revision)
);
-- Few: a baseline comes with the version or after its first predictions.
CREATE INDEX summary_without_baseline ON summary (version_id) WHERE revision = 0;

-- Buckets with a correction. A mark per correction: one that comes while its bucket is being recomputed outlives that.
CREATE TABLE summary_dirty (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version_id uuid NOT NULL,
  hour       timestamptz NOT NULL,
  variant    text COLLATE "C" NOT NULL
);
CREATE INDEX summary_dirty_bucket ON summary_dirty (version_id, hour);
`);
  }
  async down() {
    throw new Error('There is no way back: restore a backup.');
  }
}
exports.Summary1800000000010 = Summary1800000000010;
//# sourceMappingURL=0010-summary.js.map
