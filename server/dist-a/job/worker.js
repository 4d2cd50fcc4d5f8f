'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.JobWorker = void 0;
const lease_book_1 = require('./lease-book');
const running_job_1 = require('./running-job');
const AT_ONCE = 2;
const LOOK_EVERY_MS = 1_000;
const GRACE_MS = 5_000;
/**
 * Does the jobs that are due, two at a time in each server. Claims and heartbeats have a connection of their own: work that
 * takes all of those for jobs must not cost a lease.
 */
class JobWorker {
  constructor(types, queue, pools, settings, observer) {
    this.types = types;
    this.pools = pools;
    this.settings = settings;
    this.observer = observer;
    this.running = new Map();
    this.again = false;
    this.stopped = false;
    this.kept = false;
    this.book = new lease_book_1.LeaseBook(pools.leases, settings.owner, settings.leaseMs);
    queue.onWake(() => this.look());
  }
  start() {
    this.timer = setInterval(() => this.look(), LOOK_EVERY_MS);
    this.look();
  }
  /** Takes no more jobs, has those under way end soon, and gives back the leases of those that do not. */
  async stop(graceMs = GRACE_MS) {
    this.stopped = true;
    clearInterval(this.timer);
    await this.looking;
    for (const job of this.running.keys()) job.stop();
    let timer;
    const late = new Promise((over) => {
      timer = setTimeout(over, graceMs);
    });
    await Promise.race([Promise.allSettled(this.running.values()), late]);
    clearTimeout(timer);
    await Promise.allSettled([...this.running.keys()].map(({ lease }) => this.book.release(lease)));
  }
  /** Looks for work now; while it is looking, once more afterwards. */
  look() {
    if (this.stopped) return;
    this.again = this.looking !== undefined;
    this.looking ??= this.takeAll()
      .catch((error) => this.observer.wentWrong(null, error))
      .finally(() => {
        this.looking = undefined;
        if (this.again) this.look();
      });
  }
  async takeAll() {
    await this.keepRecurring();
    while (!this.stopped && this.running.size < AT_ONCE) {
      const lease = await this.book.claim(Object.keys(this.types));
      if (!lease) return;
      if (lease.state === 'FAILED') {
        this.observer.gaveUp(lease);
        continue;
      }
      const job = new running_job_1.RunningJob(
        lease,
        this.types[lease.kind],
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
  async keepRecurring() {
    if (this.kept) return;
    const recurring = Object.entries(this.types).flatMap(([kind, { everyMs }]) =>
      everyMs === undefined ? [] : [[kind, everyMs]],
    );
    await this.book.keepRecurring(new Map(recurring));
    this.kept = true;
  }
}
exports.JobWorker = JobWorker;
//# sourceMappingURL=worker.js.map
