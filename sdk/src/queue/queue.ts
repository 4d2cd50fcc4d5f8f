import { type Backoff, waitMs } from '../transport/backoff.js';
import { type Clock, systemClock, type Timer } from './clock.js';

/** Why the server took a batch but not this item of it. */
export interface Reject {
  /** The item's place in the batch, from 0. */
  readonly index: number;
  readonly code: string;
  readonly message: string;
}

/** What hears of items that will not arrive, and of failures on the way. An error thrown here is uncaught. */
interface QueueListeners<Item> {
  /** The queue was full or closed: the item was not taken. */
  readonly onDrop?: ((item: Item, why: 'FULL' | 'CLOSED') => void) | undefined;
  /** The server refused the item for good, alone (a `Reject`) or with its whole batch (the error). */
  readonly onReject?: ((item: Item, why: Reject | Error) => void) | undefined;
  /** A batch failed; with `willRetry` it is sent again. */
  readonly onError?: ((error: Error, willRetry: boolean) => void) | undefined;
}

/** How a queue sends and how much it holds. */
export interface QueueOptions<Item> extends QueueListeners<Item> {
  /** Most items of a batch. Default 100. */
  readonly batchSize?: number | undefined;
  /** An item waits at most this long for its batch to fill up, in milliseconds. Default 5,000. */
  readonly intervalMs?: number | undefined;
  /** Most items held, those being sent included. The newest are dropped beyond that. Default 10,000. */
  readonly maxQueue?: number | undefined;
}

/** What a queue did since it was made, in items but for `retries`. */
export interface QueueStats {
  /** Taken, neither sent nor rejected yet. */
  readonly queued: number;
  /** Accepted by the server. */
  readonly sent: number;
  /** Refused by the server for good. */
  readonly rejected: number;
  /** Not taken, because the queue was full or closed. */
  readonly dropped: number;
  /** How often a batch was sent again. */
  readonly retries: number;
}

/** What a resource gives to a queue of its own. */
interface QueueParts<Item> {
  /** Sends a batch; gives the items that were refused. What it throws with `retryable: true` is sent again, unchanged. */
  readonly send: (batch: readonly Item[]) => Promise<readonly Reject[]>;
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
  private readonly batchSize: number;
  private readonly maxQueue: number;
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
    this.batchSize = options.batchSize ?? 100;
    this.maxQueue = options.maxQueue ?? 10_000;
    if (!(this.batchSize >= 1) || !(this.maxQueue >= this.batchSize))
      throw new RangeError('batchSize must be 1 or more, and maxQueue at least batchSize.');
  }

  /** Takes an item and returns at once; false when it was dropped because the queue is full or closed. */
  add(item: Item): boolean {
    if (this.isClosed || this.items.length >= this.maxQueue) {
      this.counts.dropped += 1;
      const why = this.isClosed ? 'CLOSED' : 'FULL';
      tell(() => this.options.onDrop?.(item, why));
      return false;
    }
    this.items.push(item);
    this.taken += 1;
    this.interval ??= this.clock.after(this.options.intervalMs ?? 5_000, () => {
      this.interval = undefined;
      this.due = this.taken;
      this.proceed();
    });
    this.proceed();
    return true;
  }

  /**
   * Sends without waiting for full batches; resolves when everything added before was sent or rejected. When the signal is
   * aborted it rejects with its reason, and the items stay in the queue.
   */
  flush({ signal }: { readonly signal?: AbortSignal | undefined } = {}): Promise<void> {
    if (signal?.aborted) return Promise.reject(signal.reason);
    this.due = this.taken;
    if (this.settled >= this.due) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const flush = { upTo: this.due, done };
      const leave = (): void => {
        this.flushes.splice(this.flushes.indexOf(flush), 1);
        reject(signal?.reason);
      };
      function done(): void {
        signal?.removeEventListener('abort', leave);
        resolve();
      }
      signal?.addEventListener('abort', leave, { once: true });
      this.flushes.push(flush);
      this.pausing?.hold();
      this.proceed();
    });
  }

  /** Takes nothing more, and flushes. */
  close(options?: { readonly signal?: AbortSignal | undefined }): Promise<void> {
    this.isClosed = true;
    return this.flush(options);
  }

  /** What was done so far. */
  stats(): QueueStats {
    return { queued: this.items.length, ...this.counts };
  }

  /** Sends a batch when one is full or due. */
  private proceed(): void {
    if (this.isSending || this.items.length === 0) return;
    if (this.items.length >= this.batchSize || this.settled < this.due) void this.sendBatch();
  }

  private async sendBatch(): Promise<void> {
    this.isSending = true;
    const batch = this.items.slice(0, this.batchSize);
    if (batch.length === this.items.length) {
      this.interval?.cancel();
      this.interval = undefined;
    }
    await this.sendUntilSettled(batch);
    this.items.splice(0, batch.length);
    this.settled += batch.length;
    this.isSending = false;
    while (this.flushes[0] && this.flushes[0].upTo <= this.settled) this.flushes.shift()?.done();
    this.proceed();
  }

  private async sendUntilSettled(batch: readonly Item[]): Promise<void> {
    for (let retry = 0; ; retry += 1) {
      try {
        const rejects = await this.parts.send(batch);
        this.counts.sent += batch.length - rejects.length;
        for (const reject of rejects) this.reject(batch[reject.index] as Item, reject);
        return;
      } catch (error) {
        const { retryable, retryAfterMs } = error as { retryable?: boolean; retryAfterMs?: number };
        const willRetry = retryable === true;
        tell(() => this.options.onError?.(error as Error, willRetry));
        if (!willRetry) {
          for (const item of batch) this.reject(item, error as Error);
          return;
        }
        this.counts.retries += 1;
        await this.pause(waitMs(this.backoff, retry, retryAfterMs));
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
