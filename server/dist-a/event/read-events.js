'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.readEnds = readEnds;
exports.readEventsAfter = readEventsAfter;
const event_entity_1 = require('./event.entity');
const MOST_ROWS = 200;
const MOST_BYTES = 256 * 1024;
/** Where the log of a project begins and ends just now, in one snapshot. */
async function readEnds(database, projectId) {
  const { rows } = await database.query({
    name: 'event-ends',
    text: `SELECT (SELECT position FROM event_head WHERE project_id = $1) AS head,
                  (SELECT min(position) FROM event WHERE project_id = $1 AND position IS NOT NULL) AS oldest,
                  ARRAY(SELECT id FROM event WHERE project_id = $1 AND position IS NULL LIMIT 1000) AS waiting`,
    values: [projectId],
  });
  const head = rows[0]?.head ?? 0;
  return { head, oldest: rows[0]?.oldest ?? head + 1, waiting: rows[0]?.waiting ?? [] };
}
/**
 * The events behind a position, in order: at most 200, and no more once they have 256 KiB together, so that nobody who
 * reads holds much at once. Empty at the head. Where the first is not `position + 1`, retention has removed the ones
 * between; positions have no other gaps.
 */
async function readEventsAfter(database, projectId, position) {
  const { rows } = await database.query({
    name: 'events-after',
    text: `SELECT id, project_id AS "projectId", position, type, actor, subject_kind AS "subjectKind",
                  subject_id AS "subjectId", model_id AS "modelId", before, after, reason, request_id AS "requestId",
                  encode(hash, 'hex') AS hash, occurred_at AS "occurredAt"
           FROM (SELECT *, sum(coalesce(length(before::text), 0) + coalesce(length(after::text), 0))
                             OVER (ORDER BY position ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before_it
                 FROM (SELECT * FROM event WHERE project_id = $1 AND position > $2 ORDER BY position LIMIT ${MOST_ROWS}) AS batch
                ) AS sized
           WHERE before_it IS NULL OR before_it < ${MOST_BYTES}
           ORDER BY position`,
    values: [projectId, position],
  });
  return rows.map((row) => Object.assign(new event_entity_1.Event(), row));
}
//# sourceMappingURL=read-events.js.map
