'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.JobQueue = void 0;
const id_1 = require('../contract/id');
const connection_1 = require('../database/connection');
const job_type_1 = require('./job-type');
/** Where work is left for later. */
class JobQueue {
  constructor() {
    this.waiting = new Set();
  }
  /**
   * Leaves a job in the caller's transaction: it exists exactly if the change does. Gives its id, or that of the job with
   * the same key that waits already; that one is not begun before the caller has committed, so it sees what the caller
   * changed. Its payload stays. Callers with the same key therefore wait for each other.
   */
  async enqueue(connection, job) {
    const [kept] = await (0, connection_1.rowsOf)(
      connection,
      `INSERT INTO job (id, kind, project_id, key, payload, max_attempts, due_at)
       VALUES ($1, $2, $3, $4, $5, $6, clock_timestamp())
       ON CONFLICT (kind, project_id, key) WHERE state = 'QUEUED' AND started_at IS NULL AND key IS NOT NULL
         DO UPDATE SET key = excluded.key
       RETURNING id`,
      [
        (0, id_1.newId)(),
        job.kind,
        job.projectId,
        job.key ?? null,
        JSON.stringify(job.payload ?? {}),
        job.maxAttempts ?? job_type_1.MOST_ATTEMPTS,
      ],
    );
    return kept.id;
  }
  /** Has this server look for work at once, after the commit. Without it work is found within a second. */
  wake() {
    for (const look of this.waiting) look();
  }
  /** Whom to wake. */
  onWake(look) {
    this.waiting.add(look);
  }
}
exports.JobQueue = JobQueue;
//# sourceMappingURL=job-queue.js.map
