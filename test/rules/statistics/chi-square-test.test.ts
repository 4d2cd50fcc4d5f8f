import * as fc from 'fast-check';
import { binOf, quantileEdges } from '../../../server/src/statistics/binning/quantile-edges';
import { chiSquareTest } from '../../../server/src/statistics/chi-square/chi-square-test';
import { tableOf } from '../../../server/src/statistics/chi-square/columns';
import { referenceEdgePValue } from '../../../server/src/statistics/chi-square/edge-law';
import { edgesFromReferenceTest } from '../../../server/src/statistics/chi-square/edges-from-reference';
import { enumeratedPValue } from '../../../server/src/statistics/chi-square/enumeration';
import { simulatedPValue } from '../../../server/src/statistics/chi-square/simulation';
import { splitTable } from '../../../server/src/statistics/chi-square/sparse-part';
import { countPair } from '../../../server/src/statistics/gap/counts';
import { seededRandom } from '../../../server/src/statistics/random/seeded-random';
import { chiSquareSurvival } from '../../../server/src/statistics/special/incomplete-gamma';
import { logGamma } from '../../../server/src/statistics/special/log-gamma';
import { expectRelative, expectWithin, grouped, vector } from './vectors';

function simulate(reference: number[], current: number[], seed = 1): number {
  return simulatedPValue(splitTable(tableOf(countPair(reference, current))), seededRandom(seed));
}

