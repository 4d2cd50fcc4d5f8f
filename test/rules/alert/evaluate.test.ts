import 'reflect-metadata';
import fc from 'fast-check';
import { AlertComparison, AlertMetric, qualityMetricOf } from '../../../server/src/alert/alert-metric';
import { evaluate, type Reported, type Watching } from '../../../server/src/alert/evaluate';
import { endOf, messageOf } from '../../../server/src/alert/message';
import { qualityMeasures } from '../../../server/src/baseline/quality-sums';
import type { FeatureDrift } from '../../../server/src/monitoring/drift-summary';
import { emptyConfusion } from '../../../server/src/statistics/quality/confusion';
import { emptyProbabilitySums } from '../../../server/src/statistics/quality/probability-sums';
import { emptyRegressionSums } from '../../../server/src/statistics/quality/regression-sums';
import { emptyScoreHistogram } from '../../../server/src/statistics/quality/score-histogram';

const rule = (given: Partial<Watching>): Watching => ({
  watch: AlertMetric.RMSE,
  feature: null,
  compare: AlertComparison.ABOVE,
  value: 3,
  falseAlarmsPerYear: 1,
  ...given,
});

const metric = (name: string, value: number | null, baseline: number | null = null) => ({
  name,
  value,
  baseline,
  lower: null,
  upper: null,
  baselineLower: null,
  baselineUpper: null,
  previous: null,
  reason: null,
  rows: 100,
  baselineRows: 100,
});

const feature = (name: string, given: Partial<FeatureDrift>): FeatureDrift => ({
  name,
  kind: 'NUMBER',
  verdict: 'OK',
  reason: null,
  tests: [],
  pValue: 1,
  adjustedPValue: 1,
  effect: 1,
  effectFloor: 0.1,
  smallestPValue: 0,
  lacking: null,
  psi: null,
  jensenShannon: null,
  referenceCount: 100,
  currentCount: 100,
  mean: null,
  baselineMean: null,
  warnings: [],
  changedShares: [],
  isShifted: false,
  ...given,
});

const report = (given: Partial<Reported>): Reported => ({
  predictions: 100,
  window: { from: '2013-01-01T00:00:00Z', to: '2013-02-01T00:00:00Z' },
  quality: [],
  drift: null,
  dataQuality: [],
  operations: { errorRate: 0.1, latencyMsMean: 5, latencyMsP95: 9 },
  ...given,
});

const drift = (...features: FeatureDrift[]) =>
  report({ drift: { level: 0.05, tested: features.length, drifted: 0, features, output: null } });

test.each([
  [AlertComparison.ABOVE, 3.1, true],
  [AlertComparison.ABOVE, 3, false],
  [AlertComparison.BELOW, 2.9, true],
  [AlertComparison.BELOW, 3, false],
  [AlertComparison.ABOVE, Number.POSITIVE_INFINITY, true],
  [AlertComparison.BELOW, Number.NEGATIVE_INFINITY, true],
])('%s with %d is broken: %s', (compare, value, broken) => {
  expect(evaluate(rule({ compare }), report({ quality: [metric('rmse', value)] }))).toEqual({
    kind: 'NUMBER',
    value,
    threshold: 3,
    broken,
  });
});

test.each(Object.values(AlertComparison))('NaN satisfies no comparison, and mends none: %s', (compare) => {
  const quality = [metric('rmse', Number.NaN, 2)];
  expect(evaluate(rule({ compare }), report({ quality }))).toEqual({ kind: 'NO_DATA' });
});

test('where a report has no such number there is no data', () => {
  for (const watch of [AlertMetric.RMSE, AlertMetric.ACCURACY, AlertMetric.DRIFT, AlertMetric.MISSING_SHARE])
    expect(evaluate(rule({ watch }), report({})).kind).toBe('NO_DATA');
  expect(evaluate(rule({}), report({ quality: [metric('rmse', null)] })).kind).toBe('NO_DATA');
});

test('every quality metric and share that a report has can be watched', () => {
  const watches = Object.values(AlertMetric);
  for (const name of [
    ...Object.keys(qualityMeasures({ task: 'REGRESSION', sums: emptyRegressionSums() })),
    ...Object.keys(
      qualityMeasures({
        task: 'BINARY_CLASSIFICATION',
        confusion: emptyConfusion(),
        probabilities: emptyProbabilitySums(),
        scores: emptyScoreHistogram(),
      }),
    ),
  ]) {
    const watch = watches.find((one) => qualityMetricOf(one) === name);
    if (watch === undefined) throw new Error(`${name} is watched by nothing`);
    expect(evaluate(rule({ watch, value: 0 }), report({ quality: [metric(name, 0.5)] }))).toMatchObject({
      value: 0.5,
      broken: true,
    });
  }
});

