import fc from 'fast-check';
import { instantFromPostgres, parseInstant } from '../../../server/src/contract/instant';

test.each([
  ['2026-11-20T19:27:43Z', '2026-11-20T19:27:43.000Z'],
  ['2026-11-20T19:27:43.1+02:00', '2026-11-20T17:27:43.100Z'],
  ['2026-11-20T19:27:43.123456Z', '2026-11-20T19:27:43.123456Z'],
  ['2026-11-20T19:27:43.123456789Z', '2026-11-20T19:27:43.123456Z'],
  ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00.000Z'],
  ['9999-12-31T23:59:59.999999Z', '9999-12-31T23:59:59.999999Z'],
])('%s reads as %s', (given, canonical) => expect(parseInstant(given)).toBe(canonical));

test.each([
  '',
  'today',
  '2026-11-20',
  '2026-11-20T19:27:43',
  '2026-02-30T00:00:00Z',
  '2026-11-20T24:00:00Z',
  '0000-12-31T00:00:00Z',
  '0001-01-01T00:00:00+01:00',
  '9999-12-31T23:59:59-01:00',
  '2026-11-20T19:27:43+24:00',
])('%s is no instant', (given) => expect(parseInstant(given)).toBeNull());

test('every millisecond of the allowed years reads back as itself', () => {
  const range = {
    min: new Date('0001-01-01T00:00:00Z'),
    max: new Date('9999-12-31T23:59:59.999Z'),
    noInvalidDate: true,
  };
  fc.assert(fc.property(fc.date(range), (date) => parseInstant(date.toISOString()) === date.toISOString()));
});

test('what PostgreSQL prints reads as the same instant', () => {
  expect(instantFromPostgres('2026-11-20 19:27:43.12345+00')).toBe('2026-11-20T19:27:43.123450Z');
  expect(instantFromPostgres('2026-11-20 19:27:43+00')).toBe('2026-11-20T19:27:43.000Z');
});
