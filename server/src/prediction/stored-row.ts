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

/** Puts the features of a stored prediction into a table. */
export function fillRow(table: FeatureTable, row: number, { features, extra }: StoredRow): void {
  for (let column = 0; column < table.width; column++) table.setNumber(row, column, features[column] ?? null);
  table.extras[row] = extra;
}

/** Null for a failed prediction. */
export const outputOf = (row: StoredRow): Output | null => (row.failed ? null : row);
