import * as fc from 'fast-check';
import {
  hellinger,
  jensenShannonDistance,
  lInfinity,
} from '../../../server/src/statistics/effect/divergence';
import { psi, unbiasedPsi } from '../../../server/src/statistics/effect/psi';
import { expectWithin, lcg, vector } from './vectors';

const distances = { lInfinity, hellinger, jensenShannonDistance };
const pairs = fc
  .array(fc.tuple(fc.nat(50), fc.nat(50)), { minLength: 1, maxLength: 10 })
  .map((columns) => [columns.map(([x]) => x), columns.map(([, x]) => x)] as const)
  .filter(([a, b]) => a.some((x) => x > 0) && b.some((x) => x > 0));

describe('effect sizes', () => {
  test('agree with their definitions on shares', () => {
    const index = vector('psi_from_probabilities');
    expectWithin(psi(index.inputs.reference, index.inputs.current), index.expected.psi, index.tolerance);
    const zero = vector('psi_zero_handling_replace_1e-4');
    expectWithin(psi(zero.inputs.reference, zero.inputs.current), zero.expected.psi, zero.tolerance);
    const js = vector('js_from_probabilities');
    expectWithin(
      jensenShannonDistance(js.inputs.p, js.inputs.q),
      js.expected.js_distance_base_2,
      js.tolerance,
    );
    const { inputs, expected, tolerance } = vector('hellinger_tvd_linf');
    expectWithin(hellinger(inputs.p, inputs.q), expected.hellinger, tolerance);
    expectWithin(lInfinity(inputs.p, inputs.q), expected.l_infinity, tolerance);
  });

  test.each(Object.entries(distances))(
    '%s is symmetric, 0..1, 0 for equals, 1 for strangers',
    (_, distance) => {
      fc.assert(
        fc.property(pairs, ([a, b]) => {
          const there = distance(a, b) as number;
          expect(distance(b, a)).toBeCloseTo(there, 12);
          expect(there).toBeGreaterThanOrEqual(0);
          expect(there).toBeLessThanOrEqual(1);
          expect(distance(a, a)).toBeCloseTo(0, 7);
        }),
      );
      expect(distance([3, 0], [0, 8])).toBeCloseTo(1, 12);
    },
  );

  test('the raw index is not negative and grows without drift as samples shrink; the unbiased one does not', () => {
    const u = lcg(5);
    const mean = (m: number) => {
      let [raw, clean] = [0, 0];
      const rounds = 600;
      for (let round = 0; round < rounds; round++) {
        const c = new Array<number>(20).fill(0);
        for (let i = 0; i < m; i++) c[Math.floor(u() * 20)]! += 1;
        const r = new Array<number>(20).fill(0);
        for (let i = 0; i < 1000; i++) r[Math.floor(u() * 20)]! += 1;
        raw += (psi(r, c) as number) / rounds;
        clean += (unbiasedPsi(r, c) as number) / rounds;
      }
      return { raw, clean };
    };
    const small = mean(30);
    const large = mean(300);
    expect(small.raw).toBeGreaterThan(0.5);
    expect(large.raw).toBeLessThan(0.1);
    expect(Math.abs(small.clean)).toBeLessThan(0.04);
    expect(Math.abs(large.clean)).toBeLessThan(0.01);
  });

  test('the unbiased index estimates the chi-square divergence', () => {
    const reference = [25_000, 25_000, 25_000, 25_000];
    const current = [40_000, 20_000, 20_000, 20_000];
    expect(unbiasedPsi(reference, current)).toBeCloseTo((0.15 ** 2 + 3 * 0.05 ** 2) / 0.25, 3);
  });

  test('an empty side has no effect size', () => {
    for (const effect of [psi, unbiasedPsi, ...Object.values(distances)]) {
      expect(effect([], [])).toBeNull();
      expect(effect([1, 2], [0, 0])).toBeNull();
      expect(effect([0, 0], [1, 2])).toBeNull();
      expect(effect([1, Number.NaN], [1, 2])).toBeNull();
      expect(() => effect([1, 2], [1])).toThrow(RangeError);
    }
    expect(unbiasedPsi([4, 4], [1, 0])).toBeNull();
    expect(unbiasedPsi([0, 4], [3, 0])).toBeNull();
  });

  test('a bin that the reference has not does not blow up the unbiased index', () => {
    const [reference, current] = [
      [500, 500],
      [60, 40],
    ];
    const without = unbiasedPsi(reference, current);
    expect(unbiasedPsi([...reference, 0], [...current, 300])).toBe(without);
    expect(unbiasedPsi([...reference, 0], [...current, 1])).toBe(without);
  });
});
