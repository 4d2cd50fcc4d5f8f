import { countPair } from '../gap/counts';
import { type Random, seededRandom, seedFrom } from '../random/seeded-random';
import { chiSquareSurvival } from '../special/incomplete-gamma';
import { tableOf } from './columns';
import { countFillings, enumeratedPValue } from './enumeration';
import { simulatedPValue } from './simulation';
import { type SparseTable, splitTable } from './sparse-part';

/** Fillings of the sparse columns up to which the law is enumerated instead of simulated. */
const ENUMERATE_UP_TO = 5_000;

/** Answer of the chi-square test. */
export interface ChiSquareTest {
  /** Pearson's X² of the 2 x K table without empty columns; 0 when there is nothing to compare. */
  readonly statistic: number;
  /** Non-empty columns minus one. */
  readonly degrees: number;
  /** P(X² at least this large | margins), in (0, 1]. */
  readonly pValue: number;
  readonly method: 'EXACT' | 'SIMULATED' | 'ASYMPTOTIC';
}

/** Settings of {@link chiSquareTest}. */
export interface ChiSquareOptions {
  /** Source of randomness; without it the simulation is seeded from the pooled counts. */
  readonly random?: Random;
  /** Share of the draws of a simulation, 0..1, default 1; see `simulatedPValue`. */
  readonly effort?: number;
}

/** P(X at least as observed | margins). */
function conditional(
  split: SparseTable,
  degrees: number,
  random: () => Random,
  effort: number,
): Omit<ChiSquareTest, 'degrees'> {
  const { statistic } = split;
  if (split.sparse.length === 0) {
    return { statistic, pValue: chiSquareSurvival(statistic, degrees), method: 'ASYMPTOTIC' };
  }
  if (countFillings(split, ENUMERATE_UP_TO) <= ENUMERATE_UP_TO) {
    return { statistic, pValue: enumeratedPValue(split), method: 'EXACT' };
  }
  return { statistic, pValue: simulatedPValue(split, random(), effort), method: 'SIMULATED' };
}

/**
 * X, Pearson's chi-square of homogeneity of two samples counted on the same bins (order does not matter).
 *
 * Columns empty in both samples are dropped. Where the smaller sample expects at least `DENSE_EXPECTED` in
 * every column the chi-square law is used. Otherwise the p-value is the conditional one given both margins:
 * enumerated (`EXACT`) for up to 5,000 fillings, else simulated; columns with large expected counts then
 * enter through their chi-square tail, so cost and accuracy are set by the sparse ones alone.
 *
 * Deterministic: without `random` the simulation is seeded from the pooled counts, and the conditional
 * answer is the same when the samples change places or the columns are permuted.
 *
 * Defined answers: an empty sample, or fewer than two columns, give statistic 0 and p = 1; a p-value that
 * underflows is reported as the smallest double above 0.
 *
 * @throws RangeError on counts that are not whole numbers, or of different lengths
 */
export function chiSquareTest(
  reference: readonly number[],
  current: readonly number[],
  options: ChiSquareOptions = {},
): ChiSquareTest {
  const pair = countPair(reference, current);
  const table = tableOf(pair);
  const degrees = Math.max(0, table.columns.length - 1);
  if (pair.n === 0 || pair.m === 0 || degrees === 0) {
    return { statistic: 0, degrees, pValue: 1, method: 'EXACT' };
  }
  const seed = seedFrom([table.drawn, ...table.columns.map(({ pooled }) => pooled)]);
  const random = () => options.random ?? seededRandom(seed);
  const answer = conditional(splitTable(table), degrees, random, options.effort ?? 1);
  const pValue = Math.min(1, Math.max(answer.pValue, Number.MIN_VALUE));
  return { ...answer, degrees, pValue };
}
