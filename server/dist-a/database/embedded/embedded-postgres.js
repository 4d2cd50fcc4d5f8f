'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.joinEmbeddedPostgres = joinEmbeddedPostgres;
const promises_1 = require('node:timers/promises');
const binaries_1 = require('./binaries');
const home_1 = require('./home');
const log_files_1 = require('./log-files');
const obtain_lease_1 = require('./obtain-lease');
const stop_postmaster_1 = require('./stop-postmaster');
const LOGS_EVERY_MS = 10 * 60_000;
const [FIRST_PAUSE_MS, LONGEST_PAUSE_MS] = [100, 5_000];
/** Joins the PostgreSQL of a folder, which the first to come makes and starts and the last to leave stops. */
async function joinEmbeddedPostgres({ folder, log, durable = true, startTimeoutMs = 60_000 }) {
  const home = (0, home_1.openHome)(folder, durable, log);
  const binaries = (0, binaries_1.findBinaries)();
  const lease = await (0, obtain_lease_1.obtainLease)({ home, binaries, timeoutMs: startTimeoutMs });
  log.info({ folder: home.folder, port: lease.postmaster.port }, 'joined the embedded PostgreSQL');
  return new Membership(home, binaries, lease, startTimeoutMs);
}
/**
 * Keeps a lease from join to leave. When its session breaks, because PostgreSQL was killed or restarted, it takes a
 * new one and starts PostgreSQL again if nobody else does: always on the port of the url, however long that takes.
 */
class Membership {
  constructor(home, binaries, lease, startTimeoutMs) {
    this.home = home;
    this.binaries = binaries;
    this.lease = lease;
    this.startTimeoutMs = startTimeoutMs;
    this.leaving = new AbortController();
    this.recovery = Promise.resolve();
    this.folder = home.folder;
    this.port = lease.postmaster.port;
    this.url = (0, home_1.urlOf)(home, this.port);
    (0, log_files_1.removeOldLogs)(home);
    this.logs = setInterval(() => (0, log_files_1.removeOldLogs)(home), LOGS_EVERY_MS).unref();
    this.watch(lease);
  }
  leave() {
    this.left ??= this.giveBack();
    return this.left;
  }
  async giveBack() {
    this.leaving.abort();
    clearInterval(this.logs);
    await this.recovery; // at most one attempt: it may be starting PostgreSQL, which is then ours to stop
    if (await this.lease.giveBack()) {
      await (0, stop_postmaster_1.stopPostmaster)(this.home, this.binaries, this.lease.postmaster.pid);
      this.home.log.info({ folder: this.folder }, 'stopped the embedded PostgreSQL');
    }
    this.lease.end();
  }
  watch(lease) {
    void lease.over.then(() => {
      if (!this.leaving.signal.aborted) this.recovery = this.recover();
    });
  }
  /** Never rejects. */
  async recover() {
    const { home, binaries, port, startTimeoutMs: timeoutMs } = this;
    const { signal } = this.leaving;
    home.log.warn({ folder: this.folder }, 'lost the embedded PostgreSQL');
    for (let pause = FIRST_PAUSE_MS; !signal.aborted; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
      try {
        this.lease = await (0, obtain_lease_1.obtainLease)({ home, binaries, timeoutMs, port, signal });
      } catch (error) {
        if (signal.aborted) return;
        home.log.warn({ folder: this.folder, error: error.message }, 'embedded PostgreSQL is still away');
        await (0, promises_1.setTimeout)(pause, undefined, { signal, ref: false }).catch(() => {});
        continue;
      }
      const now = this.lease.postmaster.port;
      if (now === port) home.log.info({ folder: this.folder, port }, 'the embedded PostgreSQL is back');
      else
        home.log.warn(
          { folder: this.folder, port, now },
          'the embedded PostgreSQL moved: restart this server',
        );
      this.watch(this.lease);
      return;
    }
  }
}
//# sourceMappingURL=embedded-postgres.js.map
