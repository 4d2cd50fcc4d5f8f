import {
  type GivenActualOf,
  judgeActual,
  type KeptActual,
} from '../../../server/src/prediction/judge-actual';

const kept: KeptActual = { number: 1, label: null, revision: 1, actualAt: '2026-01-01T00:00:00.000Z' };
const given = (more: Partial<GivenActualOf> = {}): GivenActualOf => ({ ...kept, actualGiven: true, ...more });

test.each([
  ['the first', given(), null, 'NEW'],
  ['the same again', given(), kept, 'DUPLICATE'],
  [
    'the same value without a time of its own',
    given({ actualAt: '2026-02-01T00:00:00.000Z', actualGiven: false }),
    kept,
    'DUPLICATE',
  ],
  [
    'another value without a time of its own',
    given({ number: 2, actualAt: '2026-02-01T00:00:00.000Z', actualGiven: false }),
    kept,
    'CORRECTION',
  ],
  ['another value of the same time', given({ number: 2 }), kept, 'CORRECTION'],
  ['a later time', given({ actualAt: '2026-01-01T00:00:00.000001Z' }), kept, 'CORRECTION'],
  ['an earlier time', given({ actualAt: '2025-12-31T23:59:59.999999Z' }), kept, 'STALE'],
  [
    'a higher revision of an earlier time',
    given({ revision: 2, actualAt: '2025-01-01T00:00:00.000Z' }),
    kept,
    'CORRECTION',
  ],
  [
    'a lower revision of a later time',
    given({ revision: 0, actualAt: '2027-01-01T00:00:00.000Z' }),
    kept,
    'STALE',
  ],
  [
    'the same instant with more digits',
    given({ actualAt: '2026-01-01T00:00:00.000000Z' }),
    kept,
    'DUPLICATE',
  ],
  ['NaN again', given({ number: Number.NaN }), { ...kept, number: Number.NaN }, 'DUPLICATE'],
  ['a label', given({ number: null, label: 'a' }), { ...kept, number: null, label: 'b' }, 'CORRECTION'],
] as const)('%s', (_, one, before, verdict) => expect(judgeActual(one, before)).toBe(verdict));
