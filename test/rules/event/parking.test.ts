import 'reflect-metadata';
import { delayAfter } from '../../../server/src/event/parking';

test('a consumer waits twice as long after each failure, and never longer than a minute', () => {
  const delays = Array.from({ length: 9 }, (_, index) => delayAfter(index + 1, 1_000) / 1_000);
  expect(delays).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
});
