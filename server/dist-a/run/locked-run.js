'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.noSuchRun = void 0;
exports.lockRun = lockRun;
exports.changeRun = changeRun;
const id_1 = require('../contract/id');
const user_error_1 = require('../contract/user-error');
const connection_1 = require('../database/connection');
const event_log_1 = require('../event/event-log');
const event_type_1 = require('../event/event-type');
const COLUMNS = {
  status: 'status',
  modelId: 'model_id',
  experiment: 'experiment',
  params: 'params',
  dataset: 'dataset',
  trainingSamples: 'training_samples',
  validationSamples: 'validation_samples',
  environment: 'environment',
  gitCommit: 'git_commit',
  error: 'error',
  finishedAt: 'finished_at',
};
const FACTS = Object.entries(COLUMNS)
  .map(([fact, column]) => `${column} AS "${fact}"`)
  .join(', ');
/** Locks the run that a reference names; a `Refusal` with NotFoundError when there is none in the project. */
async function lockRun(connection, { actor }, ref, path) {
  const [column, value] =
    ref.id != null
      ? ['id', (0, id_1.idOrNone)(ref.id)]
      : ['external_id', (ref.externalId ?? '').normalize('NFC')];
  const locked = await (0, connection_1.rowsOf)(
    connection,
    `WITH locked AS (
       SELECT id, started_at AS "startedAt", ${FACTS} FROM training_run
       WHERE project_id = $1 AND ${column} = $2 FOR NO KEY UPDATE
     ) SELECT *, clock_timestamp() AS now FROM locked`,
    [actor.projectId, value],
  );
  if (!locked[0]) throw (0, exports.noSuchRun)(ref, path);
  return locked[0];
}
const noSuchRun = (ref, path) =>
  new user_error_1.Refusal(
    new user_error_1.NotFoundError(
      `There is no training run ${ref.externalId != null ? `with the externalId "${ref.externalId}"` : ref.id} in this project.`,
      path,
    ),
  );
exports.noSuchRun = noSuchRun;
/**
 * Changes a locked run and appends the event of it; neither when there is nothing to change. Of params the event tells only
 * those that were added.
 */
async function changeRun(connection, cause, run, type, changes, { added } = {}) {
  const facts = Object.keys(changes);
  if (facts.length === 0) return;
  await (0, connection_1.rowsOf)(
    connection,
    `UPDATE training_run SET ${facts.map((fact, index) => `${COLUMNS[fact]} = $${index + 2}`).join(', ')} WHERE id = $1`,
    [run.id, ...facts.map((fact) => toSql(changes[fact]))],
  );
  const before = Object.fromEntries(facts.map((fact) => [fact, run[fact]]));
  await (0, event_log_1.appendEvent)(connection, cause, {
    type,
    subjectKind: event_type_1.SubjectKind.TRAINING_RUN,
    subjectId: run.id,
    modelId: changes.modelId ?? run.modelId ?? undefined,
    before: changes.params ? { ...before, params: {} } : before,
    after: changes.params ? { ...changes, params: added } : changes,
  });
}
const toSql = (value) => (value !== null && typeof value === 'object' ? JSON.stringify(value) : value);
//# sourceMappingURL=locked-run.js.map
