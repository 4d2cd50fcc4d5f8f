import { lumpyTail, type Sides, smoothTail } from './rare-events';

/** What is known of the losses of a side: numbers of 0 or more, one a row, the lower the better. */
export interface Losses {
  readonly count: number;
  readonly sum: number;
  readonly squares: number;
  /** Sum of their roots, where known (of |error| for squared errors): it tells many small losses from a few large ones. */
  readonly roots?: number;
}

/** What a loss `factor` times as great is made of: greater losses, or more of them. */
export interface Excess {
  readonly factor: number;
  readonly by: 'SIZE' | 'NUMBER';
}

/** Of losses that hardly vary; beyond this the sums have no digits left to tell by how little. */
const LARGEST_SHAPE = 1e6;

/**
 * How many rows of a baseline are as large as the largest of a window, as a part of what its squares would allow: that of a
 * tail as of the squares of Student's t with 3 degrees of freedom.
 */
const PART_OF_LARGEST = 1 / 3;

/**
 * P-value of "the mean loss behind the window is greater than `factor` times that behind the baseline", one-sided, from sums
 * alone; null where they have overflowed.
 *
 * Where nothing is wrong the losses of the window and those of the baseline times `factor` are exchangeable, and the part of
 * the window in the sum of both has a permutation law whose variance follows from the pooled sum of squares. It is taken as
 * the beta law with that mean and variance (Pitman, "Significance tests which may be applied to samples from any
 * populations", 1937; Box and Andersen, "Permutation theory in the derivation of robust criteria", JRSS B 1955). For squared
 * normal errors this is the F test of two variances. As the variance is pooled, the tail that a small baseline happened not
 * to have is known from the window, and costs power rather than false alarms.
 *
 * Two bounds beside it, of which the greatest p-value counts: the same for losses that come in lumps, and that a single row
 * of a heavy tail came into the window and none into the baseline. As a window that is no worse than the baseline is not
 * beyond `factor` times it either, a factor above 1 never has the smaller p-value.
 */
export function meanLossTest(window: Losses, baseline: Losses, excess: Excess): number | null {
  const beyond = pValueOf(window, baseline, excess);
  if (beyond === null || excess.factor <= 1) return beyond;
  return Math.max(beyond, pValueOf(window, baseline, { ...excess, factor: 1 }) ?? 1);
}

function pValueOf(window: Losses, baseline: Losses, excess: Excess): number | null {
  const scaled = times(baseline, excess.factor);
  const sums = [window.sum, window.squares, scaled.sum, scaled.squares];
  if (!sums.every(Number.isFinite)) return null;
  if (window.sum === 0) return 1;
  return Math.max(
    smoothTail(sidesOf(window, scaled, shapeOf(window, scaled, excess)), baseline.count),
    lumpyTail(sidesOf(window, scaled, shapeOfLumps(window, scaled, excess))),
    oneRow(window, scaled, excess),
  );
}

const times = ({ count, sum, squares, roots }: Losses, factor: number): Losses => ({
  count,
  sum: factor * sum,
  squares: factor * factor * squares,
  ...(roots !== undefined && { roots: Math.sqrt(factor) * roots }),
});

/** Events are losses in units of the mean of all rows over `shape`, so that their number varies as the losses do. */
function sidesOf(window: Losses, baseline: Losses, shape: number): Sides {
  const perLoss = (shape * (window.count + baseline.count)) / (window.sum + baseline.sum);
  const side = ({ count, sum }: Losses) => ({ expected: shape * count, seen: perLoss * sum });
  return { window: side(window), baseline: side(baseline) };
}

const shapeOf = (window: Losses, baseline: Losses, excess: Excess): number =>
  shape(window.count + baseline.count, window.sum + baseline.sum, window.squares + baseline.squares, excess);

/** By the roots: two laws of one mean and one variance that differ most where losses are nothing have other roots. */
const shapeOfLumps = (window: Losses, baseline: Losses, excess: Excess): number =>
  window.roots === undefined || baseline.roots === undefined
    ? shapeOf(window, baseline, excess)
    : shape(window.count + baseline.count, window.roots + baseline.roots, window.sum + baseline.sum, excess);

/**
 * Mean² / variance of a single loss, such that the beta law has the variance of the permutation law: (N-1)/(Nq-1) = Nk + 1,
 * q the sum of squares over the square of the sum. Where the baseline has fewer losses, rather than smaller ones, its own is
 * less by the factor.
 */
function shape(rows: number, sum: number, squares: number, { factor, by }: Excess): number {
  const spread = (rows * squares) / sum / sum - 1;
  const pooled = ((rows - 1) / Math.max(spread, Number.MIN_VALUE) - 1) / rows;
  const bounded = Math.min(LARGEST_SHAPE, Math.max(1 / LARGEST_SHAPE ** 2, pooled));
  return by === 'NUMBER' ? bounded / factor : bounded;
}

/**
 * The p-value if the largest loss that the window can have had was a matter of chance: the beta law is too light for a tail
 * that shows in the window and not in the baseline. A row can have been no more than all squares of the window in one; such
 * rows come into the window in proportion to its rows; and the rest of it must be too much by itself.
 */
function oneRow(window: Losses, baseline: Losses, excess: Excess): number {
  const rows = window.count + baseline.count;
  const rest: Losses = {
    count: window.count - 1,
    sum: window.sum - Math.sqrt(window.squares),
    squares: ((window.count - 1) * baseline.squares) / baseline.count,
  };
  if (!(rest.count > 0 && rest.sum > 0)) return 1;
  const alike = 1 + (PART_OF_LARGEST * baseline.squares) / window.squares;
  const chance = Math.min(1, (alike * window.count) / rows);
  return chance * smoothTail(sidesOf(rest, baseline, shapeOf(rest, baseline, excess)), baseline.count);
}
