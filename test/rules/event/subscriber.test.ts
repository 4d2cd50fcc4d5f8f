import fc from 'fast-check';
import { readCursor } from '../../../server/src/event/cursor';
import { type Envelope, EnvelopeKind } from '../../../server/src/event/envelope';
import { Event } from '../../../server/src/event/event.entity';
import { Ring } from '../../../server/src/event/ring';
import { Subscriber } from '../../../server/src/event/subscriber';
import { Tail } from '../../../server/src/event/tail';

const PROJECT = '01890000-0000-7000-8000-000000000001';

const event = (position: number): Event => Object.assign(new Event(), { position, subjectId: `${position}` });

/** A log in memory that is read in batches, slowly, and not always. */
class Log {
  head = 0;
  oldest = 1;
  failures = 0;

  constructor(private readonly batch: number) {}

  readonly readAfter = async (position: number): Promise<Event[]> => {
    await new Promise(setImmediate);
    if (this.failures > 0) {
      this.failures -= 1;
      throw new Error('the database is gone');
    }
    const first = Math.max(position + 1, this.oldest);
    const count = Math.max(0, Math.min(this.batch, this.head - first + 1));
    return Array.from({ length: count }, (_, index) => event(first + index));
  };
}

interface Settings {
  readonly after?: number;
  readonly accept?: (event: Event) => boolean;
  readonly isStillAllowed?: () => boolean;
  readonly checkpointMs?: number;
}

const open: Subscriber[] = [];
afterEach(() => {
  for (const subscriber of open.splice(0)) subscriber.end();
});

const follow = (log: Log, tail: Tail, settings: Settings = {}) => {
  const ends = { count: 0 };
  const subscriber = new Subscriber({
    projectId: PROJECT,
    after: settings.after ?? log.head,
    head: log.head,
    tail,
    checkpointMs: settings.checkpointMs ?? 3_600_000,
    accept: settings.accept ?? (() => true),
    isStillAllowed: settings.isStillAllowed ?? (() => true),
    readAfter: log.readAfter,
    onEnd: () => {
      ends.count += 1;
    },
  });
  open.push(subscriber);
  return { subscriber, ends };
};

const tailOf = (log: Log, ring = new Ring(), onRead: (event: Event) => void = () => undefined): Tail =>
  new Tail(log.readAfter, onRead, () => undefined, log.head, ring);

const grow = (log: Log, tail: Tail, by: number): void => {
  log.head += by;
  tail.grewTo(log.head);
};

/** Takes envelopes until the position is reached. */
async function take(subscriber: Subscriber, through: number): Promise<Envelope[]> {
  const taken: Envelope[] = [];
  for (;;) {
    const { value } = await subscriber.next();
    if (!value) throw new Error('It ended.');
    taken.push(value);
    if (readCursor(value.cursor, PROJECT) >= through) return taken;
  }
}

const positions = (envelopes: readonly Envelope[]): number[] =>
  envelopes.flatMap(({ event: one }) => one?.position ?? []);

const range = (from: number, through: number): number[] =>
  Array.from({ length: Math.max(0, through - from + 1) }, (_, index) => from + index);

test('whatever the ring holds, however the log grows and however slowly one reads: each event once, in order', () =>
  fc.assert(
    fc.asyncProperty(
      fc.record({
        before: fc.integer({ min: 0, max: 30 }),
        behind: fc.integer({ min: 0, max: 30 }),
        ring: fc.integer({ min: 1, max: 12 }),
        batch: fc.integer({ min: 1, max: 7 }),
        steps: fc.array(
          fc.record({
            grow: fc.integer({ min: 0, max: 15 }),
            fails: fc.boolean(),
            takes: fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 3, maxLength: 3 }),
          }),
          { maxLength: 12 },
        ),
      }),
      async ({ before, behind, ring, batch, steps }) => {
        const log = new Log(batch);
        log.head = before;
        const tail = tailOf(log, new Ring({ events: ring, bytes: 1_000_000 }));
        const after = Math.max(0, before - behind);
        const followers = [0, 1, 2].map(() => {
          const { subscriber } = follow(log, tail, { after });
          return { subscriber, seen: [] as Envelope[] };
        });
        for (const step of steps) {
          if (step.fails) log.failures = 1;
          grow(log, tail, step.grow);
          await Promise.all(
            followers.map(async ({ subscriber, seen }, index) => {
              for (let taken = 0; taken < step.takes[index]!; taken += 1) {
                const at = seen.length > 0 ? readCursor(seen.at(-1)!.cursor, PROJECT) : after - 1;
                // What the tail has not read yet would be waited for.
                if (seen.length > 0 && at >= tail.head) return;
                const { value } = await subscriber.next().catch(() => ({ value: null }));
                if (value === null) return replace(followers, index, log, tail, at);
                seen.push(value!);
              }
            }),
          );
        }
        log.failures = 0;
        await tail.read();
        for (const { subscriber, seen } of followers) {
          const at = seen.length > 0 ? readCursor(seen.at(-1)!.cursor, PROJECT) : after;
          if (at < log.head) seen.push(...(await take(subscriber, log.head)));
          expect(positions(seen)).toEqual(range(after + 1, log.head));
          await subscriber.return();
        }
      },
    ),
  ));