describe('chi-square test', () => {
  test.each(grouped.chi2_vectors)('agrees with full enumeration: $name', ({ inputs, expected }) => {
    const answer = chiSquareTest(inputs.reference, inputs.current);
    expectRelative(answer.statistic, expected.statistic, 1e-12);
    expect(answer.method).toBe('EXACT');
    expectRelative(answer.pValue, expected.pvalue_exact as number, 1e-9);
    expectRelative(
      chiSquareSurvival(answer.statistic, answer.degrees),
      expected.pvalue_chi2_asymptotic as number,
      1e-9,
    );
  });

  test.each(grouped.chi2_vectors)('simulation is near enumeration: $name', ({ inputs, expected }) => {
    for (const seed of [1, 2, 3]) {
      const p = simulate(inputs.reference, inputs.current, seed);
      expect(Math.abs(p - (expected.pvalue_exact as number))).toBeLessThan(0.02);
    }
  });

  test('a small probability is simulated without a floor', () => {
    const reference = [40, 30, 15, 10, 5];
    for (const current of [
      [0, 0, 2, 5, 5],
      [0, 1, 0, 0, 9],
      [12, 0, 0, 0, 0],
      [0, 0, 0, 0, 12],
    ]) {
      const { method, pValue } = chiSquareTest(reference, current);
      expect(method).toBe('EXACT');
      expect(Math.abs(Math.log(simulate(reference, current) / pValue))).toBeLessThan(0.7);
    }
  });

  test('a spike in one of twenty sparse bins: 5.36e-4 by four million direct draws', () => {
    const current = [20, 5, 4, 5, ...new Array<number>(15).fill(4), 6];
    const { pValue, method } = chiSquareTest(new Array<number>(20).fill(500), current);
    expect(method).toBe('SIMULATED');
    expect(Math.abs(pValue / 5.36e-4 - 1)).toBeLessThan(0.15);
  });

  test.each([
    [
      [400, 300, 250, 40, 10],
      [44, 25, 22, 4, 5],
    ],
    [
      [400, 300, 250, 40, 10],
      [50, 40, 50, 6, 1],
    ],
    [
      [300, 300, 300, 5, 2],
      [180, 130, 140, 3, 3],
    ],
  ])('dense columns enter through their chi-square tail: %j and %j', (reference, current) => {
    const table = tableOf(countPair(reference, current));
    const mixed = splitTable(table);
    expect(mixed.sparse.length).toBe(2);
    const all = splitTable(table, Number.POSITIVE_INFINITY);
    expect(all.sparse.length).toBe(5);
    const p = simulatedPValue(all, seededRandom(3));
    expect(Math.abs(Math.log(enumeratedPValue(mixed) / p))).toBeLessThan(0.25);
    expect(Math.abs(Math.log(simulatedPValue(mixed, seededRandom(4)) / p))).toBeLessThan(0.25);
  });

  test('edges from the reference, m > n: calibrated where the conditional law is not', () => {
    const random = seededRandom(50);
    const [n, m, rounds] = [50, 1000, 100];
    const alarms = { conditional: 0, edges: 0 };
    for (let round = 0; round < rounds; round++) {
      const reference = Array.from({ length: n }, random);
      const edges = quantileEdges(reference);
      const [r, c] = [reference, Array.from({ length: m }, random)].map((values) => {
        const counts = new Array<number>(edges.length + 1).fill(0);
        for (const value of values) counts[binOf(edges, value)]! += 1;
        return counts;
      }) as [number[], number[]];
      if (chiSquareTest(r, c).pValue <= 0.05) alarms.conditional++;
      const nothing = { reference: [], current: [] };
      if (edgesFromReferenceTest({ reference: r, current: c }, nothing).pValue <= 0.05) alarms.edges++;
    }
    expect(alarms.conditional / rounds).toBeGreaterThan(0.12);
    expect(alarms.edges / rounds).toBeLessThanOrEqual(0.1);
  });

  test.each([
    [
      [20, 380],
      [190, 810],
    ],
    [
      [20, 380],
      [110, 890],
    ],
    [
      [5, 45],
      [500, 500],
    ],
    [
      [20, 380],
      [0, 1000],
    ],
    [
      [200, 200],
      [580, 420],
    ],
  ])('edges from the reference, two bins: %j and %j as the beta-binomial law has it', (r, c) => {
    const [n, m] = [r[0]! + r[1]!, c[0]! + c[1]!];
    const rising = (a: number, k: number) => logGamma(a + k) - logGamma(a);
    const mass = (k: number) =>
      Math.exp(
        rising(r[0]!, k) +
          rising(r[1]!, m - k) -
          rising(n, m) +
          rising(1, m) -
          rising(1, k) -
          rising(1, m - k),
      );
    const statistic = (k: number) => {
      const gap = (r[0]! / n - k / m) ** 2;
      return gap / (r[0]! + k) + gap / (r[1]! + m - k);
    };
    const enough = statistic(c[0]!) * (1 - 1e-10);
    let exact = 0;
    for (let k = 0; k <= m; k++) if (statistic(k) >= enough) exact += mass(k);
    const simulated = referenceEdgePValue(r, c, seededRandom(5));
    expect(Math.abs(Math.log(simulated / exact))).toBeLessThan(0.25);
  });

  test('a window larger than its reference shows what is missing, new or on one value, however small the level', () => {
    const even = new Array<number>(20).fill(20);
    const p = (cut: number[], apart: number[], reference = even) =>
      edgesFromReferenceTest({ reference, current: cut }, { reference: [0, 0], current: apart }).pValue;
    expect(p(new Array(20).fill(0), [1000, 0])).toBeLessThan(1e-100);
    expect(p(new Array(20).fill(35), [300, 0])).toBeLessThan(1e-20);
    expect(p(new Array(20).fill(35), [0, 300])).toBeLessThan(1e-20);
    expect(p([...new Array(20).fill(35), 300], [0, 0], [...even, 0])).toBeLessThan(1e-20);
    const spike = new Array(20).fill(35);
    spike[10] = 335;
    expect(p(spike, [0, 0])).toBeLessThan(1e-6);
    expect(p(spike, [0, 0], new Array(20).fill(5))).toBeLessThan(1e-3);
    const hole = new Array(20).fill(53);
    hole[10] = 0;
    expect(p(hole, [0, 0])).toBeLessThan(1e-4);
    expect(p(new Array(20).fill(50), [0, 0])).toBe(1);
  });

  test.each(['chi2_contingency_unbalanced', 'chi2_contingency_new_category'])(
    'statistic of scipy: %s',
    (name) => {
      const { inputs, expected, tolerance } = vector(name);
      const answer = chiSquareTest(inputs.table[0], inputs.table[1]);
      expectWithin(answer.statistic, expected.statistic, tolerance);
      expect(answer.degrees).toBe(expected.dof);
      expectWithin(chiSquareSurvival(answer.statistic, answer.degrees), expected.pvalue, tolerance);
    },
  );

  test('large expected counts use the chi-square law', () => {
    const answer = chiSquareTest([900, 800, 700], [300, 310, 190]);
    expect(answer.method).toBe('ASYMPTOTIC');
    expect(answer.pValue).toBe(chiSquareSurvival(answer.statistic, 2));
  });

  test('empty columns are dropped; nothing to compare gives p = 1', () => {
    const { degrees, pValue } = chiSquareTest([10, 0, 6, 4], [2, 0, 3, 7]);
    expect({ degrees, pValue }).toEqual({ degrees: 2, pValue: chiSquareTest([10, 6, 4], [2, 3, 7]).pValue });
    for (const [r, c] of [
      [[], []],
      [[4], [5]],
      [
        [0, 4],
        [0, 5],
      ],
      [
        [1, 2],
        [0, 0],
      ],
      [
        [0, 0],
        [1, 2],
      ],
    ] as const) {
      expect(chiSquareTest(r, c)).toMatchObject({ statistic: 0, pValue: 1 });
    }
    expect(() => chiSquareTest([1, 2], [1])).toThrow(RangeError);
  });

  test('neither the order of categories nor the roles of the samples matter, to the last bit', () => {
    const counts = fc.array(fc.tuple(fc.nat(300), fc.nat(30)), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(counts, fc.infiniteStream(fc.nat()), (columns, keys) => {
        const shuffled = columns
          .map((column) => ({ column, key: keys.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ column }) => column);
        const test = (pairs: [number, number][]) =>
          chiSquareTest(
            pairs.map(([r]) => r),
            pairs.map(([, c]) => c),
          );
        const there = test(columns);
        expect(test(shuffled)).toEqual(there);
        const back = test(columns.map(([r, c]) => [c, r]));
        expect(back.method).toBe(there.method);
        expectRelative(back.pValue, there.pValue, 1e-6);
        expect(there.pValue).toBeGreaterThan(0);
        expect(there.pValue).toBeLessThanOrEqual(1);
      }),
      { numRuns: 15 },
    );
  });

  test('a fixed source of randomness gives a fixed answer, another one another', () => {
    const r = new Array<number>(12).fill(30);
    const c = [5, 2, 0, 1, 3, 3, 3, 3, 3, 3, 3, 3];
    const run = (seed: number) => chiSquareTest(r, c, { random: seededRandom(seed) }).pValue;
    expect(run(1)).toBe(run(1));
    expect(new Set([1, 2, 3, 4].map(run)).size).toBeGreaterThan(1);
  });
});
