import { closePools, openPools, type Pools } from '../../server/src/database/pools';
import type { JobKind } from '../../server/src/job/job.entity';
import { JobQueue, type NewJob } from '../../server/src/job/job-queue';
import type { JobType } from '../../server/src/job/job-type';
import type { Outcome } from '../../server/src/job/running-job';
import { JobWorker } from '../../server/src/job/worker';
import type { TestDatabase } from './database';
import { until } from './until';

/** A worker of this process with work of the test's own, on a real database. The servers' own kinds stand in `job.graphql`. */
export class TestWorker {
  readonly outcomes: Outcome[] = [];
  readonly errors: unknown[] = [];
  readonly pools: Pools;
  readonly queue = new JobQueue();
  private readonly worker: JobWorker;

  constructor(
    private readonly database: TestDatabase,
    types: Record<string, JobType>,
    { leaseMs = 30_000, firstRetryMs = 1 } = {},
  ) {
    this.pools = openPools({ url: database.url, statementTimeoutMs: 8_000, onIdleError: () => undefined });
    const owner = `test:${Math.random()}`;
    this.worker = new JobWorker(
      types,
      this.queue,
      this.pools,
      { owner, leaseMs, firstRetryMs },
      {
        began: () => undefined,
        ended: (_, outcome) => this.outcomes.push(outcome),
        gaveUp: () => this.outcomes.push('failed'),
        wentWrong: (_, error) => this.errors.push(error),
      },
    );
  }

  start(): this {
    this.worker.start();
    return this;
  }

  async enqueue(job: Partial<Omit<NewJob, 'kind'>> & { kind: string }): Promise<string> {
    const id = await this.queue.enqueue(await this.client(), {
      projectId: null,
      ...job,
      kind: job.kind as JobKind,
    });
    this.queue.wake();
    return id;
  }

  async stop(graceMs?: number): Promise<void> {
    await this.worker.stop(graceMs);
    await closePools(this.pools);
  }

  /** The job when it is in that state. */
  ended(id: string, state: 'SUCCEEDED' | 'FAILED' | 'RUNNING' | 'QUEUED'): Promise<JobRow> {
    return until(async () => {
      const [row] = await this.database.query<JobRow>('SELECT * FROM job WHERE id = $1', [id]);
      return row?.state === state ? row : null;
    }, `job ${id} to be ${state}`);
  }

  // A pool answers `query` like a client; each statement is a transaction of its own.
  private async client(): Promise<never> {
    return this.pools.requests as never;
  }
}

interface JobRow {
  readonly id: string;
  readonly state: string;
  readonly attempts: number;
  readonly lease_owner: string | null;
  readonly lease_token: string;
  readonly progress: number | null;
  readonly error: string | null;
  readonly result: Record<string, unknown> | null;
}

/** A gate that work waits at until the test opens it, or until it is told to stop. */
export function gate() {
  let open = (): void => undefined;
  const opened = new Promise<void>((done) => {
    open = done;
  });
  return {
    open: () => open(),
    passed: (signal?: AbortSignal): Promise<void> =>
      Promise.race([
        opened,
        new Promise<void>((_, reject) =>
          signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true }),
        ),
      ]),
  };
}
