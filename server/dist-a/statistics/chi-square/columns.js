'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.tableOf = tableOf;
exports.pearsonScale = pearsonScale;
exports.columnTerm = columnTerm;
exports.pearson = pearson;
/** Drops empty columns and turns the table so that the smaller sample is the one drawn. */
function tableOf(pair) {
  const rows = pair.m <= pair.n ? pair.current : pair.reference;
  const columns = pair.pooled
    .map((pooled, bin) => ({ pooled, drawn: rows[bin] ?? 0 }))
    .filter(({ pooled }) => pooled > 0)
    .sort((a, b) => b.pooled - a.pooled || b.drawn - a.drawn);
  return { columns, total: pair.total, drawn: Math.min(pair.n, pair.m) };
}
/** Factor that turns the sum of (c - E)²/t over the columns into Pearson's statistic: N² / (n m). */
function pearsonScale(table) {
  return table.total / table.drawn / (1 - table.drawn / table.total);
}
/** Contribution (c - E)²/t of one column, E = t drawn/N. */
function columnTerm(drawn, pooled, share) {
  const gap = drawn - pooled * share;
  return (gap * gap) / pooled;
}
/** Pearson's chi-square of the table. */
function pearson(table) {
  const share = table.drawn / table.total;
  let sum = 0;
  for (const { pooled, drawn } of table.columns) sum += columnTerm(drawn, pooled, share);
  return sum * pearsonScale(table);
}
//# sourceMappingURL=columns.js.map
