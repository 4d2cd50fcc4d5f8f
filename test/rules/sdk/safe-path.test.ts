import { posix, win32 } from 'node:path';
import fc from 'fast-check';
import { safePath } from '../../../sdk/dist/cjs/artifact/safe-path.js';

const parts = fc.constantFrom(
  'a',
  'b.bin',
  '..',
  '.',
  '',
  'C:',
  '\\',
  '..\\..',
  'x\\y',
  'a:stream',
  '/',
  '…',
);

test.each([
  ['POSIX', posix, false],
  ['Windows', win32, true],
] as const)('on %s no path that is let through leads out of the folder', (_, path, isWindows) => {
  const folder = isWindows ? 'C:\\models\\one' : '/models/one';
  let letThrough = 0;
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 5 }), (given) => {
      let safe: string[];
      try {
        safe = safePath(given.join('/'), { isWindows });
      } catch (error) {
        expect(error).toMatchObject({ code: 'UNSAFE_PATH' });
        return;
      }
      letThrough += 1;
      const place = path.resolve(path.join(folder, ...safe));
      expect(place.startsWith(folder + path.sep)).toBe(true);
      expect(path.relative(folder, place).split(path.sep)).toEqual(safe);
    }),
  );
  expect(letThrough).toBeGreaterThan(0);
});

test('harmless paths are their parts', () => {
  expect(safePath('weights/deep/part-1.bin', { isWindows: true })).toEqual(['weights', 'deep', 'part-1.bin']);
  expect(safePath('12:30.json', { isWindows: false })).toEqual(['12:30.json']);
});
