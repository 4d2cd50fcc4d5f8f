'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.obtainLease = obtainLease;
const promises_1 = require('node:timers/promises');
const account_1 = require('./account');
const home_1 = require('./home');
const lease_1 = require('./lease');
const make_cluster_1 = require('./make-cluster');
const ports_1 = require('./ports');
const postmaster_1 = require('./postmaster');
const start_lock_1 = require('./start-lock');
const start_postmaster_1 = require('./start-postmaster');
/** A lease on the PostgreSQL of this home, which is made and started if need be. Any number may try at once. */
async function obtainLease(wish) {
  const { home, timeoutMs } = wish;
  const deadline = Date.now() + timeoutMs;
  let started = false;
  let obstacle = 'another process holds the start lock';
  while (Date.now() < deadline) {
    const running = (0, postmaster_1.runningPostmaster)(home.cluster);
    if (running?.status === 'ready') {
      const lease = await lease_1.Lease.take(home, running);
      if (lease) return lease;
      obstacle = 'it does not accept sessions';
    } else if (running) {
      obstacle = `it is ${running.status || 'starting'}`;
    } else {
      try {
        started = await startAlone(wish, deadline);
        if (started) continue;
      } catch (error) {
        if (!(error instanceof start_postmaster_1.StartFailure && error.passing))
          throw explained(home, error);
        obstacle = error.message;
      }
    }
    if (!started) wish.signal?.throwIfAborted();
    await (0, promises_1.setTimeout)(20);
  }
  throw new Error(
    `The embedded PostgreSQL in ${home.folder} was not ready within ${timeoutMs / 1000} s (${obstacle}); its log is in ${home.cluster}/log.`,
  );
}
/** False when another process is at it. */
async function startAlone(wish, deadline) {
  const { home, binaries } = wish;
  const release = (0, start_lock_1.tryStartLock)(home.folder);
  if (!release) return false;
  try {
    if ((0, postmaster_1.runningPostmaster)(home.cluster)) return true;
    const account = await (0, account_1.chooseAccount)(home, binaries);
    if (!(0, home_1.hasCluster)(home)) {
      if (wish.port) throw new Error('its data folder is gone');
      await (0, make_cluster_1.makeCluster)({ home, binaries, account, timeoutMs: wish.timeoutMs });
      home.log.info({ folder: home.folder }, 'made the embedded PostgreSQL');
    }
    await (0, account_1.giveTo)(account, home, home.cluster);
    const port = wish.port ?? (await usualPort(home));
    if (!(await (0, ports_1.isFree)(port)))
      throw new start_postmaster_1.StartFailure(`port ${port} is taken`, true);
    (0, ports_1.rememberPort)(home, port);
    await (0, start_postmaster_1.startPostmaster)({ home, binaries, account, port, deadline });
    home.log.info({ folder: home.folder, port, account: account.name }, 'started the embedded PostgreSQL');
    return true;
  } finally {
    release();
  }
}
async function usualPort(home) {
  const last = (0, ports_1.rememberedPort)(home);
  return last && (await (0, ports_1.isFree)(last)) ? last : (0, ports_1.freePort)();
}
const explained = (home, error) =>
  error instanceof start_postmaster_1.StartFailure
    ? new Error(`The embedded PostgreSQL in ${home.folder} did not start: ${error.message}`, { cause: error })
    : error;
//# sourceMappingURL=obtain-lease.js.map
