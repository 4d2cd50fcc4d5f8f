import type { CountPair } from '../gap/counts';

/** One column of the 2 x K table that has something in it. */
export interface Column {
  /** Pooled count t > 0. */
  readonly pooled: number;
  /** Count in the smaller sample. */
  readonly drawn: number;
}

/** The table as its conditional law sees it: `drawn` items taken from `total`, split over columns. */
export interface Table {
  /** Sorted by pooled count, so that the order of categories cannot change an answer. */
  readonly columns: readonly Column[];
  /** N = n + m. */
  readonly total: number;
  /** Size of the smaller sample: both rows have the same statistic, so the cheaper one is followed. */
  readonly drawn: number;
}

/** Drops empty columns and turns the table so that the smaller sample is the one drawn. */
export function tableOf(pair: CountPair): Table {
  const rows = pair.m <= pair.n ? pair.current : pair.reference;
  const columns = pair.pooled
    .map((pooled, bin) => ({ pooled, drawn: rows[bin] ?? 0 }))
    .filter(({ pooled }) => pooled > 0)
    .sort((a, b) => b.pooled - a.pooled || b.drawn - a.drawn);
  return { columns, total: pair.total, drawn: Math.min(pair.n, pair.m) };
}

/** Factor that turns the sum of (c - E)²/t over the columns into Pearson's statistic: N² / (n m). */
export function pearsonScale(table: Table): number {
  return table.total / table.drawn / (1 - table.drawn / table.total);
}

/** Contribution (c - E)²/t of one column, E = t drawn/N. */
export function columnTerm(drawn: number, pooled: number, share: number): number {
  const gap = drawn - pooled * share;
  return (gap * gap) / pooled;
}

/** Pearson's chi-square of the table. */
export function pearson(table: Table): number {
  const share = table.drawn / table.total;
  let sum = 0;
  for (const { pooled, drawn } of table.columns) sum += columnTerm(drawn, pooled, share);
  return sum * pearsonScale(table);
}