test.each([AlertMetric.MISSING_SHARE, AlertMetric.NON_FINITE_SHARE, AlertMetric.UNSEEN_SHARE])(
  '%s is the greatest of all features, or that of one',
  (watch) => {
    const of = (name: string, share: number, unseenShare: number | null) => ({
      name,
      count: 10,
      missingShare: share,
      nonFiniteShare: share,
      unseenShare,
      baselineMissingShare: 0,
    });
    const dataQuality = [of('a', 0.1, 0.1), of('b', 0.4, 0.4), of('x', 0.2, null)];
    const at = (feature: string | null) =>
      evaluate(rule({ watch, feature, value: 0.2 }), report({ dataQuality }));
    expect(at(null)).toMatchObject({ value: 0.4, broken: true });
    expect(at('a')).toMatchObject({ value: 0.1, broken: false });
    expect(at('nowhere').kind).toBe('NO_DATA');
    expect(at('x').kind).toBe(watch === AlertMetric.UNSEEN_SHARE ? 'NO_DATA' : 'NUMBER');
  },
);

describe('a quality metric of fewer than ten labelled rows', () => {
  const of = (rows: number, baselineRows: number) =>
    report({ quality: [{ ...metric('rmse', 9, 2), rows, baselineRows }] });
  const compare = AlertComparison.ABOVE_BASELINE_RATIO;

  test('neither breaks a rule nor mends it', () => {
    expect(evaluate(rule({}), of(9, 100))).toEqual({ kind: 'NO_DATA' });
    expect(evaluate(rule({ value: 10 }), of(1, 100))).toEqual({ kind: 'NO_DATA' });
    expect(evaluate(rule({}), of(10, 100))).toMatchObject({ broken: true });
  });

  test('is nothing to compare with in the baseline', () => {
    expect(evaluate(rule({ compare, value: 2 }), of(100, 9))).toEqual({ kind: 'NO_DATA' });
    expect(evaluate(rule({ compare, value: 2 }), of(100, 10))).toMatchObject({ broken: true });
    expect(evaluate(rule({}), of(100, 0))).toMatchObject({ broken: true });
  });
});

describe('against the baseline', () => {
  const compare = AlertComparison.ABOVE_BASELINE_RATIO;
  test('where lower is better: more than so many times', () => {
    const at = (value: number) =>
      evaluate(rule({ compare, value: 2 }), report({ quality: [metric('rmse', value, 2.4)] }));
    expect(at(4.9)).toEqual({ kind: 'NUMBER', value: 4.9, threshold: 4.8, broken: true });
    expect(at(4.7)).toMatchObject({ broken: false });
  });
  test('where higher is better: less than that part', () => {
    const at = (value: number) =>
      evaluate(
        rule({ watch: AlertMetric.ACCURACY, compare, value: 2 }),
        report({ quality: [metric('accuracy', value, 0.9)] }),
      );
    expect(at(0.44)).toEqual({ kind: 'NUMBER', value: 0.44, threshold: 0.45, broken: true });
    expect(at(0.46)).toMatchObject({ broken: false });
  });
  test('a baseline that is missing, or below nothing where higher is better, is nothing to compare with', () => {
    const r2 = rule({ watch: AlertMetric.R2, compare, value: 2 });
    expect(evaluate(r2, report({ quality: [metric('r2', -3, -0.5)] })).kind).toBe('NO_DATA');
    expect(evaluate(rule({ compare }), report({ quality: [metric('rmse', 5)] })).kind).toBe('NO_DATA');
  });
  test('the missing share of one feature', () => {
    const dataQuality = [
      {
        name: 'a',
        count: 10,
        missingShare: 0.3,
        nonFiniteShare: 0,
        unseenShare: null,
        baselineMissingShare: 0.1,
      },
    ];
    const missing = rule({ watch: AlertMetric.MISSING_SHARE, feature: 'a', compare, value: 2 });
    expect(evaluate(missing, report({ dataQuality }))).toMatchObject({ threshold: 0.2, broken: true });
  });
});

