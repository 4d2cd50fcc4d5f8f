import fc from 'fast-check';
import type { Evaluation } from '../../../server/src/alert/evaluate';
import {
  type AlertState,
  applyStateMachine,
  type Change,
  type LastWindow,
  REOPEN_WITHIN_MS,
} from '../../../server/src/alert/state-machine';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const number = (broken: boolean): Evaluation => ({
  kind: 'NUMBER',
  value: broken ? 2 : 0,
  threshold: 1,
  broken,
});
const BROKEN = number(true);
const GOOD = number(false);
const NO_DATA: Evaluation = { kind: 'NO_DATA' };

/** All alerts of one rule and version, as the service keeps them: the machine always sees the latest. */
class Book {
  alerts: AlertState[] = [];
  last: LastWindow | null = null;
  kinds: string[] = [];

  constructor(readonly forWindows: number) {}

  report(window: { from: number; to: number }, evaluation: Evaluation): Change {
    const alert = this.alerts.at(-1) ?? null;
    const { last, change } = applyStateMachine(alert, this.last, evaluation, this, window);
    this.last = last;
    this.kinds.push(change.kind);
    if (change.kind === 'NONE') return change;
    if (change.isNew) this.alerts.push(change.to);
    else this.alerts[this.alerts.length - 1] = change.to;
    return change;
  }

  day(index: number, evaluation: Evaluation): Change {
    return this.report({ from: index * DAY, to: (index + 1) * DAY }, evaluation);
  }

  acknowledge(): void {
    const alert = this.alerts.at(-1);
    if (alert?.status === 'FIRING')
      this.alerts[this.alerts.length - 1] = { ...alert, status: 'ACKNOWLEDGED' };
  }
}

test('a rule for one window fires at once and resolves with the next good window', () => {
  const book = new Book(1);
  book.day(0, GOOD);
  book.day(1, BROKEN);
  book.day(2, BROKEN);
  book.day(3, GOOD);
  book.day(4, GOOD);
  expect(book.kinds).toEqual(['NONE', 'FIRED', 'CONTINUED', 'RESOLVED', 'NONE']);
  expect(book.alerts).toEqual([{ status: 'RESOLVED', windows: 2, resolvedBy: 4 * DAY }]);
});

test('a rule for three windows is PENDING first, and a good window in between begins anew', () => {
  const book = new Book(3);
  for (const [index, evaluation] of [BROKEN, BROKEN, GOOD, BROKEN, BROKEN, BROKEN].entries())
    book.day(index, evaluation);
  expect(book.kinds).toEqual(['OPENED', 'CONTINUED', 'RESOLVED', 'REOPENED', 'CONTINUED', 'FIRED']);
  expect(book.alerts).toEqual([{ status: 'FIRING', windows: 3, resolvedBy: null }]);
});

test('somebody who took an alert on is not told of every further window, and it resolves all the same', () => {
  const book = new Book(1);
  book.day(0, BROKEN);
  book.acknowledge();
  expect(book.day(1, BROKEN)).toMatchObject({
    kind: 'CONTINUED',
    to: { status: 'ACKNOWLEDGED', windows: 2 },
  });
  expect(book.day(2, GOOD)).toMatchObject({ kind: 'RESOLVED' });
  expect(book.day(3, BROKEN)).toMatchObject({ kind: 'REOPENED', to: { status: 'FIRING', windows: 1 } });
});

test.each([
  ['begins with the end of the resolving one', 0, 'REOPENED', 1],
  ['begins 24 hours after the end of the resolving one', REOPEN_WITHIN_MS, 'REOPENED', 1],
  ['begins later', REOPEN_WITHIN_MS + HOUR, 'FIRED', 2],
])('a broken window that %s', (_, gap, kind, alerts) => {
  const book = new Book(1);
  book.day(0, BROKEN);
  book.day(1, GOOD);
  const from = 2 * DAY + gap;
  expect(book.report({ from, to: from + DAY }, BROKEN).kind).toBe(kind);
  expect(book.alerts).toHaveLength(alerts);
});

