import { setTimeout as sleep } from 'node:timers/promises';
import { chooseAccount, giveTo } from './account';
import type { Binaries } from './binaries';
import { type Home, hasCluster } from './home';
import { Lease } from './lease';
import { makeCluster } from './make-cluster';
import { freePort, isFree, rememberedPort, rememberPort } from './ports';
import { runningPostmaster } from './postmaster';
import { tryStartLock } from './start-lock';
import { StartFailure, startPostmaster } from './start-postmaster';

interface Wish {
  readonly home: Home;
  readonly binaries: Binaries;
  readonly timeoutMs: number;
  /** the only port it may be started on; without it, the last one if that is free, else any */
  readonly port?: number;
  /** to stop trying; what this attempt has already started is still waited for, so that it can be stopped */
  readonly signal?: AbortSignal;
}

/** A lease on the PostgreSQL of this home, which is made and started if need be. Any number may try at once. */
export async function obtainLease(wish: Wish): Promise<Lease> {
  const { home, timeoutMs } = wish;
  const deadline = Date.now() + timeoutMs;
  let started = false;
  let obstacle = 'another process holds the start lock';
  while (Date.now() < deadline) {
    const running = runningPostmaster(home.cluster);
    if (running?.status === 'ready') {
      const lease = await Lease.take(home, running);
      if (lease) return lease;
      obstacle = 'it does not accept sessions';
    } else if (running) {
      obstacle = `it is ${running.status || 'starting'}`;
    } else {
      try {
        started = await startAlone(wish, deadline);
        if (started) continue;
      } catch (error) {
        if (!(error instanceof StartFailure && error.passing)) throw explained(home, error);
        obstacle = error.message;
      }
    }
    if (!started) wish.signal?.throwIfAborted();
    await sleep(20);
  }
  throw new Error(
    `The embedded PostgreSQL in ${home.folder} was not ready within ${timeoutMs / 1000} s (${obstacle}); its log is in ${home.cluster}/log.`,
  );
}

/** False when another process is at it. */
async function startAlone(wish: Wish, deadline: number): Promise<boolean> {
  const { home, binaries } = wish;
  const release = tryStartLock(home.folder);
  if (!release) return false;
  try {
    if (runningPostmaster(home.cluster)) return true;
    const account = await chooseAccount(home, binaries);
    if (!hasCluster(home)) {
      if (wish.port) throw new Error('its data folder is gone');
      await makeCluster({ home, binaries, account, timeoutMs: wish.timeoutMs });
      home.log.info({ folder: home.folder }, 'made the embedded PostgreSQL');
    }
    await giveTo(account, home, home.cluster);
    const port = wish.port ?? (await usualPort(home));
    if (!(await isFree(port))) throw new StartFailure(`port ${port} is taken`, true);
    rememberPort(home, port);
    await startPostmaster({ home, binaries, account, port, deadline });
    home.log.info({ folder: home.folder, port, account: account.name }, 'started the embedded PostgreSQL');
    return true;
  } finally {
    release();
  }
}

async function usualPort(home: Home): Promise<number> {
  const last = rememberedPort(home);
  return last && (await isFree(last)) ? last : freePort();
}

const explained = (home: Home, error: unknown): unknown =>
  error instanceof StartFailure
    ? new Error(`The embedded PostgreSQL in ${home.folder} did not start: ${error.message}`, { cause: error })
    : error;
