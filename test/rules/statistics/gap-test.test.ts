import * as fc from 'fast-check';
import { bridgeExitBound, bridgeExitProbability } from '../../../server/src/statistics/gap/brownian-bridge';
import {
  ASYMPTOTIC_RESOLUTION,
  asymptoticGapPValue,
  EXACT_GAP_COST,
  gapTest,
  gapTestCost,
  weightedGapTest,
} from '../../../server/src/statistics/gap/gap-test';
import { orderStatisticGapTest } from '../../../server/src/statistics/gap/order-statistic-gap-test';
import { fillings } from './enumerate';
import { expectRelative, grouped, lcg } from './vectors';

const tinyTables = fc
  .integer({ min: 1, max: 5 })
  .chain((k) =>
    fc.tuple(
      fc.array(fc.nat(4), { minLength: k, maxLength: k }),
      fc.array(fc.nat(4), { minLength: k, maxLength: k }),
    ),
  );
const tables = fc
  .integer({ min: 1, max: 12 })
  .chain((k) =>
    fc.tuple(
      fc.array(fc.nat(60), { minLength: k, maxLength: k }),
      fc.array(fc.nat(60), { minLength: k, maxLength: k }),
    ),
  );

/** The statistic as its definition says, in floating point. */
function byDefinition(r: readonly number[], c: readonly number[], weighted: boolean): number {
  const n = r.reduce((a, b) => a + b, 0);
  const m = c.reduce((a, b) => a + b, 0);
  let [below, currentBelow, most] = [0, 0, 0];
  for (let k = 0; k < r.length - 1; k++) {
    below += r[k] ?? 0;
    currentBelow += c[k] ?? 0;
    const u = (below + currentBelow) / (n + m);
    if (u <= 0 || u >= 1) continue;
    const gap = Math.abs(below / n - currentBelow / m);
    most = Math.max(most, weighted ? gap / Math.sqrt(u * (1 - u)) : gap);
  }
  return most;
}

