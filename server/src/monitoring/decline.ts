import type { QualitySums } from '../baseline/quality-sums';
import { hochberg } from '../statistics/comparison/hochberg';
import { errorOf, farWorseLine, isJudged, type JudgedName } from './quality-metric';
import type { QualityMetric } from './quality-summary';
import { type Beyond, qualityTest } from './quality-test';

export type Decline = 'NONE' | 'WORSE' | 'FAR_WORSE';

/** A judged metric. */
export interface Comparison {
  readonly metric: Valued;
  readonly decline: Decline;
  /** That its error is greater than the baseline's, or for FAR_WORSE than the line; adjusted for the number of metrics. */
  readonly pValue: number;
  /** The value at the line beyond which it is far worse. */
  readonly farWorseBeyond: number;
}

export interface Comparisons {
  readonly judged: readonly Comparison[];
  /** Metrics with a value on one side at least that could not be judged, and what is lacking. */
  readonly unjudged: readonly { readonly name: string; readonly lacking: string }[];
}

/** A metric of a verdict with a value on both sides. */
export type Valued = QualityMetric & {
  readonly name: JudgedName;
  readonly value: number;
  readonly baseline: number;
};

const isValued = (metric: QualityMetric): metric is Valued =>
  isJudged(metric.name) && metric.value !== null && metric.baseline !== null;

/**
 * How each judged metric compares with the baseline. Worse: that its error is greater than the baseline's has a p-value below
 * the level, adjusted for the number of judged metrics. Far worse: so has that it is greater than the line. The error of a
 * metric where higher is better is what it lacks to 1, so both kinds follow the same rule.
 */
export function compareQuality(
  quality: readonly QualityMetric[],
  window: QualitySums,
  baseline: QualitySums,
  level: number,
): Comparisons {
  const unjudged: Comparisons['unjudged'][number][] = [];
  const tests: { metric: Valued; error: number; pValue: (beyond: Beyond) => number }[] = [];
  for (const metric of quality) {
    const { name, value, baseline: before } = metric;
    if (!isJudged(name) || (value === null && before === null)) continue;
    const error = errorOf(name, before ?? 0);
    const test = qualityTest(name, error, window, baseline);
    if ('lacking' in test) unjudged.push({ name, lacking: test.lacking });
    else if (isValued(metric)) tests.push({ metric, error, pValue: test.pValue });
  }
  const adjusted = (beyond: Beyond): number[] => hochberg(tests.map(({ pValue }) => pValue(beyond)));
  const worse = adjusted('BASELINE');
  const farWorse = worse.some((pValue) => pValue < level) ? adjusted('FAR_WORSE_LINE') : [];
  const judged = tests.map(({ metric, error }, index): Comparison => {
    const [pValue, ofLine] = [worse[index] ?? 1, farWorse[index] ?? 1];
    const farWorseBeyond = errorOf(metric.name, farWorseLine(metric.name, error));
    // NaN, of losses at the end of what doubles hold, is no sign of anything.
    if (!(pValue < level)) return { metric, decline: 'NONE', pValue, farWorseBeyond };
    return ofLine < level
      ? { metric, decline: 'FAR_WORSE', pValue: ofLine, farWorseBeyond }
      : { metric, decline: 'WORSE', pValue, farWorseBeyond };
  });
  return { judged, unjudged };
}
