'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.incumbentOf = void 0;
exports.nextInstant = nextInstant;
exports.move = move;
exports.recordMove = recordMove;
const id_1 = require('../contract/id');
const cause_1 = require('../event/cause');
const event_log_1 = require('../event/event-log');
const event_type_1 = require('../event/event-type');
const stage_1 = require('./stage');
const version_entity_1 = require('./version.entity');
/** Moves of versions in the caller's transaction. Whoever calls holds the lock of the model and has checked the rules. */
/** When the next move of the model is. Read under its lock: `now()` would be when the transaction began to wait for it. */
async function nextInstant(manager, modelId) {
  const [row] = await manager.query(
    `SELECT greatest(clock_timestamp(), max(at) + interval '1 microsecond') AS at FROM stage_transition WHERE model_id = $1`,
    [modelId],
  );
  return row.at;
}
/** Moves a registered version, writes its history and its event, and gives the time of the move. */
async function move(manager, request, { version, to, kind, reason }) {
  const at = await nextInstant(manager, version.modelId);
  await manager.query(
    `UPDATE version SET stage = $2, stage_entered_at = $3,
       deployed_at = CASE WHEN $2 = 'PRODUCTION' THEN $3::timestamptz ELSE deployed_at END
     WHERE id = $1`,
    [version.id, to, at],
  );
  await recordMove(manager, request, version, { from: version.stage, to, kind, reason, at });
  await (0, event_log_1.appendEvent)(manager, (0, cause_1.causeOf)(request), {
    type: event_type_1.EventType.VERSION_STAGE_CHANGED,
    subjectKind: event_type_1.SubjectKind.VERSION,
    subjectId: version.id,
    modelId: version.modelId,
    before: { stage: version.stage },
    after: { stage: to, kind, number: version.number, at },
    reason,
  });
  return at;
}
async function recordMove(manager, { actor }, version, { from, to, kind, reason, at }) {
  await manager.query(
    `INSERT INTO stage_transition (id, project_id, model_id, version_id, from_stage, to_stage, kind, at, actor, reason)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      (0, id_1.newId)(),
      actor.projectId,
      version.modelId,
      version.id,
      from,
      to,
      kind,
      at,
      actor.subject,
      reason,
    ],
  );
}
/** The version in PRODUCTION, if there is one. */
const incumbentOf = (manager, model) =>
  manager
    .getRepository(version_entity_1.Version)
    .findOneBy({ modelId: model.id, stage: stage_1.Stage.PRODUCTION });
exports.incumbentOf = incumbentOf;
//# sourceMappingURL=stage-moves.js.map
