import { ConfigurationError, TimeoutError } from '../errors/service-errors.js';
import { onAbort } from './on-abort.js';

/** The longest that a timer of JavaScript can run. */
export const LONGEST_MS = 2 ** 31 - 1;

/** Throws a `ConfigurationError` for a bound that no call could keep. */
export function checkTimeout(timeoutMs: number): void {
  if (!(timeoutMs > 0))
    throw new ConfigurationError(`timeoutMs must be more than 0 milliseconds, not ${timeoutMs}.`);
}

/** The end of a call: by its own time or by the caller's signal, whichever comes first. To be disposed of by who made it. */
export class Deadline {
  private readonly controller = new AbortController();
  private readonly end: number;
  private readonly timer: ReturnType<typeof setTimeout> | undefined;
  private readonly release: () => void;
  /** The failure of the last try, for the message when time runs out. */
  lastFailure: unknown;

  constructor(
    private readonly timeoutMs: number,
    outer: AbortSignal | undefined,
  ) {
    checkTimeout(timeoutMs);
    this.end = performance.now() + timeoutMs;
    const follow = (): void => this.controller.abort(outer?.reason);
    if (outer?.aborted) follow();
    this.release = onAbort(outer, follow);
    if (timeoutMs <= LONGEST_MS) this.timer = setTimeout(() => this.controller.abort(this.late()), timeoutMs);
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  get remainingMs(): number {
    return this.end - performance.now();
  }

  private late(): TimeoutError {
    return new TimeoutError(`No answer within ${this.timeoutMs} ms. The request may still be carried out.`, {
      code: 'TIMEOUT',
      retryable: true,
      cause: this.lastFailure,
    });
  }

  /** The work's result, or throws the reason of the end, even when the work itself does not heed the signal. */
  async within<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    this.signal.throwIfAborted();
    let leave: (() => void) | undefined;
    const ended = new Promise<never>((_, reject) => {
      leave = () => reject(this.signal.reason);
      this.signal.addEventListener('abort', leave, { once: true });
    });
    try {
      return await Promise.race([work(this.signal), ended]);
    } catch (error) {
      throw this.signal.aborted ? this.signal.reason : error;
    } finally {
      if (leave) this.signal.removeEventListener('abort', leave);
    }
  }

  /** Waits, unless the end comes first. */
  wait(ms: number): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const waited = this.within(
      () =>
        new Promise<void>((wake) => {
          timer = setTimeout(wake, ms);
        }),
    );
    return waited.finally(() => clearTimeout(timer));
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.release();
  }
}
