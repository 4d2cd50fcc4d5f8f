'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.lockModel = lockModel;
const user_error_1 = require('../contract/user-error');
/**
 * Takes the lock that every change of a model's versions takes first. FOR UPDATE would also block whoever inserts a row
 * that refers to the model. An archived model is refused: it is read-only.
 */
async function lockModel(manager, request, modelId, path) {
  const [row] = await manager.query(
    `SELECT id, name, task, stage_graph AS "stageGraph", next_version AS "nextVersion", archived_at AS "archivedAt"
     FROM model WHERE id = $1 AND project_id = $2 FOR NO KEY UPDATE`,
    [modelId, request.actor.projectId],
  );
  if (!row)
    throw new user_error_1.Refusal(
      new user_error_1.NotFoundError(`There is no model ${modelId} in this project.`, path),
    );
  if (row.archivedAt !== null) {
    throw new user_error_1.Refusal(
      new user_error_1.ConflictError(
        'READ_ONLY',
        `The model "${row.name}" is archived since ${row.archivedAt}; its versions do not change any more.`,
        path,
        row.id,
      ),
    );
  }
  return row;
}
//# sourceMappingURL=model-lock.js.map
