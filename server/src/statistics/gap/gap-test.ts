import { bandAt, bandCost, clipToSupport } from './band';
import { bridgeExitBound, bridgeExitProbability, type Gate } from './brownian-bridge';
import { type CountPair, countPair } from './counts';
import { type Edge, innerEdges, widestEdge } from './edges';
import { exitMass, type Stretch } from './exit-mass';
import { pooledLaw } from './step-law';

/** Multiply-adds up to which the exact law is computed: about 0.15 s of one core. */
export const EXACT_GAP_COST = 1e8;

/** Smallest p-value that the asymptotic law reports; a smaller one is reported as this, `atResolution`. */
export const ASYMPTOTIC_RESOLUTION = 1e-12;

/** Answer of a grouped gap test. */
export interface GapTest {
  /** The largest gap: W or D. 0 when there is no inner edge. */
  readonly statistic: number;
  /** P(a gap at least this large | pooled counts), in (0, 1]. */
  readonly pValue: number;
  /** Inner edge of the largest gap (it separates bin `atEdge` from the next); null when nothing differs. */
  readonly atEdge: number | null;
  readonly method: 'EXACT' | 'ASYMPTOTIC';
  /** True when the p-value is only known to be at most what is reported. */
  readonly atResolution: boolean;
}

const NOTHING: GapTest = { statistic: 0, pValue: 1, atEdge: null, method: 'EXACT', atResolution: false };

function bandOf(pair: CountPair, edge: Edge, widest: Edge) {
  return bandAt(edge, widest, BigInt(edge.pooledBelow) * BigInt(pair.m), BigInt(pair.total));
}

function stretches(pair: CountPair, edges: readonly Edge[], widest: Edge): Stretch[] {
  const everything = { lo: 0, hi: pair.m };
  return edges.map((edge, i) => {
    const below = edge.pooledBelow;
    return {
      size: below - (edges[i - 1]?.pooledBelow ?? 0),
      remaining: pair.total - below,
      band: clipToSupport(bandOf(pair, edge, widest), below, pair.total, pair.m),
      support: clipToSupport(everything, below, pair.total, pair.m),
    };
  });
}

function gates(pair: CountPair, edges: readonly Edge[], widest: Edge): Gate[] {
  const { n, m, total } = pair;
  const spread = Math.sqrt(((n / (total - 1)) * m) as number);
  return edges.map((edge) => {
    const band = bandOf(pair, edge, widest);
    const at = edge.pooledBelow / total;
    const expected = at * m;
    return { at, low: (band.lo - 0.5 - expected) / spread, high: (band.hi + 0.5 - expected) / spread };
  });
}

function statisticOf(pair: CountPair, widest: Edge, weighted: boolean): number {
  const share = Number(widest.gap) / pair.n / pair.m;
  if (!weighted) return share;
  const u = widest.pooledBelow / pair.total;
  return share / Math.sqrt(u * ((pair.total - widest.pooledBelow) / pair.total));
}

function test(
  reference: readonly number[],
  current: readonly number[],
  weighted: boolean,
  effort: number,
): GapTest {
  const pair = countPair(reference, current);
  if (pair.n === 0 || pair.m === 0) return NOTHING;
  const edges = innerEdges(pair, weighted);
  const widest = widestEdge(edges);
  if (widest === null || widest.gap === 0n) return NOTHING;
  const statistic = statisticOf(pair, widest, weighted);
  const walk = stretches(pair, edges, widest);
  if (bandCost(walk.map(({ band }) => band)) <= EXACT_GAP_COST * effort) {
    const pValue = Math.max(exitMass(walk, pooledLaw(pair.total, pair.m), pair.m), Number.MIN_VALUE);
    return { statistic, pValue, atEdge: widest.index, method: 'EXACT', atResolution: pValue <= 1e-300 };
  }
  const bounds = gates(pair, edges, widest);
  const most = bridgeExitBound(bounds);
  const pValue = most < ASYMPTOTIC_RESOLUTION ? most : bridgeExitProbability(bounds);
  return {
    statistic,
    pValue: Math.max(pValue, ASYMPTOTIC_RESOLUTION),
    atEdge: widest.index,
    method: 'ASYMPTOTIC',
    atResolution: pValue < ASYMPTOTIC_RESOLUTION,
  };
}

/**
 * W, the weighted largest gap between two samples counted on the same ordered bins.
 *
 * W = max over inner edges with 0 < u < 1 of |R/n - C/m| / sqrt(u (1-u)), u the pooled share below the edge:
 * a gap in units of the standard deviation of one observation's side, so that tails count as much as the
 * middle. As an effect size it is free of the sample sizes: 0 to about sqrt(N²/(nm)).
 *
 * The p-value is exact given the pooled counts (multivariate hypergeometric; the cumulative current count
 * is a Markov chain), to about 1e-12 relative. Beyond `EXACT_GAP_COST` it is that of a Brownian bridge seen
 * at the edges with half-unit lattice bounds, reported no smaller than `ASYMPTOTIC_RESOLUTION`.
 *
 * Defined answers: an empty sample, one bin, or everything in one bin give statistic 0 and p = 1; a p-value
 * below 1e-300 is reported as such (`atResolution`).
 *
 * @param reference counts per bin
 * @param current counts per bin, on the same bins
 * @param effort share of `EXACT_GAP_COST` up to which the law is exact, 0..1
 * @throws RangeError on counts that are not whole numbers, or of different lengths
 */
export function weightedGapTest(
  reference: readonly number[],
  current: readonly number[],
  effort = 1,
): GapTest {
  return test(reference, current, true, effort);
}

/**
 * D, the unweighted largest gap: max over inner edges of |R/n - C/m|, the grouped Kolmogorov-Smirnov
 * statistic, 0..1, with the same exact law as {@link weightedGapTest} (the continuous law is wrong on bins).
 */
export function gapTest(reference: readonly number[], current: readonly number[]): GapTest {
  return test(reference, current, false, 1);
}

/**
 * Cost of a gap test, before it is run: multiply-adds of the exact law, the sum over edges of the products
 * of neighbouring band widths. Above {@link EXACT_GAP_COST} the asymptotic law is used instead, whose cost
 * does not grow with the counts.
 */
export function gapTestCost(
  reference: readonly number[],
  current: readonly number[],
  weighted = true,
): number {
  const pair = countPair(reference, current);
  const edges = innerEdges(pair, weighted);
  const widest = widestEdge(edges);
  if (pair.n === 0 || pair.m === 0 || widest === null || widest.gap === 0n) return 0;
  return bandCost(stretches(pair, edges, widest).map(({ band }) => band));
}

/** The p-value of the asymptotic law alone, unbounded below. For comparison with the exact one. */
export function asymptoticGapPValue(
  reference: readonly number[],
  current: readonly number[],
  weighted = true,
): number {
  const pair = countPair(reference, current);
  const edges = innerEdges(pair, weighted);
  const widest = widestEdge(edges);
  if (pair.n === 0 || pair.m === 0 || widest === null || widest.gap === 0n) return 1;
  return bridgeExitProbability(gates(pair, edges, widest));
}
