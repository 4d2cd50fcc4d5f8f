'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.ActualService = void 0;
const fault_1 = require('../baseline/fault');
const output_reader_1 = require('../baseline/output-reader');
const item_reject_1 = require('../contract/item-reject');
const cause_1 = require('../event/cause');
const ingest_record_1 = require('../event/ingest-record');
const batch_size_1 = require('./batch-size');
const ingest_transaction_1 = require('./ingest-transaction');
const judge_actual_1 = require('./judge-actual');
const occurred_1 = require('./occurred');
const buckets_1 = require('./summary/buckets');
/** Takes in what really was the case: the newest actual of each prediction and the summaries, in one transaction. */
class ActualService {
  constructor(pool, models, actuals, log) {
    this.pool = pool;
    this.models = models;
    this.actuals = actuals;
    this.log = log;
  }
  async recordActuals(request, input) {
    (0, batch_size_1.requireSome)(input.actuals, 'actuals');
    const model = await this.models.find(request, input.model, ['input', 'model']);
    const batch = readActuals(model, input.actuals, Date.now());
    const { duplicates, stale, rejects } = batch;
    if (batch.entries.length === 0)
      return { accepted: 0, duplicates, stale, early: 0, rejects, ingestId: null };
    const { outcomes, ingestId } = await (0, ingest_transaction_1.inIngestTransaction)(this.pool, (client) =>
      this.write(client, request, model, batch.entries, input.actuals.length),
    );
    this.log.debug({ requestId: request.requestId, ingest: ingestId }, 'a batch of actuals has committed');
    const count = (which) => outcomes.filter(which).length;
    return {
      accepted: count(({ counts }) => counts),
      duplicates: duplicates + count(({ verdict }) => verdict === 'DUPLICATE'),
      stale: stale + count(({ verdict }) => verdict === 'STALE'),
      early: count((outcome) => wasKept(outcome) && !outcome.counts),
      rejects,
      ingestId,
    };
  }
  async write(client, request, model, entries, items) {
    const receivedAt = await (0, ingest_transaction_1.lockModel)(client, model.id, true);
    const buckets = new buckets_1.Buckets();
    const outcomes = await this.actuals.write(client, model.id, receivedAt, entries, buckets);
    await buckets.write(client);
    const accepted = outcomes.filter(wasKept).length;
    const ingest = { kind: 'ACTUALS', subjectId: model.id, items, accepted };
    const ingestId =
      accepted > 0
        ? await (0, ingest_record_1.recordIngest)(client, (0, cause_1.causeOf)(request), ingest)
        : null;
    this.log.debug(
      { requestId: request.requestId, ingest: ingestId },
      'a batch of actuals is about to commit',
    );
    return { outcomes, ingestId };
  }
}
exports.ActualService = ActualService;
const wasKept = ({ verdict }) => verdict === 'NEW' || verdict === 'CORRECTION';
/** Judges the items one by one, and those of one prediction among themselves: in the order given, as if each came alone. */
function readActuals(model, given, nowMs) {
  const newest = new Map();
  const rejects = [];
  let [duplicates, stale] = [0, 0];
  given.forEach((one, index) => {
    const entry = readEntry(model, one, nowMs);
    if (entry instanceof fault_1.Fault) {
      rejects.push((0, item_reject_1.rejectOf)(index, entry.path, entry.why));
      return;
    }
    const earlier = newest.get(entry.predictionId) ?? null;
    const verdict = (0, judge_actual_1.judgeActual)(entry, earlier);
    if (verdict === 'DUPLICATE') duplicates += 1;
    // Whichever loses against the other of the two is the stale one.
    else if (earlier) stale += 1;
    if (verdict === 'NEW' || verdict === 'CORRECTION') newest.set(entry.predictionId, entry);
  });
  return { entries: [...newest.values()], duplicates, stale, rejects };
}
function readEntry({ task }, given, nowMs) {
  const predictionId = (0, fault_1.shortText)(given.predictionId, 200, ['predictionId']);
  if (predictionId instanceof fault_1.Fault) return predictionId;
  const value = (0, output_reader_1.readActual)(task, given.value, ['value']);
  if (value instanceof fault_1.Fault) return value;
  if (given.revision < 0) return new fault_1.Fault(['revision'], 'give 0 or more');
  const actualAt = given.actualAt ?? new Date(nowMs).toISOString();
  if (!(0, occurred_1.occurredAt)(actualAt, nowMs))
    return new fault_1.Fault(['actualAt'], 'give an instant from 1970 to tomorrow');
  return { predictionId, ...value, revision: given.revision, actualAt, actualGiven: given.actualAt != null };
}
//# sourceMappingURL=actual.service.js.map
