'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.Sequencer = exports.CHANNEL = void 0;
const node_crypto_1 = require('node:crypto');
/** The channel on which servers hear that a project's log has grown: `projectId:position`. */
exports.CHANNEL = 'modelgraph_event';
const MOST_AT_ONCE = 500;
const GENESIS = Buffer.alloc(32);
const LOCK_SPACE = 0x6d67_6576;
/**
 * Gives committed events their position, gapless per project, and chains their hashes. There is no leader: any server
 * runs this after a commit and every second, and whoever gets the project's advisory lock works; the others need not
 * wait, because the holder or the next tick sees what they committed.
 */
class Sequencer {
  constructor(pool, onError, onSequenced = () => undefined) {
    this.pool = pool;
    this.onError = onError;
    this.onSequenced = onSequenced;
    this.running = new Map();
    this.again = new Set();
    this.sweeping = false;
    this.closed = false;
  }
  start(everyMs = 1_000) {
    this.timer = setInterval(() => void this.sweep(), everyMs);
  }
  /** Stops the tick and waits for what is under way. */
  async stop() {
    this.closed = true;
    clearInterval(this.timer);
    await Promise.allSettled(this.running.values());
  }
  /** To be called after a commit that wrote events. Returns at once; calls while one runs make it run once more. */
  nudge(projectId) {
    if (this.closed) return;
    if (this.running.has(projectId)) {
      this.again.add(projectId);
      return;
    }
    const run = this.drain(projectId)
      .catch(this.onError)
      .finally(() => {
        this.running.delete(projectId);
        if (this.again.delete(projectId)) this.nudge(projectId);
      });
    this.running.set(projectId, run);
  }
  async sweep() {
    if (this.sweeping) return;
    this.sweeping = true;
    try {
      const { rows } = await this.pool.query(
        'SELECT id FROM project WHERE EXISTS (SELECT FROM event WHERE event.project_id = project.id AND position IS NULL)',
      );
      for (const { id } of rows) this.nudge(id);
    } catch (error) {
      this.onError(error);
    } finally {
      this.sweeping = false;
    }
  }
  async drain(projectId) {
    const client = await this.pool.connect();
    try {
      while ((await sequence(client, projectId, this.onSequenced)) === MOST_AT_ONCE && !this.closed);
      client.release();
    } catch (error) {
      client.release(error);
      throw error;
    }
  }
}
exports.Sequencer = Sequencer;
/** One short transaction: at most 500 events. Says how many got their position. */
async function sequence(client, projectId, onSequenced) {
  await client.query('BEGIN');
  try {
    await client.query(
      "SET LOCAL statement_timeout = '5s'; SET LOCAL idle_in_transaction_session_timeout = '5s'",
    );
    const locked = await client.query('SELECT pg_try_advisory_xact_lock($1, hashtext($2)) AS got', [
      LOCK_SPACE,
      projectId,
    ]);
    const count = locked.rows[0].got ? await assign(client, projectId, onSequenced) : 0;
    await client.query('COMMIT');
    return count;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}
async function assign(client, projectId, onSequenced) {
  const { rows } = await client.query(
    `SELECT id, type, subject_id, occurred_at, payload_digest, extract(epoch FROM clock_timestamp() - occurred_at)::float8 * 1000 AS lag_ms
     FROM event WHERE project_id = $1 AND position IS NULL ORDER BY written LIMIT ${MOST_AT_ONCE}`,
    [projectId],
  );
  if (rows.length === 0) return 0;
  const head = await client.query('SELECT position, hash FROM event_head WHERE project_id = $1', [projectId]);
  let { position, hash } = head.rows[0] ?? { position: 0, hash: GENESIS };
  const positions = [];
  const hashes = [];
  for (const row of rows) {
    position += 1;
    hash = chain(hash, position, row);
    positions.push(position);
    hashes.push(hash);
  }
  await client.query(
    `UPDATE event SET position = given.position, hash = given.hash
     FROM unnest($1::uuid[], $2::bigint[], $3::bytea[]) AS given (id, position, hash) WHERE event.id = given.id`,
    [rows.map(({ id }) => id), positions, hashes],
  );
  await client.query(
    `INSERT INTO event_head (project_id, position, hash) VALUES ($1, $2, $3)
     ON CONFLICT (project_id) DO UPDATE SET position = excluded.position, hash = excluded.hash`,
    [projectId, position, hash],
  );
  await client.query('SELECT pg_notify($1, $2)', [exports.CHANNEL, `${projectId}:${position}`]);
  onSequenced(projectId, rows.length, rows[0].lag_ms);
  return rows.length;
}
/** SHA-256(previous, position, type, subject, time, payload digest), the fields as text ended by a line feed each. */
const chain = (previous, position, event) =>
  (0, node_crypto_1.createHash)('sha256')
    .update(previous)
    .update(`${position}\n${event.type}\n${event.subject_id}\n${event.occurred_at}\n`)
    .update(event.payload_digest)
    .digest();
//# sourceMappingURL=sequencer.js.map
