import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Home } from './home';

const KEPT = 5;

/** PostgreSQL's log files, newest first: their names carry their time. */
function logFiles(home: Home): string[] {
  try {
    const folder = join(home.cluster, 'log');
    return readdirSync(folder)
      .sort()
      .reverse()
      .map((name) => join(folder, name));
  } catch {
    return [];
  }
}

/** PostgreSQL begins a new file at 10 MB but never removes one. */
export function removeOldLogs(home: Home): void {
  for (const file of logFiles(home).slice(KEPT)) rmSync(file, { force: true });
}

/** What PostgreSQL logged before it gave up, for a message to whoever started it. */
export function lastWords(home: Home): string {
  const [newest] = logFiles(home);
  if (!newest) return '';
  const lines = readFileSync(newest, 'utf8').split('\n');
  return lines
    .filter((line) => /FATAL|PANIC/.test(line) && !/the database system is/.test(line)) // that is said to sessions
    .slice(-2)
    .join(' ');
}
