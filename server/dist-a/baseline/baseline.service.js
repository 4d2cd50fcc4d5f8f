'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.describeBadLine = exports.BaselineService = exports.MOST_ROWS_AT_ONCE = void 0;
exports.refuseBadLine = refuseBadLine;
const id_1 = require('../contract/id');
const user_error_1 = require('../contract/user-error');
const connection_1 = require('../database/connection');
const baseline_entity_1 = require('./baseline.entity');
const compute_in_thread_1 = require('./compute-in-thread');
/** Rows that are computed within a registration; more are left to a job. */
exports.MOST_ROWS_AT_ONCE = 100_000;
/** Computes baselines and keeps them. */
class BaselineService {
  constructor(store) {
    this.store = store;
  }
  /** What the rows of an artifact come to; with `mostRows` nothing beyond them is computed. */
  compute({ sha256, sizeBytes }, about, mostRows, signal) {
    const open = () => this.store.read(sha256, 0, sizeBytes);
    return (0, compute_in_thread_1.computeInThread)(open, { ...about, mostRows }, signal);
  }
  /** The first baseline of a version, from rows. PENDING where there were too many of them. */
  async insert(connection, owner, artifactPath, frozen) {
    const id = (0, id_1.newId)();
    const state = frozen ? baseline_entity_1.BaselineState.READY : baseline_entity_1.BaselineState.PENDING;
    const source = baseline_entity_1.BaselineSource.ROWS;
    await insertBaseline(connection, owner, { id, state, source, artifactPath, frozen });
    return id;
  }
  /** The first baseline of a version that has none, from its first predictions. Whoever comes second has no effect. */
  async insertProvisional(connection, owner, frozen) {
    await insertBaseline(connection, owner, {
      id: (0, id_1.newId)(),
      state: baseline_entity_1.BaselineState.READY,
      source: baseline_entity_1.BaselineSource.FIRST_PREDICTIONS,
      artifactPath: null,
      frozen,
    });
  }
  /** Freezes a PENDING baseline, or says why it cannot be. Once it is, nothing happens. */
  async settle(connection, id, outcome) {
    if ('error' in outcome) {
      await (0, connection_1.rowsOf)(
        connection,
        "UPDATE baseline SET state = 'FAILED', error = $2 WHERE id = $1 AND state = 'PENDING'",
        [id, outcome.error],
      );
      return;
    }
    await (0, connection_1.rowsOf)(
      connection,
      `UPDATE baseline SET state = 'READY', computed_at = clock_timestamp(), rows = $2, labelled_rows = $3, features = $4,
         output = $5, quality = $6 WHERE id = $1 AND state = 'PENDING'`,
      [id, ...columnsOf(outcome)],
    );
  }
}
exports.BaselineService = BaselineService;
async function insertBaseline(connection, { versionId, projectId }, given) {
  await (0, connection_1.rowsOf)(
    connection,
    `INSERT INTO baseline (id, project_id, version_id, revision, state, source, artifact_path, computed_at, rows, labelled_rows,
       features, output, quality)
     VALUES ($1, $2, $3, 1, $4, $5, $6, CASE WHEN $4 = 'READY' THEN clock_timestamp() END, $7, $8, $9, $10, $11)
     ON CONFLICT (version_id, revision) DO NOTHING`,
    [
      given.id,
      projectId,
      versionId,
      given.state,
      given.source,
      given.artifactPath,
      ...columnsOf(given.frozen),
    ],
  );
}
const columnsOf = (frozen) => [
  frozen?.rows ?? 0,
  frozen?.labelledRows ?? 0,
  JSON.stringify(frozen?.features ?? []),
  frozen?.output ? JSON.stringify(frozen.output) : null,
  frozen?.quality ? JSON.stringify(frozen.quality) : null,
];
/** Why rows cannot be a baseline, as one sentence. */
const describeBadLine = ({ line, path, why }) =>
  `line ${line}${path.length > 0 ? `, ${path.join('.')}` : ''}: ${why}.`;
exports.describeBadLine = describeBadLine;
/** A bad line refuses the whole registration. */
function refuseBadLine(outcome, artifactPath) {
  const path = ['input', 'baseline', 'artifactPath'];
  return new user_error_1.Refusal(
    new user_error_1.ValidationError(
      `${path.join('.')}: "${artifactPath}", ${(0, exports.describeBadLine)(outcome)}`,
      path,
    ),
  );
}
//# sourceMappingURL=baseline.service.js.map
