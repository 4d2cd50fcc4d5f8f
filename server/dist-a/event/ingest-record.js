'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.recordIngest = recordIngest;
const id_1 = require('../contract/id');
const connection_1 = require('../database/connection');
/**
 * Records a batch of data in the caller's transaction: it is there exactly if the data is. Data has no events; this says
 * who sent it, when and through which request. Gives the id of the record.
 */
async function recordIngest(connection, cause, ingest) {
  const id = (0, id_1.newId)();
  await (0, connection_1.rowsOf)(
    connection,
    `INSERT INTO ingest_record (id, project_id, kind, subject_id, actor, request_id, items, accepted)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      id,
      cause.projectId,
      ingest.kind,
      ingest.subjectId,
      cause.actor,
      cause.requestId,
      ingest.items,
      ingest.accepted,
    ],
  );
  return id;
}
//# sourceMappingURL=ingest-record.js.map
