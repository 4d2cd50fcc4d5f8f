import { chiSquareSurvival } from '../special/incomplete-gamma';
import { type Column, columnTerm, pearson, pearsonScale, type Table } from './columns';

/** Expected count, in the smaller sample, from which the normal approximation of a column is trusted. */
const DENSE_EXPECTED = 10;

/** Observed and simulated statistics within this relative distance count as equal. */
const TIE = 1e-10;

/**
 * A table split into sparse columns, whose law is enumerated or simulated, and dense ones, which enter as
 * their sum and, inside it, as a chi-square variable with one degree of freedom per column but one.
 */
export interface SparseTable {
  readonly sparse: readonly Column[];
  /** Items in sparse columns. */
  readonly sparsePooled: number;
  /** Items in dense columns. */
  readonly densePooled: number;
  readonly total: number;
  readonly drawn: number;
  /** Expected share of a column in the smaller sample: drawn / total. */
  readonly share: number;
  /** Pearson's statistic as observed. */
  readonly statistic: number;
  /** P(X >= observed | sparse columns hold `sparseDrawn` and add `sum` of (c - E)²/t); 0 or 1 without dense columns. */
  tail(sum: number, sparseDrawn: number): number;
}

/** Splits a table; the dense columns are those where at least `dense` are expected in the smaller sample. */
export function splitTable(table: Table, dense: number = DENSE_EXPECTED): SparseTable {
  const share = table.drawn / table.total;
  const sparse = table.columns.filter(({ pooled }) => pooled * share < dense);
  const sparsePooled = sparse.reduce((sum, { pooled }) => sum + pooled, 0);
  const densePooled = table.total - sparsePooled;
  const degrees = Math.max(0, table.columns.length - sparse.length - 1);
  const statistic = pearson(table);
  const scale = pearsonScale(table);
  const enough = statistic * (1 - TIE);
  return {
    sparse,
    sparsePooled,
    densePooled,
    total: table.total,
    drawn: table.drawn,
    share,
    statistic,
    tail(sum, sparseDrawn) {
      const rest = table.drawn - sparseDrawn;
      const between = densePooled > 0 ? columnTerm(rest, densePooled, share) : 0;
      const missing = enough - scale * (sum + between);
      if (missing <= 0) return 1;
      if (degrees === 0) return 0;
      const within = scale * (rest / densePooled) * ((densePooled - rest) / densePooled);
      return within > 0 ? chiSquareSurvival(missing / within, degrees) : 0;
    },
  };
}

/** The sum of (c - E)²/t over the sparse columns, and what they hold, as observed. */
export function observedSparse(table: SparseTable): { sum: number; drawn: number } {
  let sum = 0;
  let drawn = 0;
  for (const column of table.sparse) {
    sum += columnTerm(column.drawn, column.pooled, table.share);
    drawn += column.drawn;
  }
  return { sum, drawn };
}