describe('exact gap test', () => {
  test.each(grouped.vectors)('D agrees with exact counting: $name', ({ inputs, expected }) => {
    const answer = gapTest(inputs.reference, inputs.current);
    expect(Math.abs(answer.statistic - expected.statistic)).toBeLessThanOrEqual(1e-12);
    if (expected.pvalue_exact === undefined) expect(answer.method).toBe('ASYMPTOTIC');
    else {
      expect(answer.method).toBe('EXACT');
      expectRelative(answer.pValue, expected.pvalue_exact, 1e-9);
    }
  });

  test.each(grouped.weighted_vectors)('W agrees with exact counting: $name', ({ inputs, expected }) => {
    const answer = weightedGapTest(inputs.reference, inputs.current);
    expect(Math.abs(answer.statistic - expected.statistic)).toBeLessThanOrEqual(1e-12);
    expect(answer.method).toBe('EXACT');
    expectRelative(answer.pValue, expected.pvalue_exact as number, 1e-9);
  });

  test.each(grouped.vectors.filter((v) => v.expected.pvalue_asymptotic !== undefined))(
    'the Brownian bridge agrees: $name',
    ({ inputs, expected }) => {
      const p = asymptoticGapPValue(inputs.reference, inputs.current, false);
      expectRelative(p, expected.pvalue_asymptotic as number, 1e-6);
    },
  );

  test.each(
    grouped.vectors.filter((v) => v.inputs.reference.every((r, k) => r + (v.inputs.current[k] ?? 0) > 0)),
  )('the cost is known beforehand: $name', ({ inputs, cost }) => {
    expect(gapTestCost(inputs.reference, inputs.current, false)).toBe(cost);
  });

  test.each(grouped.order_statistic_edge_vectors)(
    'edges at order statistics: $name',
    ({ inputs, expected }) => {
      const answer = orderStatisticGapTest(inputs.reference, inputs.current);
      expect(Math.abs(answer.statistic - expected.statistic)).toBeLessThanOrEqual(1e-12);
      expectRelative(answer.pValue, expected.pvalue_exact as number, 1e-9);
    },
  );

  test.each([true, false])('equals full enumeration at tiny sizes (weighted: %s)', (weighted) => {
    fc.assert(
      fc.property(tinyTables, ([r, c]) => {
        const m = c.reduce((a, b) => a + b, 0);
        const n = r.reduce((a, b) => a + b, 0);
        fc.pre(n > 0 && m > 0);
        const pooled = r.map((x, i) => x + (c[i] ?? 0));
        const observed = byDefinition(r, c, weighted);
        let p = 0;
        for (const { counts, mass } of fillings(pooled, m)) {
          const rest = pooled.map((t, i) => t - (counts[i] ?? 0));
          if (byDefinition(rest, counts, weighted) >= observed - 1e-12) p += mass;
        }
        const answer = (weighted ? weightedGapTest : gapTest)(r, c);
        expectRelative(answer.statistic + 1, observed + 1, 1e-12);
        expectRelative(answer.pValue, Math.min(1, p), 1e-9);
      }),
      { numRuns: 300 },
    );
  });

  test('does not depend on which sample is called the reference, nor on the direction of the axis', () => {
    fc.assert(
      fc.property(tables, ([r, c]) => {
        const there = weightedGapTest(r, c);
        const back = weightedGapTest(c, r);
        const mirrored = weightedGapTest([...r].reverse(), [...c].reverse());
        expectRelative(back.pValue, there.pValue, 1e-9);
        expectRelative(mirrored.pValue, there.pValue, 1e-9);
        expect(back.statistic).toBeCloseTo(there.statistic, 12);
        expect(there.pValue).toBeGreaterThan(0);
        expect(there.pValue).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('bins empty in both samples change nothing', () => {
    fc.assert(
      fc.property(tables, fc.nat(12), ([r, c], at) => {
        const wider = weightedGapTest(r.toSpliced(at, 0, 0), c.toSpliced(at, 0, 0));
        const { statistic, pValue } = weightedGapTest(r, c);
        expect(wider).toMatchObject({ statistic, pValue });
      }),
    );
  });

  test('names the edge of the largest gap', () => {
    expect(weightedGapTest([10, 10, 10], [10, 0, 20]).atEdge).toBe(1);
    expect(weightedGapTest([10, 10], [3, 3]).atEdge).toBeNull();
  });

  test.each([
    [[], []],
    [[5], [7]],
    [
      [0, 0],
      [0, 0],
    ],
    [
      [3, 4],
      [0, 0],
    ],
    [
      [0, 0],
      [3, 4],
    ],
    [
      [0, 9, 0],
      [0, 4, 0],
    ],
    [
      [10, 20],
      [1, 2],
    ],
  ])('has nothing to say about %j and %j', (r, c) => {
    for (const test of [weightedGapTest, gapTest, orderStatisticGapTest]) {
      expect(test(r, c)).toMatchObject({ statistic: 0, pValue: 1, atEdge: null });
    }
  });

  test.each([
    [[1, 2], [1]],
    [
      [1, -1],
      [1, 1],
    ],
    [
      [1, 0.5],
      [1, 1],
    ],
    [
      [1, Number.NaN],
      [1, 1],
    ],
    [
      [1, 2],
      [Number.POSITIVE_INFINITY, 1],
    ],
  ])('refuses counts that are none: %j and %j', (r, c) => {
    expect(() => weightedGapTest(r, c)).toThrow(RangeError);
  });
});

describe('beyond the exact law', () => {
  test.each([true, false])('bins of hardly any share at the ends (weighted: %s)', (weighted) => {
    const [r, c] = [
      [40, 300_000, 250_000, 450_000, 40],
      [40, 301_000, 251_000, 448_000, 40],
    ] as const;
    const exact = (weighted ? weightedGapTest : gapTest)(r, c);
    expect(exact.method).toBe('EXACT');
    expectRelative(asymptoticGapPValue(r, c, weighted), exact.pValue, weighted ? 0.1 : 0.01);
  });

  test('a large difference of large samples is reported at the resolution', () => {
    const reference = new Array<number>(20).fill(5_000_000);
    const current = reference.map((r, k) => r + (k < 10 ? 5e5 : -5e5));
    expect(gapTestCost(reference, current)).toBeGreaterThan(EXACT_GAP_COST);
    const answer = weightedGapTest(reference, current);
    expect(answer).toMatchObject({ method: 'ASYMPTOTIC', pValue: ASYMPTOTIC_RESOLUTION, atResolution: true });
  });

  test('agrees with the exact law where both can be had', () => {
    const u = lcg(11);
    for (let round = 0; round < 10; round++) {
      const draw = (size: number) => {
        const counts = new Array<number>(8).fill(0);
        for (let i = 0; i < size; i++) counts[Math.floor(u() ** (size < 4000 ? 1.06 : 1) * 8)]! += 1;
        return counts;
      };
      const [r, c] = [draw(4000), draw(3000)];
      const exact = weightedGapTest(r, c).pValue;
      expect(Math.abs(Math.log(asymptoticGapPValue(r, c) / exact))).toBeLessThan(0.05);
    }
  });

  test('a bin of hardly any share between large ones is taken with its neighbour', () => {
    const reference = [40_000_000, 1, 60_000_000];
    const current = [40_009_000, 1, 59_991_000];
    const without = asymptoticGapPValue([40_000_000, 60_000_001], [40_009_000, 59_991_001]);
    expectRelative(asymptoticGapPValue(reference, current), without, 0.01);
  });
});

describe('work that is bounded', () => {
  const big = Array.from({ length: 20 }, () => 50_000);
  const shifted = big.map((count, bin) => count + 2_000 * (bin - 10));

  test('a difference far beyond chance is reported at the resolution of the limit law', () => {
    const test = weightedGapTest(big, shifted, 0.001);
    expect(test).toMatchObject({ method: 'ASYMPTOTIC', pValue: ASYMPTOTIC_RESOLUTION, atResolution: true });
  });

  test('with less effort the limit law is used sooner, and agrees', () => {
    const slight = big.map((count, bin) => count + 12 * (bin - 10));
    const exact = weightedGapTest(
      big.map((count) => count / 10),
      slight.map((count) => Math.round(count / 10)),
    );
    const limit = weightedGapTest(
      big.map((count) => count / 10),
      slight.map((count) => Math.round(count / 10)),
      0,
    );
    expect([exact.method, limit.method]).toEqual(['EXACT', 'ASYMPTOTIC']);
    expect(limit.pValue / exact.pValue).toBeCloseTo(1, 1);
  });

  test('the bound of the limit law is one', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.2, max: 4, noNaN: true }), { minLength: 1, maxLength: 8 }),
        (widths) => {
          const gates = widths.map((width, index) => {
            const at = (index + 1) / (widths.length + 1);
            const half = width * Math.sqrt(at * (1 - at));
            return { at, low: -half, high: half };
          });
          expect(bridgeExitBound(gates)).toBeGreaterThanOrEqual(bridgeExitProbability(gates) * (1 - 1e-9));
        },
      ),
    );
  });
});
