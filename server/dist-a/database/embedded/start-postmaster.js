'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.StartFailure = void 0;
exports.startPostmaster = startPostmaster;
const node_fs_1 = require('node:fs');
const node_path_1 = require('node:path');
const promises_1 = require('node:timers/promises');
const account_1 = require('./account');
const log_files_1 = require('./log-files');
const ports_1 = require('./ports');
const postmaster_1 = require('./postmaster');
const settings_1 = require('./settings');
/** PostgreSQL ended instead of becoming ready. */
class StartFailure extends Error {
  constructor(
    message,
    /** what passes: killed, the port taken in the last moment, or sessions of a killed predecessor that still end */
    passing,
  ) {
    super(message);
    this.passing = passing;
  }
}
exports.StartFailure = StartFailure;
/**
 * Starts PostgreSQL in a session of its own, out of reach of the terminal's Ctrl-C, and waits until it is ready.
 * At the deadline it is left alone: it may be recovering, and a later join finds it. The caller holds the start
 * lock and has seen that no PostgreSQL of this home runs.
 */
async function startPostmaster(start) {
  const { home, account, binaries, port, deadline } = start;
  const stale = await stalePid(home.cluster);
  const child = (0, account_1.spawnAs)(
    account,
    binaries.postgres,
    ['-D', home.cluster, ...(0, settings_1.settings)(port, home.durable)],
    {
      cwd: home.folder,
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
      // PostgreSQL never starts while the number in postmaster.pid is alive, unless it is its grandparent's: so it
      // is told, instead of removing the file, whose other lines let it wait for the sessions of a predecessor.
      env: stale === undefined ? {} : { PG_GRANDPARENT_PID: String(stale) },
    },
  );
  let said = '';
  let end;
  const lastSaid = new Promise((resolve) => child.stderr.once('close', resolve));
  child.stderr.on('data', (chunk) => {
    said = (said + chunk).slice(-4000);
  });
  child.once('error', (error) => {
    said += error.message;
    end = { signal: null };
  });
  child.once('exit', (_, signal) => {
    end = { signal };
  });
  try {
    for (;;) {
      const written = (0, postmaster_1.readPidFile)(home.cluster);
      if (written?.pid === child.pid && written?.status === 'ready') return;
      if (end) {
        await Promise.race([lastSaid, (0, promises_1.setTimeout)(500)]);
        throw await failure(start, end.signal, said);
      }
      if (Date.now() > deadline) throw new StartFailure('it is not ready yet', true);
      await (0, promises_1.setTimeout)(10);
    }
  } finally {
    // From here on it writes to its own log, and this process may end without it.
    child.stderr.destroy();
    child.unref();
  }
}
async function failure({ home, port }, signal, said) {
  if (signal) return new StartFailure(`it was ended by ${signal}`, true);
  if (/lock file .* already exists|shared memory block .* still in use/.test(said)) {
    return new StartFailure(said.trim(), true);
  }
  if (!(await (0, ports_1.isFree)(port))) return new StartFailure(`port ${port} is taken`, true);
  // Once its own log is open, nothing but that news comes this way.
  const reasons = said.split('\n').filter((line) => line && !/log output/.test(line));
  return new StartFailure(
    reasons.join(' ') || (0, log_files_1.lastWords)(home) || 'it ended without a word',
    false,
  );
}
/** The number in the postmaster.pid of a predecessor that was killed. */
async function stalePid(cluster) {
  const file = (0, node_path_1.join)(cluster, 'postmaster.pid');
  for (;;) {
    const written = (0, postmaster_1.readPidFile)(cluster);
    if (!written) return undefined;
    if (written.pid > 0) return written.pid;
    // Killed between making the file and its first line, long before it opened anything; PostgreSQL would give up.
    const madeAt = (0, node_fs_1.statSync)(file, { throwIfNoEntry: false })?.mtimeMs;
    if (madeAt !== undefined && Date.now() - madeAt > 1_000) (0, node_fs_1.rmSync)(file, { force: true });
    await (0, promises_1.setTimeout)(50);
  }
}
//# sourceMappingURL=start-postmaster.js.map
