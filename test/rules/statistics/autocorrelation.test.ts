import * as fc from 'fast-check';
import {
  effectiveSampleSize,
  lag1Autocorrelation,
} from '../../../server/src/statistics/series/autocorrelation';
import { gauss12 } from './vectors';

describe('serial dependence', () => {
  test('by hand: 1 2 3 4', () => {
    expect(lag1Autocorrelation([1, 2, 3, 4])).toBeCloseTo((1.5 * 0.5 - 0.25 + 0.5 * 1.5) / 5, 12);
    expect(lag1Autocorrelation([1, -1, 1, -1])).toBeCloseTo(-0.75, 12);
  });

  test('finds the coefficient of an AR(1) series, and none in independent rows', () => {
    const noise = gauss12(21, 5000);
    let x = 0;
    const series = noise.map((e) => {
      x = 0.7 * x + e;
      return x;
    });
    expect(Math.abs((lag1Autocorrelation(series) ?? 9) - 0.7)).toBeLessThan(0.03);
    expect(Math.abs(lag1Autocorrelation(noise) ?? 9)).toBeLessThan(0.05);
  });

  test('is bounded, the same backwards, in other units and on another level; defined for anything', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.double(), fc.integer({ min: -9, max: 9 }))), (series) => {
        const r = lag1Autocorrelation(series);
        if (r === null) expect(series.filter(Number.isFinite).length).toBeLessThan(3);
        else {
          expect(Math.abs(r)).toBeLessThanOrEqual(1);
          expect(lag1Autocorrelation([...series].reverse()) ?? 9).toBeCloseTo(r, 9);
        }
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -99, max: 99 }), { minLength: 3 }), (series) => {
        const r = lag1Autocorrelation(series) ?? 9;
        expect(lag1Autocorrelation(series.map((x) => 4 * x + 32)) ?? 8).toBeCloseTo(r, 9);
      }),
    );
  });

  test('constant, short and broken series', () => {
    expect(lag1Autocorrelation([0.1, 0.1, 0.1, 0.1])).toBe(0);
    expect(lag1Autocorrelation([0, 0, 0])).toBe(0);
    expect(lag1Autocorrelation([])).toBeNull();
    expect(lag1Autocorrelation([1, 2])).toBeNull();
    expect(lag1Autocorrelation([1, Number.NaN, 2])).toBeNull();
  });

  test('effective sample size', () => {
    expect(effectiveSampleSize(1000, 0.7)).toBeCloseTo((1000 * 0.3) / 1.7, 9);
    expect(effectiveSampleSize(1000, 0)).toBe(1000);
    expect(effectiveSampleSize(1000, -0.5)).toBe(1000);
    expect(effectiveSampleSize(1000, null)).toBe(1000);
    expect(effectiveSampleSize(1000, 1)).toBe(1);
    expect(effectiveSampleSize(0, 0.3)).toBe(0);
    expect(effectiveSampleSize(Number.NaN, 0.3)).toBe(0);
  });
});
