import type { NamedBytes } from '../artifact/given.js';
import type { ActualValueInput, BaselineInput, PredictionOutputInput } from '../generated/schema.js';
import { writeJson } from '../transport/numbers.js';

/** One row of a baseline. */
export interface BaselineRow {
  /** The inputs, by feature, as the signature has them. */
  readonly features: object;
  /** What the version answers for it. Only for rows that it was not fitted on. */
  readonly output?: PredictionOutputInput | undefined;
  /** What really was the case. Only for rows that the version was not fitted on. */
  readonly actual?: ActualValueInput | undefined;
}

/** Rows, which are kept as an artifact of the version. */
export interface BaselineRows {
  /** Read once, one by one. */
  readonly rows: Iterable<BaselineRow> | AsyncIterable<BaselineRow>;
  /** The path of the artifact. Default `baseline.ndjson`. */
  readonly artifactPath?: string | undefined;
}

/** Where a baseline comes from: from rows, or from an artifact with such rows among those of the version. */
export type BaselineLike = BaselineRows | BaselineInput;

/** The artifact of a baseline that was given as rows. */
export const baselineArtifact = (given: BaselineLike): NamedBytes[] =>
  'rows' in given
    ? [{ path: pathOf(given), content: linesOf(given.rows), mediaType: 'application/x-ndjson' }]
    : [];

export const baselineInput = (given: BaselineLike): BaselineInput => ({ artifactPath: pathOf(given) });

const pathOf = ({ artifactPath = 'baseline.ndjson' }: BaselineLike): string => artifactPath;

const PIECE = 64 * 1024;

async function* linesOf(rows: BaselineRows['rows']): AsyncGenerator<Uint8Array, void> {
  const encoder = new TextEncoder();
  let text = '';
  for await (const row of rows) {
    text += `${writeJson(row)}\n`;
    if (text.length < PIECE) continue;
    yield encoder.encode(text);
    text = '';
  }
  yield encoder.encode(text);
}
