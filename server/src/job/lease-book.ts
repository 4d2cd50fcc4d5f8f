import type { Pool } from 'pg';
import { type Connection, rowsOf } from '../database/connection';
import { brokenConstraint } from '../database/failure';
import { MOST_ATTEMPTS } from './job-type';

/** A job that this server holds the lease of. */
export interface Lease {
  readonly id: string;
  readonly kind: string;
  readonly projectId: string | null;
  readonly payload: Record<string, unknown>;
  readonly attempts: number;
  readonly maxAttempts: number;
  /** Grows with every lease of the job; what an older one writes has no effect. */
  readonly token: number;
  /** FAILED when its server was lost for the last time that is tried. */
  readonly state: 'RUNNING' | 'FAILED';
}

const MINE = "id = $1 AND lease_token = $2 AND state = 'RUNNING'";
const NEXT_TIME = 'CASE WHEN repeat_every IS NOT NULL THEN clock_timestamp() + repeat_every END';
const LOST = 'The server that worked on it was lost, as often as is tried.';

/** The leases of jobs: who works on what, until when. Every change is one statement, so any number of servers share it. */
export class LeaseBook {
  constructor(
    private readonly pool: Pool,
    private readonly owner: string,
    readonly leaseMs: number,
  ) {}

  /** Sees that the upkeep of these kinds exists, each once. */
  async keepRecurring(everyMs: ReadonlyMap<string, number>): Promise<void> {
    await this.pool.query(
      `INSERT INTO job AS kept (id, kind, payload, max_attempts, due_at, repeat_every)
       SELECT gen_random_uuid(), kind, '{}', $3, clock_timestamp(), every * interval '1 millisecond'
       FROM unnest($1::text[], $2::bigint[]) AS upkeep (kind, every) ORDER BY kind
       ON CONFLICT (kind) WHERE repeat_every IS NOT NULL DO UPDATE SET repeat_every = excluded.repeat_every
         WHERE kept.repeat_every <> excluded.repeat_every`,
      [[...everyMs.keys()], [...everyMs.values()], MOST_ATTEMPTS],
    );
  }

  /** Takes the lease of the job that has been due the longest; null when none is. */
  async claim(kinds: readonly string[]): Promise<Lease | null> {
    try {
      const { rows } = await this.pool.query<Lease>(
        `WITH next AS (
           SELECT id, state = 'RUNNING' AND attempts >= max_attempts AS lost FROM job
           WHERE due_at <= clock_timestamp() AND kind = ANY($1) AND NOT EXISTS (
             SELECT FROM job AS other WHERE other.state = 'RUNNING' AND other.kind = job.kind AND other.key = job.key
               AND other.project_id IS NOT DISTINCT FROM job.project_id AND other.id <> job.id)
           ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED
         )
         UPDATE job SET
           state = CASE WHEN lost THEN 'FAILED' ELSE 'RUNNING' END,
           lease_owner = CASE WHEN NOT lost THEN $2 END,
           lease_token = lease_token + 1,
           due_at = CASE WHEN lost THEN ${NEXT_TIME} ELSE clock_timestamp() + $3 * interval '1 millisecond' END,
           attempts = CASE WHEN lost THEN attempts WHEN state IN ('SUCCEEDED', 'FAILED') THEN 1 ELSE attempts + 1 END,
           progress = CASE WHEN lost THEN progress END,
           result = NULL,
           error = CASE WHEN lost THEN $4 WHEN state IN ('SUCCEEDED', 'FAILED') THEN NULL ELSE error END,
           started_at = CASE WHEN lost THEN started_at ELSE clock_timestamp() END,
           finished_at = CASE WHEN lost THEN clock_timestamp() END
         FROM next WHERE job.id = next.id
         RETURNING job.id, kind, project_id AS "projectId", payload, attempts, max_attempts AS "maxAttempts",
           lease_token AS token, state`,
        [kinds, this.owner, this.leaseMs, LOST],
      );
      return rows[0] ?? null;
    } catch (error) {
      // Another server began one with the same key in this very moment.
      if (brokenConstraint(error) === 'job_running_once') return null;
      throw error;
    }
  }

  /** Holds a lease for its whole length again, and tells how far the work is. False when it is lost. */
  extend(lease: Lease, progress: number | null): Promise<boolean> {
    return this.write(lease, "due_at = clock_timestamp() + $3 * interval '1 millisecond', progress = $4", [
      this.leaseMs,
      progress,
    ]);
  }

  succeed(lease: Lease, result: Record<string, unknown> | null): Promise<boolean> {
    return this.write(
      lease,
      `state = 'SUCCEEDED', lease_owner = NULL, due_at = ${NEXT_TIME}, progress = 1, error = NULL, result = $3, finished_at = clock_timestamp()`,
      [result && JSON.stringify(result)],
    );
  }

  /** Given up for good, or until upkeep is due again. */
  fail(lease: Lease, error: string): Promise<boolean> {
    return this.write(
      lease,
      `state = 'FAILED', lease_owner = NULL, due_at = ${NEXT_TIME}, error = $3, finished_at = clock_timestamp()`,
      [error],
    );
  }

  /** Left for another attempt. */
  retry(lease: Lease, error: string, afterMs: number): Promise<boolean> {
    return this.write(
      lease,
      "state = 'QUEUED', lease_owner = NULL, due_at = clock_timestamp() + $4 * interval '1 millisecond', error = $3",
      [error, afterMs],
    );
  }

  /** Given back because this server stops: it does not count as an attempt. */
  release(lease: Lease): Promise<boolean> {
    return this.write(
      lease,
      "state = 'QUEUED', lease_owner = NULL, due_at = clock_timestamp(), attempts = attempts - 1",
      [],
    );
  }

  private async write(lease: Lease, set: string, values: readonly unknown[]): Promise<boolean> {
    const { rowCount } = await this.pool.query(`UPDATE job SET ${set} WHERE ${MINE}`, [
      lease.id,
      lease.token,
      ...values,
    ]);
    return rowCount === 1;
  }
}

/**
 * Whether a lease is still held, in the caller's transaction, which keeps it from being taken until it has ended: a claim
 * locks FOR UPDATE and passes over what is locked, a heartbeat does not touch the key and goes through.
 */
export const isHeld = async (connection: Connection, lease: Lease): Promise<boolean> =>
  (await rowsOf(connection, `SELECT id FROM job WHERE ${MINE} FOR KEY SHARE`, [lease.id, lease.token]))
    .length === 1;
