'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.stopPostmaster = stopPostmaster;
const node_child_process_1 = require('node:child_process');
const promises_1 = require('node:timers/promises');
const postmaster_1 = require('./postmaster');
/** PostgreSQL's fast shutdown ends all sessions; what it takes is the last checkpoint. */
const PATIENCE_MS = 60_000;
/** Stops the PostgreSQL of this home and waits until its process is gone; returns at once when it already is. */
async function stopPostmaster(home, binaries, pid) {
  if (!(0, postmaster_1.isPostmasterOf)(home.cluster, pid)) return;
  signalFastShutdown(binaries, pid);
  const deadline = Date.now() + PATIENCE_MS;
  while ((0, postmaster_1.isPostmasterOf)(home.cluster, pid)) {
    if (Date.now() > deadline) {
      home.log.warn(
        { folder: home.folder, pid },
        'embedded PostgreSQL takes long to stop: left to end by itself',
      );
      return;
    }
    await (0, promises_1.setTimeout)(10);
  }
}
function signalFastShutdown(binaries, pid) {
  // There Node can only terminate; PostgreSQL listens to its own pipe instead.
  if (process.platform === 'win32')
    (0, node_child_process_1.execFileSync)(binaries.pgCtl, ['kill', 'INT', String(pid)]);
  else process.kill(pid, 'SIGINT');
}
//# sourceMappingURL=stop-postmaster.js.map
