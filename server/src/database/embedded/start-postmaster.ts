import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Account, spawnAs } from './account';
import type { Binaries } from './binaries';
import type { Home } from './home';
import { lastWords } from './log-files';
import { isFree } from './ports';
import { readPidFile } from './postmaster';
import { settings } from './settings';

/** PostgreSQL ended instead of becoming ready. */
export class StartFailure extends Error {
  constructor(
    message: string,
    /** what passes: killed, the port taken in the last moment, or sessions of a killed predecessor that still end */
    readonly passing: boolean,
  ) {
    super(message);
  }
}

interface Start {
  readonly home: Home;
  readonly binaries: Binaries;
  readonly account: Account;
  readonly port: number;
  readonly deadline: number;
}

/**
 * Starts PostgreSQL in a session of its own, out of reach of the terminal's Ctrl-C, and waits until it is ready.
 * At the deadline it is left alone: it may be recovering, and a later join finds it. The caller holds the start
 * lock and has seen that no PostgreSQL of this home runs.
 */
export async function startPostmaster(start: Start): Promise<void> {
  const { home, account, binaries, port, deadline } = start;
  const stale = await stalePid(home.cluster);
  const child = spawnAs(account, binaries.postgres, ['-D', home.cluster, ...settings(port, home.durable)], {
    cwd: home.folder,
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    // PostgreSQL never starts while the number in postmaster.pid is alive, unless it is its grandparent's: so it
    // is told, instead of removing the file, whose other lines let it wait for the sessions of a predecessor.
    env: stale === undefined ? {} : { PG_GRANDPARENT_PID: String(stale) },
  });
  let said = '';
  let end: { signal: string | null } | undefined;
  const lastSaid = new Promise((resolve) => child.stderr!.once('close', resolve));
  child.stderr!.on('data', (chunk: Buffer) => {
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
      const written = readPidFile(home.cluster);
      if (written?.pid === child.pid && written?.status === 'ready') return;
      if (end) {
        await Promise.race([lastSaid, sleep(500)]);
        throw await failure(start, end.signal, said);
      }
      if (Date.now() > deadline) throw new StartFailure('it is not ready yet', true);
      await sleep(10);
    }
  } finally {
    // From here on it writes to its own log, and this process may end without it.
    child.stderr!.destroy();
    child.unref();
  }
}

async function failure({ home, port }: Start, signal: string | null, said: string): Promise<StartFailure> {
  if (signal) return new StartFailure(`it was ended by ${signal}`, true);
  if (/lock file .* already exists|shared memory block .* still in use/.test(said)) {
    return new StartFailure(said.trim(), true);
  }
  if (!(await isFree(port))) return new StartFailure(`port ${port} is taken`, true);
  // Once its own log is open, nothing but that news comes this way.
  const reasons = said.split('\n').filter((line) => line && !/log output/.test(line));
  return new StartFailure(reasons.join(' ') || lastWords(home) || 'it ended without a word', false);
}

/** The number in the postmaster.pid of a predecessor that was killed. */
async function stalePid(cluster: string): Promise<number | undefined> {
  const file = join(cluster, 'postmaster.pid');
  for (;;) {
    const written = readPidFile(cluster);
    if (!written) return undefined;
    if (written.pid > 0) return written.pid;
    // Killed between making the file and its first line, long before it opened anything; PostgreSQL would give up.
    const madeAt = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
    if (madeAt !== undefined && Date.now() - madeAt > 1_000) rmSync(file, { force: true });
    await sleep(50);
  }
}
