import { execFileSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Binaries } from './binaries';
import type { Home } from './home';
import { isPostmasterOf } from './postmaster';

/** PostgreSQL's fast shutdown ends all sessions; what it takes is the last checkpoint. */
const PATIENCE_MS = 60_000;

/** Stops the PostgreSQL of this home and waits until its process is gone; returns at once when it already is. */
export async function stopPostmaster(home: Home, binaries: Binaries, pid: number): Promise<void> {
  if (!isPostmasterOf(home.cluster, pid)) return;
  signalFastShutdown(binaries, pid);
  const deadline = Date.now() + PATIENCE_MS;
  while (isPostmasterOf(home.cluster, pid)) {
    if (Date.now() > deadline) {
      home.log.warn(
        { folder: home.folder, pid },
        'embedded PostgreSQL takes long to stop: left to end by itself',
      );
      return;
    }
    await sleep(10);
  }
}

function signalFastShutdown(binaries: Binaries, pid: number): void {
  // There Node can only terminate; PostgreSQL listens to its own pipe instead.
  if (process.platform === 'win32') execFileSync(binaries.pgCtl, ['kill', 'INT', String(pid)]);
  else process.kill(pid, 'SIGINT');
}
