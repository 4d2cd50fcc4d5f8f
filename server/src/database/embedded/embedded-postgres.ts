import { setTimeout as sleep } from 'node:timers/promises';
import { type Binaries, findBinaries } from './binaries';
import { type Home, type Log, openHome, urlOf } from './home';
import type { Lease } from './lease';
import { removeOldLogs } from './log-files';
import { obtainLease } from './obtain-lease';
import { stopPostmaster } from './stop-postmaster';

export interface EmbeddedPostgres {
  /** stays the same while this lease lasts, also when PostgreSQL dies and is started again */
  readonly url: string;
  readonly folder: string;
  /** gives back the lease; the last to leave stops PostgreSQL */
  leave(): Promise<void>;
}

interface JoinOptions {
  /** made when missing; belongs to this supervisor alone */
  folder: string;
  log: Log;
  /** false switches fsync off: for tests only */
  durable?: boolean;
  startTimeoutMs?: number;
}

const LOGS_EVERY_MS = 10 * 60_000;
const [FIRST_PAUSE_MS, LONGEST_PAUSE_MS] = [100, 5_000];

/** Joins the PostgreSQL of a folder, which the first to come makes and starts and the last to leave stops. */
export async function joinEmbeddedPostgres({
  folder,
  log,
  durable = true,
  startTimeoutMs = 60_000,
}: JoinOptions): Promise<EmbeddedPostgres> {
  const home = openHome(folder, durable, log);
  const binaries = findBinaries();
  const lease = await obtainLease({ home, binaries, timeoutMs: startTimeoutMs });
  log.info({ folder: home.folder, port: lease.postmaster.port }, 'joined the embedded PostgreSQL');
  return new Membership(home, binaries, lease, startTimeoutMs);
}

/**
 * Keeps a lease from join to leave. When its session breaks, because PostgreSQL was killed or restarted, it takes a
 * new one and starts PostgreSQL again if nobody else does: always on the port of the url, however long that takes.
 */
class Membership implements EmbeddedPostgres {
  readonly url: string;
  readonly folder: string;
  private readonly port: number;
  private readonly leaving = new AbortController();
  private readonly logs: NodeJS.Timeout;
  private recovery: Promise<void> = Promise.resolve();
  private left?: Promise<void>;

  constructor(
    private readonly home: Home,
    private readonly binaries: Binaries,
    private lease: Lease,
    private readonly startTimeoutMs: number,
  ) {
    this.folder = home.folder;
    this.port = lease.postmaster.port;
    this.url = urlOf(home, this.port);
    removeOldLogs(home);
    this.logs = setInterval(() => removeOldLogs(home), LOGS_EVERY_MS).unref();
    this.watch(lease);
  }

  leave(): Promise<void> {
    this.left ??= this.giveBack();
    return this.left;
  }

  private async giveBack(): Promise<void> {
    this.leaving.abort();
    clearInterval(this.logs);
    await this.recovery; // at most one attempt: it may be starting PostgreSQL, which is then ours to stop
    if (await this.lease.giveBack()) {
      await stopPostmaster(this.home, this.binaries, this.lease.postmaster.pid);
      this.home.log.info({ folder: this.folder }, 'stopped the embedded PostgreSQL');
    }
    this.lease.end();
  }

  private watch(lease: Lease): void {
    void lease.over.then(() => {
      if (!this.leaving.signal.aborted) this.recovery = this.recover();
    });
  }

  /** Never rejects. */
  private async recover(): Promise<void> {
    const { home, binaries, port, startTimeoutMs: timeoutMs } = this;
    const { signal } = this.leaving;
    home.log.warn({ folder: this.folder }, 'lost the embedded PostgreSQL');
    for (let pause = FIRST_PAUSE_MS; !signal.aborted; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
      try {
        this.lease = await obtainLease({ home, binaries, timeoutMs, port, signal });
      } catch (error) {
        if (signal.aborted) return;
        home.log.warn(
          { folder: this.folder, error: (error as Error).message },
          'embedded PostgreSQL is still away',
        );
        await sleep(pause, undefined, { signal, ref: false }).catch(() => {});
        continue;
      }
      const now = this.lease.postmaster.port;
      if (now === port) home.log.info({ folder: this.folder, port }, 'the embedded PostgreSQL is back');
      else
        home.log.warn(
          { folder: this.folder, port, now },
          'the embedded PostgreSQL moved: restart this server',
        );
      this.watch(this.lease);
      return;
    }
  }
}
