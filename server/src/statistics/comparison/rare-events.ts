import { binomialCumulative, lowerBeta } from '../special/incomplete-beta';

/** A side of a comparison, in units of the events that its error is thought to be made of. */
interface Events {
  /** How many are expected where both sides are alike: mean² / variance of the error of the side. */
  readonly expected: number;
  /** How many came. */
  readonly seen: number;
}

export interface Sides {
  readonly window: Events;
  readonly baseline: Events;
}

/** Counts beyond this are scaled down: the answer is coarser, never bolder, and the time bounded. */
const MOST_EVENTS = 1e8;

/**
 * How likely it is that so small a part of what came on both sides came on that of the baseline, if both are alike and what
 * comes is smooth: sums of gamma laws with the variances that `expected` says, so that the part is Beta distributed.
 *
 * `count` is that of the baseline, which has one degree of freedom less: the lower tail of a sum of bounded numbers is
 * heavier than that of a gamma law (without it ten uniform errors gave 2.5 times the false alarms asked for).
 */
export function smoothTail({ window, baseline }: Sides, count: number): number {
  const all = window.seen + baseline.seen;
  if (!(all > 0)) return 1;
  const expected = (baseline.expected * (count - 1)) / count;
  const scale = Math.min(1, MOST_EVENTS / (window.expected + expected));
  return lowerBeta(baseline.seen / all, scale * expected, scale * window.expected);
}

/**
 * The same where what comes are events of one size by a Poisson law: given how many came in all, those of the baseline are
 * binomial. The losses of a sharp classifier, nothing but for a few rows, are nearly so, and a baseline without a single one
 * is nothing strange.
 */
export function lumpyTail({ window, baseline }: Sides): number {
  const all = window.seen + baseline.seen;
  if (!(all > 0)) return 1;
  const scale = Math.min(1, MOST_EVENTS / all);
  const share = baseline.expected / (baseline.expected + window.expected);
  return binomialCumulative(scale * baseline.seen, scale * all, share);
}
