'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.isPartitionMissing = exports.predictionPartitions = void 0;
exports.makePartitionsAhead = makePartitionsAhead;
const DAYS_AHEAD = 3;
const HOUR_MS = 60 * 60 * 1_000;
/** Makes the partitions of predictions for today and the days ahead, by the database's clock, in UTC. Gives the new ones. */
async function makePartitionsAhead(pool) {
  const { rows } = await pool.query(`SELECT to_char(day, 'YYYY-MM-DD') AS day
     FROM generate_series((now() AT TIME ZONE 'UTC')::date, (now() AT TIME ZONE 'UTC')::date + ${DAYS_AHEAD}, '1 day') AS day
     WHERE make_prediction_partition(day::date)`);
  return rows.map(({ day }) => day);
}
/** Hourly upkeep. */
const predictionPartitions = () => ({
  everyMs: HOUR_MS,
  run: async ({ pool }) => ({ made: await makePartitionsAhead(pool) }),
});
exports.predictionPartitions = predictionPartitions;
/** Whether a row found no partition for its day: upkeep has not run for days. */
const isPartitionMissing = (error) => {
  const { code, message } = error;
  return code === '23514' && /^no partition of relation "prediction" found/.test(message ?? '');
};
exports.isPartitionMissing = isPartitionMissing;
//# sourceMappingURL=partitions.js.map
