import fc from 'fast-check';
import { ConfigurationError, TimeoutError } from '../../../sdk/dist/cjs/errors/service-errors.js';
import { Queue, type Sent } from '../../../sdk/dist/cjs/queue/queue.js';
import { FakeClock } from './fake-clock';

const backoff = { firstMs: 500, mostMs: 30_000, random: () => 1 };
const busy = new Error('busy');
const refused = new Error('refused');

type Outcome = 'OK' | 'BUSY' | 'ASKS_FOR_DAYS' | 'REFUSED' | 'REJECT_FIRST';
const numbers = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, n) => from + n);

/** A queue before a sender that ends each batch as planned, then well, and takes `takesMs` for each. */
function make(plan: Outcome[] = [], options: object = {}, takesMs = 10) {
  const clock = new FakeClock();
  const tries: number[][] = [];
  const heard = {
    accepted: [] as number[],
    rejected: [] as number[],
    dropped: [] as number[],
    errors: [] as boolean[],
  };
  let underWay = 0;
  const send = async (batch: readonly number[]): Promise<Sent> => {
    underWay += 1;
    expect(underWay).toBe(1);
    tries.push([...batch]);
    const outcome = plan.shift() ?? 'OK';
    await new Promise<void>((done) => clock.after(takesMs, done));
    underWay -= 1;
    if (outcome === 'BUSY') throw busy;
    if (outcome === 'ASKS_FOR_DAYS') throw Object.assign(new Error('days'), { retryAfterMs: 1e12 });
    if (outcome === 'REFUSED') return { rejects: [], ended: { error: refused, places: [...batch.keys()] } };
    const rejects = outcome === 'REJECT_FIRST' ? [{ index: 0, code: 'X', message: 'no', path: [] }] : [];
    heard.accepted.push(...batch.slice(rejects.length));
    return { rejects };
  };
  const queue = new Queue<number>(
    { send, clock, backoff },
    {
      onDrop: (item) => heard.dropped.push(item),
      onReject: (item) => heard.rejected.push(item),
      onError: (_, willRetry) => heard.errors.push(willRetry),
      ...options,
    },
  );
  return { queue, clock, tries, heard };
}

test('a full batch is sent at once, the rest when its oldest item has waited long enough', async () => {
  const { queue, clock, tries } = make();
  for (const n of numbers(0, 150)) queue.add(n);
  await clock.pass(4_999);
  expect(tries).toEqual([numbers(0, 100)]);
  await clock.pass(1);
  expect(tries).toEqual([numbers(0, 100), numbers(100, 150)]);
});

test('an item that came while a batch was on its way waits no longer than others', async () => {
  const { queue, clock, tries } = make([], { batchSize: 2 }, 3_000);
  queue.add(1);
  queue.add(2);
  await clock.pass(1_000);
  queue.add(3);
  await clock.pass(4_999);
  expect(tries).toHaveLength(1);
  await clock.pass(1);
  expect(tries).toEqual([[1, 2], [3]]);
});

test('a batch that fails for the moment is sent again, unchanged and before all others', async () => {
  const { queue, clock, tries, heard } = make(['BUSY', 'BUSY'], { batchSize: 2 });
  for (const n of numbers(0, 4)) queue.add(n);
  await clock.pass(60_000);
  expect(tries).toEqual([
    [0, 1],
    [0, 1],
    [0, 1],
    [2, 3],
  ]);
  expect(heard.errors).toEqual([true, true]);
  expect(queue.stats()).toEqual({ queued: 0, sent: 4, rejected: 0, dropped: 0, retries: 2 });
});

test('a wait of days, as a gateway may ask for, is a minute', async () => {
  const { queue, clock, tries } = make(['ASKS_FOR_DAYS']);
  queue.add(1);
  await clock.pass(5_010);
  await clock.pass(59_000);
  expect(tries).toHaveLength(1);
  await clock.pass(2_000);
  expect(tries).toHaveLength(2);
});

test('nothing keeps the process alive but a flush that is waited for', async () => {
  const { queue, clock } = make(['BUSY', 'BUSY']);
  queue.add(1);
  await clock.pass(5_010);
  expect(queue.stats().retries).toBe(1);
  expect(clock.held).toBe(0);
  const flushed = queue.flush();
  expect(clock.held).toBe(1);
  await clock.pass(600);
  expect(clock.held).toBe(1);
  await clock.pass(60_000);
  await flushed;
  expect(clock.held).toBe(0);
});

test('a flush that is aborted throws the reason and loses nothing', async () => {
  const { queue, clock, heard } = make(['BUSY', 'BUSY', 'BUSY']);
  queue.add(1);
  const controller = new AbortController();
  const flushed = queue.close({ signal: controller.signal });
  await clock.pass(10);
  const reason = new Error('no time');
  controller.abort(reason);
  await expect(flushed).rejects.toBe(reason);
  expect(queue.add(2)).toBe(false);
  await clock.pass(60_000);
  expect(heard).toMatchObject({ accepted: [1], dropped: [2] });
  await queue.flush();
});

