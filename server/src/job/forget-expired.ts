import type { Pool } from 'pg';
import type { JobType } from './job-type';

/** Removes what has outlived its time, in statements that are short enough for others to go on. Gives how much. */
export type Forget = (pool: Pool, signal: AbortSignal) => Promise<number>;

const HOUR_MS = 60 * 60_000;

/**
 * Hourly upkeep: every room that keeps things for a limited time hands in how it forgets them. One that fails does not keep
 * the others from it.
 */
export const forgetExpired = (tasks: Readonly<Record<string, Forget>>): JobType => ({
  everyMs: HOUR_MS,
  async run({ pool, signal, progress }) {
    const forgotten: Record<string, number> = {};
    const errors: string[] = [];
    const names = Object.keys(tasks);
    for (const [index, name] of names.entries()) {
      signal.throwIfAborted();
      try {
        forgotten[name] = await tasks[name]!(pool, signal);
      } catch (error) {
        errors.push(`${name}: ${(error as Error).message}`);
      }
      progress((index + 1) / names.length);
    }
    signal.throwIfAborted();
    if (errors.length > 0) throw new Error(errors.join('; '));
    return forgotten;
  },
});

const KEPT = '30 days';

/** Forgets jobs that ended long ago. */
export const forgetOldJobs: Forget = async (pool) => {
  const { rowCount } = await pool.query(
    `DELETE FROM job WHERE repeat_every IS NULL AND finished_at < clock_timestamp() - interval '${KEPT}'`,
  );
  return rowCount ?? 0;
};
