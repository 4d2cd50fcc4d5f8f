import type { Pool } from 'pg';
import type { Connection } from '../database/connection';
import { isDatabaseGone, isDatabaseSlow } from '../database/failure';
import { backoffMs } from './backoff';
import type { Attempt, JobType } from './job-type';
import { isHeld, type Lease, type LeaseBook } from './lease-book';

export type Outcome = 'succeeded' | 'retried' | 'failed' | 'lost' | 'released';

/** Whom the work of jobs is told to: the log and the metrics. */
export interface JobObserver {
  began(lease: Lease): void;
  /** Follows every `began`. */
  ended(lease: Lease, outcome: Outcome, ms: number): void;
  /** Its servers were lost, one after the other, as often as is tried. */
  gaveUp(lease: Lease): void;
  /** An attempt failed, or the database did. */
  wentWrong(lease: Lease | null, error: unknown): void;
}

const AGAIN_MS = 500;
const MOST_WORDS = 2_000;

/**
 * One attempt at one job: runs the work, keeps the lease alive, and writes how it ended. A lease counts as lost when a
 * heartbeat finds it gone, and also when none got through for its whole length: by then another server may hold it.
 */
export class RunningJob {
  private readonly aborter = new AbortController();
  private part: number | null = null;
  private lost = false;
  private stopping = false;
  private beating = false;
  private watchdog: NodeJS.Timeout | undefined;

  constructor(
    readonly lease: Lease,
    private readonly type: JobType,
    private readonly book: LeaseBook,
    private readonly pool: Pool,
    private readonly firstRetryMs: number,
    private readonly observer: JobObserver,
  ) {}

  async run(): Promise<Outcome> {
    const began = performance.now();
    this.observer.began(this.lease);
    this.watch(began);
    const heart = setInterval(() => void this.beat(), this.book.leaseMs / 3);
    let outcome: Outcome = 'lost';
    try {
      outcome = await this.work();
    } finally {
      clearInterval(heart);
      clearTimeout(this.watchdog);
      this.observer.ended(this.lease, outcome, performance.now() - began);
    }
    return outcome;
  }

  /** Has the work end soon because the server stops. */
  stop(): void {
    this.stopping = true;
    this.aborter.abort(new Error('The server stops.'));
  }

  private async work(): Promise<Outcome> {
    try {
      const result = await this.type.run(this.attempt());
      return await this.write('succeeded', () => this.book.succeed(this.lease, result));
    } catch (error) {
      if (this.lost) return 'lost';
      if (this.stopping) return this.write('released', () => this.book.release(this.lease));
      this.observer.wentWrong(this.lease, error);
      const why = wordsOf(error);
      if (this.lease.attempts >= this.lease.maxAttempts)
        return this.write('failed', () => this.book.fail(this.lease, why));
      const rest = backoffMs(this.lease.attempts, this.firstRetryMs);
      return this.write('retried', () => this.book.retry(this.lease, why, rest));
    }
  }

  private attempt(): Attempt {
    const { id, projectId, payload, attempts } = this.lease;
    return {
      jobId: id,
      projectId,
      payload,
      attempt: attempts,
      signal: this.aborter.signal,
      pool: this.pool,
      progress: (part) => {
        if (Number.isFinite(part)) this.part = Math.min(1, Math.max(0, part));
      },
      fence: async (connection: Connection) => {
        if (await isHeld(connection, this.lease)) return;
        this.lose();
        throw this.aborter.signal.reason;
      },
    };
  }

  /** The database may be gone just when the work is done: how it ended is worth writing as long as the lease lasts. */
  private async write(outcome: Outcome, written: () => Promise<boolean>): Promise<Outcome> {
    while (!this.lost) {
      try {
        return (await written()) ? outcome : 'lost';
      } catch (error) {
        if (!isDatabaseGone(error) && !isDatabaseSlow(error)) throw error;
        this.observer.wentWrong(this.lease, error);
        await new Promise((wake) => setTimeout(wake, AGAIN_MS));
      }
    }
    return 'lost';
  }

  private async beat(): Promise<void> {
    if (this.beating) return;
    this.beating = true;
    const sentAt = performance.now();
    try {
      if (await this.book.extend(this.lease, this.part)) this.watch(sentAt);
      else this.lose();
    } catch (error) {
      this.observer.wentWrong(this.lease, error);
    } finally {
      this.beating = false;
    }
  }

  /** The lease lasts from when it was asked for: the time that the answer took is not ours. */
  private watch(sentAt: number): void {
    if (this.lost) return;
    clearTimeout(this.watchdog);
    const left = this.book.leaseMs - (performance.now() - sentAt);
    this.watchdog = setTimeout(() => this.lose(), Math.max(0, left));
  }

  private lose(): void {
    this.lost = true;
    this.aborter.abort(new Error('The lease of this job was lost; another server may be working on it.'));
  }
}

/** What a thrown thing says, as text that the database can hold. */
const wordsOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error))
    .replaceAll('\0', '')
    .slice(0, MOST_WORDS)
    .replace(/\p{Surrogate}/gu, '');
