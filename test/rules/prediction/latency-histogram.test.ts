import fc from 'fast-check';
import {
  LATENCY_BINS,
  latencyBin,
  latencyQuantile,
} from '../../../server/src/prediction/summary/latency-histogram';

const countsOf = (values: readonly number[]): number[] => {
  const counts: number[] = new Array(LATENCY_BINS).fill(0);
  for (const value of values) counts[latencyBin(value)]! += 1;
  return counts;
};

test('a quantile is within 10 % of the value that so many do not exceed', () => {
  const ms = fc.double({ min: 0.01, max: 1e7, noNaN: true });
  fc.assert(
    fc.property(
      fc.array(ms, { minLength: 1, maxLength: 200 }),
      fc.double({ min: 0.01, max: 1, noNaN: true }),
      (values, share) => {
        const sorted = [...values].sort((a, b) => a - b);
        const exact = sorted[Math.ceil(share * sorted.length) - 1]!;
        const found = latencyQuantile(countsOf(values), share)!;
        expect(Math.abs(found / exact - 1)).toBeLessThanOrEqual(0.1);
      },
    ),
  );
});

test('bins ascend with the latency and hold any of it', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }),
      fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }),
      (a, b) => {
        const [less, more] = a < b ? [a, b] : [b, a];
        expect(latencyBin(less)).toBeLessThanOrEqual(latencyBin(more));
        expect(latencyBin(more)).toBeLessThan(LATENCY_BINS);
      },
    ),
  );
});

test('nothing has no quantile, and no time at all is 0', () => {
  expect(latencyQuantile(countsOf([]), 0.95)).toBeNull();
  expect(latencyQuantile(countsOf([0, 0, 0.001]), 0.95)).toBe(0);
});

test('what lies beyond the last edge is said to be no less than that edge, which is 4.2 hours', () => {
  const hour = 3_600_000;
  const found = latencyQuantile(countsOf([1e8, 1e9]), 0.95)!;
  expect(found / hour).toBeGreaterThan(4.2);
  expect(found / hour).toBeLessThan(4.3);
});
