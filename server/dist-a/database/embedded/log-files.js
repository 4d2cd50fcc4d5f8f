'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.removeOldLogs = removeOldLogs;
exports.lastWords = lastWords;
const node_fs_1 = require('node:fs');
const node_path_1 = require('node:path');
const KEPT = 5;
/** PostgreSQL's log files, newest first: their names carry their time. */
function logFiles(home) {
  try {
    const folder = (0, node_path_1.join)(home.cluster, 'log');
    return (0, node_fs_1.readdirSync)(folder)
      .sort()
      .reverse()
      .map((name) => (0, node_path_1.join)(folder, name));
  } catch {
    return [];
  }
}
/** PostgreSQL begins a new file at 10 MB but never removes one. */
function removeOldLogs(home) {
  for (const file of logFiles(home).slice(KEPT)) (0, node_fs_1.rmSync)(file, { force: true });
}
/** What PostgreSQL logged before it gave up, for a message to whoever started it. */
function lastWords(home) {
  const [newest] = logFiles(home);
  if (!newest) return '';
  const lines = (0, node_fs_1.readFileSync)(newest, 'utf8').split('\n');
  return lines
    .filter((line) => /FATAL|PANIC/.test(line) && !/the database system is/.test(line)) // that is said to sessions
    .slice(-2)
    .join(' ');
}
//# sourceMappingURL=log-files.js.map
