import { type Measure, noValue, plain } from './measure';
import type { ScoreHistogram } from './score-histogram';

/** Bins that calibration is read from by default. */
const CALIBRATION_BINS = 10;

/** One bar of a reliability diagram. */
interface CalibrationBin {
  readonly count: number;
  readonly meanScore: number;
  readonly shareOfPositives: number;
}

/**
 * The bars of a reliability diagram: histogram bins joined into `bins` groups of equal width, empty ones left
 * out. Where the histogram has fewer bins, or a number that `bins` does not divide, groups follow its bins.
 */
function calibrationBins(histogram: ScoreHistogram, bins: number = CALIBRATION_BINS): CalibrationBin[] {
  const width = histogram.scores.length;
  const groups = Array.from({ length: Math.max(1, bins) }, () => ({ count: 0, scores: 0, positives: 0 }));
  for (let bin = 0; bin < width; bin++) {
    const group = groups[Math.floor((bin * groups.length) / width)];
    if (!group) continue;
    const positives = histogram.positives[bin] ?? 0;
    group.count += positives + (histogram.negatives[bin] ?? 0);
    group.scores += histogram.scores[bin] ?? 0;
    group.positives += positives;
  }
  return groups
    .filter(({ count }) => count > 0)
    .map(({ count, scores, positives }) => ({
      count,
      meanScore: scores / count,
      shareOfPositives: positives / count,
    }));
}

/**
 * Expected calibration error: the mean over rows of |mean score - share of positives| of their bar (Naeini, Cooper
 * and Hauskrecht 2015, binary form), 0..1. Biased upwards on few rows, about sqrt(bins / rows) / 3 when perfectly
 * calibrated; no interval. No rows: `NO_DATA`; defined with one class.
 */
export function calibrationError(histogram: ScoreHistogram, bins: number = CALIBRATION_BINS): Measure {
  const bars = calibrationBins(histogram, bins);
  const rows = bars.reduce((sum, { count }) => sum + count, 0);
  if (rows === 0) return noValue('NO_DATA');
  const error = bars.reduce(
    (sum, bar) => sum + bar.count * Math.abs(bar.meanScore - bar.shareOfPositives),
    0,
  );
  return plain(error / rows);
}
