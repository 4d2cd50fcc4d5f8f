'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.readPidFile = readPidFile;
exports.runningPostmaster = runningPostmaster;
exports.isPostmasterOf = isPostmasterOf;
const node_child_process_1 = require('node:child_process');
const node_fs_1 = require('node:fs');
const node_path_1 = require('node:path');
const process_start_1 = require('./process-start');
/** The content of postmaster.pid, which outlives a PostgreSQL that was killed; undefined when there is no such file. */
function readPidFile(cluster) {
  try {
    const lines = (0, node_fs_1.readFileSync)((0, node_path_1.join)(cluster, 'postmaster.pid'), 'utf8').split(
      '\n',
    );
    return {
      pid: Number.parseInt(lines[0], 10),
      port: Number(lines[3] ?? 0),
      status: (lines[7] ?? '').trim(),
    };
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}
function runningPostmaster(cluster) {
  const written = readPidFile(cluster);
  return written && isPostmasterOf(cluster, written.pid) ? written : undefined;
}
/** The number alone proves nothing: after a crash it may belong to any program, which must never be signalled. */
function isPostmasterOf(cluster, pid) {
  if (!(pid > 0) || (0, process_start_1.processStart)(pid) === undefined) return false;
  if (process.platform === 'win32') return true;
  try {
    return process.platform === 'linux' ? provenByProc(cluster, pid) : provenByPs(cluster, pid);
  } catch {
    return false; // it has just ended, or is somebody else's
  }
}
function provenByProc(cluster, pid) {
  const [program, ...args] = (0, node_fs_1.readFileSync)(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  const sameOwner = (0, node_fs_1.statSync)(`/proc/${pid}`).uid === (0, node_fs_1.statSync)(cluster).uid;
  return (
    sameOwner &&
    (0, node_path_1.basename)(program) === 'postgres' &&
    (args.includes(cluster) || worksIn(pid, cluster))
  );
}
function provenByPs(cluster, pid) {
  const command = (0, node_child_process_1.execFileSync)('ps', ['-ww', '-o', 'command=', '-p', String(pid)], {
    encoding: 'utf8',
  });
  return /(^|\/)postgres /.test(command) && command.includes(cluster);
}
/** PostgreSQL makes its data folder its working folder: so one that was started by hand is recognised too. */
const worksIn = (pid, cluster) => (0, node_fs_1.readlinkSync)(`/proc/${pid}/cwd`) === cluster;
//# sourceMappingURL=postmaster.js.map