describe('DRIFT', () => {
  const watching = (given: Partial<Watching> = {}) => rule({ watch: AlertMetric.DRIFT, value: 0, ...given });

  test('is judged at the level of the rule, not of the report', () => {
    // A month: the level of one false alarm a year is 0.085, of one in a hundred years 0.00085.
    const one = drift(feature('a', { pValue: 0.01 }));
    expect(evaluate(watching(), one)).toMatchObject({ value: 1, broken: true });
    expect(evaluate(watching({ falseAlarmsPerYear: 0.01 }), one)).toMatchObject({ value: 0, broken: false });
  });

  test('over all features is adjusted for their number, for one feature it is not', () => {
    const ten = drift(
      feature('a', { pValue: 0.05 }),
      ...Array.from({ length: 9 }, (_, index) => feature(`b${index}`, {})),
    );
    expect(evaluate(watching(), ten)).toMatchObject({ value: 0 });
    expect(evaluate(watching({ feature: 'a' }), ten)).toMatchObject({ value: 1 });
  });

  test('needs the effect as well', () => {
    expect(evaluate(watching(), drift(feature('a', { pValue: 1e-9, effect: 0.05 })))).toMatchObject({
      value: 0,
    });
  });

  test('is no data where nothing could be tested at its level', () => {
    const few = drift(feature('a', { pValue: 0.02, smallestPValue: 0.01 }));
    expect(evaluate(watching(), few).kind).toBe('NUMBER');
    expect(evaluate(watching({ falseAlarmsPerYear: 0.01 }), few).kind).toBe('NO_DATA');
    expect(evaluate(watching({ feature: 'elsewhere' }), few).kind).toBe('NO_DATA');
  });

  test('counts the output, which also goes by its own name', () => {
    const drifted = { pValue: 1e-9 };
    const with_ = report({
      drift: {
        level: 0.05,
        tested: 2,
        drifted: 2,
        features: [feature('a', drifted)],
        output: feature('output', drifted),
      },
    });
    expect(evaluate(watching(), with_)).toMatchObject({ value: 2 });
    expect(evaluate(watching({ feature: 'output' }), with_)).toMatchObject({ value: 1 });
  });

  test('a larger budget never finds less', () => {
    const p = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(p, p), { minLength: 1, maxLength: 20 }),
        fc.double({ min: 0.001, max: 500, noNaN: true }),
        (values, budget) => {
          const features = values.map(([pValue, effect], index) => feature(`f${index}`, { pValue, effect }));
          const found = (falseAlarmsPerYear: number) => {
            const result = evaluate(watching({ falseAlarmsPerYear }), drift(...features));
            return result.kind === 'NUMBER' ? result.value : -1;
          };
          expect(found(2 * budget)).toBeGreaterThanOrEqual(found(budget));
        },
      ),
    );
  });
});

test('a message tells what, how much, when and against what', () => {
  const about = { window: report({}).window, model: 'seattle', version: 1 };
  expect(
    messageOf({
      ...about,
      rule: rule({ compare: AlertComparison.ABOVE_BASELINE_RATIO, value: 2 }),
      value: 15.44,
      threshold: 4.8,
    }),
  ).toBe(
    'The rmse of seattle version 1 was 15.4 from 2013-01-01 00:00 to 2013-02-01 00:00 UTC, above 4.8, 2 times what it was in the baseline.',
  );
  expect(
    messageOf({
      ...about,
      rule: rule({ watch: AlertMetric.PREDICTIONS, compare: AlertComparison.BELOW }),
      value: 1,
      threshold: 3,
    }),
  ).toContain('The number of predictions of seattle version 1 was 1 from');
});

test('the end of an alert tells of the window that ended it, and of the side on which the rule is broken', () => {
  const about = { window: report({}).window, model: 'seattle', version: 1 };
  const ratio = { compare: AlertComparison.ABOVE_BASELINE_RATIO, value: 1.5 };
  expect(endOf({ ...about, rule: rule(ratio), value: 3.2, threshold: 4.45 })).toBe(
    'Over: The rmse of seattle version 1 was 3.2 from 2013-01-01 00:00 to 2013-02-01 00:00 UTC, no longer above 4.45, 1.5 times what it was in the baseline.',
  );
  const accuracy = rule({ ...ratio, watch: AlertMetric.ACCURACY });
  expect(endOf({ ...about, rule: accuracy, value: 0.9, threshold: 0.6 })).toContain(
    'was 0.9 from 2013-01-01 00:00 to 2013-02-01 00:00 UTC, no longer below 0.6, 1/1.5 of what it was in the baseline.',
  );
});

test('a multiple of nothing is told as nothing', () => {
  const missing = rule({
    watch: AlertMetric.MISSING_SHARE,
    feature: 'x',
    compare: AlertComparison.ABOVE_BASELINE_RATIO,
    value: 2,
  });
  const about = { window: report({}).window, model: 'seattle', version: 1, value: 0.1, threshold: 0 };
  expect(messageOf({ ...about, rule: missing })).toMatch(/ UTC, above the 0 that it was in the baseline\.$/);
});
