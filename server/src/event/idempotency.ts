import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../contract/actor';
import { ConflictError, Refusal } from '../contract/user-error';
import { canonicalJson } from './canonical-json';

const LIFETIME = '24 hours';

export interface Once {
  readonly entityId: string;
  /** Whether an earlier request made it. */
  readonly replayed: boolean;
}

/**
 * Runs `create` at most once per (project, subject, mutation, key) within 24 hours. The key's row is inserted first in
 * the mutation's own transaction, so a second caller waits here until the first has committed or failed; a failure
 * rolls the key back with everything else. `create` gives the id of what it made.
 */
export async function once(
  manager: EntityManager,
  actor: Actor,
  mutation: string,
  input: { idempotencyKey?: string | null },
  create: () => Promise<string>,
): Promise<Once> {
  const { idempotencyKey: key, ...rest } = input;
  if (key == null) return { entityId: await create(), replayed: false };
  const hash = createHash('sha256')
    .update(canonicalJson(printable(rest)))
    .digest();
  const scope = [actor.projectId, actor.subject, mutation, key];
  const claimed = await manager.query<{ entity_id: string | null }[]>(
    `INSERT INTO idempotency_key AS mine (project_id, subject, mutation, key, input_hash) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (project_id, subject, mutation, key) DO UPDATE
       SET input_hash = excluded.input_hash, entity_id = NULL, created_at = clock_timestamp()
       WHERE mine.created_at < clock_timestamp() - interval '${LIFETIME}'
     RETURNING entity_id`,
    [...scope, hash],
  );
  if (claimed.length === 0) return { entityId: await earlier(manager, scope, hash), replayed: true };
  const entityId = await create();
  await manager.query(
    'UPDATE idempotency_key SET entity_id = $5 WHERE project_id = $1 AND subject = $2 AND mutation = $3 AND key = $4',
    [...scope, entityId],
  );
  return { entityId, replayed: false };
}

/**
 * Whether a request with this key was carried out within its lifetime: for whoever has much to compute before `once`, which
 * alone decides.
 */
export async function hasKey(
  manager: EntityManager,
  actor: Actor,
  mutation: string,
  key: string | null | undefined,
): Promise<boolean> {
  if (key == null) return false;
  const rows = await manager.query<unknown[]>(
    `SELECT FROM idempotency_key WHERE project_id = $1 AND subject = $2 AND mutation = $3 AND key = $4
       AND created_at >= clock_timestamp() - interval '${LIFETIME}'`,
    [actor.projectId, actor.subject, mutation, key],
  );
  return rows.length > 0;
}

async function earlier(manager: EntityManager, scope: readonly string[], hash: Buffer): Promise<string> {
  const rows = await manager.query<{ input_hash: Buffer; entity_id: string }[]>(
    'SELECT input_hash, entity_id FROM idempotency_key WHERE project_id = $1 AND subject = $2 AND mutation = $3 AND key = $4',
    [...scope],
  );
  const row = rows[0];
  if (row?.input_hash.equals(hash)) return row.entity_id;
  throw new Refusal(
    new ConflictError(
      'IDEMPOTENCY_MISMATCH',
      'This idempotency key was used within 24 hours with another input; use a new key for a new request.',
      ['input', 'idempotencyKey'],
      row?.entity_id,
    ),
  );
}

/** Null and left out are two things in these fields only. */
const TOLD_APART = new Set(['expectedCurrent']);

/**
 * An input so that two that ask for the same look alike, and no others do: null is dropped where it means what leaving out
 * means, but not in a client's own map, which has no prototype; NaN and infinities, which have no JSON, get a text.
 */
function printable(value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) return `#${value}`;
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(printable);
  const isMap = Object.getPrototypeOf(value) === null;
  const told = Object.entries(value).filter(
    ([name, item]) => item !== undefined && (item !== null || isMap || TOLD_APART.has(name)),
  );
  return Object.fromEntries(told.map(([name, item]) => [name, printable(item)]));
}

const AT_ONCE = 10_000;

/** Removes keys that have outlived their 24 hours, some at a time. Gives how many. */
export async function forgetOldKeys(pool: Pool, signal: AbortSignal): Promise<number> {
  for (let forgotten = 0; ; ) {
    signal.throwIfAborted();
    const { rowCount } = await pool.query(
      `DELETE FROM idempotency_key WHERE ctid = ANY(ARRAY(
         SELECT ctid FROM idempotency_key WHERE created_at < clock_timestamp() - interval '${LIFETIME}' LIMIT ${AT_ONCE}
       )) AND created_at < clock_timestamp() - interval '${LIFETIME}'`,
    );
    forgotten += rowCount ?? 0;
    if ((rowCount ?? 0) < AT_ONCE) return forgotten;
  }
}