/** A reading that failed ended the subscriber: another goes on from the last cursor, as a client would. */
function replace(
  followers: { subscriber: Subscriber; seen: Envelope[] }[],
  index: number,
  log: Log,
  tail: Tail,
  at: number,
): void {
  const { subscriber } = follow(log, tail, { after: Math.max(0, at) });
  followers[index] = { subscriber, seen: followers[index]!.seen };
}

test('checkpoints: first of all, behind a replay, and as time passes, also over events that are left out', async () => {
  const log = new Log(5);
  log.head = 4;
  const tail = tailOf(log);
  const replay = follow(log, tail, { after: 1 }).subscriber;
  const kinds = (await take(replay, 4)).map(({ kind }) => kind);
  expect(kinds).toEqual([EnvelopeKind.CHECKPOINT, ...Array(3).fill(EnvelopeKind.EVENT)]);
  expect((await replay.next()).value).toMatchObject({ kind: EnvelopeKind.CHECKPOINT, event: null });

  const none = follow(log, tail, { accept: () => false, checkpointMs: 1 }).subscriber;
  grow(log, tail, 3);
  const passed = await take(none, 7);
  expect(positions(passed)).toEqual([]);
  await Promise.all([replay.return(), none.return()]);
});

test('ending it ends a `next` that waits, and frees it once, also when it was never asked', async () => {
  const log = new Log(5);
  const tail = tailOf(log);
  const waiting = follow(log, tail);
  await waiting.subscriber.next();
  const pending = waiting.subscriber.next();
  await waiting.subscriber.return();
  expect(await pending).toEqual({ done: true, value: undefined });
  waiting.subscriber.end();
  expect(waiting.ends.count).toBe(1);
  const unasked = follow(log, tail);
  await unasked.subscriber.return();
  expect(unasked.ends.count).toBe(1);
  expect(await unasked.subscriber.next()).toEqual({ done: true, value: undefined });
});

test('who may not any more gets nothing, not even what had been read', async () => {
  const log = new Log(5);
  const state = { allowed: true };
  const tail = tailOf(log, new Ring(), ({ position }) => {
    if (position === 3) state.allowed = false;
  });
  const { subscriber, ends } = follow(log, tail, { isStillAllowed: () => state.allowed });
  await subscriber.next();
  grow(log, tail, 5);
  await expect(subscriber.next()).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  expect(ends.count).toBe(1);
});

test('who lags behind what was removed is told so while it follows', async () => {
  const log = new Log(5);
  const tail = tailOf(log, new Ring({ events: 2, bytes: 1_000_000 }));
  const { subscriber } = follow(log, tail);
  await subscriber.next();
  grow(log, tail, 10);
  while (tail.head < 10) await new Promise(setImmediate);
  log.oldest = 6;
  await expect(subscriber.next()).rejects.toMatchObject({ code: 'CURSOR_EXPIRED' });
});

test('what arrives in the very moment before it waits is not slept over', async () => {
  const log = new Log(5);
  let arrive: (events: Event[]) => void = () => undefined;
  const arriving = new Promise<Event[]>((resolve) => {
    arrive = resolve;
  });
  let reads = 0;
  const read = (): Promise<Event[]> => (reads++ === 0 ? arriving : Promise.resolve([]));
  const tail = new Tail(
    read,
    () => undefined,
    () => undefined,
    0,
  );
  const { subscriber } = follow(log, tail);
  await subscriber.next();
  tail.grewTo(1);
  arrive([event(1)]);
  // It looks now, before the tail has taken what came; when it would begin to wait, the tail has woken everybody.
  expect((await subscriber.next()).value).toMatchObject({ event: { position: 1 } });
});
