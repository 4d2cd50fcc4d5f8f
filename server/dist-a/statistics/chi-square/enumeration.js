'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.countFillings = countFillings;
exports.enumeratedPValue = enumeratedPValue;
const hypergeometric_1 = require('../special/hypergeometric');
const columns_1 = require('./columns');
/** Number of ways the sparse columns can be filled, counted up to `limit`. */
function countFillings(table, limit) {
  if (table.densePooled > 0) {
    let product = 1;
    for (const { pooled } of table.sparse) {
      product *= Math.min(pooled, table.drawn) + 1;
      if (product > limit) return Number.POSITIVE_INFINITY;
    }
    return product;
  }
  let ways = new Float64Array(1).fill(1);
  for (const { pooled } of table.sparse) {
    const next = new Float64Array(Math.min(ways.length + pooled, table.drawn + 1));
    let window = 0;
    for (let c = 0; c < next.length; c++) {
      window += (ways[c] ?? 0) - (c > pooled ? (ways[c - pooled - 1] ?? 0) : 0);
      next[c] = window;
    }
    if (next.length > limit) return Number.POSITIVE_INFINITY;
    ways = next;
  }
  return ways[table.drawn] ?? 0;
}
/**
 * P(X >= observed | margins) by walking every filling of the sparse columns (multivariate hypergeometric);
 * dense columns, if any, enter through their chi-square tail.
 */
function enumeratedPValue(table) {
  const { sparse, share } = table;
  const walk = (at, pool, left, logMass, sum) => {
    const column = sparse[at];
    if (!column) return Math.exp(logMass) * table.tail(sum, table.drawn - left);
    let p = 0;
    const rest = pool - column.pooled;
    for (let c = Math.max(0, left - rest); c <= Math.min(column.pooled, left); c++) {
      const mass = logMass + (0, hypergeometric_1.logHypergeometric)(c, column.pooled, pool, left);
      p += walk(at + 1, rest, left - c, mass, sum + (0, columns_1.columnTerm)(c, column.pooled, share));
    }
    return p;
  };
  return Math.min(1, walk(0, table.total, table.drawn, 0, 0));
}
//# sourceMappingURL=enumeration.js.map
