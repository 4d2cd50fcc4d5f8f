import { newId } from '../contract/id';
import { type Connection, rowsOf } from '../database/connection';
import type { JobKind } from './job.entity';
import { MOST_ATTEMPTS } from './job-type';

export interface NewJob {
  readonly kind: JobKind;
  /** Null for upkeep. */
  readonly projectId: string | null;
  /** Of the jobs of one kind, project and key only one runs at a time, and at most one waits that nobody has begun. */
  readonly key?: string;
  readonly payload?: Readonly<Record<string, unknown>>;
  readonly maxAttempts?: number;
}

/** Where work is left for later. */
export class JobQueue {
  private readonly waiting = new Set<() => void>();

  /**
   * Leaves a job in the caller's transaction: it exists exactly if the change does. Gives its id, or that of the job with
   * the same key that waits already; that one is not begun before the caller has committed, so it sees what the caller
   * changed. Its payload stays. Callers with the same key therefore wait for each other.
   */
  async enqueue(connection: Connection, job: NewJob): Promise<string> {
    const [kept] = await rowsOf<{ id: string }>(
      connection,
      `INSERT INTO job (id, kind, project_id, key, payload, max_attempts, due_at)
       VALUES ($1, $2, $3, $4, $5, $6, clock_timestamp())
       ON CONFLICT (kind, project_id, key) WHERE state = 'QUEUED' AND started_at IS NULL AND key IS NOT NULL
         DO UPDATE SET key = excluded.key
       RETURNING id`,
      [
        newId(),
        job.kind,
        job.projectId,
        job.key ?? null,
        JSON.stringify(job.payload ?? {}),
        job.maxAttempts ?? MOST_ATTEMPTS,
      ],
    );
    return kept!.id;
  }

  /** Has this server look for work at once, after the commit. Without it work is found within a second. */
  wake(): void {
    for (const look of this.waiting) look();
  }

  /** Whom to wake. */
  onWake(look: () => void): void {
    this.waiting.add(look);
  }
}
