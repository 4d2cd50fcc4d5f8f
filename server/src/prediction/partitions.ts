import type { Pool } from 'pg';
import type { JobType } from '../job/job-type';

const DAYS_AHEAD = 3;
const HOUR_MS = 60 * 60 * 1_000;

/** Makes the partitions of predictions for today and the days ahead, by the database's clock, in UTC. Gives the new ones. */
export async function makePartitionsAhead(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ day: string }>(
    `SELECT to_char(day, 'YYYY-MM-DD') AS day
     FROM generate_series((now() AT TIME ZONE 'UTC')::date, (now() AT TIME ZONE 'UTC')::date + ${DAYS_AHEAD}, '1 day') AS day
     WHERE make_prediction_partition(day::date)`,
  );
  return rows.map(({ day }) => day);
}

/** Hourly upkeep. */
export const predictionPartitions = (): JobType => ({
  everyMs: HOUR_MS,
  run: async ({ pool }) => ({ made: await makePartitionsAhead(pool) }),
});

/** Whether a row found no partition for its day: upkeep has not run for days. */
export const isPartitionMissing = (error: unknown): boolean => {
  const { code, message } = error as { code?: string; message?: string };
  return code === '23514' && /^no partition of relation "prediction" found/.test(message ?? '');
};
