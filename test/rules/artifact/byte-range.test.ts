import fc from 'fast-check';
import { rangeOf } from '../../../server/src/artifact/byte-range';

test.each<[string | undefined, number, unknown]>([
  [undefined, 10, null],
  ['bytes=0-0', 10, { start: 0, end: 1 }],
  ['bytes=2-', 10, { start: 2, end: 10 }],
  ['bytes=2-100', 10, { start: 2, end: 10 }],
  ['bytes=-3', 10, { start: 7, end: 10 }],
  ['bytes=-30', 10, { start: 0, end: 10 }],
  ['bytes=10-', 10, 'UNSATISFIABLE'],
  ['bytes=-0', 10, 'UNSATISFIABLE'],
  ['bytes=0-', 0, 'UNSATISFIABLE'],
  ['bytes=-5', 0, 'UNSATISFIABLE'],
  ['bytes=5-2', 10, null],
  ['bytes=0-1,3-4', 10, null],
  ['bytes=-', 10, null],
  ['bytes=a-b', 10, null],
  ['lines=0-1', 10, null],
])('%s of %i bytes', (header, size, range) => {
  expect(rangeOf(header, size)).toEqual(range);
});

test('whatever is asked for, what is given lies within the file and is not empty', () => {
  const maybe = fc.oneof(
    fc.constant(''),
    fc.nat({ max: 100 }).map(String),
    fc.bigInt({ min: 0n }).map(String),
  );
  fc.assert(
    fc.property(maybe, maybe, fc.nat({ max: 50 }), (first, last, size) => {
      const range = rangeOf(`bytes=${first}-${last}`, size);
      if (range === null || range === 'UNSATISFIABLE') return;
      expect(range.start).toBeGreaterThanOrEqual(0);
      expect(range.end).toBeGreaterThan(range.start);
      expect(range.end).toBeLessThanOrEqual(size);
    }),
  );
});