test('a close with a bound that cannot be closes nothing; one whose signal is aborted still sends', async () => {
  const { queue, clock, heard } = make();
  await expect(queue.close({ timeoutMs: 0 })).rejects.toThrow(ConfigurationError);
  expect(queue.add(1)).toBe(true);
  const reason = new Error('no time');
  await expect(queue.close({ signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  expect(queue.add(2)).toBe(false);
  await clock.pass(10);
  expect(heard.accepted).toEqual([1]);
});

test('a listener that throws does not stop the queue', async () => {
  const uncaught = jest.spyOn(globalThis, 'queueMicrotask').mockImplementation(() => {});
  const onError = (): never => {
    throw new Error('of the listener');
  };
  const { queue, clock, heard } = make(['BUSY', 'REFUSED'], { onError, onReject: onError, batchSize: 1 });
  queue.add(1);
  queue.add(2);
  await clock.pass(60_000);
  expect(heard.accepted).toEqual([2]);
  expect(uncaught).toHaveBeenCalledTimes(3);
  uncaught.mockRestore();
});

test('a flush that takes too long throws, loses nothing, and no longer keeps the process alive', async () => {
  const { queue, clock, heard } = make(['BUSY', 'BUSY', 'BUSY']);
  queue.add(1);
  const flushed = queue.close({ timeoutMs: 700 }).catch((error: unknown) => error);
  await clock.pass(699);
  expect(clock.held).toBeGreaterThan(0);
  await clock.pass(1);
  expect(await flushed).toBeInstanceOf(TimeoutError);
  expect(clock.held).toBe(0);
  await clock.pass(60_000);
  expect(heard.accepted).toEqual([1]);
  await expect(queue.flush({ timeoutMs: 0 })).rejects.toThrow(ConfigurationError);
});

test.each([
  { batchSize: 0 },
  { batchSize: 5_001, maxQueue: 100_000 },
  { batchSize: 1.5 },
  { maxQueue: 0 },
  { maxQueue: Number.NaN },
  { intervalMs: -1 },
  { intervalMs: Number.POSITIVE_INFINITY },
])('a queue of %j is refused', (options) => {
  expect(() => make([], options)).toThrow(ConfigurationError);
});

test('a queue that holds less than a batch sends what it holds', async () => {
  const { queue, clock, tries } = make([], { maxQueue: 50 });
  for (const n of numbers(0, 50)) queue.add(n);
  await clock.pass(10);
  expect(tries).toEqual([numbers(0, 50)]);
});

test('whatever happens: nothing is lost unheard, twice or out of order, and no more is held than allowed', () => {
  const outcome = fc.constantFrom<Outcome>('OK', 'OK', 'BUSY', 'REFUSED', 'REJECT_FIRST');
  const step = fc.oneof(
    fc.record({ add: fc.integer({ min: 1, max: 30 }) }),
    fc.record({ pass: fc.integer({ min: 1, max: 8_000 }) }),
    fc.constant({ flush: true as const }),
  );
  const given = fc.record({
    plan: fc.array(outcome, { maxLength: 20 }),
    steps: fc.array(step, { maxLength: 25 }),
    batchSize: fc.integer({ min: 1, max: 10 }),
    room: fc.integer({ min: 0, max: 40 }),
  });
  return fc.assert(
    fc.asyncProperty(given, async ({ plan, steps, batchSize, room }) => {
      const maxQueue = batchSize + room;
      const { queue, clock, tries, heard } = make([...plan], { batchSize, maxQueue });
      const taken: number[] = [];
      let next = 0;
      for (const one of steps) {
        if ('add' in one) {
          for (let n = 0; n < one.add; n += 1) {
            const isFull = queue.stats().queued === maxQueue;
            expect(queue.add(next)).toBe(!isFull);
            if (!isFull) taken.push(next);
            next += 1;
          }
        } else if ('pass' in one) {
          await clock.pass(one.pass);
        } else {
          const before = taken.length;
          let isDone = false;
          const flushed = queue.flush().then(() => {
            isDone = true;
            expect(heard.accepted.length + heard.rejected.length).toBeGreaterThanOrEqual(before);
          });
          await clock.pass(10_000_000);
          expect(isDone).toBe(true);
          await flushed;
        }
        expect(queue.stats().queued).toBeLessThanOrEqual(maxQueue);
      }
      const closed = queue.close();
      expect(queue.add(-1)).toBe(false);
      await clock.pass(10_000_000);
      await closed;
      expect([...heard.accepted, ...heard.rejected].sort((a, b) => a - b)).toEqual(taken);
      expect(heard.accepted).toEqual([...heard.accepted].sort((a, b) => a - b));
      expect(heard.dropped.length + taken.length).toBe(next + 1);
      expect(tries.every((batch) => batch.length <= batchSize)).toBe(true);
      expect(queue.stats()).toEqual({
        queued: 0,
        sent: heard.accepted.length,
        rejected: heard.rejected.length,
        dropped: heard.dropped.length,
        retries: heard.errors.filter(Boolean).length,
      });
    }),
    { numRuns: 60 },
  );
});
