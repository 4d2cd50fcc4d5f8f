'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.computeBaselineJob = void 0;
const baseline_service_1 = require('../baseline/baseline.service');
const pool_transaction_1 = require('../database/pool-transaction');
/** Computes a baseline that was left PENDING by a registration. */
const computeBaselineJob = (baselines) => ({
  run: async ({ pool, payload, signal, fence }) => {
    const id = String(payload.baselineId);
    const { rows } = await pool.query(
      `SELECT version.signature, model.task, artifact.path, artifact.sha256, artifact.size_bytes
       FROM baseline JOIN version ON version.id = baseline.version_id JOIN model ON model.id = version.model_id
         JOIN artifact ON artifact.owner_id = version.id AND artifact.path = baseline.artifact_path
       WHERE baseline.id = $1 AND baseline.state = 'PENDING'`,
      [id],
    );
    const pending = rows[0];
    if (!pending) return null;
    const outcome = await baselines.compute(
      { path: pending.path, sha256: pending.sha256, sizeBytes: pending.size_bytes },
      pending,
      null,
      signal,
    );
    if (outcome.kind === 'TOO_MANY_ROWS') throw new Error('Rows were counted although there is no limit.');
    await (0, pool_transaction_1.inPoolTransaction)(pool, async (client) => {
      await fence(client);
      const frozen =
        outcome.kind === 'FROZEN'
          ? outcome.frozen
          : { error: (0, baseline_service_1.describeBadLine)(outcome) };
      await baselines.settle(client, id, frozen);
    });
    return outcome.kind === 'FROZEN'
      ? { rows: outcome.frozen.rows }
      : { error: (0, baseline_service_1.describeBadLine)(outcome) };
  },
});
exports.computeBaselineJob = computeBaselineJob;
//# sourceMappingURL=compute-baseline.job.js.map
