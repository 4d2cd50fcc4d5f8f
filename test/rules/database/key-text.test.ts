import fc from 'fast-check';
import { isKeyText } from '../../../server/src/database/key-text';

test.each([
  ['timestamptz', '2026-03-01 10:00:00+00'],
  ['timestamptz', '2024-02-29 23:59:59.000001+00'],
  ['timestamptz', '9999-12-31 23:59:59.999999+00'],
  ['uuid', '01a21857-b347-7798-8d5d-d5af073dec65'],
  ['text', ''],
  ['text', 'any \ntext, 🚲'],
  ['bigint', '-900000000000000000'],
  ['integer', '0'],
  ['float8', 'NaN'],
  ['float8', '-Infinity'],
  ['float8', '0'],
  ['float8', '-1.5e-07'],
] as const)('%s %j is a key', (type, text) => expect(isKeyText(type, text)).toBe(true));

test.each([
  ['timestamptz', '9999-99-99 99:99:99+00'],
  ['timestamptz', '2026-02-29 10:00:00+00'],
  ['timestamptz', '2026-03-01 24:00:00+00'],
  ['timestamptz', '0000-03-01 10:00:00+00'],
  ['timestamptz', '20260-03-01 10:00:00+00'],
  ['timestamptz', '2026-03-01 10:00:00+01'],
  ['uuid', '01a21857-b347-7798-8d5d-d5af073dec6'],
  ['text', 'a\0'],
  ['text', '\ud800'],
  ['bigint', '9223372036854775808'],
  ['integer', '2147483648'],
  ['integer', '1.0'],
  ['float8', '1e999'],
  ['float8', '-1e999'],
  ['float8', '1e-999'],
  ['float8', '1e'],
  ['float8', ''],
] as const)('%s %j is none', (type, text) => expect(isKeyText(type, text)).toBe(false));

test('every double is a key as it is printed', () => {
  fc.assert(
    fc.property(fc.double(), (value) => isKeyText('float8', String(Object.is(value, -0) ? 0 : value))),
  );
});
