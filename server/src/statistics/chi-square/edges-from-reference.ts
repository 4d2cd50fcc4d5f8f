import { total } from '../effect/shares';
import { countPair } from '../gap/counts';
import { type Random, seededRandom, seedFrom } from '../random/seeded-random';
import { type ChiSquareOptions, type ChiSquareTest, chiSquareTest } from './chi-square-test';
import { pearson, tableOf } from './columns';
import { referenceEdgePValue } from './edge-law';
import { largestBinPValue, largestCutBinPValue } from './largest-bin';

/** Counts of two samples on the same bins. */
interface Bins {
  readonly reference: readonly number[];
  readonly current: readonly number[];
}

/**
 * X where the bins of `cut` have edges at quantiles of this very reference, and those of `apart` have nothing to do with it
 * (missing, not finite).
 *
 * Up to as many current values as reference values the edges do not matter, and the answer is {@link chiSquareTest} on all
 * bins. With more of them it is that of two questions, independent of each other given their sizes: how the values fall into
 * the cut bins; and how many fall apart, or where the reference has none, by the conditional law. p is twice the smaller.
 *
 * To the first there are two looks, as a small reference makes the sum over all bins noisy: that sum, and the single bin that
 * differs most; p is again twice the smaller. For either the larger p-value counts of the conditional law (right for ties)
 * and of the law of such edges (right for a continuous value).
 *
 * @throws RangeError on counts that are not whole numbers, or of different lengths
 */
export function edgesFromReferenceTest(
  cut: Bins,
  apart: Bins,
  options: ChiSquareOptions = {},
): ChiSquareTest {
  const all: Bins = {
    reference: [...cut.reference, ...apart.reference],
    current: [...cut.current, ...apart.current],
  };
  const known = only(cut, (r) => r > 0);
  if (known.reference.length === 0 || total(cut.current) <= total(cut.reference)) {
    return chiSquareTest(all.reference, all.current, options);
  }
  const strange = only(cut, (r) => r === 0);
  const others: Bins = {
    reference: [total(known.reference), ...strange.reference, ...apart.reference],
    current: [total(known.current), ...strange.current, ...apart.current],
  };
  const random = options.random ?? seededRandom(seedFrom([...known.reference, ...known.current]));
  const within = cutPValue(known, { ...options, random });
  const between = chiSquareTest(others.reference, others.current, { ...options, random });
  // With nothing apart on either side there is but one question.
  const pValue = between.degrees === 0 ? within : Math.min(1, 2 * Math.min(within, between.pValue));
  const table = tableOf(countPair(all.reference, all.current));
  return { statistic: pearson(table), degrees: table.columns.length - 1, pValue, method: 'SIMULATED' };
}

function cutPValue(
  { reference, current }: Bins,
  options: ChiSquareOptions & { readonly random: Random },
): number {
  if (reference.length < 2) return 1;
  const pair = countPair(reference, current);
  const all = Math.max(
    chiSquareTest(reference, current, options).pValue,
    referenceEdgePValue(reference, current, options.random, options.effort),
  );
  return Math.min(1, 2 * Math.min(all, Math.max(largestBinPValue(pair), largestCutBinPValue(pair))));
}

function only({ reference, current }: Bins, isKept: (count: number) => boolean): Bins {
  const bins = [...reference.keys()].filter((bin) => isKept(reference[bin] as number));
  return {
    reference: bins.map((bin) => reference[bin] as number),
    current: bins.map((bin) => current[bin] ?? 0),
  };
}
