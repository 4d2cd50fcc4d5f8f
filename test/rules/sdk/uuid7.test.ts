import fc from 'fast-check';
import { uuid7 } from '../../../sdk/dist/cjs/predictions/uuid7.js';

test('a UUID of version 7 says its millisecond, and later ones sort later', () => {
  const ms = fc.integer({ min: 0, max: 2 ** 48 - 1 });
  fc.assert(
    fc.property(ms, ms, (a, b) => {
      const [one, other] = [uuid7(a), uuid7(b)];
      expect(one).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(Number.parseInt(one.replaceAll('-', '').slice(0, 12), 16)).toBe(a);
      if (a !== b) expect(one < other).toBe(a < b);
      else expect(one).not.toBe(other);
    }),
  );
});
