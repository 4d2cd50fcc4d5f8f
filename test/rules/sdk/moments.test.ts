import fc from 'fast-check';
import { Moments } from '../../../sdk/dist/cjs/runs/moments.js';

test('moments ascend, even when the clock stands still or goes back, and are not ahead without need', () =>
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 3_000 }), (clock) => {
      let n = 0;
      const moments = new Moments(() => clock[n] as number);
      let last = '';
      for (n = 0; n < clock.length; n += 1) {
        const moment = moments.next();
        expect(moment).toMatch(/^1970-01-01T00:00:00\.\d{6}Z$/);
        expect(moment > last).toBe(true);
        last = moment;
      }
      const microseconds = Number(last.slice(20, 26));
      expect(microseconds).toBeLessThanOrEqual(Math.max(...clock) * 1_000 + clock.length);
    }),
    { numRuns: 20 },
  ));
