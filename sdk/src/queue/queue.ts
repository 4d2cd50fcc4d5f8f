import { TimeoutError } from '../errors/service-errors.js';
import { type Backoff, waitMs } from '../transport/backoff.js';
import { checkTimeout, LONGEST_MS } from '../transport/deadline.js';
import { onAbort } from '../transport/on-abort.js';
import { type Clock, systemClock, type Timer } from './clock.js';
import type { FlushOptions, QueueOptions, QueueStats, Reject } from './queue-options.js';
import { type QueueSize, readQueueSize } from './queue-size.js';
import { unsentAtExit } from './unsent-at-exit.js';

/** A gateway may ask for days: the queue looks again before. */
const MOST_ASKED_MS = 60_000;

/** What became of a batch; what is not named here was accepted. */
export interface Sent {
  /** The items that were refused, each by itself. */
  readonly rejects: readonly Reject[];
  /** Why no more of it can be sent, and the places of the items that are refused for that. */
  readonly ended?: { readonly error: Error; readonly places: readonly number[] };
}

/** What a resource gives to a queue of its own. */
interface QueueParts<Item> {
  /** Sends a batch; gives what became of it. After what it throws the batch is sent again, unchanged. */
  readonly send: (batch: readonly Item[]) => Promise<Sent>;
  readonly clock?: Clock;
  readonly backoff?: Backoff;
}

/**
 * Takes items at once and sends them in batches: one batch at a time, in order, when it is full or when its oldest item has
 * waited long enough. A batch that fails for the moment is sent again for as long as it takes, while newer items are held
 * up to `maxQueue` and dropped, counted and reported beyond that. Nothing here keeps a Node process alive, except a
 * `flush` or `close` that somebody waits for: call `close` before the end.
 */
export class Queue<Item> {
  private readonly items: Item[] = [];
  private readonly flushes: { readonly upTo: number; readonly done: () => void }[] = [];
  private readonly counts = { sent: 0, rejected: 0, dropped: 0, retries: 0 };
  private readonly clock: Clock;
  private readonly backoff: Backoff;
  private readonly size: QueueSize;
  /** How many items were taken, how many of them are sent or rejected, and how many are to be sent without waiting. */
  private taken = 0;
  private settled = 0;
  private due = 0;
  private isSending = false;
  private isClosed = false;
  /** Runs while an item waits for its batch to fill up. */
  private interval: Timer | undefined;
  /** Runs while a failed batch waits to be sent again. */
  private pausing: Timer | undefined;

  /** Made by the resources. */
  constructor(
    private readonly parts: QueueParts<Item>,
    private readonly options: QueueOptions<Item> = {},
  ) {
    this.clock = parts.clock ?? systemClock;
    this.backoff = parts.backoff ?? { firstMs: 500, mostMs: 30_000, random: Math.random };
    this.size = readQueueSize(options);
  }

  /** Takes an item and returns at once; false when it was dropped because the queue is full or closed. */
  add(item: Item): boolean {
    if (this.isClosed || this.items.length >= this.size.maxQueue) {
      this.counts.dropped += 1;
      const why = this.isClosed ? 'CLOSED' : 'FULL';
      tell(() => this.options.onDrop?.(item, why));
      return false;
    }
    this.items.push(item);
    this.taken += 1;
    unsentAtExit.add(this);
    this.interval ??= this.clock.after(this.size.intervalMs, () => {
      this.interval = undefined;
      this.due = this.taken;
      this.proceed();
    });
    this.proceed();
    return true;
  }

