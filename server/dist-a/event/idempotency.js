'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.once = once;
exports.forgetOldKeys = forgetOldKeys;
const node_crypto_1 = require('node:crypto');
const user_error_1 = require('../contract/user-error');
const canonical_json_1 = require('./canonical-json');
const LIFETIME = '24 hours';
/**
 * Runs `create` at most once per (project, subject, mutation, key) within 24 hours. The key's row is inserted first in
 * the mutation's own transaction, so a second caller waits here until the first has committed or failed; a failure
 * rolls the key back with everything else. `create` gives the id of what it made.
 */
async function once(manager, actor, mutation, input, create) {
  const { idempotencyKey: key, ...rest } = input;
  if (key == null) return { entityId: await create(), replayed: false };
  const hash = (0, node_crypto_1.createHash)('sha256')
    .update((0, canonical_json_1.canonicalJson)(printable(rest)))
    .digest();
  const scope = [actor.projectId, actor.subject, mutation, key];
  const claimed = await manager.query(
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
async function earlier(manager, scope, hash) {
  const rows = await manager.query(
    'SELECT input_hash, entity_id FROM idempotency_key WHERE project_id = $1 AND subject = $2 AND mutation = $3 AND key = $4',
    [...scope],
  );
  const row = rows[0];
  if (row?.input_hash.equals(hash)) return row.entity_id;
  throw new user_error_1.Refusal(
    new user_error_1.ConflictError(
      'IDEMPOTENCY_MISMATCH',
      'This idempotency key was used within 24 hours with another input; use a new key for a new request.',
      ['input', 'idempotencyKey'],
      row?.entity_id,
    ),
  );
}
// NaN and infinities have no JSON; two inputs that differ only there must not look alike.
const printable = (value) =>
  JSON.parse(
    JSON.stringify(value, (_, item) =>
      typeof item === 'number' && !Number.isFinite(item) ? `#${item}` : item,
    ),
  );
const AT_ONCE = 10_000;
/** Removes keys that have outlived their 24 hours, some at a time. Gives how many. */
async function forgetOldKeys(pool, signal) {
  for (let forgotten = 0; ; ) {
    signal.throwIfAborted();
    const { rowCount } = await pool.query(`DELETE FROM idempotency_key WHERE ctid = ANY(ARRAY(
         SELECT ctid FROM idempotency_key WHERE created_at < clock_timestamp() - interval '${LIFETIME}' LIMIT ${AT_ONCE}
       )) AND created_at < clock_timestamp() - interval '${LIFETIME}'`);
    forgotten += rowCount ?? 0;
    if ((rowCount ?? 0) < AT_ONCE) return forgotten;
  }
}
//# sourceMappingURL=idempotency.js.map
