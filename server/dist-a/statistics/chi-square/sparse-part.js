'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.DENSE_EXPECTED = void 0;
exports.splitTable = splitTable;
exports.observedSparse = observedSparse;
const incomplete_gamma_1 = require('../special/incomplete-gamma');
const columns_1 = require('./columns');
/** Expected count, in the smaller sample, from which the normal approximation of a column is trusted. */
exports.DENSE_EXPECTED = 10;
/** Observed and simulated statistics within this relative distance count as equal. */
const TIE = 1e-10;
/** Splits a table; the dense columns are those where at least `dense` are expected in the smaller sample. */
function splitTable(table, dense = exports.DENSE_EXPECTED) {
  const share = table.drawn / table.total;
  const sparse = table.columns.filter(({ pooled }) => pooled * share < dense);
  const sparsePooled = sparse.reduce((sum, { pooled }) => sum + pooled, 0);
  const densePooled = table.total - sparsePooled;
  const degrees = Math.max(0, table.columns.length - sparse.length - 1);
  const statistic = (0, columns_1.pearson)(table);
  const scale = (0, columns_1.pearsonScale)(table);
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
      const between = densePooled > 0 ? (0, columns_1.columnTerm)(rest, densePooled, share) : 0;
      const missing = enough - scale * (sum + between);
      if (missing <= 0) return 1;
      if (degrees === 0) return 0;
      const within = scale * (rest / densePooled) * ((densePooled - rest) / densePooled);
      return within > 0 ? (0, incomplete_gamma_1.chiSquareSurvival)(missing / within, degrees) : 0;
    },
  };
}
/** The sum of (c - E)²/t over the sparse columns, and what they hold, as observed. */
function observedSparse(table) {
  let sum = 0;
  let drawn = 0;
  for (const column of table.sparse) {
    sum += (0, columns_1.columnTerm)(column.drawn, column.pooled, table.share);
    drawn += column.drawn;
  }
  return { sum, drawn };
}
//# sourceMappingURL=sparse-part.js.map
