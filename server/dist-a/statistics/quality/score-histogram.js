'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.SCORE_BINS = void 0;
exports.emptyScoreHistogram = emptyScoreHistogram;
exports.addScore = addScore;
exports.mergeScoreHistograms = mergeScoreHistograms;
exports.distinctScores = distinctScores;
/** Bins of a score histogram by default: a multiple of the ten that calibration is read from. */
exports.SCORE_BINS = 200;
/** A histogram of nothing, on `bins` equal bins (at least 1, default {@link SCORE_BINS}). */
function emptyScoreHistogram(bins = exports.SCORE_BINS) {
  const zeros = () => new Array(Math.max(1, Math.floor(bins) || 1)).fill(0);
  return { positives: zeros(), negatives: zeros(), scores: zeros(), invalid: 0 };
}
/** Counts one row, in place. */
function addScore(histogram, actual, score) {
  if (typeof score !== 'number' || !(score >= 0 && score <= 1)) {
    histogram.invalid++;
    return;
  }
  const bins = histogram.scores.length;
  const bin = Math.min(bins - 1, Math.floor(score * bins));
  const side = actual ? histogram.positives : histogram.negatives;
  side[bin] = (side[bin] ?? 0) + 1;
  histogram.scores[bin] = (histogram.scores[bin] ?? 0) + score;
}
/** Histogram of both sets of rows. Throws RangeError on different bins. */
function mergeScoreHistograms(a, b) {
  if (a.scores.length !== b.scores.length) throw new RangeError('score histograms are on different bins');
  const add = (x, y) => x.map((value, bin) => value + (y[bin] ?? 0));
  return {
    positives: add(a.positives, b.positives),
    negatives: add(a.negatives, b.negatives),
    scores: add(a.scores, b.scores),
    invalid: a.invalid + b.invalid,
  };
}
/** Both classes per distinct score, ascending: a histogram without ties but true ones. NaN scores are left out. */
function distinctScores(actual, scores) {
  const order = scores
    .map((_, i) => i)
    .filter((i) => i < actual.length && !Number.isNaN(scores[i]))
    .sort((i, j) => compare(scores[i], scores[j]));
  const positives = [];
  const negatives = [];
  let last;
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
function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
//# sourceMappingURL=score-histogram.js.map
