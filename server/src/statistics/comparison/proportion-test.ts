import { logHypergeometric } from '../special/hypergeometric';
import { binomialCumulative, lowerBeta } from '../special/incomplete-beta';

/** Rows of a side, and how many of them are wrong. */
export interface Wrong {
  readonly count: number;
  readonly wrong: number;
}

/**
 * P-value of "the share of wrong rows behind the window is greater than that behind the baseline": Fisher's exact test,
 * one-sided. Given how many are wrong in all, those of the baseline are hypergeometric.
 */
export function greaterShareTest(window: Wrong, baseline: Wrong): number {
  // No worse is no sign; and the terms below fall, which they do below the mean.
  if (window.wrong * baseline.count <= baseline.wrong * window.count) return 1;
  const [wrong, rows] = [window.wrong + baseline.wrong, window.count + baseline.count];
  let sum = 0;
  for (let x = baseline.wrong; x >= 0; x--) {
    const term = Math.exp(logHypergeometric(x, wrong, rows, baseline.count));
    sum += term;
    if (term <= 1e-17 * sum) break;
  }
  return Math.min(1, sum);
}

const HALVINGS = 60;

/**
 * P-value of "the share of wrong rows behind the window is greater than `line` of that behind the baseline", for a line that
 * does not fall. Never too small: the limits of both shares (Clopper and Pearson 1934), each at half the level, must not
 * meet, and this is the level where they do.
 */
export function shareBeyondTest(window: Wrong, baseline: Wrong, line: (share: number) => number): number {
  let [low, high] = [0, 1];
  let least = 1;
  for (let step = 0; step < HALVINGS; step++) {
    const share = (low + high) / 2;
    const ofWindow = atLeast(window, Math.min(1, line(share)));
    const ofBaseline = binomialCumulative(baseline.wrong, baseline.count, share);
    least = Math.min(least, Math.max(ofWindow, ofBaseline));
    if (ofWindow < ofBaseline) low = share;
    else high = share;
  }
  return Math.min(1, 2 * least);
}

const atLeast = ({ wrong, count }: Wrong, share: number): number =>
  wrong === 0 ? 1 : lowerBeta(share, wrong, count - wrong + 1);
