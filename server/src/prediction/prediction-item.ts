import { Fault, shortText } from '../baseline/fault';
import type { FeatureTable } from '../baseline/feature-table';
import { type ActualValue, type Output, readActual, readOutput } from '../baseline/output-reader';
import { isIllFormed } from '../contract/text';
import type { CopyRows } from './copy-rows';
import { type Occurred, occurredAt } from './occurred';
import type { PredictionInput } from './prediction.input';
import type { ServedVersion } from './served-version';
import { STAGE_FIELDS } from './staged-ingest';

/** A prediction that keeps the rules, its features apart. */
export interface PredictionItem {
  /** Its place in the request. */
  readonly index: number;
  readonly predictionId: string;
  readonly entityId: string | null;
  readonly occurred: Occurred;
  readonly occurredGiven: boolean;
  readonly variant: string | null;
  readonly latencyMs: number | null;
  readonly error: string | null;
  /** Null for a failed prediction. */
  readonly output: Output | null;
  readonly actual: ActualValue | null;
}

const NO_FEATURES: Readonly<Record<string, unknown>> = Object.create(null);
const LONGEST_ERROR = 2_000;
const LONGEST_LATENCY_MS = 1_000_000_000;

/** Checks one item and puts its features into the table; its first fault otherwise. */
export function readItem(
  version: ServedVersion,
  given: PredictionInput,
  index: number,
  nowMs: number,
  table: FeatureTable,
  row: number,
): PredictionItem | Fault {
  const predictionId = shortText(given.predictionId, 200, ['predictionId']);
  if (predictionId instanceof Fault) return predictionId;
  const entityId = given.entityId == null ? null : shortText(given.entityId, 200, ['entityId']);
  if (entityId instanceof Fault) return entityId;
  const variant = given.variant == null ? null : shortText(given.variant, 100, ['variant']);
  if (variant instanceof Fault) return variant;
  const occurred = occurredAt(given.occurredAt ?? new Date(nowMs).toISOString(), nowMs);
  if (!occurred) return new Fault(['occurredAt'], 'give an instant from 1970 to tomorrow');
  const latencyMs = given.latencyMs ?? null;
  if (latencyMs !== null && !(latencyMs >= 0 && latencyMs <= LONGEST_LATENCY_MS))
    return new Fault(['latencyMs'], `give a number of milliseconds from 0 to ${LONGEST_LATENCY_MS}`);
  const result = readResult(version, given);
  if (result instanceof Fault) return result;
  const actual =
    given.actual == null
      ? null
      : readActual(version.task, given.actual, ['actual'], version.layout.spec.labels);
  if (actual instanceof Fault) return actual;
  const fault = version.reader.read(given.features ?? NO_FEATURES, table, row);
  if (fault) return fault;
  const occurredGiven = given.occurredAt != null;
  return { index, predictionId, entityId, occurred, occurredGiven, variant, latencyMs, ...result, actual };
}

/** An output or an error, never both. */
function readResult(
  { layout }: ServedVersion,
  given: PredictionInput,
): { output: Output | null; error: string | null } | Fault {
  if (given.error != null) {
    if (given.output != null) return new Fault(['output'], 'a prediction with an `error` has no output');
    if (given.error.length > LONGEST_ERROR || isIllFormed(given.error))
      return new Fault(
        ['error'],
        `give at most ${LONGEST_ERROR} characters, without NUL and halves of surrogate pairs`,
      );
    return { output: null, error: given.error };
  }
  if (given.output == null) return new Fault(['output'], 'give an output, or an `error`');
  const output = readOutput(layout.spec, given.output);
  return output instanceof Fault ? output : { output, error: null };
}

/** Writes an item as a row of the stage. Gives where its body begins: all that its identity does not say. */
export function stageItem(copy: CopyRows, item: PredictionItem, table: FeatureTable, row: number): number {
  const { output, actual } = item;
  copy.begin(STAGE_FIELDS);
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
