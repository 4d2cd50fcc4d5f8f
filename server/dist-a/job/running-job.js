'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.RunningJob = void 0;
const failure_1 = require('../database/failure');
const backoff_1 = require('./backoff');
const lease_book_1 = require('./lease-book');
const AGAIN_MS = 500;
const MOST_WORDS = 2_000;
/**
 * One attempt at one job: runs the work, keeps the lease alive, and writes how it ended. A lease counts as lost when a
 * heartbeat finds it gone, and also when none got through for its whole length: by then another server may hold it.
 */
class RunningJob {
  constructor(lease, type, book, pool, firstRetryMs, observer) {
    this.lease = lease;
    this.type = type;
    this.book = book;
    this.pool = pool;
    this.firstRetryMs = firstRetryMs;
    this.observer = observer;
    this.aborter = new AbortController();
    this.part = null;
    this.lost = false;
    this.stopping = false;
    this.beating = false;
  }
  async run() {
    const began = performance.now();
    this.observer.began(this.lease);
    this.watch(began);
    const heart = setInterval(() => void this.beat(), this.book.leaseMs / 3);
    let outcome = 'lost';
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
  stop() {
    this.stopping = true;
    this.aborter.abort(new Error('The server stops.'));
  }
  async work() {
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
      const rest = (0, backoff_1.backoffMs)(this.lease.attempts, this.firstRetryMs);
      return this.write('retried', () => this.book.retry(this.lease, why, rest));
    }
  }
  attempt() {
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
      fence: async (connection) => {
        if (await (0, lease_book_1.isHeld)(connection, this.lease)) return;
        this.lose();
        throw this.aborter.signal.reason;
      },
    };
  }
  /** The database may be gone just when the work is done: how it ended is worth writing as long as the lease lasts. */
  async write(outcome, written) {
    while (!this.lost) {
      try {
        return (await written()) ? outcome : 'lost';
      } catch (error) {
        if (!(0, failure_1.isDatabaseGone)(error) && !(0, failure_1.isDatabaseSlow)(error)) throw error;
        this.observer.wentWrong(this.lease, error);
        await new Promise((wake) => setTimeout(wake, AGAIN_MS));
      }
    }
    return 'lost';
  }
  async beat() {
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
  watch(sentAt) {
    if (this.lost) return;
    clearTimeout(this.watchdog);
    const left = this.book.leaseMs - (performance.now() - sentAt);
    this.watchdog = setTimeout(() => this.lose(), Math.max(0, left));
  }
  lose() {
    this.lost = true;
    this.aborter.abort(new Error('The lease of this job was lost; another server may be working on it.'));
  }
}
exports.RunningJob = RunningJob;
/** What a thrown thing says, as text that the database can hold. */
const wordsOf = (error) =>
  (error instanceof Error ? error.message : String(error))
    .replaceAll('\0', '')
    .slice(0, MOST_WORDS)
    .replace(/\p{Surrogate}/gu, '');
//# sourceMappingURL=running-job.js.map
