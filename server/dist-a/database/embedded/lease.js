'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.Lease = void 0;
const node_fs_1 = require('node:fs');
const node_net_1 = require('node:net');
const pg_1 = require('pg');
const home_1 = require('./home');
const postmaster_1 = require('./postmaster');
/** Both halves of the advisory lock's key: 'modl', 'gras'. Any two numbers do, as long as they never change. */
const KEY = '1836016748, 1735549299';
/**
 * One server's share in the running PostgreSQL: a session that holds a shared advisory lock. It lives in the
 * superuser's own database, so that a full pool does not keep it out and the application's databases can be cloned
 * and dropped; and it ends with its process, however that ends.
 */
class Lease {
  constructor(
    postmaster,
    client,
    socket,
    /** resolves when the session is over, for whatever reason */
    over,
  ) {
    this.postmaster = postmaster;
    this.client = client;
    this.socket = socket;
    this.over = over;
  }
  /** Undefined while PostgreSQL starts, stops or has just gone: look again. Throws for what waiting does not mend. */
  static async take(home, postmaster) {
    const socket = new node_net_1.Socket();
    const over = new Promise((resolve) => socket.once('close', () => resolve()));
    const client = new pg_1.Client({
      host: '127.0.0.1',
      port: postmaster.port,
      user: home_1.SUPERUSER,
      database: home_1.SUPERUSER,
      password: (0, home_1.superuserPassword)(home),
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
        const { message } = error;
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
  async giveBack() {
    try {
      await this.lock('pg_advisory_unlock_shared');
      return await this.lock('pg_try_advisory_lock');
    } catch {
      return false; // PostgreSQL is gone, and the lease with it
    }
  }
  end() {
    this.socket.destroy();
  }
  async lock(operation) {
    const { rows } = await this.client.query(`SELECT ${operation}(${KEY}) AS done`);
    return rows[0].done;
  }
}
exports.Lease = Lease;
class WrongPostgres extends Error {}
async function proveIdentity(client, home) {
  const { rows } = await client.query(
    "SELECT current_setting('data_directory') AS directory, current_setting('fsync') AS fsync",
  );
  const { directory, fsync } = rows[0];
  if ((0, node_fs_1.realpathSync)(directory) !== (0, node_fs_1.realpathSync)(home.cluster)) {
    throw new WrongPostgres(`on its port answers the PostgreSQL of ${directory}.`);
  }
  if (home.durable && fsync !== 'on') {
    throw new WrongPostgres('it was started without fsync, for tests: stop those first.');
  }
}
/** The last to leave may have begun to stop it before our lock: then its status changed before that lock was free. */
function stillReady(home, { pid }) {
  const now = (0, postmaster_1.runningPostmaster)(home.cluster);
  return now?.pid === pid && now.status === 'ready';
}
/** Gone, starting, stopping and full pass, and so does what pg says without a code when a session breaks. */
function passes(error) {
  const { code } = error;
  return code ? /^(ECONN|EPIPE|ETIMEDOUT|08|53|57P)/.test(code) : !(error instanceof WrongPostgres);
}
//# sourceMappingURL=lease.js.map
