import { type CustomTypesConfig, types } from 'pg';
import type { FeatureTable } from '../baseline/feature-table';
import type { Output } from '../baseline/output-reader';

/** What of a stored prediction is counted. */
export interface StoredRow extends Output {
  readonly features: readonly (number | null)[];
  readonly extra: Readonly<Record<string, unknown>> | null;
  readonly failed: boolean;
}

export const STORED_COLUMNS = `prediction.features, prediction.extra, prediction.error IS NOT NULL AS failed, prediction.label,
  prediction.probability, prediction.probabilities, prediction.number, prediction.lower, prediction.upper`;

const FLOAT8_ARRAY = 1022;
const numbers = (text: string): (number | null)[] =>
  text === '{}'
    ? []
    : text
        .slice(1, -1)
        .split(',')
        .map((item) => (item === 'NULL' ? null : Number(item)));

/** Reads the numbers of many rows much faster than arrays of anything are read. */
export const STORED_TYPES: CustomTypesConfig = {
  getTypeParser: ((oid: number, format: 'text') =>
    oid === FLOAT8_ARRAY ? numbers : types.getTypeParser(oid, format)) as never,
};

/** Puts the features of a stored prediction into a table. */
export function fillRow(table: FeatureTable, row: number, { features, extra }: StoredRow): void {
  for (let column = 0; column < table.width; column++) table.setNumber(row, column, features[column] ?? null);
  table.extras[row] = extra;
}

/** Null for a failed prediction. */
export const outputOf = (row: StoredRow): Output | null => (row.failed ? null : row);
