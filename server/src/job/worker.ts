import type { Pool } from 'pg';
import type { JobQueue } from './job-queue';
import type { JobType } from './job-type';
import { LeaseBook } from './lease-book';
import { type JobObserver, RunningJob } from './running-job';

const AT_ONCE = 2;
const LOOK_EVERY_MS = 1_000;
const GRACE_MS = 5_000;

interface WorkerSettings {
  /** Names this server in the leases it holds. */
  readonly owner: string;
  readonly leaseMs: number;
  /** Rest after a first failed attempt. */
  readonly firstRetryMs: number;
}

/**
 * Does the jobs that are due, two at a time in each server. Claims and heartbeats have a connection of their own: work that
 * takes all of those for jobs must not cost a lease.
 */
export class JobWorker {
  private readonly book: LeaseBook;
  private readonly running = new Map<RunningJob, Promise<unknown>>();
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> | undefined;
  private again = false;
  private stopped = false;
  private kept = false;

  constructor(
    private readonly types: Readonly<Record<string, JobType>>,
    private readonly queue: JobQueue,
    private readonly pools: { readonly leases: Pool; readonly jobs: Pool },
    private readonly settings: WorkerSettings,
    private readonly observer: JobObserver,
  ) {
    this.book = new LeaseBook(pools.leases, settings.owner, settings.leaseMs);
  }

  start(): void {
    this.queue.onWake(() => this.look());
    this.timer = setInterval(() => this.look(), LOOK_EVERY_MS);
    this.look();
  }

  /** Takes no more jobs, has those under way end soon, and gives back the leases of those that do not. */
  async stop(graceMs = GRACE_MS): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.looking;
    for (const job of this.running.keys()) job.stop();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((over) => {
      timer = setTimeout(over, graceMs);
    });
    await Promise.race([Promise.allSettled(this.running.values()), late]);
    clearTimeout(timer);
    await Promise.allSettled([...this.running.keys()].map(({ lease }) => this.book.release(lease)));
  }

  /** Looks for work now; while it is looking, once more afterwards. */
  private look(): void {
    if (this.stopped) return;
    this.again = this.looking !== undefined;
    this.looking ??= this.takeAll()
      .catch((error) => this.observer.wentWrong(null, error))
      .finally(() => {
        this.looking = undefined;
        if (this.again) this.look();
      });
  }

  private async takeAll(): Promise<void> {
    await this.keepRecurring();
    while (!this.stopped && this.running.size < AT_ONCE) {
      const lease = await this.book.claim(Object.keys(this.types));
      if (!lease) return;
      if (lease.state === 'FAILED') {
        this.observer.gaveUp(lease);
        continue;
      }
      const job = new RunningJob(
        lease,
        this.types[lease.kind]!,
        this.book,
        this.pools.jobs,
        this.settings.firstRetryMs,
        this.observer,
      );
      const done = job
        .run()
        .catch((error) => this.observer.wentWrong(lease, error))
        .finally(() => {
          this.running.delete(job);
          this.look();
        });
      this.running.set(job, done);
    }
  }

  private async keepRecurring(): Promise<void> {
    if (this.kept) return;
    const recurring = Object.entries(this.types).flatMap(([kind, { everyMs }]) =>
      everyMs === undefined ? [] : [[kind, everyMs] as const],
    );
    await this.book.keepRecurring(new Map(recurring));
    this.kept = true;
  }
}
