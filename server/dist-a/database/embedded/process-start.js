'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.processStart = processStart;
const node_child_process_1 = require('node:child_process');
const node_fs_1 = require('node:fs');
/**
 * What tells a running process from another one that later gets the same number; undefined when there is none.
 * A zombie is none: where process 1 never reaps (many containers) it would look alive for ever.
 */
function processStart(pid) {
  if (process.platform === 'linux') return linuxStart(pid);
  if (!answersSignals(pid)) return undefined;
  if (process.platform === 'win32') return 'running';
  try {
    return (0, node_child_process_1.execFileSync)('ps', ['-o', 'lstart=', '-p', String(pid)], {
      encoding: 'utf8',
    }).trim();
  } catch {
    return undefined;
  }
}
function linuxStart(pid) {
  try {
    const stat = (0, node_fs_1.readFileSync)(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
    return `${(0, node_fs_1.readFileSync)('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${fields[19]}`;
  } catch {
    return undefined;
  }
}
function answersSignals(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
//# sourceMappingURL=process-start.js.map
