import type { QualitySums } from '../../../server/src/baseline/quality-sums';
import type { Binned, FeatureMaterial, Material } from '../../../server/src/monitoring/material';
import {
  addNumber,
  emptyNumericSummary,
  type NumericBinning,
  numericBinning,
} from '../../../server/src/statistics/binning/numeric-binning';
import { levelFromBudget } from '../../../server/src/statistics/drift/level-from-budget';
import { addLabel, emptyConfusion } from '../../../server/src/statistics/quality/confusion';
import {
  addProbability,
  emptyProbabilitySums,
} from '../../../server/src/statistics/quality/probability-sums';
import {
  addRegressionPair,
  emptyRegressionSums,
} from '../../../server/src/statistics/quality/regression-sums';
import { addScore, emptyScoreHistogram } from '../../../server/src/statistics/quality/score-histogram';

/** Materials of reports built from rows, as the rooms below build them from summaries. */

const DAY = 24 * 3_600_000;

function binned(binning: NumericBinning, values: readonly (number | null)[]): Binned {
  const summary = emptyNumericSummary(binning);
  for (const value of values) addNumber(binning, summary, value);
  return { counts: summary.counts, missing: summary.missing, nonFinite: summary.nonFinite, mean: null };
}

/** A number on both sides, on bins of its reference. */
export function numbers(
  name: string,
  reference: readonly (number | null)[],
  current: readonly (number | null)[],
): FeatureMaterial {
  const binning = numericBinning(reference.filter((value) => value !== null));
  return { name, kind: 'NUMBER', reference: binned(binning, reference), current: binned(binning, current) };
}

/** Labels by count, the last one of the unseen. */
export const labels = (
  name: string,
  reference: readonly number[],
  current: readonly number[],
): FeatureMaterial => ({
  name,
  kind: 'CATEGORY',
  reference: { counts: reference, missing: 0, nonFinite: 0, mean: null },
  current: { counts: current, missing: 0, nonFinite: 0, mean: null },
});

/** Quality of a regression whose errors are these, around actuals of any size. */
export function regression(
  errors: readonly number[],
  actual: (index: number) => number = (index) => index % 7,
): QualitySums {
  const sums = emptyRegressionSums();
  for (const [index, error] of errors.entries())
    addRegressionPair(sums, actual(index), actual(index) + error);
  return { task: 'REGRESSION', sums };
}

/** Quality of a classification from (actual, probability of the positive label), decided at one half. */
export function classification(rows: readonly (readonly [boolean, number])[]): QualitySums {
  const confusion = emptyConfusion();
  const probabilities = emptyProbabilitySums();
  const scores = emptyScoreHistogram();
  for (const [actual, probability] of rows) {
    addLabel(confusion, actual, probability >= 0.5);
    addProbability(probabilities, actual, probability);
    addScore(scores, actual, probability);
  }
  return { task: 'BINARY_CLASSIFICATION', confusion, probabilities, scores };
}

/** A day of a hundred healthy predictions of a regression, unless said otherwise. */
export function material(given: Partial<Material> & { falseAlarmsPerYear?: number } = {}): Material {
  const { falseAlarmsPerYear = 1, ...rest } = given;
  return {
    window: { from: '2013-01-01T00:00:00Z', to: '2013-01-02T00:00:00Z' },
    level: levelFromBudget({ falseAlarmsPerYear, windowMs: DAY }),
    predictions: 100,
    failed: 0,
    labelled: 0,
    latency: { count: 0, mean: null, p95: null },
    features: [],
    output: null,
    baseline: { state: 'READY', quality: null },
    quality: null,
    previous: [],
    hourlyOutput: [],
    ...rest,
  };
}
