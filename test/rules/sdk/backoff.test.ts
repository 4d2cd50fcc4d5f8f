import fc from 'fast-check';
import { waitMs } from '../../../sdk/dist/cjs/transport/backoff.js';

test('a wait is at least what the server asked for, and at most that and a doubling bound', () => {
  fc.assert(
    fc.property(
      fc.nat(2_000),
      fc.nat(60_000),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.nat(10_000),
      (retry, mostMs, chance, asked) => {
        const ms = waitMs({ firstMs: 200, mostMs, random: () => chance }, retry, asked);
        expect(ms).toBeGreaterThanOrEqual(asked);
        expect(ms).toBeLessThanOrEqual(asked + Math.min(mostMs, 200 * 2 ** retry));
      },
    ),
  );
});

test('the bound doubles from the first wait to the longest', () => {
  const bounds = [0, 1, 2, 3, 9].map((retry) =>
    waitMs({ firstMs: 200, mostMs: 1_000, random: () => 1 }, retry),
  );
  expect(bounds).toEqual([200, 400, 800, 1_000, 1_000]);
});

test('no wait is longer than a timer can run', () => {
  const backoff = { firstMs: 200, mostMs: 1_000, random: () => 1 };
  expect(waitMs(backoff, 0, 1e12)).toBe(2 ** 31 - 1);
  expect(waitMs(backoff, 0, Number.POSITIVE_INFINITY)).toBe(2 ** 31 - 1);
});
