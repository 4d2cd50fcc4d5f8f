import * as fc from 'fast-check';
import { calibrationError } from '../../../server/src/statistics/quality/calibration-error';
import {
  addLabel,
  emptyConfusion,
  labelQuality,
  mergeConfusions,
} from '../../../server/src/statistics/quality/confusion';
import type { Measure } from '../../../server/src/statistics/quality/measure';
import { proportion } from '../../../server/src/statistics/quality/measure';
import {
  addProbability,
  brierScore,
  emptyProbabilitySums,
  logLoss,
  mergeProbabilitySums,
} from '../../../server/src/statistics/quality/probability-sums';
import {
  averagePrecision,
  averagePrecisionOf,
  rocAuc,
  rocAucOf,
} from '../../../server/src/statistics/quality/ranking-curve';
import { regressionQuality, regressionQualityOf } from '../../../server/src/statistics/quality/regression';
import {
  addRegressionPair,
  emptyRegressionSums,
  mergeRegressionSums,
} from '../../../server/src/statistics/quality/regression-sums';
import {
  addScore,
  emptyScoreHistogram,
  mergeScoreHistograms,
} from '../../../server/src/statistics/quality/score-histogram';
import { seededRandom } from '../../../server/src/statistics/random/seeded-random';
import { expectWithin, gauss12, lcg, vector } from './vectors';

const rows = fc.array(
  fc.tuple(
    fc.boolean(),
    fc.integer({ min: 0, max: 20 }).map((x) => x / 20),
  ),
  { maxLength: 40 },
);

/** A measure is a finite number inside its interval, or nothing with a reason. */
function expectSound(measure: Measure): void {
  const { value, low, high, reason } = measure;
  if (value === null) {
    expect([low, high]).toEqual([null, null]);
    expect(reason).toEqual(expect.any(String));
    return;
  }
  expect(Number.isFinite(value)).toBe(true);
  expect(reason).toBeNull();
  if (low === null || high === null) expect([low, high]).toEqual([null, null]);
  else {
    expect(low).toBeLessThanOrEqual(value + 1e-9 * Math.abs(value));
    expect(high).toBeGreaterThanOrEqual(value - 1e-9 * Math.abs(value));
  }
}

function confusionOf(pairs: readonly (readonly [boolean, boolean])[]) {
  const confusion = emptyConfusion();
  for (const [actual, predicted] of pairs) addLabel(confusion, actual, predicted);
  return confusion;
}

function histogramOf(pairs: readonly (readonly [boolean, number])[], bins?: number) {
  const histogram = emptyScoreHistogram(bins);
  for (const [actual, score] of pairs) addScore(histogram, actual, score);
  return histogram;
}

