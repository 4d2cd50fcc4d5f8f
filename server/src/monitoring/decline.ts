import type { QualitySums } from '../baseline/quality-sums';
import { errorOf, farWorseLine, isJudged, type JudgedName } from './quality-metric';
import type { QualityMetric } from './quality-summary';
import { qualityTest } from './quality-test';

export type Decline = 'NONE' | 'WORSE' | 'FAR_WORSE';

/** A judged metric. */
export interface Comparison {
  readonly metric: Valued;
  readonly decline: Decline;
  /** That its error is greater than the baseline's, or for FAR_WORSE than the line. */
  readonly pValue: number;
  /** The value at the line beyond which it is far worse. */
  readonly farWorseBeyond: number;
}

export interface Comparisons {
  readonly judged: readonly Comparison[];
  /** What each p-value was compared with: the level of the report over the number of judged metrics. */
  readonly level: number;
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
 * its part of the level. Far worse: so has that it is greater than the line. The error of a metric where higher is better is
 * what it lacks to 1, so both kinds follow the same rule.
 */
export function compareQuality(
  quality: readonly QualityMetric[],
  window: QualitySums,
  baseline: QualitySums,
  level: number,
): Comparisons {
  const told = quality.filter(({ value, baseline: before }) => value !== null || before !== null);
  const tests = told.flatMap((metric) => {
    if (!isJudged(metric.name)) return [];
    const error = errorOf(metric.name, metric.baseline ?? 0);
    return [{ metric, name: metric.name, error, test: qualityTest(metric.name, error, window, baseline) }];
  });
  const unjudged = tests.flatMap(({ name, test }) =>
    'lacking' in test ? [{ name, lacking: test.lacking }] : [],
  );
  const part = level / Math.max(1, tests.length - unjudged.length);
  const judged = tests.flatMap(({ metric, error, test }): Comparison[] => {
    if ('lacking' in test || !isValued(metric)) return [];
    const farWorseBeyond = errorOf(metric.name, farWorseLine(metric.name, error));
    const worse = test.pValue('BASELINE');
    if (worse >= part) return [{ metric, decline: 'NONE', pValue: worse, farWorseBeyond }];
    const farWorse = test.pValue('FAR_WORSE_LINE');
    return farWorse < part
      ? [{ metric, decline: 'FAR_WORSE', pValue: farWorse, farWorseBeyond }]
      : [{ metric, decline: 'WORSE', pValue: worse, farWorseBeyond }];
  });
  return { judged, level: part, unjudged };
}
