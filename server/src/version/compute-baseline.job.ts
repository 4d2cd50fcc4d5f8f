import { type BaselineService, describeBadLine } from '../baseline/baseline.service';
import { inPoolTransaction } from '../database/pool-transaction';
import type { Attempt, JobType } from '../job/job-type';
import type { ModelTask } from '../model/model.entity';
import type { Signature } from '../signature/signature';

interface Pending {
  readonly signature: Signature;
  readonly task: ModelTask;
  readonly path: string;
  readonly sha256: string;
  readonly size_bytes: number;
}

/** Computes a baseline that was left PENDING by a registration. */
export const computeBaselineJob = (baselines: BaselineService): JobType => ({
  run: async ({ pool, payload, signal, fence }: Attempt) => {
    const id = String(payload.baselineId);
    const { rows } = await pool.query<Pending>(
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
      signal,
    );
    if (outcome.kind === 'TOO_MANY_ROWS') throw new Error('Rows were counted although there is no limit.');
    await inPoolTransaction(pool, async (client) => {
      await fence(client);
      const frozen = outcome.kind === 'FROZEN' ? outcome.frozen : { error: describeBadLine(outcome) };
      await baselines.settle(client, id, frozen);
    });
    return outcome.kind === 'FROZEN' ? { rows: outcome.frozen.rows } : { error: describeBadLine(outcome) };
  },
});
