'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.tryStartLock = tryStartLock;
const node_fs_1 = require('node:fs');
const node_path_1 = require('node:path');
const process_start_1 = require('./process-start');
/**
 * Only one process at a time may make the cluster or start PostgreSQL: two that both find a stale postmaster.pid
 * can each remove the other's new one. Node has no lock that the system gives back for a dead process, so the
 * holder of the highest ticket has the lock while its process lives. A number is used once: that a slow process
 * looks at an old ticket harms nobody, its own attempt at the next number fails or is no longer the highest.
 */
const TICKET = /^start-(\d+)\.lock$/;
const FREE = 'free';
/** Between making a ticket and signing it lie microseconds: one that stays unsigned was left by a dead process. */
const UNSIGNED_MS = 2_000;
/** Gives the lock's release, or undefined while another process has it. */
function tryStartLock(folder) {
  const highest = Math.max(0, ...numbers(folder));
  if (highest > 0 && isHeld(ticket(folder, highest))) return undefined;
  const mine = highest + 1;
  try {
    (0, node_fs_1.writeFileSync)(
      ticket(folder, mine),
      `${process.pid}\n${(0, process_start_1.processStart)(process.pid)}\n`,
      { flag: 'wx' },
    );
  } catch (error) {
    if (error.code === 'EEXIST') return undefined;
    throw error;
  }
  const others = numbers(folder).filter((number) => number !== mine);
  if (others.some((number) => number > mine)) {
    (0, node_fs_1.rmSync)(ticket(folder, mine), { force: true });
    return undefined;
  }
  // The last ticket before this one stays for those who are just reading the folder.
  for (const number of others)
    if (number < mine - 1) (0, node_fs_1.rmSync)(ticket(folder, number), { force: true });
  // Overwritten, not removed: the number must stay taken.
  return () => (0, node_fs_1.writeFileSync)(ticket(folder, mine), FREE, { flag: 'r+' });
}
const ticket = (folder, number) => (0, node_path_1.join)(folder, `start-${number}.lock`);
const numbers = (folder) =>
  (0, node_fs_1.readdirSync)(folder).flatMap((name) => {
    const number = TICKET.exec(name)?.[1];
    return number ? [Number(number)] : [];
  });
function isHeld(file) {
  try {
    const [pid, start, end] = (0, node_fs_1.readFileSync)(file, 'utf8').split('\n');
    if (pid?.startsWith(FREE)) return false;
    if (end === undefined) return Date.now() - (0, node_fs_1.statSync)(file).mtimeMs < UNSIGNED_MS;
    return (0, process_start_1.processStart)(Number(pid)) === start;
  } catch (error) {
    if (error.code === 'ENOENT') return true; // it has just been replaced: look again
    throw error;
  }
}
//# sourceMappingURL=start-lock.js.map
