'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.pushHolder = pushHolder;
exports.holderBefore = holderBefore;
exports.popAbove = popAbove;
/** A version has entered PRODUCTION other than by a rollback. */
async function pushHolder(manager, projectId, version, at) {
  await manager.query(
    'INSERT INTO production_holder (project_id, model_id, version_id, entered_at) VALUES ($1, $2, $3, $4)',
    [projectId, version.modelId, version.id, at],
  );
}
/** Whom a rollback restores: the last on the stack who is not the incumbent. Null when nobody is. */
async function holderBefore(manager, model, incumbentId) {
  const [row] = await manager.query(
    `SELECT id, version_id AS "versionId" FROM production_holder
     WHERE model_id = $1 AND popped_at IS NULL AND version_id IS DISTINCT FROM $2 ORDER BY id DESC LIMIT 1`,
    [model.id, incumbentId],
  );
  return row ?? null;
}
/** Marks all above a holder as popped: the next rollback does not come back to them. */
async function popAbove(manager, model, holder, at) {
  await manager.query(
    'UPDATE production_holder SET popped_at = $3 WHERE model_id = $1 AND popped_at IS NULL AND id > $2',
    [model.id, holder.id, at],
  );
}
//# sourceMappingURL=production-holders.js.map
