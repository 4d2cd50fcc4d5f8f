import fc from 'fast-check';
import { isBefore, parseInstant } from '../../../server/src/contract/instant';
import { Refusal } from '../../../server/src/contract/user-error';
import { endOf, isSameEnd } from '../../../server/src/run/end-run';
import { TrainingRunStatus } from '../../../server/src/run/run.entity';

const SUCCEEDED = TrainingRunStatus.SUCCEEDED;
const micros = fc.bigInt({ min: 0n, max: 4_000_000_000_000_000n });
const instant = (at: bigint): string =>
  parseInstant(
    `${new Date(Number(at / 1_000_000n) * 1000).toISOString().slice(0, 19)}.${String(at % 1_000_000n).padStart(6, '0')}Z`,
  )!;

test('instants are ordered by the microsecond, whatever the length of their fractions', () => {
  fc.assert(
    fc.property(micros, fc.oneof(micros, fc.bigInt({ min: -2_000n, max: 2_000n })), (one, step) => {
      const other = step < 4_000n ? one + step + 2_000n : step;
      expect(isBefore(instant(one), instant(other))).toBe(one < other);
    }),
  );
});

test('a run ends when it says, never before it began; one that began ahead of the clock ends when it began', () => {
  fc.assert(
    fc.property(micros, micros, fc.option(micros), (startedAt, now, finishedAt) => {
      const run = { startedAt: instant(startedAt), now: instant(now) };
      const end = () =>
        endOf(run, { status: SUCCEEDED, finishedAt: finishedAt === null ? null : instant(finishedAt) });
      if (finishedAt !== null && finishedAt < startedAt) expect(end).toThrow(Refusal);
      else expect(end().finishedAt).toBe(instant(finishedAt ?? (now > startedAt ? now : startedAt)));
    }),
  );
});

test('the same end is one that says nothing else', () => {
  const ended = { status: TrainingRunStatus.FAILED, error: 'boom', finishedAt: '2026-01-01T00:00:00.000Z' };
  expect(isSameEnd(ended, ended)).toBe(true);
  expect(isSameEnd(ended, { status: ended.status, error: 'boom' })).toBe(true);
  expect(isSameEnd(ended, { status: ended.status })).toBe(false);
  expect(isSameEnd(ended, { ...ended, status: TrainingRunStatus.KILLED })).toBe(false);
  expect(isSameEnd(ended, { ...ended, finishedAt: '2026-01-01T00:00:00.001Z' })).toBe(false);
});
