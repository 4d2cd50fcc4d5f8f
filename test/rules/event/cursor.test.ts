import fc from 'fast-check';
import { readCursor, writeCursor } from '../../../server/src/event/cursor';

const position = fc.integer({ min: 0, max: 2 ** 48 - 1 });

test('a cursor is read back as it was written, in its own project only', () =>
  fc.assert(
    fc.property(fc.uuid(), fc.uuid(), position, (project, other, at) => {
      fc.pre(project !== other);
      const cursor = writeCursor(project, at);
      expect(readCursor(cursor, project)).toBe(at);
      expect(() => readCursor(cursor, other)).toThrow(/another project/);
    }),
  ));

test('a cursor that was changed in any place is none', () =>
  fc.assert(
    fc.property(
      fc.uuid(),
      position,
      fc.nat(35),
      fc.constantFrom(...'ABCxyz059-_=+/ '),
      (project, at, place, letter) => {
        const cursor = writeCursor(project, at);
        fc.pre(cursor[place] !== letter);
        const changed = `${cursor.slice(0, place)}${letter}${cursor.slice(place + 1)}`;
        expect(() => readCursor(changed, project)).toThrow(/not made by this server/);
      },
    ),
  ));

test.each(['', 'garbage', '\u0000', 'é'.repeat(36), 'A'.repeat(36), 'A'.repeat(10_000)])(
  '%j is none',
  (text) => {
    expect(() => readCursor(text, '01890000-0000-7000-8000-000000000001')).toThrow(/not made by this server/);
  },
);
