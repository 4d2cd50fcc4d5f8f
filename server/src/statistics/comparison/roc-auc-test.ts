import { total } from '../effect/shares';
import type { ScoreHistogram } from '../quality/score-histogram';
import type { Excess } from './mean-loss-test';
import { lumpyTail, type Sides, smoothTail } from './rare-events';

type Classes = Pick<ScoreHistogram, 'positives' | 'negatives'>;

/** How far a side is from a perfect order: each row's share of the rows of the other class that it is out of order with. */
interface Disorder {
  readonly positives: number;
  readonly negatives: number;
  /** 1 - AUC: the mean over either class. */
  readonly mean: number;
  readonly squaresOfPositives: number;
  readonly squaresOfNegatives: number;
}

/**
 * P-value of "1 - AUC behind the window is greater than `factor` times that behind the baseline", one-sided.
 *
 * The variance of an AUC is that of the shares of its positives over their number and that of its negatives over theirs
 * (DeLong, DeLong and Clarke-Pearson 1988). Those of both sides are pooled, so that a baseline in perfect order is as
 * uncertain as its rows are few. Both areas are then compared as sums of events with these variances (see `rare-events.ts`),
 * because a good order is one with few exceptions and its AUC nothing like normal.
 *
 * Needs a row of either class on both sides. Size by simulation: at or below the level from one row on.
 */
export function rocAucTest(window: Classes, baseline: Classes, { factor }: Pick<Excess, 'factor'>): number {
  const [w, b] = [disorderOf(window, 1), disorderOf(baseline, factor)];
  if (w.mean === 0) return 1;
  const ofPositives = spread(w, b, 'positives', 'squaresOfPositives');
  const ofNegatives = spread(w, b, 'negatives', 'squaresOfNegatives');
  // An AUC `factor` times as bad has more exceptions rather than greater ones.
  const variance = (side: Disorder): number =>
    factor * (ofPositives / side.positives + ofNegatives / side.negatives);
  const [ofWindow, ofBaseline] = [variance(w), variance(b)];
  // Every row is out of order with as many: both sides are alike.
  if (!(ofWindow > 0 && ofBaseline > 0)) return 1;
  const mean = (w.mean / ofWindow + b.mean / ofBaseline) / (1 / ofWindow + 1 / ofBaseline);
  const events = (side: Disorder, itsVariance: number) => ({
    expected: mean ** 2 / itsVariance,
    seen: (side.mean * mean) / itsVariance,
  });
  const sides: Sides = { window: events(w, ofWindow), baseline: events(b, ofBaseline) };
  return Math.max(smoothTail(sides, Math.min(b.positives, b.negatives) + 1), lumpyTail(sides));
}

/** The variance of the shares of a class around what they are on average over both sides. */
function spread(
  w: Disorder,
  b: Disorder,
  rows: 'positives' | 'negatives',
  squares: 'squaresOfPositives' | 'squaresOfNegatives',
): number {
  const all = w[rows] + b[rows];
  const mean = (w[rows] * w.mean + b[rows] * b.mean) / all;
  return Math.max(0, w[squares] + b[squares] - all * mean ** 2) / (all - 1);
}

function disorderOf({ positives, negatives }: Classes, factor: number): Disorder {
  const [p, n] = [total(positives), total(negatives)];
  let [below, above] = [0, n];
  let [sum, squaresOfPositives, squaresOfNegatives] = [0, 0, 0];
  for (const [bin, positive] of positives.entries()) {
    const negative = negatives[bin] ?? 0;
    const ofPositive = (factor * (above - negative / 2)) / n;
    const ofNegative = (factor * (below + positive / 2)) / p;
    sum += positive * ofPositive;
    squaresOfPositives += positive * ofPositive ** 2;
    squaresOfNegatives += negative * ofNegative ** 2;
    above -= negative;
    below += positive;
  }
  return { positives: p, negatives: n, mean: sum / p, squaresOfPositives, squaresOfNegatives };
}
