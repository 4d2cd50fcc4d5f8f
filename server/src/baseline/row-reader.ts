import type { ModelTask } from '../model/model-task';
import type { OutputSpec, Signature } from '../signature/signature';
import { outputSpec } from './binning';
import { Fault } from './fault';
import { FeatureReader } from './feature-reader';
import type { FeatureTable } from './feature-table';
import { BadLine } from './ndjson';
import {
  type ActualValue,
  type GivenActual,
  type GivenOutput,
  type Output,
  readActual,
  readOutput,
} from './output-reader';

/** What a row has beside its features. */
interface RowResult {
  readonly output: Output | null;
  readonly actual: ActualValue | null;
}

const FIELDS = new Set(['features', 'output', 'actual']);

/** Reads the rows of a baseline, a JSON object each, and checks them as predictions are checked. */
export class RowReader {
  readonly features: FeatureReader;
  private readonly spec: OutputSpec;

  constructor(signature: Signature, task: ModelTask) {
    this.features = new FeatureReader(signature);
    this.spec = outputSpec(signature, task);
  }

  /** Puts the features of a line into the table; a `BadLine` when there is anything wrong with it. */
  read(text: string, line: number, table: FeatureTable, row: number): RowResult {
    const given = parse(text, line);
    const surplus = Object.keys(given).find((key) => !FIELDS.has(key));
    if (surplus !== undefined) throw new BadLine(line, 'a row has no such field', [surplus]);
    const features = objectAt(given.features ?? {}, ['features'], line);
    take(this.features.read(features, table, row), line);
    const output =
      given.output == null
        ? null
        : take(readOutput(this.spec, objectAt(given.output, ['output'], line) as GivenOutput), line);
    const actual =
      given.actual == null
        ? null
        : take(
            readActual(
              this.spec.task,
              objectAt(given.actual, ['actual'], line) as GivenActual,
              ['actual'],
              this.spec.labels,
            ),
            line,
          );
    return { output, actual };
  }
}

function parse(text: string, line: number): Record<string, unknown> {
  try {
    return objectAt(JSON.parse(text), [], line);
  } catch (error) {
    if (error instanceof BadLine) throw error;
    throw new BadLine(line, 'is not JSON');
  }
}

function objectAt(value: unknown, path: readonly string[], line: number): Record<string, unknown> {
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    throw new BadLine(line, 'give a JSON object', path);
  return value as Record<string, unknown>;
}

function take<T>(result: T | Fault, line: number): T {
  if (result instanceof Fault) throw new BadLine(line, result.why, result.path);
  return result;
}
