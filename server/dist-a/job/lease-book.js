'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.isHeld = exports.LeaseBook = void 0;
const connection_1 = require('../database/connection');
const failure_1 = require('../database/failure');
const job_type_1 = require('./job-type');
const MINE = "id = $1 AND lease_token = $2 AND state = 'RUNNING'";
const NEXT_TIME = 'CASE WHEN repeat_every IS NOT NULL THEN clock_timestamp() + repeat_every END';
const LOST = 'The server that worked on it was lost, as often as is tried.';
/** The leases of jobs: who works on what, until when. Every change is one statement, so any number of servers share it. */
class LeaseBook {
  constructor(pool, owner, leaseMs) {
    this.pool = pool;
    this.owner = owner;
    this.leaseMs = leaseMs;
  }
  /** Sees that the upkeep of these kinds exists, each once. */
  async keepRecurring(everyMs) {
    await this.pool.query(
      `INSERT INTO job AS kept (id, kind, payload, max_attempts, due_at, repeat_every)
       SELECT gen_random_uuid(), kind, '{}', $3, clock_timestamp(), every * interval '1 millisecond'
       FROM unnest($1::text[], $2::bigint[]) AS upkeep (kind, every) ORDER BY kind
       ON CONFLICT (kind) WHERE repeat_every IS NOT NULL DO UPDATE SET repeat_every = excluded.repeat_every
         WHERE kept.repeat_every <> excluded.repeat_every`,
      [[...everyMs.keys()], [...everyMs.values()], job_type_1.MOST_ATTEMPTS],
    );
  }
  /** Takes the lease of the job that has been due the longest; null when none is. */
  async claim(kinds) {
    try {
      const { rows } = await this.pool.query(
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
      if ((0, failure_1.brokenConstraint)(error) === 'job_running_once') return null;
      throw error;
    }
  }
  /** Holds a lease for its whole length again, and tells how far the work is. False when it is lost. */
  extend(lease, progress) {
    return this.write(lease, "due_at = clock_timestamp() + $3 * interval '1 millisecond', progress = $4", [
      this.leaseMs,
      progress,
    ]);
  }
  succeed(lease, result) {
    return this.write(
      lease,
      `state = 'SUCCEEDED', lease_owner = NULL, due_at = ${NEXT_TIME}, progress = 1, error = NULL, result = $3, finished_at = clock_timestamp()`,
      [result && JSON.stringify(result)],
    );
  }
  /** Given up for good, or until upkeep is due again. */
  fail(lease, error) {
    return this.write(
      lease,
      `state = 'FAILED', lease_owner = NULL, due_at = ${NEXT_TIME}, error = $3, finished_at = clock_timestamp()`,
      [error],
    );
  }
  /** Left for another attempt. */
  retry(lease, error, afterMs) {
    return this.write(
      lease,
      "state = 'QUEUED', lease_owner = NULL, due_at = clock_timestamp() + $4 * interval '1 millisecond', error = $3",
      [error, afterMs],
    );
  }
  /** Given back because this server stops: it does not count as an attempt. */
  release(lease) {
    return this.write(
      lease,
      "state = 'QUEUED', lease_owner = NULL, due_at = clock_timestamp(), attempts = attempts - 1",
      [],
    );
  }
  async write(lease, set, values) {
    const { rowCount } = await this.pool.query(`UPDATE job SET ${set} WHERE ${MINE}`, [
      lease.id,
      lease.token,
      ...values,
    ]);
    return rowCount === 1;
  }
}
exports.LeaseBook = LeaseBook;
/**
 * Whether a lease is still held, in the caller's transaction, which keeps it from being taken until it has ended: a claim
 * locks FOR UPDATE and passes over what is locked, a heartbeat does not touch the key and goes through.
 */
const isHeld = async (connection, lease) =>
  (
    await (0, connection_1.rowsOf)(connection, `SELECT id FROM job WHERE ${MINE} FOR KEY SHARE`, [
      lease.id,
      lease.token,
    ])
  ).length === 1;
exports.isHeld = isHeld;
//# sourceMappingURL=lease-book.js.map
