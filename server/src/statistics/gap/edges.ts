import type { CountPair } from './counts';

/** One inner edge of a binning, seen by two samples cumulated up to it. Integers are exact. */
export interface Edge {
  /** Index of the edge: it separates bin `index` from bin `index + 1`. */
  readonly index: number;
  /** Cumulative reference count R. */
  readonly below: number;
  /** Cumulative pooled count T. */
  readonly pooledBelow: number;
  /** |R m - C n|: the gap between the two cumulative shares, times n m. */
  readonly gap: bigint;
  /** What the squared gap is measured against: T (N - T) weighted, 1 unweighted. */
  readonly weight: bigint;
}

/**
 * The inner edges where the pooled sample has something on both sides, without those that repeat the
 * cumulative counts of the edge before (a bin empty in both samples says nothing).
 */
export function innerEdges(pair: CountPair, weighted: boolean): Edge[] {
  const edges: Edge[] = [];
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
export function widestEdge(edges: readonly Edge[]): Edge | null {
  let widest: Edge | null = null;
  for (const edge of edges) {
    if (widest === null || edge.gap * edge.gap * widest.weight > widest.gap * widest.gap * edge.weight) {
      widest = edge;
    }
  }
  return widest;
}
