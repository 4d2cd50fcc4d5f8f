import { realpathSync } from 'node:fs';
import { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { type Home, SUPERUSER, superuserPassword } from './home';
import { type Postmaster, runningPostmaster } from './postmaster';

/** Both halves of the advisory lock's key: 'modl', 'gras'. Any two numbers do, as long as they never change. */
const KEY = '1836016748, 1735549299';

/**
 * One server's share in the running PostgreSQL: a session that holds a shared advisory lock. It lives in the
 * superuser's own database, so that a full pool does not keep it out and the application's databases can be cloned
 * and dropped; and it ends with its process, however that ends.
 */
export class Lease {
  private constructor(
    readonly postmaster: Postmaster,
    private readonly client: Client,
    private readonly socket: Socket,
    /** resolves when the session is over, for whatever reason */
    readonly over: Promise<void>,
  ) {}

  /** Undefined while PostgreSQL starts, stops or has just gone: look again. Throws for what waiting does not mend. */
  static async take(home: Home, postmaster: Postmaster): Promise<Lease | undefined> {
    const socket = new Socket();
    const over = new Promise<void>((resolve) => socket.once('close', () => resolve()));
    const client = new Client({
      host: '127.0.0.1',
      port: postmaster.port,
      user: SUPERUSER,
      database: SUPERUSER,
      password: superuserPassword(home),
      ssl: false,
      application_name: 'modelgraph lease',
      connectionTimeoutMillis: 5_000,
      query_timeout: 10_000,
      stream: () => socket,
    });
    client.on('error', () => {}); // `over` tells
    const lease = new Lease(postmaster, client, socket, over);
    try {
      await client.connect();
      await proveIdentity(client, home);
      if ((await lease.lock('pg_try_advisory_lock_shared')) && stillReady(home, postmaster)) return lease;
    } catch (error) {
      if (!passes(error)) {
        lease.end();
        const { message } = error as Error;
        throw new Error(`The embedded PostgreSQL in ${home.folder} cannot be joined: ${message}`, {
          cause: error,
        });
      }
    }
    lease.end();
    return undefined;
  }

  /**
   * Whether this was the last lease. If so, the session keeps the exclusive lock, so that nobody joins a PostgreSQL
   * that is about to stop; the caller ends the session after that.
   */
  async giveBack(): Promise<boolean> {
    try {
      await this.lock('pg_advisory_unlock_shared');
      // A session that was cut off a moment ago may still hold its share: on a busy machine its end takes a little.
      for (let look = 0; look < LOOKS; look += 1) {
        if (await this.lock('pg_try_advisory_lock')) return true;
        await sleep(LOOK_AGAIN_MS);
      }
      return false;
    } catch {
      return false; // PostgreSQL is gone, and the lease with it
    }
  }

  end(): void {
    this.socket.destroy();
  }

  private async lock(operation: string): Promise<boolean> {
    const { rows } = await this.client.query<{ done: boolean }>(`SELECT ${operation}(${KEY}) AS done`);
    return rows[0]!.done;
  }
}

const LOOKS = 10;
const LOOK_AGAIN_MS = 50;

class WrongPostgres extends Error {}

async function proveIdentity(client: Client, home: Home): Promise<void> {
  const { rows } = await client.query<{ directory: string; fsync: string }>(
    "SELECT current_setting('data_directory') AS directory, current_setting('fsync') AS fsync",
  );
  const { directory, fsync } = rows[0]!;
  if (realpathSync(directory) !== realpathSync(home.cluster)) {
    throw new WrongPostgres(`on its port answers the PostgreSQL of ${directory}.`);
  }
  if (home.durable && fsync !== 'on') {
    throw new WrongPostgres('it was started without fsync, for tests: stop those first.');
  }
}

/** The last to leave may have begun to stop it before our lock: then its status changed before that lock was free. */
function stillReady(home: Home, { pid }: Postmaster): boolean {
  const now = runningPostmaster(home.cluster);
  return now?.pid === pid && now.status === 'ready';
}

/** Gone, starting, stopping and full pass, and so does what pg says without a code when a session breaks. */
function passes(error: unknown): boolean {
  const { code } = error as { code?: string };
  return code ? /^(ECONN|EPIPE|ETIMEDOUT|08|53|57P)/.test(code) : !(error instanceof WrongPostgres);
}
