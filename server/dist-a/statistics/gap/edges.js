'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.innerEdges = innerEdges;
exports.widestEdge = widestEdge;
/**
 * The inner edges where the pooled sample has something on both sides, without those that repeat the
 * cumulative counts of the edge before (a bin empty in both samples says nothing).
 */
function innerEdges(pair, weighted) {
  const edges = [];
  const n = BigInt(pair.n);
  const m = BigInt(pair.m);
  let below = 0;
  let currentBelow = 0;
  let last = 0;
  for (let index = 0; index < pair.pooled.length - 1; index++) {
    below += pair.reference[index] ?? 0;
    currentBelow += pair.current[index] ?? 0;
    const pooledBelow = below + currentBelow;
    if (pooledBelow === last) continue;
    if (pooledBelow === pair.total) break;
    last = pooledBelow;
    const signed = BigInt(below) * m - BigInt(currentBelow) * n;
    edges.push({
      index,
      below,
      pooledBelow,
      gap: signed < 0n ? -signed : signed,
      weight: weighted ? BigInt(pooledBelow) * BigInt(pair.total - pooledBelow) : 1n,
    });
  }
  return edges;
}
/** The edge with the largest gap²/weight, compared in whole numbers; the first of equals. */
function widestEdge(edges) {
  let widest = null;
  for (const edge of edges) {
    if (widest === null || edge.gap * edge.gap * widest.weight > widest.gap * widest.gap * edge.weight) {
      widest = edge;
    }
  }
  return widest;
}
//# sourceMappingURL=edges.js.map
