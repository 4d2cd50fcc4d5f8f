import * as fc from 'fast-check';
import { hochberg } from '../../../server/src/statistics/comparison/hochberg';
import { type Losses, meanLossTest } from '../../../server/src/statistics/comparison/mean-loss-test';
import { greaterShareTest, shareBeyondTest } from '../../../server/src/statistics/comparison/proportion-test';
import { smoothTail } from '../../../server/src/statistics/comparison/rare-events';
import { rocAucTest } from '../../../server/src/statistics/comparison/roc-auc-test';
import { addScore, emptyScoreHistogram } from '../../../server/src/statistics/quality/score-histogram';
import { expectRelative, gauss12 } from './vectors';

const lossesOf = (values: readonly number[]): Losses => ({
  count: values.length,
  sum: values.reduce((sum, value) => sum + value, 0),
  squares: values.reduce((sum, value) => sum + value * value, 0),
  roots: values.reduce((sum, value) => sum + Math.sqrt(value), 0),
});
const squares = (seed: number, count: number, sd = 1): Losses =>
  lossesOf(gauss12(seed, count, 0, sd).map((error) => error * error));
const AS_MUCH = { factor: 1, by: 'SIZE' } as const;
const losses = (most: number) =>
  fc
    .array(fc.double({ min: 1e-3, max: most, noNaN: true }), { minLength: 10, maxLength: 60 })
    .map((values) => lossesOf(values));

test("Hochberg's adjusted p-values: the greatest as it is, the others never above a greater one", () => {
  expect(hochberg([0.01, 0.04, 0.03, 0.005])).toEqual([0.03, 0.04, 0.04, 0.02]);
  expect(hochberg([0.001, 0.6])).toEqual([0.002, 0.6]);
  expect(hochberg([])).toEqual([]);
});

/** Where the laws alone give twice the baseline a smaller p-value than the baseline. */
const FEW_LARGE: Losses = {
  count: 10,
  sum: 8.612079807250609,
  squares: 28.408911900567443,
  roots: 5.208509300271969,
};
const NEARLY_NONE: Losses = {
  count: 10,
  sum: 0.010000000000000002,
  squares: 0.00001,
  roots: 0.31622776601683783,
};

describe('mean losses', () => {
  test('with the moments of squared normal errors are compared as by the F test, or more carefully', () => {
    // Of 501 rows such that a single one is a chi-square variable with one degree of freedom.
    const side = (count: number, sum: number): Losses => ({
      count,
      sum,
      squares: (((500 / 251.5 + 1) / 501) * 581 ** 2 * count) / 501,
      roots: Math.sqrt((2 / Math.PI) * count * sum),
    });
    const p = meanLossTest(side(100, 180), side(401, 401), AS_MUCH)!;
    // scipy.stats.f.sf(1.8 / (401 / 400), 100, 400), the baseline with one degree of freedom less.
    const expected = 4.117728781407153e-5;
    expect(p).toBeGreaterThanOrEqual(expected * (1 - 1e-9));
    expect(p).toBeLessThan(100 * expected);
    expectRelative(
      smoothTail({ window: { expected: 50, seen: 90 }, baseline: { expected: 200.5, seen: 200.5 } }, 401),
      expected,
      1e-9,
    );
  });

  test('a baseline without a loss is uncertain all the same: ten of a thousand rows against none of thirty', () => {
    const window = lossesOf(Array.from({ length: 1_000 }, (_, index) => (index % 100 === 0 ? 1 : 0)));
    const none = (rows: number) => lossesOf(new Array(rows).fill(0));
    const p = (rows: number) => meanLossTest(window, none(rows), AS_MUCH)!;
    // Where losses are 0 or 1 it is that none of ten was in the baseline: (1000 / 1030)^10.
    expect(p(30)).toBeGreaterThanOrEqual((1_000 / 1_030) ** 10);
    expect(p(1_000)).toBeGreaterThanOrEqual(2 ** -10);
    expect(p(10_000)).toBeLessThan(1e-6);
  });

  test('a single row, however bad, proves no more than the chance that it came into the window', () => {
    const outlier = lossesOf([...gauss12(3, 29).map((error) => error * error), 1e6]);
    expect(meanLossTest(outlier, squares(4, 1_000), AS_MUCH)).toBeGreaterThan(0.01);
  });

  test('are in 0..1, do not know the unit, and fall as the window gets worse', () => {
    fc.assert(
      fc.property(losses(10), losses(10), fc.double({ min: 1e-6, max: 1e6, noNaN: true }), (a, b, unit) => {
        const p = meanLossTest(a, b, AS_MUCH)!;
        expect(p).toBeGreaterThanOrEqual(0);
        expect(p).toBeLessThanOrEqual(1);
        const scaled = ({ count, sum, squares: ofSquares, roots }: Losses) => ({
          count,
          sum: sum * unit,
          squares: ofSquares * unit * unit,
          roots: roots! * Math.sqrt(unit),
        });
        expect(meanLossTest(scaled(a), scaled(b), AS_MUCH)).toBeCloseTo(p, 5);
        expect(meanLossTest(a, b, { factor: 2, by: 'SIZE' })!).toBeGreaterThanOrEqual(p);
      }),
      { examples: [[FEW_LARGE, NEARLY_NONE, 1e-6]] },
    );
  });

  test('that cannot be told are not: no loss at all, constant ones, sums that overflowed', () => {
    const zeros = lossesOf(new Array(20).fill(0));
    expect(meanLossTest(zeros, zeros, AS_MUCH)).toBe(1);
    expect(meanLossTest(zeros, squares(1, 20), AS_MUCH)).toBe(1);
    const ones = lossesOf(new Array(20).fill(0.1));
    expect(meanLossTest(ones, ones, AS_MUCH)).toBeGreaterThan(0.4);
    expect(meanLossTest({ ...ones, squares: Number.POSITIVE_INFINITY }, ones, AS_MUCH)).toBeNull();
  });
});

