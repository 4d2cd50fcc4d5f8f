import type { Pool } from 'pg';
import type { Connection } from '../database/connection';

/** What one attempt at a job has to work with. */
export interface Attempt {
  readonly jobId: string;
  /** Null for upkeep of the server. */
  readonly projectId: string | null;
  readonly payload: Readonly<Record<string, unknown>>;
  /** 1 for the first. */
  readonly attempt: number;
  /** Aborted when the lease is lost or the server stops: then the work ends soon, and what it comes to is dropped. */
  readonly signal: AbortSignal;
  /** The connections of jobs. Each attempt uses one at a time. */
  readonly pool: Pool;
  /** Tells how far it is, 0 to 1; written with the next heartbeat. */
  progress(part: number): void;
  /**
   * To be called in a transaction of the work's own: throws when the lease is lost, and otherwise keeps the job from being
   * taken over until that transaction has ended. What it commits is then committed by the one holder of the lease.
   */
  fence(connection: Connection): Promise<void>;
}

/** How the jobs of one kind are done. The room that does the work makes it; `app.ts` hands it to the worker. */
export interface JobType {
  /**
   * One attempt, which may be cut short anywhere and begun again, on another server too. Gives what it came to; throws for
   * another attempt after a while.
   */
  readonly run: (attempt: Attempt) => Promise<Record<string, unknown> | null>;
  /** For upkeep: one job of this kind exists from the start and is due again this long after it ended. */
  readonly everyMs?: number;
}

/** How often a job is begun before it is given up. */
export const MOST_ATTEMPTS = 5;