describe('regression', () => {
  test('agrees with scikit-learn', () => {
    const { inputs, expected, tolerance } = vector('regression_basic');
    const quality = regressionQualityOf(inputs.y_true, inputs.y_pred);
    expectWithin(quality.mse.value, expected.mse, tolerance);
    expectWithin(quality.rmse.value, expected.rmse, tolerance);
    expectWithin(quality.mae.value, expected.mae, tolerance);
    expectWithin(quality.r2.value, expected.r2, tolerance);
    expectWithin(quality.bias.value, expected.mean_error_pred_minus_true, tolerance);
    const half = 1.959963984540054 * (expected.error_sample_std / Math.sqrt(6));
    expectWithin(quality.bias.high, expected.mean_error_pred_minus_true + half, tolerance);
  });

  test('relative error leaves zero actuals out', () => {
    const { inputs, expected, tolerance } = vector('mape_zero_actuals');
    const { mape } = regressionQualityOf(inputs.y_true, inputs.y_pred);
    expectWithin((mape.value as number) * 100, expected.drop_zero_actuals_percent, tolerance);
    expect(regressionQualityOf([0, 0], [1, 2]).mape.reason).toBe('ONLY_ZERO_ACTUALS');
  });

  test('constant actuals: 1 when perfect, otherwise no R²', () => {
    const { inputs, expected } = vector('r2_constant_actuals_perfect');
    expect(regressionQualityOf(inputs.y_true, inputs.y_pred).r2.value).toBe(expected.r2);
    expect(regressionQualityOf([0.1, 0.1, 0.1], [0.1, 0.2, 0.1]).r2).toMatchObject({
      value: null,
      reason: 'CONSTANT_ACTUALS',
    });
  });

  test('no pairs, broken pairs, overflow: a reason, never NaN', () => {
    expect(regressionQualityOf([], []).rmse.reason).toBe('NO_DATA');
    const broken = regressionQualityOf([1, null, Number.NaN, 4], [1, 2, 3, Number.POSITIVE_INFINITY]);
    expect(broken).toMatchObject({ count: 1, invalid: 3, rmse: { value: 0 } });
    const huge = regressionQualityOf([1e308, -1e308], [-1e308, 1e308]);
    for (const measure of [huge.mse, huge.rmse, huge.mae, huge.r2, huge.bias, huge.mape])
      expectSound(measure);
    expect(huge.mse.reason).toBe('OVERFLOW');
    expect(huge.mape.value).toBe(2);
  });

  test('R² from merged sums keeps its digits far from zero', () => {
    const noise = gauss12(4, 2000);
    const actual = gauss12(3, 2000, 1e8, 1);
    const predicted = actual.map((y, i) => y + 0.5 * (noise[i] ?? 0));
    const direct = (() => {
      const mean = actual.reduce((a, b) => a + (b - 1e8), 0) / actual.length + 1e8;
      const total = actual.reduce((a, b) => a + (b - mean) ** 2, 0);
      return 1 - actual.reduce((a, b, i) => a + ((predicted[i] ?? 0) - b) ** 2, 0) / total;
    })();
    const [first, second] = [emptyRegressionSums(1e8), emptyRegressionSums(1e8 + 3)];
    for (const [i, y] of actual.entries()) addRegressionPair(i % 2 ? first : second, y, predicted[i]);
    expectWithin(regressionQuality(mergeRegressionSums(first, second)).r2.value, direct, 1e-9);
    expectWithin(regressionQualityOf(actual, predicted).r2.value, direct, 1e-9);
  });

  test('merging in any grouping and order equals summing at once', () => {
    const pairs = fc.array(fc.tuple(fc.integer({ min: -99, max: 99 }), fc.integer({ min: -99, max: 99 })));
    fc.assert(
      fc.property(pairs, pairs, pairs, (a, b, c) => {
        const of = (part: typeof a) => {
          const sums = emptyRegressionSums(7);
          for (const [actual, predicted] of part) addRegressionPair(sums, actual, predicted);
          return { ...sums, relativeError: 0, relativeSquares: 0 };
        };
        const [x, y, z] = [of(a), of(b), of(c)];
        expect(mergeRegressionSums(mergeRegressionSums(x, y), z)).toEqual(of([...c, ...a, ...b]));
        expect(mergeRegressionSums(x, mergeRegressionSums(y, z))).toEqual(of([...a, ...b, ...c]));
        for (const measure of Object.values(regressionQuality(x)))
          if (typeof measure === 'object') expectSound(measure);
      }),
    );
  });

  test('intervals hold the truth about 95 times in 100', () => {
    const random = seededRandom(12);
    const rounds = 400;
    let [rmse, mae] = [0, 0];
    for (let round = 0; round < rounds; round++) {
      const actual = Array.from({ length: 120 }, () => 0);
      const quality = regressionQualityOf(actual, actual.map(random));
      if ((quality.rmse.low ?? 9) <= Math.sqrt(1 / 3) && Math.sqrt(1 / 3) <= (quality.rmse.high ?? 0)) rmse++;
      if ((quality.mae.low ?? 9) <= 0.5 && 0.5 <= (quality.mae.high ?? 0)) mae++;
    }
    for (const hits of [rmse, mae]) {
      expect(hits / rounds).toBeGreaterThan(0.91);
      expect(hits / rounds).toBeLessThan(0.985);
    }
  });
});

