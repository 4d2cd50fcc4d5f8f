import type { Log } from './log';

/** Thrown to whoever is starting the server when it has been told to stop meanwhile. */
export class Stopped extends Error {}

/**
 * SIGTERM and SIGINT, from the first moment on: told to stop while it starts, the server ends the step it is at and gives
 * back what it has opened, so that no database it started is left behind.
 */
export class Shutdown {
  private isTold = false;
  private close: (() => Promise<void>) | null = null;

  constructor(
    private readonly log: Log,
    private readonly drainMs: number,
  ) {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => this.told(signal));
  }

  /** To be called between the steps of a start. */
  check(): void {
    if (this.isTold) throw new Stopped();
  }

  /** From now on a signal closes at once. */
  serving(close: () => Promise<void>): void {
    this.close = close;
    if (this.isTold) void this.end(close);
  }

  /** Closes, and ends the process. */
  async end(close: () => Promise<void>): Promise<void> {
    try {
      await close();
      this.log.info('stopped');
      process.exit(0);
    } catch (error) {
      this.log.error({ error }, 'stopping failed');
      process.exit(1);
    }
  }

  private told(signal: string): void {
    if (this.isTold) return;
    this.isTold = true;
    this.log.info({ signal }, 'draining');
    setTimeout(() => {
      this.log.warn(
        { drainMs: this.drainMs },
        'the time to drain was over; what is still under way is cut off',
      );
      process.exit(1);
    }, this.drainMs);
    if (this.close) void this.end(this.close);
  }
}
