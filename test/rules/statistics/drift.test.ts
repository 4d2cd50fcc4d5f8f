import * as fc from 'fast-check';
import { isDrift } from '../../../server/src/statistics/drift/alarm';
import { benjaminiHochberg } from '../../../server/src/statistics/drift/benjamini-hochberg';
import { categoricalDrift, numericDrift } from '../../../server/src/statistics/drift/drift';
import { levelFromBudget } from '../../../server/src/statistics/drift/level-from-budget';
import { smallestPValue, validity } from '../../../server/src/statistics/drift/validity';
import { expectWithin, vector } from './vectors';

const HOUR = 3_600_000;
const twenty = new Array<number>(20).fill(500);

/** Everything numeric in an answer, however deep. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(numbersIn) : [];
}

describe('drift of numbers', () => {
  test('is twice the smaller of two looks', () => {
    const answer = numericDrift([30, 30, 30, 30], [3, 8, 2, 12]);
    const { gap, chiSquare } = answer;
    expect(answer.pValue).toBe(2 * Math.min(gap?.pValue ?? 1, chiSquare.pValue));
    expect(answer.effect).toBe(gap?.statistic);
    expect(answer).toMatchObject({ n: 120, m: 25, gap: { method: 'EXACT' } });
  });

  test('the first look sees a shift, the second a spike', () => {
    const shifted = twenty.map((_, k) => Math.round(2.5 + 0.27 * k));
    const shift = numericDrift(twenty, shifted);
    expect(shift.gap?.pValue).toBeLessThan(shift.chiSquare.pValue);
    const spiked = twenty.map((_, k) => (k === 10 ? 24 : 4));
    const spike = numericDrift(twenty, spiked);
    expect(spike.chiSquare.pValue).toBeLessThan(1e-4);
    expect(spike.gap?.pValue).toBeGreaterThan(0.01);
    expect(isDrift(spike, { level: 0.001 })).toBe(true);
  });

  test('missing values that appear are drift, though no ordered bin moved', () => {
    const answer = numericDrift([500, 500], [30, 30], { apart: { reference: [0], current: [40] } });
    expect(answer.gap?.pValue).toBe(1);
    expect(answer.pValue).toBeLessThan(1e-20);
    expect(answer.effect).toBeCloseTo(0.4, 12);
    expect(isDrift(answer, { level: 1e-6 })).toBe(true);
  });

  test('never answers NaN, and never a p-value outside (0, 1]', () => {
    const pairs = fc.array(fc.tuple(fc.nat(20), fc.nat(20)), { maxLength: 6 });
    fc.assert(
      fc.property(pairs, (columns) => {
        const [r, c] = [columns.map(([x]) => x), columns.map(([, x]) => x)];
        for (const answer of [numericDrift(r, c), categoricalDrift(r, c)]) {
          expect(numbersIn(answer).every(Number.isFinite)).toBe(true);
          expect(answer.pValue).toBeGreaterThan(0);
          expect(answer.pValue).toBeLessThanOrEqual(1);
          expect(answer.effect).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 60 },
    );
  });

  test.each([
    [[], [], 'NO_REFERENCE'],
    [[0, 0], [3, 4], 'NO_REFERENCE'],
    [[50, 50], [0, 0], 'INSUFFICIENT_DATA'],
    [[100], [40], 'INSUFFICIENT_DATA'],
  ])('has a defined answer for %j and %j: %s', (r, c, code) => {
    for (const answer of [numericDrift(r, c), categoricalDrift(r, c)]) {
      expect(answer).toMatchObject({ pValue: 1, effect: 0, validity: { code } });
    }
  });

  test('everything in one bin, on both sides or on one', () => {
    expect(numericDrift([0, 90, 0], [0, 8, 0])).toMatchObject({ pValue: 1, effect: 0 });
    expect(numericDrift([0, 90, 0], [0, 0, 8]).pValue).toBeLessThan(1e-10);
  });
});

describe('drift of categories', () => {
  test('is the chi-square test at the full level, with the largest change of a share', () => {
    const answer = categoricalDrift([40, 30, 30, 0], [4, 3, 1, 2]);
    expect(answer.gap).toBeNull();
    expect(answer.pValue).toBe(answer.chiSquare.pValue);
    expect(answer.effect).toBeCloseTo(0.2, 12);
    expect(answer.effects.weightedGap).toBeNull();
  });

  test('a category never seen before raises an alarm', () => {
    const answer = categoricalDrift([500, 500, 0], [20, 20, 10], { level: 0.001 });
    expect(isDrift(answer, { level: 0.001 })).toBe(true);
    expect(isDrift(answer, { level: 0.001, floor: 0.3 })).toBe(false);
  });
});

describe('validity', () => {
  test('too few observations are told how many are needed, and that many suffice', () => {
    const small = validity(twenty, 1, 0.001, 2);
    expect(small.code).toBe('INSUFFICIENT_DATA');
    const needed = small.currentNeeded as number;
    expect(smallestPValue(twenty, needed, 2)).toBeLessThan(0.001);
    expect(smallestPValue(twenty, needed - 1, 2)).toBeGreaterThanOrEqual(0.001);
    expect(validity(twenty, needed, 0.001, 2)).toMatchObject({ code: 'OK', currentNeeded: null });
    const extreme = [needed, ...new Array<number>(19).fill(0)];
    expect(numericDrift(twenty, extreme).pValue).toBeLessThan(0.01);
  });

  test('no table of its size is less likely than the bound', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 2, maxLength: 4 }),
        fc.nat(3),
        (r, at) => {
          for (const m of [1, 2, 3]) {
            const current = r.map((_, k) => (k === at % r.length ? m : 0));
            const bound = smallestPValue(r, m, 1);
            expect(categoricalDrift(r, current).pValue).toBeGreaterThanOrEqual(bound * (1 - 1e-9));
            expect(numericDrift(r, current).pValue).toBeGreaterThanOrEqual(
              Math.min(1, 2 * bound) * (1 - 1e-9),
            );
          }
        },
      ),
    );
  });

  test('a window larger than a tenth of the reference is warned about; one bin can never alarm', () => {
    expect(validity(twenty, 1000, 0.05, 2).code).toBe('OK');
    expect(validity(twenty, 1001, 0.05, 2).code).toBe('SMALL_REFERENCE');
    expect(validity([100], 40, 0.05, 2)).toEqual({
      code: 'INSUFFICIENT_DATA',
      smallestPValue: 1,
      currentNeeded: null,
    });
  });
});

describe('alarm', () => {
  test('needs both a small p-value and an effect', () => {
    expect(isDrift({ pValue: 0.01, effect: 0.2 }, { level: 0.05 })).toBe(true);
    expect(isDrift({ pValue: 0.01, effect: 0.1 }, { level: 0.05 })).toBe(false);
    expect(isDrift({ pValue: 0.05, effect: 0.2 }, { level: 0.05 })).toBe(false);
    expect(isDrift({ pValue: 0.01, effect: 0.02 }, { level: 0.05, floor: 0 })).toBe(true);
    expect(isDrift({ pValue: Number.NaN, effect: 1 }, { level: 0.05 })).toBe(false);
    expect(isDrift({ pValue: 0, effect: Number.NaN }, { level: 0.05 })).toBe(false);
  });

  test('the level follows from the budget', () => {
    expect(levelFromBudget({ windowMs: 24 * HOUR })).toBeCloseTo(1 / 365, 15);
    expect(levelFromBudget({ falseAlarmsPerYear: 4, windowMs: HOUR })).toBeCloseTo(4 / 8760, 15);
    expect(levelFromBudget({ falseAlarmsPerYear: 1e9, windowMs: HOUR })).toBeLessThan(1);
    for (const windowMs of [0, -1, Number.NaN]) {
      expect(levelFromBudget({ windowMs })).toBe(1e-12);
    }
    expect(levelFromBudget({ windowMs: Number.POSITIVE_INFINITY })).toBeLessThan(1);
  });
});

describe('Benjamini-Hochberg', () => {
  test('agrees with scipy', () => {
    const { inputs, expected, tolerance } = vector('benjamini_hochberg');
    const { adjusted, rejected } = benjaminiHochberg(inputs.p, inputs.alpha);
    for (const [i, p] of adjusted.entries()) expectWithin(p, expected.adjusted[i], tolerance);
    expect(rejected).toEqual(expected.rejected);
  });

  test('adjusting keeps the order, never lowers a p-value, and does not depend on positions', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (p) => {
        const { adjusted } = benjaminiHochberg(p, 0.05);
        const mirrored = benjaminiHochberg([...p].reverse(), 0.05).adjusted;
        expect([...mirrored].reverse()).toEqual(adjusted);
        for (const [i, x] of p.entries()) {
          expect(adjusted[i]).toBeGreaterThanOrEqual(x);
          for (const [j, y] of p.entries())
            if (x <= y) expect(adjusted[i]).toBeLessThanOrEqual(adjusted[j] as number);
        }
      }),
    );
  });

  test('nothing in, nothing out; NaN is never a discovery', () => {
    expect(benjaminiHochberg([], 0.05)).toEqual({ adjusted: [], rejected: [] });
    expect(benjaminiHochberg([Number.NaN, 0.001], 0.05)).toEqual({
      adjusted: [1, 0.002],
      rejected: [false, true],
    });
  });
});
