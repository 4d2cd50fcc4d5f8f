/** Why the server took a batch but not this item of it. */
export interface Reject {
  /** The item's place in the batch, from 0. */
  readonly index: number;
  /** The kind of error, stable across releases. */
  readonly code: string;
  /** What is wrong with it and what to do. */
  readonly message: string;
  /** The field of the item that is wrong; empty when it is the whole item. */
  readonly path: readonly string[];
}

/** What hears of items that will not arrive, and of failures on the way. An error thrown here is uncaught. */
interface QueueListeners<Item> {
  /** The queue was full or closed: the item was not taken. */
  readonly onDrop?: ((item: Item, why: 'FULL' | 'CLOSED') => void) | undefined;
  /** The server refused the item for good, alone (a `Reject`) or with all that was left of its batch (the error). */
  readonly onReject?: ((item: Item, why: Reject | Error) => void) | undefined;
  /** A batch failed; with `willRetry` it is sent again, else what was left of it is refused. */
  readonly onError?: ((error: Error, willRetry: boolean) => void) | undefined;
}

/** How a queue sends and how much it holds. */
export interface QueueOptions<Item> extends QueueListeners<Item> {
  /** Most items of a batch, 1 to 5,000, and never more than `maxQueue`. Default 100. */
  readonly batchSize?: number | undefined;
  /** An item waits at most this long for its batch to fill up, in milliseconds; 0 or more. Default 5,000. */
  readonly intervalMs?: number | undefined;
  /** Most items held, 1 or more, those being sent included. The newest are dropped beyond that. Default 10,000. */
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

/** How long to wait for what is queued to be sent. */
export interface FlushOptions {
  /** Ends the wait; the reason of the signal is thrown, and the items stay queued. */
  readonly signal?: AbortSignal | undefined;
  /** Bounds the wait in milliseconds; then a `TimeoutError` is thrown, and the items stay queued. Default: no bound. */
  readonly timeoutMs?: number | undefined;
}