describe('shares of wrong rows', () => {
  // scipy.stats.hypergeom.cdf
  test.each([
    [12, 100, 1, 60, 0.015999928184930158],
    [300, 1_000, 20, 100, 0.02111420708596958],
    [5, 2_000, 0, 10_000, 0.00012806563362167364],
  ])("Fisher's test of %i of %i against %i of %i", (wrong, count, wrongBefore, countBefore, expected) => {
    expectRelative(
      greaterShareTest({ wrong, count }, { wrong: wrongBefore, count: countBefore }),
      expected,
      1e-10,
    );
  });

  test('no worse is no sign', () => {
    expect(greaterShareTest({ wrong: 1, count: 100 }, { wrong: 10, count: 100 })).toBe(1);
    expect(greaterShareTest({ wrong: 0, count: 100 }, { wrong: 0, count: 100 })).toBe(1);
    // So far from the mean that every term of the law underflows.
    expect(greaterShareTest({ wrong: 9e6, count: 1e8 }, { wrong: 1e7, count: 1e8 })).toBe(1);
  });

  test('beyond a line: both limits of Clopper and Pearson at half the p-value meet', () => {
    const twice = (share: number) => 2 * share;
    const p = (wrong: number, before: number) =>
      shareBeyondTest({ wrong, count: 200 }, { wrong: before, count: 200 }, twice);
    expect(p(100, 10)).toBeLessThan(1e-4);
    expect(p(20, 10)).toBeGreaterThan(0.5);
    expect(p(0, 10)).toBe(1);
    // Against none of 200, scipy.stats.beta.ppf(0.975, 1, 200) = 0.0182753 is the upper limit of the baseline.
    expect(p(8, 0)).toBeGreaterThan(0.05);
    expect(p(20, 0)).toBeLessThan(0.05);
  });
});

describe('areas under the ROC curve', () => {
  const histogram = (rows: readonly (readonly [boolean, number])[]) => {
    const scores = emptyScoreHistogram();
    for (const [actual, score] of rows) addScore(scores, actual, score);
    return scores;
  };
  const inOrder = (rows: number) =>
    histogram(Array.from({ length: rows }, (_, index) => [index % 6 === 0, index % 6 === 0 ? 0.9 : 0.1]));

  test('a perfect order of thirty rows is not exact', () => {
    const window = histogram(
      Array.from({ length: 1_000 }, (_, index) => {
        const actual = index % 6 === 0;
        return [actual, index % 13 === 0 ? 0.5 : actual ? 0.9 : 0.1] as const;
      }),
    );
    expect(rocAucTest(window, inOrder(30), { factor: 1 })).toBeGreaterThan(0.1);
    expect(rocAucTest(inOrder(30), window, { factor: 1 })).toBe(1);
  });

  test('an order that is lost is found', () => {
    const lost = histogram(Array.from({ length: 300 }, (_, index) => [index % 6 === 0, (index % 97) / 97]));
    expect(rocAucTest(lost, inOrder(300), { factor: 1 })).toBeLessThan(1e-6);
    expect(rocAucTest(lost, inOrder(300), { factor: 2 })).toBeLessThan(1e-4);
  });
});
