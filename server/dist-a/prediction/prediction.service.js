'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.PredictionService = void 0;
const cause_1 = require('../event/cause');
const ingest_record_1 = require('../event/ingest-record');
const batch_size_1 = require('./batch-size');
const ingest_transaction_1 = require('./ingest-transaction');
const prediction_batch_1 = require('./prediction-batch');
const staged_ingest_1 = require('./staged-ingest');
const buckets_1 = require('./summary/buckets');
/** Takes in predictions: rows, identity, summaries and the record of the batch in one transaction. */
class PredictionService {
  constructor(manager, pool, versions, stage, actuals, first, log) {
    this.manager = manager;
    this.pool = pool;
    this.versions = versions;
    this.stage = stage;
    this.actuals = actuals;
    this.first = first;
    this.log = log;
  }
  async logPredictions(request, input) {
    (0, batch_size_1.requireSome)(input.predictions, 'predictions');
    const version = await this.versions.find(this.manager, request, input.version, ['input', 'version']);
    const batch = (0, prediction_batch_1.readBatch)(version, input.predictions, Date.now());
    const { known, ingestId } = await this.keep(request, version, batch, input.predictions.length);
    const rejects = [...batch.rejects];
    for (const [place, same] of known)
      if (!same) rejects.push((0, prediction_batch_1.otherContent)(batch.items[place].index));
    const repeated = [...known.values()].filter((same) => same).length;
    return {
      accepted: batch.items.length - known.size,
      duplicates: batch.duplicates + repeated,
      rejects: rejects.sort((a, b) => a.index - b.index),
      ingestId,
    };
  }
  async keep(request, version, batch, sent) {
    if (batch.items.length === 0) return { known: new Map(), ingestId: null };
    const { requestId } = request;
    let connection;
    const kept = await (0, ingest_transaction_1.inIngestTransaction)(this.pool, async (client) => {
      connection = client;
      const result = await this.write(client, request, version, batch, sent);
      this.log.debug({ requestId, ingest: result.ingestId }, 'a batch of predictions is about to commit');
      return result;
    });
    if (connection) this.stage.committed(connection);
    this.log.debug({ requestId, ingest: kept.ingestId }, 'a batch of predictions has committed');
    if (kept.ingestId) await this.first.freezeIfDue(version);
    return kept;
  }
  async write(client, request, version, batch, sent) {
    const { items } = batch;
    const hasActuals = items.some(({ actual }) => actual);
    const receivedAt = await (0, ingest_transaction_1.lockModel)(client, version.modelId, hasActuals);
    await this.stage.fill(client, batch.bytes);
    this.log.debug({ requestId: request.requestId }, 'a batch of predictions is staged');
    const inserting = insertKeys(client, version, receivedAt);
    inserting.catch(() => undefined);
    // The database works on the keys while the batch is summed up here, as if all of it were new.
    const optimistic = sumUp(version, batch, new Set());
    const known = await inserting;
    const accepted = items.length - known.size;
    if (accepted === 0) return { known, ingestId: null };
    const buckets = known.size === 0 ? optimistic : sumUp(version, batch, known);
    const leftOut = [...known.keys()];
    await client.query(staged_ingest_1.INSERT_ROWS, [version.id, receivedAt, leftOut]);
    const counted = hasActuals
      ? await this.writeActuals(client, version, receivedAt, batch, known, buckets)
      : leftOut;
    const { rows: early } = await client.query(staged_ingest_1.EARLY_ACTUALS, [version.modelId, counted]);
    for (const { item, label, number } of early) {
      const { occurred, variant, output } = items[item];
      buckets.of(version, occurred.hourMs, variant)?.addActual(output, { label, number });
    }
    await buckets.write(client);
    const ingest = { kind: 'PREDICTIONS', subjectId: version.id, items: sent, accepted };
    return {
      known,
      ingestId: await (0, ingest_record_1.recordIngest)(client, (0, cause_1.causeOf)(request), ingest),
    };
  }
  /** The actuals that new items carry. Gives the items whose actual has been counted, and those that are not new. */
  async writeActuals(client, version, receivedAt, { items }, known, buckets) {
    const places = items.flatMap(({ actual }, place) => (actual && !known.has(place) ? [place] : []));
    const entries = places.map((place) => carried(items[place]));
    const outcomes = await this.actuals.write(client, version.modelId, receivedAt, entries, buckets);
    return [...known.keys(), ...places.filter((_, index) => outcomes[index].counts)];
  }
}
exports.PredictionService = PredictionService;
/** An actual that came with its prediction was the case when that occurred. */
const carried = ({ predictionId, occurred, actual }) => ({
  predictionId,
  label: actual?.label ?? null,
  number: actual?.number ?? null,
  revision: 0,
  actualAt: instantOf(occurred.micros),
  actualGiven: true,
});
const instantOf = (micros) =>
  new Date(Math.floor(micros / 1_000))
    .toISOString()
    .replace('Z', `${String(micros % 1_000).padStart(3, '0')}Z`);
/** The items whose key was there before, with whether they are the same as what was kept then. */
async function insertKeys(client, { modelId, id }, receivedAt) {
  const { rows } = await client.query(staged_ingest_1.INSERT_KEYS, [modelId, id, receivedAt]);
  if (rows.length === 0) return new Map();
  const compared = await client.query(staged_ingest_1.COMPARE_KNOWN, [
    modelId,
    id,
    rows.map(({ item }) => item),
  ]);
  return new Map(compared.rows.map(({ item, same }) => [item, same]));
}
function sumUp(version, { items, table }, leftOut) {
  const buckets = new buckets_1.Buckets();
  items.forEach(({ occurred, variant, output, latencyMs }, row) => {
    if (!leftOut.has(row))
      buckets.of(version, occurred.hourMs, variant)?.addPrediction({ table, row, output, latencyMs });
  });
  return buckets;
}
//# sourceMappingURL=prediction.service.js.map
