import * as fc from 'fast-check';
import {
  categoryCounter,
  chooseCategories,
  emptyCategoricalSummary,
  mergeCategoricalSummaries,
} from '../../../server/src/statistics/binning/categorical-binning';
import {
  addNumber,
  emptyNumericSummary,
  mergeNumericSummaries,
  moments,
  type NumericBinning,
  numericBinning,
} from '../../../server/src/statistics/binning/numeric-binning';
import { binOf, quantileEdges } from '../../../server/src/statistics/binning/quantile-edges';
import { jensenShannonDistance } from '../../../server/src/statistics/effect/divergence';
import { psi } from '../../../server/src/statistics/effect/psi';
import { weightedGapTest } from '../../../server/src/statistics/gap/gap-test';
import { orderStatisticGapTest } from '../../../server/src/statistics/gap/order-statistic-gap-test';
import { expectWithin, gauss12, lcg, vector } from './vectors';

const anyNumber = fc.oneof(fc.double(), fc.integer({ min: -5, max: 5 }), fc.constantFrom(0, -0, 0.1, 0.3));

function count(edges: readonly number[], values: readonly number[]): number[] {
  const counts = new Array<number>(edges.length + 1).fill(0);
  for (const value of values) counts[binOf(edges, value)]! += 1;
  return counts;
}

function summarise(binning: NumericBinning, values: readonly (number | null)[]) {
  const summary = emptyNumericSummary(binning);
  for (const value of values) addNumber(binning, summary, value);
  return summary;
}

