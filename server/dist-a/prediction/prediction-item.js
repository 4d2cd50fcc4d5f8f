'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.readItem = readItem;
exports.stageItem = stageItem;
const fault_1 = require('../baseline/fault');
const output_reader_1 = require('../baseline/output-reader');
const text_1 = require('../contract/text');
const occurred_1 = require('./occurred');
const staged_ingest_1 = require('./staged-ingest');
const NO_FEATURES = Object.create(null);
const LONGEST_ERROR = 2_000;
/** Checks one item and puts its features into the table; its first fault otherwise. */
function readItem(version, given, index, nowMs, table, row) {
  const predictionId = (0, fault_1.shortText)(given.predictionId, 200, ['predictionId']);
  if (predictionId instanceof fault_1.Fault) return predictionId;
  const entityId = given.entityId == null ? null : (0, fault_1.shortText)(given.entityId, 200, ['entityId']);
  if (entityId instanceof fault_1.Fault) return entityId;
  const variant = given.variant == null ? null : (0, fault_1.shortText)(given.variant, 100, ['variant']);
  if (variant instanceof fault_1.Fault) return variant;
  const occurred = (0, occurred_1.occurredAt)(given.occurredAt ?? new Date(nowMs).toISOString(), nowMs);
  if (!occurred) return new fault_1.Fault(['occurredAt'], 'give an instant from 1970 to tomorrow');
  const latencyMs = given.latencyMs ?? null;
  if (latencyMs !== null && !(latencyMs >= 0 && latencyMs < Number.POSITIVE_INFINITY))
    return new fault_1.Fault(['latencyMs'], 'give a number of milliseconds, 0 or more');
  const result = readResult(version, given);
  if (result instanceof fault_1.Fault) return result;
  const actual =
    given.actual == null ? null : (0, output_reader_1.readActual)(version.task, given.actual, ['actual']);
  if (actual instanceof fault_1.Fault) return actual;
  const fault = version.reader.read(given.features ?? NO_FEATURES, table, row);
  if (fault) return fault;
  const occurredGiven = given.occurredAt != null;
  return { index, predictionId, entityId, occurred, occurredGiven, variant, latencyMs, ...result, actual };
}
/** An output or an error, never both. */
function readResult({ layout }, given) {
  if (given.error != null) {
    if (given.output != null)
      return new fault_1.Fault(['output'], 'a prediction with an `error` has no output');
    if (given.error.length > LONGEST_ERROR || (0, text_1.isIllFormed)(given.error))
      return new fault_1.Fault(
        ['error'],
        `give at most ${LONGEST_ERROR} characters, without NUL and halves of surrogate pairs`,
      );
    return { output: null, error: given.error };
  }
  if (given.output == null) return new fault_1.Fault(['output'], 'give an output, or an `error`');
  const output = (0, output_reader_1.readOutput)(layout.spec, given.output);
  return output instanceof fault_1.Fault ? output : { output, error: null };
}
/** Writes an item as a row of the stage. Gives where its body begins: all that its identity does not say. */
function stageItem(copy, item, table, row) {
  const { output, actual } = item;
  copy.begin(staged_ingest_1.STAGE_FIELDS);
  copy.int4(row);
  copy.text(item.predictionId);
  const body = copy.position;
  copy.text(item.entityId);
  copy.timestamptz(item.occurred.micros);
  copy.bool(item.occurredGiven);
  copy.text(item.variant);
  copy.float8(item.latencyMs);
  copy.text(item.error);
  copy.text(output?.label ?? null);
  copy.float8(output?.probability ?? null);
  copy.jsonb(output?.probabilities ?? null);
  copy.float8(output?.number ?? null);
  copy.float8(output?.lower ?? null);
  copy.float8(output?.upper ?? null);
  copy.float8Array(table, row);
  copy.jsonb(table.extras[row] ?? null);
  copy.text(actual?.label ?? null);
  copy.float8(actual?.number ?? null);
  return body;
}
//# sourceMappingURL=prediction-item.js.map
