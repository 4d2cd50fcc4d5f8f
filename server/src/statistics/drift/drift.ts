import { type ChiSquareTest, chiSquareTest } from '../chi-square/chi-square-test';
import { edgesFromReferenceTest } from '../chi-square/edges-from-reference';
import { hellinger, jensenShannonDistance, lInfinity } from '../effect/divergence';
import { psi, unbiasedPsi } from '../effect/psi';
import { total } from '../effect/shares';
import { type GapTest, weightedGapTest } from '../gap/gap-test';
import type { Random } from '../random/seeded-random';
import { type Validity, validity } from './validity';

/**
 * How much two distributions differ; each null when a side is empty (`unbiasedPsi` also with fewer than two observations that
 * the reference knows).
 */
export interface EffectSizes {
  /** W, the weighted largest gap between cumulative shares; null for categories. */
  readonly weightedGap: number | null;
  readonly lInfinity: number | null;
  /** Raw population stability index: for display, biased upwards. */
  readonly psi: number | null;
  /** Population stability index with its bias removed; may be negative. */
  readonly unbiasedPsi: number | null;
  /** Jensen-Shannon distance, base 2. */
  readonly jensenShannon: number | null;
  readonly hellinger: number | null;
}

/** Answer of a drift comparison of one feature. */
export interface Drift {
  /** Chance of a difference at least this large without drift, in (0, 1]. */
  readonly pValue: number;
  /** The effect size that an alarm looks at: W for numbers, L-infinity for categories; 0 when a side is empty. */
  readonly effect: number;
  readonly effects: EffectSizes;
  /** W, for numbers only. */
  readonly gap: GapTest | null;
  /** X. */
  readonly chiSquare: ChiSquareTest;
  /** Size of the reference, bins apart included. */
  readonly n: number;
  /** Size of the current window, bins apart included. */
  readonly m: number;
  readonly validity: Validity;
}

/** Settings of a drift comparison. */
export interface DriftOptions {
  /** Level that the validity verdict refers to, default 0.05. It does not change the p-value. */
  readonly level?: number;
  /** Source of randomness for simulated p-values; by default seeded from the counts. */
  readonly random?: Random;
  /**
   * Share of the work on exact laws and simulations, 0..1, default 1, for whoever compares many features at once: with less
   * the limit law is used sooner and simulated p-values are coarser; all stay valid.
   */
  readonly effort?: number;
}

/** Settings of a drift comparison of numbers. */
export interface NumericDriftOptions extends DriftOptions {
  /** Counts of unordered bins beside the ordered ones (missing, not finite): only X and the distances see them. */
  readonly apart?: { readonly reference: readonly number[]; readonly current: readonly number[] };
}

const DEFAULT_LEVEL = 0.05;

/** A gap that decides by itself: what a simulation adds to it can be coarse. */
const DECIDED = 1e-4;

function effectSizes(
  reference: readonly number[],
  current: readonly number[],
  weightedGap: number | null,
): EffectSizes {
  return {
    weightedGap,
    lInfinity: lInfinity(reference, current),
    psi: psi(reference, current),
    unbiasedPsi: unbiasedPsi(reference, current),
    jensenShannon: jensenShannonDistance(reference, current),
    hellinger: hellinger(reference, current),
  };
}

/**
 * Drift of a number, from counts on bins cut at quantiles of the reference.
 *
 * Two looks at the same counts, each at half the level: p = min(1, 2 min(p_W, p_X)). W sees shifts and
 * changes of scale, X sees spikes and holes. The effect is W.
 *
 * With bins apart, a rise of missing values alone moves X but not W; the effect is then the larger of W and
 * the L-infinity distance of the bins apart, so that the floor of an alarm does not hide it.
 *
 * @param reference counts per ordered bin
 * @param current counts per ordered bin, on the same bins
 * @throws RangeError on counts that are not whole numbers, or of different lengths
 */
export function numericDrift(
  reference: readonly number[],
  current: readonly number[],
  options: NumericDriftOptions = {},
): Drift {
  const gap = weightedGapTest(reference, current, options.effort);
  const allReference = [...reference, ...(options.apart?.reference ?? [])];
  const allCurrent = [...current, ...(options.apart?.current ?? [])];
  const chiSquare = edgesFromReferenceTest(
    { reference, current },
    options.apart ?? { reference: [], current: [] },
    { random: options.random, effort: gap.pValue < DECIDED ? 0 : options.effort },
  );
  const n = total(allReference);
  const m = total(allCurrent);
  const apart = allReference.slice(reference.length).map((r, i) => {
    const c = allCurrent[reference.length + i] ?? 0;
    return n === 0 || m === 0 ? 0 : Math.abs(r / n - c / m);
  });
  return {
    pValue: Math.min(1, 2 * Math.min(gap.pValue, chiSquare.pValue)),
    effect: Math.max(gap.statistic, ...apart),
    effects: effectSizes(allReference, allCurrent, n === 0 || m === 0 ? null : gap.statistic),
    gap,
    chiSquare,
    n,
    m,
    validity: validity(allReference, m, options.level ?? DEFAULT_LEVEL, 2),
  };
}

/**
 * Drift of a category, from counts per category (with its bins for unseen and missing values): X alone, at
 * the full level. The effect is the L-infinity distance.
 *
 * @throws RangeError on counts that are not whole numbers, or of different lengths
 */
export function categoricalDrift(
  reference: readonly number[],
  current: readonly number[],
  options: DriftOptions = {},
): Drift {
  const chiSquare = chiSquareTest(reference, current, { random: options.random, effort: options.effort });
  const effects = effectSizes(reference, current, null);
  const m = total(current);
  return {
    pValue: chiSquare.pValue,
    effect: effects.lInfinity ?? 0,
    effects,
    gap: null,
    chiSquare,
    n: total(reference),
    m,
    validity: validity(reference, m, options.level ?? DEFAULT_LEVEL, 1),
  };
}
