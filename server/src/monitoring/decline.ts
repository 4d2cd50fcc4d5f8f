import { Z95 } from '../statistics/quality/measure';
import { normalQuantile } from '../statistics/special/normal';
import { judgedMetric } from './quality-metric';
import type { QualityMetric } from './quality-summary';

/** Labelled rows that a side needs before its interval means anything. */
export const LEAST_LABELLED = 10;

export type Decline = 'NONE' | 'WORSE' | 'FAR_WORSE';

/** An error, 0 or more, the lower the better, with the end of its 95 % interval on the side that matters. */
interface ErrorEstimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface DeclineSettings {
  /** Probability that any of the judged metrics is called worse when none is. */
  readonly level: number;
  readonly labelled: number;
  readonly baselineLabelled: number;
}

/** The metrics that a verdict is built on and that have a value on both sides. */
export const judgedMetrics = (quality: readonly QualityMetric[]): QualityMetric[] =>
  quality.filter(
    ({ name, value, baseline, lower, upper }) =>
      judgedMetric(name) && value !== null && baseline !== null && lower !== null && upper !== null,
  );

/**
 * How each judged metric compares with the baseline. Worse: its error is greater than the baseline's by more than the
 * uncertainty of both. Far worse: greater by as much than twice the baseline's error, or than half the way from there to
 * that of a toss of a coin, whichever comes first. The error of a metric where higher is better is what it lacks to 1, so
 * both kinds follow the same rule.
 */
export function declines(
  quality: readonly QualityMetric[],
  settings: DeclineSettings,
): { metric: QualityMetric; decline: Decline; farWorseBeyond: number }[] {
  const judged = judgedMetrics(quality);
  const width = widening(settings, judged.length);
  return judged.map((metric) => {
    const current = errorOf(metric, metric.value!, metric.lower, metric.upper);
    const baseline = errorOf(metric, metric.baseline!, metric.baselineLower, metric.baselineUpper);
    const coin = judgedMetric(metric.name)?.coinError ?? null;
    const line = (error: number): number => farWorseLine(error, coin);
    const decline = exceeds(current, mapped(baseline, line), width)
      ? 'FAR_WORSE'
      : exceeds(current, baseline, width)
        ? 'WORSE'
        : 'NONE';
    return { metric, decline, farWorseBeyond: errorOf(metric, line(baseline.value), null, null).value };
  });
}

/** Twice the error, or half the way to that of a coin, whichever is less. A baseline no better than a coin has only the first. */
const farWorseLine = (error: number, coin: number | null): number =>
  coin !== null && coin > error ? Math.min(2 * error, (error + coin) / 2) : 2 * error;

/**
 * Whether one error is greater than another beyond both uncertainties: the lower limit of their difference lies above 0,
 * put together from the two intervals (MOVER: Zou and Donner, "Construction of confidence intervals about effect
 * measures", Statistics in Medicine 2008).
 */
const exceeds = (current: ErrorEstimate, other: ErrorEstimate, width: number): boolean =>
  current.value - other.value > width * Math.hypot(current.value - current.low, other.high - other.value);

const mapped = (error: ErrorEstimate, line: (error: number) => number): ErrorEstimate => ({
  value: line(error.value),
  low: line(error.low),
  high: line(error.high),
});

/** Turns a metric into its error, and an error back into the metric: the two are the same move. */
function errorOf(
  { name }: QualityMetric,
  value: number,
  lower: number | null,
  upper: number | null,
): ErrorEstimate {
  const [low, high] = [lower ?? value, upper ?? value];
  return judgedMetric(name)?.isLack
    ? { value: 1 - value, low: 1 - high, high: 1 - low }
    : { value, low, high };
}

/**
 * By how much the 95 % intervals are widened: never less than they show, more where the level is shared by several
 * metrics or where reports are so frequent that 95 % would alarm too often; and for few rows by Student's quantile instead
 * of the normal one (first term of its expansion).
 */
function widening({ level, labelled, baselineLabelled }: DeclineSettings, metrics: number): number {
  const z = -normalQuantile(Math.min(0.025, level / Math.max(1, metrics)));
  const freedom = Math.max(1, Math.min(labelled, baselineLabelled) - 1);
  return (z + (z ** 3 + z) / (4 * freedom)) / Z95;
}
