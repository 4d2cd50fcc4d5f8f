'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.readBaselines = readBaselines;
const connection_1 = require('../database/connection');
const baseline_entity_1 = require('./baseline.entity');
/** The latest baseline of each version, read on a connection of the caller's: in its transaction, in its snapshot. */
async function readBaselines(connection, versionIds) {
  const rows = await (0, connection_1.rowsOf)(
    connection,
    `SELECT DISTINCT ON (version_id) id, project_id AS "projectId", version_id AS "versionId", state, revision, source,
       artifact_path AS "artifactPath", rows, labelled_rows AS "labelledRows", features, output, quality AS "qualitySums",
       error, computed_at AS "computedAt"
     FROM baseline WHERE version_id = ANY($1) ORDER BY version_id, revision DESC`,
    [versionIds],
  );
  return new Map(rows.map((row) => [row.versionId, Object.assign(new baseline_entity_1.Baseline(), row)]));
}
//# sourceMappingURL=read-baseline.js.map
