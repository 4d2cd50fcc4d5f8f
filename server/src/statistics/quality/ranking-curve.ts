import { total } from '../effect/shares';
import { type Measure, noValue, plain, withError, Z95 } from './measure';
import { distinctScores, type ScoreHistogram } from './score-histogram';

type Classes = Pick<ScoreHistogram, 'positives' | 'negatives'>;

function classes({ positives, negatives }: Classes): { p: number; n: number; refusal: Measure | null } {
  const p = total(positives);
  const n = total(negatives);
  if (p + n === 0) return { p, n, refusal: noValue('NO_DATA') };
  return { p, n, refusal: p === 0 || n === 0 ? noValue('ONE_CLASS_ONLY') : null };
}

const ROUNDING = 1e-12;

/**
 * Area under the ROC curve: the chance that a positive scores above a negative, ties (one bin) count one half.
 *
 * Exact for the binned scores; against the rows it can be off by half the share of (positive, negative)
 * pairs that meet in one bin. 95 % interval by DeLong, DeLong and Clarke-Pearson (1988), cut to 0..1; none with
 * fewer than two rows of a class. One class: `ONE_CLASS_ONLY`; no rows: `NO_DATA`.
 */
export function rocAuc(histogram: Classes): Measure {
  const { p, n, refusal } = classes(histogram);
  if (refusal) return refusal;
  let [below, area, ofPositives, ofNegatives, positivesBelow] = [0, 0, 0, 0, 0];
  for (const [bin, positive] of histogram.positives.entries()) {
    const negative = histogram.negatives[bin] ?? 0;
    const beaten = (below + negative / 2) / n;
    const beating = (p - positivesBelow - positive / 2) / p;
    area += (positive / p) * beaten;
    ofPositives += positive * beaten * beaten;
    ofNegatives += negative * beating * beating;
    below += negative;
    positivesBelow += positive;
  }
  if (p < 2 || n < 2) return plain(area);
  const variance = (squares: number, count: number): number => {
    const spread = squares - count * area * area;
    // What is left of a difference of equals is rounding, which a root would make a width.
    return spread > ROUNDING * squares ? spread / (count - 1) / count : 0;
  };
  return withError(area, Math.sqrt(variance(ofPositives, p) + variance(ofNegatives, n)), 0, 1);
}

/**
 * Area under the precision-recall curve as average precision: the sum over descending scores of
 * (recall gained) x precision, no interpolation (scikit-learn's definition), ties (one bin) taken together.
 *
 * 95 % interval on the logit scale with standard error 1/sqrt(P AP (1-AP)) (Boyd, Eng and Page 2013), P the number of
 * positives; none when it is 0 or 1. One class: `ONE_CLASS_ONLY`; no rows: `NO_DATA`.
 */
export function averagePrecision(histogram: Classes): Measure {
  const { p, refusal } = classes(histogram);
  if (refusal) return refusal;
  let [hits, taken, area] = [0, 0, 0];
  for (let bin = histogram.positives.length - 1; bin >= 0; bin--) {
    const positive = histogram.positives[bin] ?? 0;
    hits += positive;
    taken += positive + (histogram.negatives[bin] ?? 0);
    if (positive > 0) area += (positive / p) * (hits / taken);
  }
  const value = Math.min(1, area);
  if (value <= 0 || value >= 1) return plain(value);
  const logit = Math.log(value / (1 - value));
  const half = Z95 / Math.sqrt(p * value * (1 - value));
  const back = (x: number) => 1 / (1 + Math.exp(-x));
  return { value, low: back(logit - half), high: back(logit + half), reason: null };
}

/** ROC AUC from rows; scores of any range, infinities allowed, NaN left out. */
export function rocAucOf(actual: readonly boolean[], scores: readonly number[]): Measure {
  return rocAuc(distinctScores(actual, scores));
}

/** Average precision from rows; scores of any range, infinities allowed, NaN left out. */
export function averagePrecisionOf(actual: readonly boolean[], scores: readonly number[]): Measure {
  return averagePrecision(distinctScores(actual, scores));
}