describe('quantile edges', () => {
  test('agree with numpy where values differ', () => {
    const { inputs, expected, tolerance } = vector('psi_5_reference_quantile_bins');
    const edges = quantileEdges(inputs.reference, inputs.bins);
    expect(edges).toHaveLength(expected.inner_edges.length);
    for (const [i, edge] of edges.entries()) expectWithin(edge, expected.inner_edges[i], tolerance);
    const [r, c] = [count(edges, inputs.reference), count(edges, inputs.current)];
    expect(r).toEqual(expected.ref_counts);
    expect(c).toEqual(expected.cur_counts);
    expectWithin(psi(r, c), expected.psi, tolerance);
  });

  test('give the stability index of numpy bins on a generated sample', () => {
    const { inputs, expected, tolerance } = vector('gen_normal_1000_no_shift');
    const x = gauss12(inputs.x.seed, inputs.x.n, inputs.x.mu, inputs.x.sd);
    const y = gauss12(inputs.y.seed, inputs.y.n, inputs.y.mu, inputs.y.sd);
    expect(x.slice(0, 3)).toEqual(expected.x_first3);
    const edges = quantileEdges(x, 10);
    const [r, c] = [count(edges, x), count(edges, y)];
    expectWithin(psi(r, c), expected.psi_10_refquantile_bins, tolerance);
    expectWithin(jensenShannonDistance(r, c), expected.js_distance_base_2_10bins, tolerance);
  });

  test('increase strictly, are finite, give every finite number one bin, and ignore the order of rows', () => {
    fc.assert(
      fc.property(fc.array(anyNumber, { maxLength: 60 }), fc.integer({ min: 1, max: 25 }), (values, bins) => {
        const edges = quantileEdges(values, bins);
        expect(edges.length).toBeLessThanOrEqual(Math.max(2, bins - 1));
        expect(edges.every(Number.isFinite)).toBe(true);
        for (let i = 1; i < edges.length; i++) expect(edges[i]).toBeGreaterThan(edges[i - 1] as number);
        expect(quantileEdges([...values].reverse(), bins)).toEqual(edges);
        for (const value of values) {
          const bin = binOf(edges, value);
          if (!Number.isFinite(value)) expect(bin).toBe(-1);
          else {
            expect(bin === 0 || value >= (edges[bin - 1] as number)).toBe(true);
            expect(bin === edges.length || value < (edges[bin] as number)).toBe(true);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  test('cut different values into equal shares', () => {
    const u = lcg(3);
    const values = Array.from({ length: 997 }, u);
    const counts = count(quantileEdges(values, 20), values);
    expect(counts).toHaveLength(20);
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
  });

  test('one outlier moves no edge out of sight and hides no shift', () => {
    const reference = gauss12(1, 2000);
    const clean = quantileEdges(reference);
    const withOutlier = quantileEdges([...reference, 1e12]);
    for (const [i, edge] of withOutlier.entries())
      expect(Math.abs(edge - (clean[i] as number))).toBeLessThan(0.05);
    const shifted = gauss12(2, 300, 1);
    const { pValue } = weightedGapTest(count(withOutlier, [...reference, 1e12]), count(withOutlier, shifted));
    expect(pValue).toBeLessThan(1e-20);
  });

  test('a constant gets a bin of its own that rounding does not leave', () => {
    for (const constant of [0.3, -7, 0, 1e300]) {
      const edges = quantileEdges(new Array<number>(50).fill(constant));
      expect(edges).toHaveLength(2);
      expect(
        [constant - 1 - Math.abs(constant), constant, constant + 1 + Math.abs(constant)].map((x) =>
          binOf(edges, x),
        ),
      ).toEqual([0, 1, 2]);
    }
    expect(binOf(quantileEdges([0.3, 0.3]), 0.1 + 0.2)).toBe(1);
  });

  test('a frequent value gets a bin of its own', () => {
    const u = lcg(8);
    const values = [...new Array<number>(500).fill(0), ...Array.from({ length: 500 }, () => u() - 0.3)];
    const edges = quantileEdges(values, 10);
    const bin = binOf(edges, 0);
    expect(count(edges, values)[bin]).toBe(500);
  });

  test('discrete values lie inside bins: steps of 0.1 rounded to single precision stay where they were', () => {
    const u = lcg(4);
    const values = Array.from({ length: 4000 }, () => Math.floor(u() * 30) / 10);
    const edges = quantileEdges(values);
    expect(count(edges, values.map(Math.fround))).toEqual(count(edges, values));
    expect(quantileEdges([0, 1, 1, 0, 1, 0, 0])).toEqual([0.5]);
  });

  test('no finite value, or one bin, means no edge', () => {
    expect(quantileEdges([])).toEqual([]);
    expect(quantileEdges([Number.NaN, Number.POSITIVE_INFINITY])).toEqual([]);
    expect(quantileEdges([1, 2, 3], 1)).toEqual([]);
    expect(binOf([], 5)).toBe(0);
    expect(binOf([], Number.NaN)).toBe(-1);
  });

  test('counts of a fresh sample follow the law of order-statistic edges', () => {
    const u = lcg(77);
    const rounds = 1000;
    const small = [0.1, 0.5].map((level) => {
      let hits = 0;
      for (let round = 0; round < rounds; round++) {
        const reference = Array.from({ length: 60 }, u);
        const edges = quantileEdges(reference, 6);
        const current = Array.from({ length: 90 }, u);
        if (orderStatisticGapTest(count(edges, reference), count(edges, current)).pValue <= level) hits++;
      }
      return hits / rounds;
    });
    expect(small[0]).toBeGreaterThan(0.065);
    expect(small[0]).toBeLessThan(0.13);
    expect(small[1]).toBeGreaterThan(0.41);
    expect(small[1]).toBeLessThan(0.55);
  });
});

describe('summary of numbers', () => {
  test('counts what has a bin, what is missing and what is not finite', () => {
    const binning = numericBinning([1, 2, 3, 4], 2);
    const summary = summarise(binning, [0, 9, null, Number.NaN, Number.NEGATIVE_INFINITY, 2]);
    expect(summary).toMatchObject({ counts: [2, 1], missing: 1, nonFinite: 2, min: 0, max: 9 });
    expect(JSON.parse(JSON.stringify({ binning, summary }))).toEqual({ binning, summary });
    expect(moments(binning, emptyNumericSummary(binning))).toBeNull();
  });

  test('merging in any grouping equals summarising at once', () => {
    const values = fc.array(
      fc.option(fc.oneof(fc.integer({ min: -1000, max: 1000 }), fc.constant(Number.NaN))),
    );
    fc.assert(
      fc.property(values, values, values, (a, b, c) => {
        const binning = numericBinning([-500, 1, 2, 3, 400], 5);
        const [x, y, z] = [a, b, c].map((part) => summarise(binning, part)) as [never, never, never];
        const whole = summarise(binning, [...a, ...b, ...c]);
        expect(mergeNumericSummaries(mergeNumericSummaries(x, y), z)).toEqual(whole);
        expect(mergeNumericSummaries(x, mergeNumericSummaries(y, z))).toEqual(whole);
        expect(mergeNumericSummaries(y, x)).toEqual(mergeNumericSummaries(x, y));
      }),
    );
  });

  test('moments do not cancel far from zero', () => {
    const values = gauss12(9, 5000, 1e9, 1);
    const binning = numericBinning(values);
    const found = moments(binning, summarise(binning, values));
    expect(found?.mean).toBeCloseTo(1e9, 1);
    expect(found?.variance).toBeCloseTo(1, 1);
  });

  test('summaries on different bins are refused', () => {
    const [a, b] = [numericBinning([1, 2, 3], 2), numericBinning([1, 2, 3], 3)];
    expect(() => mergeNumericSummaries(emptyNumericSummary(a), emptyNumericSummary(b))).toThrow(RangeError);
  });
});

describe('categories', () => {
  test('the most frequent get bins, the rest and the new share one, missing ones are apart', () => {
    const { binning, counted } = chooseCategories(['b', 'a', 'b', 'c', 'c', null, 'b', 'd'], ['e', 'e'], 2);
    expect(binning.categories).toEqual(['b', 'c']);
    expect(counted).toBe('SECOND_HALF');
    const add = categoryCounter(binning);
    const summary = emptyCategoricalSummary(binning);
    for (const value of ['b', 'c', 'a', 'new', undefined, null, '__proto__', 'constructor'])
      add(summary, value);
    expect(summary).toEqual({ counts: [1, 1, 4], missing: 2 });
    expect(mergeCategoricalSummaries(summary, summary)).toEqual({ counts: [2, 2, 8], missing: 4 });
  });

  test('all rows are counted where every label has a bin and came often', () => {
    const [first, second] = [
      ['a', 'a', 'b', 'b', 'b'],
      ['a', 'a', 'a', 'b', 'b', null],
    ];
    const all = { binning: { kind: 'CATEGORY', categories: ['a', 'b'] }, counted: 'ALL_ROWS' };
    expect(chooseCategories(first, second)).toEqual(all);
    expect(chooseCategories(first, [...second, 'c']).counted).toBe('SECOND_HALF');
    expect(chooseCategories(first, second, 1).counted).toBe('SECOND_HALF');
  });

  test('do not depend on the order of rows; 1, "1" and true are read as text', () => {
    const labels = fc.array(fc.constantFrom('x', 'y', 'z', 'w'));
    fc.assert(
      fc.property(labels, labels, (first, second) => {
        const again = chooseCategories([...first].reverse(), [...second].reverse(), 3);
        expect(again).toEqual(chooseCategories(first, second, 3));
      }),
    );
    expect(chooseCategories([1, '1', true], []).binning.categories).toEqual(['1', 'true']);
    expect(chooseCategories([], []).binning.categories).toEqual([]);
  });
});