describe('labels', () => {
  test('agree with scikit-learn', () => {
    const { inputs, expected, tolerance } = vector('binary_labels');
    const pairs = inputs.y_true.map((y: number, i: number) => [y === 1, inputs.y_pred[i] === 1]);
    const confusion = confusionOf(pairs);
    expect(confusion).toEqual({
      truePositives: expected.tp,
      falsePositives: expected.fp,
      trueNegatives: expected.tn,
      falseNegatives: expected.fn,
    });
    const quality = labelQuality(confusion);
    expectWithin(quality.accuracy.value, expected.accuracy, tolerance);
    expectWithin(quality.precision.value, expected.precision, tolerance);
    expectWithin(quality.recall.value, expected.recall, tolerance);
    expectWithin(quality.f1.value, expected.f1, tolerance);
    expectWithin(quality.mcc.value, expected.mcc, tolerance);
    expectWithin(quality.balancedAccuracy.value, expected.balanced_accuracy, tolerance);
  });

  test('everything predicted positive', () => {
    const { expected } = vector('mcc_degenerate_all_one_pred');
    const quality = labelQuality(
      confusionOf([
        [false, true],
        [true, true],
        [false, true],
        [true, true],
      ]),
    );
    expect(quality.mcc.value).toBe(expected.mcc);
    expect(quality.precision.value).toBe(expected.precision);
    expect(quality.recall.value).toBe(expected.recall);
  });

  test('what cannot be said has its reason', () => {
    expect(labelQuality(emptyConfusion()).accuracy.reason).toBe('NO_DATA');
    const negatives = labelQuality(
      confusionOf([
        [false, false],
        [false, false],
      ]),
    );
    expect(negatives).toMatchObject({
      accuracy: { value: 1 },
      precision: { reason: 'NO_PREDICTED_POSITIVES' },
      recall: { reason: 'NO_POSITIVES' },
      f1: { reason: 'NO_POSITIVES' },
      mcc: { reason: 'ONE_CLASS_ONLY' },
      balancedAccuracy: { reason: 'ONE_CLASS_ONLY' },
    });
  });

  test('are sound at every count, merge, and turn around with the classes', () => {
    const count = fc.nat(30);
    fc.assert(
      fc.property(fc.tuple(count, count, count, count), ([tp, fp, tn, fn]) => {
        const confusion = { truePositives: tp, falsePositives: fp, trueNegatives: tn, falseNegatives: fn };
        const swapped = { truePositives: tn, falsePositives: fn, trueNegatives: tp, falseNegatives: fp };
        const { count: size, ...measures } = labelQuality(confusion);
        for (const measure of Object.values(measures)) expectSound(measure);
        expect(labelQuality(swapped).accuracy.value).toBe(measures.accuracy.value);
        expect(labelQuality(swapped).mcc.value ?? 7).toBeCloseTo(measures.mcc.value ?? 7, 12);
        expect(labelQuality(mergeConfusions(confusion, confusion)).count).toBe(2 * size);
        expect(labelQuality(mergeConfusions(confusion, confusion)).f1.value).toBe(measures.f1.value);
      }),
    );
  });

  test("Wilson's interval: 8 of 10 is 0.490 to 0.943, 0 of 10 is 0 to 0.278", () => {
    expect(proportion(8, 10, 'NO_DATA')).toMatchObject({
      low: expect.closeTo(0.4901625, 6),
      high: expect.closeTo(0.9433178, 6),
    });
    expect(proportion(0, 10, 'NO_DATA')).toMatchObject({ low: 0, high: expect.closeTo(0.2775328, 6) });
  });
});

describe('probabilities', () => {
  test('log loss clips as scikit-learn does', () => {
    const { inputs, expected, tolerance } = vector('logloss_with_0_and_1_probs');
    const sums = emptyProbabilitySums();
    for (const [i, y] of inputs.y_true.entries()) addProbability(sums, y === 1, inputs.proba[i]);
    expectWithin(logLoss(sums).value, expected.log_loss, tolerance);
    expect(brierScore(sums).value).toBeCloseTo(1 / 3, 12);
  });

  test('what is no probability is left out and counted', () => {
    const sums = emptyProbabilitySums();
    for (const p of [-0.1, 1.1, Number.NaN, null, undefined]) addProbability(sums, true, p);
    expect(sums).toMatchObject({ count: 0, invalid: 5 });
    expect(logLoss(sums).reason).toBe('NO_DATA');
    addProbability(sums, false, 0.25);
    expect(brierScore(sums)).toEqual({ value: 0.0625, low: null, high: null, reason: null });
  });

  test('merge', () => {
    fc.assert(
      fc.property(rows, rows, (a, b) => {
        const of = (part: typeof a) => {
          const sums = emptyProbabilitySums();
          for (const [actual, p] of part) addProbability(sums, actual, p);
          return sums;
        };
        const merged = mergeProbabilitySums(of(a), of(b));
        const whole = of([...a, ...b]);
        expect(merged.count).toBe(whole.count);
        for (const score of [logLoss, brierScore]) {
          expectSound(score(merged));
          expect(score(merged).value ?? -1).toBeCloseTo(score(whole).value ?? -1, 10);
        }
      }),
    );
  });
});

/** Rows whose area has no variance but by rounding. */
const PERFECTLY_WRONG: [boolean, number][] = [
  [false, 0.15],
  [false, 0.15],
  [true, 0],
  [true, 0.05],
  [true, 0.05],
  [true, 0.05],
  [true, 0.05],
  [true, 0.1],
];

