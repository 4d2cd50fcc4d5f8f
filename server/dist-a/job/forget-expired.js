'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.forgetOldJobs = exports.forgetExpired = void 0;
const HOUR_MS = 60 * 60_000;
/**
 * Hourly upkeep: every room that keeps things for a limited time hands in how it forgets them. One that fails does not keep
 * the others from it.
 */
const forgetExpired = (tasks) => ({
  everyMs: HOUR_MS,
  async run({ pool, signal, progress }) {
    const forgotten = {};
    const errors = [];
    const names = Object.keys(tasks);
    for (const [index, name] of names.entries()) {
      signal.throwIfAborted();
      try {
        forgotten[name] = await tasks[name](pool, signal);
      } catch (error) {
        errors.push(`${name}: ${error.message}`);
      }
      progress((index + 1) / names.length);
    }
    signal.throwIfAborted();
    if (errors.length > 0) throw new Error(errors.join('; '));
    return forgotten;
  },
});
exports.forgetExpired = forgetExpired;
const KEPT = '30 days';
/** Forgets jobs that ended long ago. */
const forgetOldJobs = async (pool) => {
  const { rowCount } = await pool.query(
    `DELETE FROM job WHERE repeat_every IS NULL AND finished_at < clock_timestamp() - interval '${KEPT}'`,
  );
  return rowCount ?? 0;
};
exports.forgetOldJobs = forgetOldJobs;
//# sourceMappingURL=forget-expired.js.map
