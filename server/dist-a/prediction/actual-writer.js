'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.ActualWriter = void 0;
const judge_actual_1 = require('./judge-actual');
const occurred_1 = require('./occurred');
const KEPT = `
  SELECT place, kept.label, kept.number, kept.revision, kept.actual_at AS "actualAt"
  FROM unnest($2::text[]) WITH ORDINALITY AS given (prediction_id, place) CROSS JOIN LATERAL (
    SELECT * FROM actual WHERE model_id = $1 AND actual.prediction_id = given.prediction_id LIMIT 1) AS kept`;
const KEEP = `
  INSERT INTO actual (model_id, prediction_id, label, number, revision, actual_at, received_at)
  SELECT $1, prediction_id, label, number, revision, actual_at, $2
  FROM unnest($3::text[], $4::text[], $5::float8[], $6::integer[], $7::timestamptz[])
    AS given (prediction_id, label, number, revision, actual_at)
  ORDER BY prediction_id COLLATE "C"
  ON CONFLICT (model_id, prediction_id) DO UPDATE
    SET label = excluded.label, number = excluded.number, revision = excluded.revision, actual_at = excluded.actual_at,
      received_at = excluded.received_at`;
/** Probes one row of one day each: a join planned on what a young partition looks like might read all of them. */
const MATCHES = `
  SELECT place::integer, key.version_id, row.*
  FROM unnest($2::text[]) WITH ORDINALITY AS given (prediction_id, place)
  CROSS JOIN LATERAL (
    SELECT version_id, received_at FROM prediction_key
    WHERE model_id = $1 AND prediction_key.prediction_id = given.prediction_id OFFSET 0) AS key
  CROSS JOIN LATERAL (
    SELECT occurred_at, variant, error IS NOT NULL AS failed, label, probability, probabilities, number, lower, upper
    FROM prediction WHERE prediction.version_id = key.version_id AND prediction.received_at = key.received_at
      AND prediction.prediction_id = given.prediction_id LIMIT 1) AS row`;
/** Keeps actuals and adds them to the summaries. The caller holds the model alone, so no prediction comes meanwhile. */
class ActualWriter {
  constructor(versions) {
    this.versions = versions;
  }
  async write(client, modelId, receivedAt, entries, buckets) {
    const kept = await readKept(client, modelId, entries);
    const verdicts = entries.map((entry, place) =>
      (0, judge_actual_1.judgeActual)(entry, kept.get(place) ?? null),
    );
    const winners = entries.flatMap((_, place) => (isKept(verdicts[place]) ? [place] : []));
    if (winners.length === 0) return verdicts.map((verdict) => ({ verdict, counts: false }));
    await keep(
      client,
      modelId,
      receivedAt,
      winners.map((place) => entries[place]),
    );
    const matched = await this.count(client, modelId, winners, entries, verdicts, buckets);
    return verdicts.map((verdict, place) => ({ verdict, counts: matched.has(place) }));
  }
  /** Adds the winners to every prediction they belong to. Gives those that belong to any. */
  async count(client, modelId, winners, entries, verdicts, buckets) {
    const ids = winners.map((place) => entries[place].predictionId);
    const { rows: matches } = await client.query(MATCHES, [modelId, ids]);
    const versions = await this.versions.byId(client, [...new Set(matches.map((row) => row.version_id))]);
    const matched = new Set();
    for (const match of matches) {
      const place = winners[match.place - 1];
      matched.add(place);
      addTo(buckets, versions.get(match.version_id), match, entries[place], verdicts[place]);
    }
    return matched;
  }
}
exports.ActualWriter = ActualWriter;
const isKept = (verdict) => verdict === 'NEW' || verdict === 'CORRECTION';
function addTo(buckets, version, match, entry, verdict) {
  const hour = (0, occurred_1.hourOf)(match.occurred_at);
  if (verdict === 'CORRECTION') buckets.recompute(version, hour, match.variant);
  else buckets.of(version, hour, match.variant)?.addActual(match.failed ? null : match, entry);
}
async function readKept(client, modelId, entries) {
  const ids = entries.map(({ predictionId }) => predictionId);
  const { rows } = await client.query(KEPT, [modelId, ids]);
  return new Map(rows.map(({ place, ...kept }) => [place - 1, kept]));
}
async function keep(client, modelId, receivedAt, entries) {
  await client.query(KEEP, [
    modelId,
    receivedAt,
    entries.map(({ predictionId }) => predictionId),
    entries.map(({ label }) => label),
    entries.map(({ number }) => number),
    entries.map(({ revision }) => revision),
    entries.map(({ actualAt }) => actualAt),
  ]);
}
//# sourceMappingURL=actual-writer.js.map
