'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.keepPoints = keepPoints;
exports.withRoom = withRoom;
const item_reject_1 = require('../contract/item-reject');
const connection_1 = require('../database/connection');
const MOST_METRICS = 1_000;
/**
 * Keeps the points of a locked run in one statement, with the latest point of each of their metrics. A point that is there
 * already is the same point. Points without a time get the time of the lock, in the order of the list.
 */
async function keepPoints(client, run, points) {
  if (points.length === 0) return;
  await (0, connection_1.rowsOf)(
    client,
    `WITH given AS (
       SELECT name, step, coalesce(at, $2::timestamptz + place * interval '1 microsecond') AS at, value
       FROM unnest($3::text[], $4::bigint[], $5::timestamptz[], $6::float8[], $7::integer[]) AS point (name, step, at, value, place)
     ), kept AS (
       INSERT INTO metric_point (run_id, name, step, at, value)
       SELECT $1, name, step, at, value FROM given ON CONFLICT DO NOTHING
     )
     INSERT INTO metric_latest AS latest (run_id, name, step, at, value)
     SELECT DISTINCT ON (name) $1::uuid, name, step, at, value FROM given
     ORDER BY name, step DESC, at DESC, value <> 'NaN' DESC, value DESC
     ON CONFLICT (run_id, name) DO UPDATE SET step = excluded.step, at = excluded.at, value = excluded.value
       WHERE (excluded.step, excluded.at, excluded.value <> 'NaN', excluded.value)
           > (latest.step, latest.at, latest.value <> 'NaN', latest.value)`,
    [
      run.id,
      run.now,
      points.map(({ item }) => item.name),
      points.map(({ item }) => item.step),
      points.map(({ item }) => item.at ?? null),
      points.map(({ item }) => item.value),
      points.map(({ index }) => index),
    ],
  );
}
/** Parts the points whose metrics still have room in the run from those that would be one metric too many. */
async function withRoom(client, run, points) {
  const names = [...new Set(points.map(({ item }) => item.name))];
  const [held] = await (0, connection_1.rowsOf)(
    client,
    `SELECT count(*)::integer AS metrics, coalesce(array_agg(name) FILTER (WHERE name = ANY($2)), '{}') AS known
     FROM metric_latest WHERE run_id = $1`,
    [run.id, names],
  );
  const known = new Set(held.known);
  const added = names.filter((name) => !known.has(name)).slice(0, Math.max(0, MOST_METRICS - held.metrics));
  const roomy = new Set([...known, ...added]);
  return {
    good: points.filter(({ item }) => roomy.has(item.name)),
    rejects: points
      .filter(({ item }) => !roomy.has(item.name))
      .map(({ index, item }) =>
        (0, item_reject_1.rejectOf)(
          index,
          ['name'],
          `"${item.name}" would be more than ${MOST_METRICS} different metrics; a run holds no more`,
        ),
      ),
  };
}
//# sourceMappingURL=metric-log.js.map
