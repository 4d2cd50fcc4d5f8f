import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';
import { inPoolTransaction } from '../database/pool-transaction';

/** The channel on which servers hear that a project's log has grown: `projectId:position`. */
export const CHANNEL = 'modelgraph_event';

const MOST_AT_ONCE = 500;
/** A step takes a few milliseconds; whoever finds another server at it asks again, and in the end leaves it to the tick. */
const ASK_AGAIN_MS = 20;
const MOST_ASKED = 25;
const GENESIS = Buffer.alloc(32);
const LOCK_SPACE = 0x6d67_6576;

interface Unsequenced {
  id: string;
  type: string;
  subject_id: string;
  occurred_at: string;
  payload_digest: Buffer;
}

/**
 * Gives committed events their position, gapless per project, and chains their hashes. There is no leader: any server
 * runs this after a commit and every second, and whoever gets the project's advisory lock works; the others ask again
 * soon, because the holder may have looked before they committed.
 */
export class Sequencer {
  private readonly running = new Map<string, Promise<void>>();
  private readonly again = new Set<string>();
  private timer: NodeJS.Timeout | undefined;
  private sweeping = false;
  private closed = false;

  constructor(
    private readonly pool: Pool,
    private readonly onError: (error: unknown) => void,
    private readonly onSequenced: (projectId: string, events: number, lagMs: number) => void = () =>
      undefined,
  ) {}

  start(everyMs = 1_000): void {
    this.timer = setInterval(() => void this.sweep(), everyMs);
  }

  /** Stops the tick and waits for what is under way. */
  async stop(): Promise<void> {
    this.closed = true;
    clearInterval(this.timer);
    await Promise.allSettled(this.running.values());
  }

  /** To be called after a commit that wrote events. Returns at once; calls while one runs make it run once more. */
  nudge(projectId: string): void {
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

  private async sweep(): Promise<void> {
    if (this.sweeping) return;
    this.sweeping = true;
    try {
      const { rows } = await this.pool.query<{ id: string }>(
        'SELECT id FROM project WHERE EXISTS (SELECT FROM event WHERE event.project_id = project.id AND position IS NULL)',
      );
      for (const { id } of rows) this.nudge(id);
    } catch (error) {
      this.onError(error);
    } finally {
      this.sweeping = false;
    }
  }

  private async drain(projectId: string): Promise<void> {
    for (let asked = 0; asked < MOST_ASKED && !this.closed; asked += 1) {
      const sequenced = await inPoolTransaction(this.pool, (client) =>
        sequence(client, projectId, this.onSequenced),
      );
      if (sequenced === null) await sleep(ASK_AGAIN_MS);
      else if (sequenced < MOST_AT_ONCE) return;
      else asked = 0;
    }
  }
}

/** At most 500 events, in a short transaction of its own. How many got their position; null when another server is at it. */
async function sequence(
  client: PoolClient,
  projectId: string,
  onSequenced: (projectId: string, events: number, lagMs: number) => void,
): Promise<number | null> {
  await client.query(
    "SET LOCAL statement_timeout = '5s'; SET LOCAL idle_in_transaction_session_timeout = '5s'",
  );
  const locked = await client.query<{ got: boolean }>(
    'SELECT pg_try_advisory_xact_lock($1, hashtext($2)) AS got',
    [LOCK_SPACE, projectId],
  );
  return locked.rows[0]!.got ? assign(client, projectId, onSequenced) : null;
}

async function assign(
  client: PoolClient,
  projectId: string,
  onSequenced: (projectId: string, events: number, lagMs: number) => void,
): Promise<number> {
  const { rows } = await client.query<Unsequenced & { lag_ms: number }>(
    `SELECT id, type, subject_id, occurred_at, payload_digest, extract(epoch FROM clock_timestamp() - occurred_at)::float8 * 1000 AS lag_ms
     FROM event WHERE project_id = $1 AND position IS NULL ORDER BY written LIMIT ${MOST_AT_ONCE}`,
    [projectId],
  );
  if (rows.length === 0) return 0;
  const head = await client.query<{ position: number; hash: Buffer }>(
    'SELECT position, hash FROM event_head WHERE project_id = $1',
    [projectId],
  );
  let { position, hash } = head.rows[0] ?? { position: 0, hash: GENESIS };
  const positions: number[] = [];
  const hashes: Buffer[] = [];
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
  await client.query('SELECT pg_notify($1, $2)', [CHANNEL, `${projectId}:${position}`]);
  onSequenced(projectId, rows.length, rows[0]!.lag_ms);
  return rows.length;
}

/** SHA-256(previous, position, type, subject, time, payload digest), the fields as text ended by a line feed each. */
const chain = (previous: Buffer, position: number, event: Unsequenced): Buffer =>
  createHash('sha256')
    .update(previous)
    .update(`${position}\n${event.type}\n${event.subject_id}\n${event.occurred_at}\n`)
    .update(event.payload_digest)
    .digest();