test('a window without a number neither breaks nor mends nor interrupts', () => {
  const book = new Book(2);
  book.day(0, BROKEN);
  book.day(1, NO_DATA);
  expect(book.day(2, BROKEN)).toMatchObject({ kind: 'FIRED', to: { windows: 2 } });
  expect(book.day(3, NO_DATA)).toEqual({ kind: 'NONE' });
  expect(book.alerts.at(-1)?.status).toBe('FIRING');
});

test('a report on an earlier window comes too late, also behind a window without a number', () => {
  const book = new Book(1);
  book.day(5, GOOD);
  expect(book.day(4, BROKEN).kind).toBe('NONE');
  book.day(9, NO_DATA);
  expect(book.day(6, BROKEN).kind).toBe('FIRED');
});

test('the same window reported again counts once, and its newer report holds', () => {
  const book = new Book(2);
  book.day(0, BROKEN);
  expect(book.day(0, BROKEN)).toMatchObject({ kind: 'CONTINUED', to: { status: 'PENDING', windows: 1 } });
  expect(book.day(1, BROKEN)).toMatchObject({ kind: 'FIRED', to: { windows: 2 } });
  expect(book.day(1, GOOD)).toMatchObject({ kind: 'RESOLVED', to: { windows: 1 } });
  expect(book.day(1, BROKEN)).toMatchObject({ kind: 'REOPENED', to: { status: 'FIRING', windows: 2 } });
  expect(book.alerts).toHaveLength(1);
});

const step = fc.oneof(
  { weight: 1, arbitrary: fc.constant('ACKNOWLEDGE' as const) },
  {
    weight: 8,
    arbitrary: fc.record({
      from: fc.integer({ min: 0, max: 30 }),
      length: fc.integer({ min: 1, max: 3 }),
      evaluation: fc.constantFrom(BROKEN, BROKEN, GOOD, NO_DATA),
    }),
  },
);

test('whatever is reported in whatever order: one open alert at most, and every promise of the states', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 4 }), fc.array(step, { maxLength: 60 }), (forWindows, steps) => {
      const book = new Book(forWindows);
      for (const one of steps) {
        if (one === 'ACKNOWLEDGE') {
          book.acknowledge();
          continue;
        }
        const window = { from: one.from * DAY, to: (one.from + one.length) * DAY };
        const before = { last: book.last, alerts: [...book.alerts] };
        const change = book.report(window, one.evaluation);
        const open = book.alerts.filter(({ status }) => status !== 'RESOLVED');
        expect(open.length).toBeLessThanOrEqual(1);
        // The last window never goes back, and what is late or without a number changes nothing.
        expect(book.last?.to ?? 0).toBeGreaterThanOrEqual(before.last?.to ?? 0);
        const isLate = before.last !== null && window.to < before.last.to;
        if (isLate || one.evaluation.kind === 'NO_DATA') {
          expect(change.kind).toBe('NONE');
          expect(book.alerts).toEqual(before.alerts);
          continue;
        }
        const alert = book.alerts.at(-1);
        expect(open.length > 0).toBe(one.evaluation.broken);
        if (alert?.status === 'FIRING' && change.kind === 'FIRED')
          expect(alert.windows).toBeGreaterThanOrEqual(forWindows);
        if (alert?.status === 'PENDING') expect(alert.windows).toBeLessThan(forWindows);
        expect(alert === undefined || (alert.resolvedBy !== null) === (alert.status === 'RESOLVED')).toBe(
          true,
        );
        // The same report once more tells nobody anything.
        const again = book.report(window, one.evaluation);
        expect(['NONE', 'CONTINUED']).toContain(again.kind);
        expect(book.alerts.at(-1)).toEqual(alert);
      }
    }),
  );
});

test('a row of broken windows fires with the forWindows-th, exactly once', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 12 }), (forWindows, length) => {
      const book = new Book(forWindows);
      for (let index = 0; index < length; index++) book.day(index, BROKEN);
      expect(book.kinds.indexOf('FIRED')).toBe(length >= forWindows ? forWindows - 1 : -1);
      expect(book.kinds.filter((kind) => kind === 'FIRED').length).toBe(length >= forWindows ? 1 : 0);
    }),
  );
});
