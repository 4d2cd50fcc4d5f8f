import { ConfigurationError, TimeoutError } from '../errors/service-errors.js';
import type { CallOptions } from '../transport/call-options.js';
import { Deadline, LONGEST_MS } from '../transport/deadline.js';
import type { Transport } from '../transport/transport.js';
import { tryUntil } from '../transport/tries.js';
import type { TransferOptions } from './transfer-options.js';

const AT_ONCE = 4;

/** One call that moves files: its end, its tries, and its requests beside GraphQL. To be ended by who made it. */
export class Transfer {
  private readonly stop = new AbortController();
  private readonly deadline: Deadline;
  readonly stallMs: number;
  readonly maxRetries: number;

  constructor(
    readonly transport: Transport,
    private readonly options: TransferOptions = {},
  ) {
    // Checked before the deadline runs: nobody would end it.
    const { stallMs = 60_000 } = options;
    if (!(stallMs > 0))
      throw new ConfigurationError(`stallMs must be more than 0 milliseconds, not ${stallMs}.`);
    this.stallMs = Math.min(stallMs, LONGEST_MS);
    const { signal = this.stop.signal } = options;
    this.deadline = new Deadline(
      options.timeoutMs ?? Number.POSITIVE_INFINITY,
      AbortSignal.any([signal, this.stop.signal]),
    );
    this.maxRetries = options.maxRetries ?? transport.settings.maxRetries;
  }

  get signal(): AbortSignal {
    return this.deadline.signal;
  }

  /** For the GraphQL requests of the call. */
  get call(): CallOptions {
    const { idempotencyKey, maxRetries } = this.options;
    return { idempotencyKey, maxRetries, signal: this.deadline.signal };
  }

  /** Ends what may still be under way. */
  end(): void {
    this.stop.abort();
    this.deadline.dispose();
  }

  /** Runs `work` again after failures that may pass. */
  tries<T>(work: () => Promise<T>, progress?: () => number): Promise<T> {
    const { backoff } = this.transport.settings;
    return tryUntil(this.deadline, { maxRetries: this.maxRetries, backoff, progress }, work);
  }

  /** One request and what `read` makes of its answer; given up when nothing was `heard` for too long. */
  async request<T>(
    path: string,
    init: RequestInit,
    read: (response: Response, heard: () => void) => T | Promise<T>,
    accept: readonly number[] = [],
  ): Promise<T> {
    const silence = new AbortController();
    const signal = AbortSignal.any([this.deadline.signal, silence.signal]);
    const giveUp = (): void => silence.abort(this.silent());
    let timer = setTimeout(giveUp, this.stallMs);
    const heard = (): void => {
      clearTimeout(timer);
      timer = setTimeout(giveUp, this.stallMs);
    };
    try {
      const response = await this.transport.request(path, { ...init, signal }, accept);
      return await read(response, heard);
    } catch (error) {
      throw signal.aborted ? signal.reason : error;
    } finally {
      clearTimeout(timer);
      // What was not read of the answer would hold its connection.
      silence.abort();
    }
  }

  /** Tells the server that something it keeps for this call is not needed any more; it would find out by itself in a day. */
  giveUp(path: string): void {
    const signal = AbortSignal.timeout(5_000);
    this.transport.request(path, { method: 'DELETE', signal }).catch(() => undefined);
  }

  /** Does `work` for each item, a few at a time; the first failure ends the whole. */
  async each<Item>(
    items: readonly Item[],
    work: (item: Item, index: number) => Promise<void>,
  ): Promise<void> {
    const rest = items.entries();
    const worker = async (): Promise<void> => {
      for (const [index, item] of rest) {
        this.deadline.signal.throwIfAborted();
        await work(item, index);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
  }

  private silent(): TimeoutError {
    const message = `Nothing moved for ${this.stallMs} ms.`;
    return new TimeoutError(message, { code: 'TIMEOUT', retryable: true });
  }
}
