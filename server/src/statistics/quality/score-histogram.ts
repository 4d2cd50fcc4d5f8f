/** Bins of a score histogram by default: a multiple of the ten that calibration is read from. */
export const SCORE_BINS = 200;

/**
 * Scores in 0..1 counted per actual class on equal bins: what ranking and calibration are read from without
 * rows. Bin i is i/K <= score < (i+1)/K, the last closed. Adds up field by field.
 */
export interface ScoreHistogram {
  positives: number[];
  negatives: number[];
  /** Sum of the scores of a bin, both classes. */
  scores: number[];
  /** Rows left out: score missing, NaN or outside 0..1. */
  invalid: number;
}

/** A histogram of nothing, on `bins` equal bins (at least 1, default {@link SCORE_BINS}). */
export function emptyScoreHistogram(bins: number = SCORE_BINS): ScoreHistogram {
  const zeros = () => new Array<number>(Math.max(1, Math.floor(bins) || 1)).fill(0);
  return { positives: zeros(), negatives: zeros(), scores: zeros(), invalid: 0 };
}

/** Multiples of this add up in doubles without error, in any order and parts, up to eight million of them in 0..1. */
const SUMMABLE_UNIT = 2 ** -30;

/** A score as it is best added up where sums of the same rows are to be the same; see {@link addScore}. */
export const summable = (score: number): number => Math.round(score / SUMMABLE_UNIT) * SUMMABLE_UNIT;

/**
 * Counts one row, in place.
 *
 * @param added what the sum of the bin grows by, the score itself by default; its bin is that of the score
 */
export function addScore(
  histogram: ScoreHistogram,
  actual: boolean,
  score: number | null | undefined,
  added: (score: number) => number = (itself) => itself,
): void {
  if (typeof score !== 'number' || !(score >= 0 && score <= 1)) {
    histogram.invalid++;
    return;
  }
  const bins = histogram.scores.length;
  const bin = Math.min(bins - 1, Math.floor(score * bins));
  const side = actual ? histogram.positives : histogram.negatives;
  side[bin] = (side[bin] ?? 0) + 1;
  histogram.scores[bin] = (histogram.scores[bin] ?? 0) + added(score);
}

/** Histogram of both sets of rows. Throws RangeError on different bins. */
export function mergeScoreHistograms(a: ScoreHistogram, b: ScoreHistogram): ScoreHistogram {
  if (a.scores.length !== b.scores.length) throw new RangeError('score histograms are on different bins');
  const add = (x: readonly number[], y: readonly number[]) => x.map((value, bin) => value + (y[bin] ?? 0));
  return {
    positives: add(a.positives, b.positives),
    negatives: add(a.negatives, b.negatives),
    scores: add(a.scores, b.scores),
    invalid: a.invalid + b.invalid,
  };
}

/** Both classes per distinct score, ascending: a histogram without ties but true ones. NaN scores are left out. */
export function distinctScores(
  actual: readonly boolean[],
  scores: readonly number[],
): Pick<ScoreHistogram, 'positives' | 'negatives'> {
  const order = scores
    .map((_, i) => i)
    .filter((i) => i < actual.length && !Number.isNaN(scores[i]))
    .sort((i, j) => compare(scores[i] as number, scores[j] as number));
  const positives: number[] = [];
  const negatives: number[] = [];
  let last: number | undefined;
  for (const i of order) {
    if (positives.length === 0 || scores[i] !== last) {
      positives.push(0);
      negatives.push(0);
      last = scores[i];
    }
    const side = actual[i] ? positives : negatives;
    side[side.length - 1] = (side.at(-1) ?? 0) + 1;
  }
  return { positives, negatives };
}

function compare(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