  /**
   * Sends without waiting for full batches; resolves when everything added before was sent or rejected. When the wait ends
   * before, the items stay in the queue.
   */
  async flush({ signal, timeoutMs }: FlushOptions = {}): Promise<void> {
    if (timeoutMs !== undefined) checkTimeout(timeoutMs);
    // Due also where nobody waits for it any more.
    this.due = this.taken;
    this.proceed();
    signal?.throwIfAborted();
    if (this.settled >= this.due) return;
    await new Promise<void>((resolve, reject) => {
      const leave = (reason: unknown): void => {
        this.flushes.splice(this.flushes.indexOf(flush), 1);
        release();
        if (this.flushes.length === 0) this.pausing?.release();
        reject(reason);
      };
      const timer = startTimer(this.clock, timeoutMs, () => leave(late(timeoutMs, this.items.length)));
      const release = (): void => {
        unlisten();
        timer?.cancel();
      };
      const done = (): void => {
        release();
        resolve();
      };
      const flush = { upTo: this.due, done };
      const unlisten = onAbort(signal, () => leave(signal?.reason));
      this.flushes.push(flush);
      this.pausing?.hold();
    });
  }

  /** Takes nothing more, and flushes. */
  async close(options: FlushOptions = {}): Promise<void> {
    // Before it is closed: after a bound that cannot be it may be closed again with another.
    if (options.timeoutMs !== undefined) checkTimeout(options.timeoutMs);
    this.isClosed = true;
    await this.flush(options);
  }

  /** What was done so far. */
  stats(): QueueStats {
    return { queued: this.items.length, ...this.counts };
  }

  /** Sends a batch when one is full or due. */
  private proceed(): void {
    if (this.isSending || this.items.length === 0) return;
    if (this.items.length >= this.size.batchSize || this.settled < this.due) void this.sendBatch();
  }

  private async sendBatch(): Promise<void> {
    this.isSending = true;
    const batch = this.items.slice(0, this.size.batchSize);
    if (batch.length === this.items.length) {
      this.interval?.cancel();
      this.interval = undefined;
    }
    await this.sendUntilSettled(batch);
    this.items.splice(0, batch.length);
    if (this.items.length === 0) unsentAtExit.delete(this);
    this.settled += batch.length;
    this.isSending = false;
    while (this.flushes[0] && this.flushes[0].upTo <= this.settled) this.flushes.shift()?.done();
    this.proceed();
  }

  private async sendUntilSettled(batch: readonly Item[]): Promise<void> {
    for (let retry = 0; ; retry += 1) {
      try {
        const { rejects, ended } = await this.parts.send(batch);
        this.counts.sent += batch.length - rejects.length - (ended?.places.length ?? 0);
        if (ended) tell(() => this.options.onError?.(ended.error, false));
        for (const reject of rejects) this.reject(batch[reject.index] as Item, reject);
        for (const place of ended?.places ?? []) this.reject(batch[place] as Item, ended?.error as Error);
        return;
      } catch (error) {
        const { retryAfterMs = 0 } = error as { retryAfterMs?: number };
        tell(() => this.options.onError?.(error as Error, true));
        this.counts.retries += 1;
        await this.pause(waitMs(this.backoff, retry, Math.min(MOST_ASKED_MS, retryAfterMs)));
      }
    }
  }

  private reject(item: Item, why: Reject | Error): void {
    this.counts.rejected += 1;
    tell(() => this.options.onReject?.(item, why));
  }

  private pause(ms: number): Promise<void> {
    return new Promise((wake) => {
      this.pausing = this.clock.after(ms, () => {
        this.pausing = undefined;
        wake();
      });
      if (this.flushes.length > 0) this.pausing.hold();
    });
  }
}

/** Holds the process: whoever waits for the end of the wait is told of it. */
function startTimer(clock: Clock, ms: number | undefined, task: () => void): Timer | undefined {
  if (ms === undefined || ms > LONGEST_MS) return undefined;
  const timer = clock.after(ms, task);
  timer.hold();
  return timer;
}

const late = (timeoutMs: number | undefined, left: number): TimeoutError =>
  new TimeoutError(`${left} queued items were not sent within ${timeoutMs} ms; they stay in the queue.`, {
    code: 'TIMEOUT',
    retryable: true,
  });

/** Tells a listener. An error of its own must not stop the sending: it becomes an uncaught one, as with DOM events. */
function tell(listener: () => void): void {
  try {
    listener();
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}
