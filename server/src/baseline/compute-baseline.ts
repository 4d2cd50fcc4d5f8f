import type { ModelTask } from '../model/model-task';
import type { Signature } from '../signature/signature';
import { seededRandom } from '../statistics/random/seeded-random';
import { countedFeatures, outputSpec } from './binning';
import { qualityCounter } from './count-quality';
import { RowCounter } from './count-rows';
import { freezeBins } from './freeze-bins';
import type { FrozenFeature, FrozenOutput } from './frozen-feature';
import { BadLine, type Lines, linesOf } from './ndjson';
import type { QualitySums } from './quality-sums';
import { halfOf, RowBlock, RowSample } from './row-block';
import { RowReader } from './row-reader';

/** What is frozen of a reference. */
export interface Frozen {
  readonly rows: number;
  readonly labelledRows: number;
  readonly features: readonly FrozenFeature[];
  readonly output: FrozenOutput | null;
  readonly quality: QualitySums | null;
}

export interface BaselineTask {
  readonly signature: Signature;
  readonly task: ModelTask;
  /** Beyond so many rows nothing is computed; null for no end. */
  readonly mostRows: number | null;
}

export type Outcome =
  | { readonly kind: 'FROZEN'; readonly frozen: Frozen }
  | {
      readonly kind: 'BAD_LINE';
      readonly line: number;
      readonly path: readonly string[];
      readonly why: string;
    }
  | { readonly kind: 'TOO_MANY_ROWS' };

/** Values that are held in memory for the edges: enough for quantiles, whatever the number of rows. */
const MOST_VALUES = 20_000_000;
const MOST_SAMPLED = 1_000_000;

type Bytes = AsyncIterable<Uint8Array>;

/**
 * Computes a baseline from NDJSON. The bins come from all rows, or a sample of them where they are too many for the
 * memory; the counts from all rows, for which `open` is then called a second time.
 */
export async function computeBaseline(open: () => Promise<Bytes>, task: BaselineTask): Promise<Outcome> {
  try {
    return await compute(open, task);
  } catch (error) {
    if (error instanceof BadLine)
      return { kind: 'BAD_LINE', line: error.line, path: error.path, why: error.why };
    throw error;
  }
}

async function compute(
  open: () => Promise<Bytes>,
  { signature, task, mostRows }: BaselineTask,
): Promise<Outcome> {
  const reader = new RowReader(signature, task);
  const { width } = reader.features;
  const spec = outputSpec(signature, task);
  // A label weighs about as much as ten numbers.
  const weight = width + 10 * (countedFeatures(signature).length - width) + 1;
  const sample = new RowSample(
    width,
    Math.min(MOST_SAMPLED, Math.ceil(MOST_VALUES / weight)),
    seededRandom(1),
  );
  const quality = qualityCounter(spec);
  let rows = 0;
  for await (const lines of linesOf(await open())) {
    for (const { text, line } of rowsOf(lines)) {
      rows += 1;
      if (mostRows !== null && rows > mostRows) return { kind: 'TOO_MANY_ROWS' };
      const { block, row } = sample.next();
      const { output, actual } = reader.read(text, line, block.table, row);
      block.outputs[row] = output;
      if (output && actual) quality.add(output, actual);
    }
  }
  if (rows === 0) throw new BadLine(1, 'the artifact has no rows');
  const counter = new RowCounter(freezeBins(signature, spec, sample.blocks), spec);
  if (sample.isWhole) for (const block of sample.blocks) countAll(counter, block);
  else await countAgain(counter, reader, await open());
  return {
    kind: 'FROZEN',
    frozen: {
      rows,
      labelledRows: quality.labelled,
      features: counter.frozenFeatures(),
      output: counter.frozenOutput(),
      quality: quality.sums(),
    },
  };
}

/** A baseline of rows that are there already, without quality: the first predictions of a version. */
export function freezeRows(signature: Signature | null, task: ModelTask, block: RowBlock): Frozen {
  const spec = outputSpec(signature, task);
  const counter = new RowCounter(freezeBins(signature, spec, [block]), spec);
  countAll(counter, block);
  return {
    rows: block.filled,
    labelledRows: 0,
    features: counter.frozenFeatures(),
    output: counter.frozenOutput(),
    quality: null,
  };
}

function countAll(counter: RowCounter, block: RowBlock): void {
  for (let row = 0; row < block.filled; row++) counter.add(block, row);
}

async function countAgain(counter: RowCounter, reader: RowReader, bytes: Bytes): Promise<void> {
  const block = new RowBlock(1, reader.features.width);
  let number = 0;
  for await (const lines of linesOf(bytes)) {
    for (const { text, line } of rowsOf(lines)) {
      block.outputs[0] = reader.read(text, line, block.table, 0).output;
      block.halves[0] = halfOf(number++);
      counter.add(block, 0);
    }
  }
}

/** Empty lines are no rows. */
function* rowsOf({ first, texts }: Lines): Generator<{ text: string; line: number }> {
  for (const [index, text] of texts.entries()) if (text.trim() !== '') yield { text, line: first + index };
}