describe('ranking', () => {
  test('agrees with scikit-learn, from rows and from a histogram that keeps the scores apart', () => {
    const { inputs, expected, tolerance } = vector('auc_roc_ties');
    const actual = inputs.y_true.map((y: number) => y === 1);
    expectWithin(rocAucOf(actual, inputs.score).value, expected.auc, tolerance);
    expectWithin(averagePrecisionOf(actual, inputs.score).value, expected.average_precision, tolerance);
    const histogram = histogramOf(actual.map((y: boolean, i: number) => [y, inputs.score[i]]));
    expectWithin(rocAuc(histogram).value, expected.auc, tolerance);
    expectWithin(averagePrecision(histogram).value, expected.average_precision, tolerance);
  });

  test('AUC is the share of pairs in order; turning the scores around gives its complement', () => {
    fc.assert(
      fc.property(rows, (pairs) => {
        const actual = pairs.map(([y]) => y);
        const scores = pairs.map(([, s]) => s);
        const auc = rocAucOf(actual, scores);
        expectSound(auc);
        expectSound(averagePrecisionOf(actual, scores));
        const up = scores.filter((_, i) => actual[i]);
        const down = scores.filter((_, i) => !actual[i]);
        if (up.length === 0 || down.length === 0) {
          expect(auc.reason).toBe(pairs.length === 0 ? 'NO_DATA' : 'ONE_CLASS_ONLY');
          return;
        }
        let wins = 0;
        for (const a of up) for (const b of down) wins += a > b ? 1 : a === b ? 0.5 : 0;
        expect(auc.value).toBeCloseTo(wins / up.length / down.length, 12);
        const turned = rocAucOf(
          actual,
          scores.map((s) => -s),
        );
        expect((turned.value ?? 0) + (auc.value ?? 0)).toBeCloseTo(1, 12);
        expect(turned.low === null ? 1 : turned.low + (auc.high ?? 0)).toBeCloseTo(1, 9);
      }),
      { examples: [[PERFECTLY_WRONG]] },
    );
  });

  test('histograms merge to that of all rows, and lose at most the ties they make', () => {
    const random = lcg(6);
    const pairs = Array.from({ length: 3000 }, () => {
      const actual = random() < 0.3;
      return [actual, Math.min(1, random() * 0.8 + (actual ? 0.2 : 0))] as const;
    });
    const merged = mergeScoreHistograms(histogramOf(pairs.slice(0, 999)), histogramOf(pairs.slice(999)));
    const whole = histogramOf(pairs);
    expect(merged.positives).toEqual(whole.positives);
    expect(merged.negatives).toEqual(whole.negatives);
    const exact = rocAucOf(
      pairs.map(([y]) => y),
      pairs.map(([, s]) => s),
    );
    expect(Math.abs((rocAuc(whole).value ?? 0) - (exact.value ?? 1))).toBeLessThan(0.002);
    expect(rocAuc(whole).low).toBeCloseTo(exact.low ?? 0, 2);
    expect(() => mergeScoreHistograms(whole, emptyScoreHistogram(10))).toThrow(RangeError);
  });

  test('DeLong interval holds the truth about 95 times in 100', () => {
    const random = seededRandom(3);
    const rounds = 400;
    let hits = 0;
    for (let round = 0; round < rounds; round++) {
      const actual = Array.from({ length: 150 }, (_, i) => i % 3 === 0);
      const { low, high } = rocAucOf(
        actual,
        actual.map((y) => (y ? Math.sqrt(random()) : random())),
      );
      if ((low ?? 9) <= 2 / 3 && 2 / 3 <= (high ?? 0)) hits++;
    }
    expect(hits / rounds).toBeGreaterThan(0.91);
    expect(hits / rounds).toBeLessThan(0.985);
  });

  test('scores that are none are left out; infinite ones rank', () => {
    const histogram = histogramOf([
      [true, Number.NaN],
      [true, 2],
      [false, -1],
    ]);
    expect(histogram.invalid).toBe(3);
    expect(rocAuc(histogram).reason).toBe('NO_DATA');
    expect(averagePrecision(histogram).reason).toBe('NO_DATA');
    expect(rocAucOf([true, false, true], [Number.POSITIVE_INFINITY, 0, Number.NaN]).value).toBe(1);
  });
});

describe('calibration', () => {
  test('is the distance of two bars', () => {
    const histogram = histogramOf([
      [true, 0.92],
      [false, 0.98],
      [false, 0.11],
      [false, 0.13],
    ]);
    expect(calibrationError(histogram).value).toBeCloseTo((2 * 0.45 + 2 * 0.12) / 4, 12);
    expect(calibrationError(emptyScoreHistogram()).reason).toBe('NO_DATA');
    expect(calibrationError(histogramOf([[true, 1]])).value).toBe(0);
  });

  test('vanishes for honest scores and does not for boasting ones', () => {
    const random = lcg(2);
    const pairs = (honest: number) =>
      Array.from({ length: 20_000 }, () => {
        const score = random();
        return [random() < 0.5 + honest * (score - 0.5), score] as const;
      });
    expect(calibrationError(histogramOf(pairs(1))).value).toBeLessThan(0.015);
    expect(calibrationError(histogramOf(pairs(0.5))).value).toBeGreaterThan(0.1);
  });
});
