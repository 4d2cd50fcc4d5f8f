import type { DataSource } from 'typeorm';
import type { ArtifactService } from '../artifact/artifact.service';
import { type BaselineService, refuseBadLine } from '../baseline/baseline.service';
import type { Request } from '../contract/request';
import { Refusal, ValidationError } from '../contract/user-error';
import { JobKind } from '../job/job.entity';
import type { JobQueue } from '../job/job-queue';
import type { ModelService } from '../model/model.service';
import { signatureFor } from '../signature/signature-rules';
import type { KeepPart, RegistrationStep } from './registration-step';
import type { RegisterVersionInput } from './version.input';

/** The baseline of a registration: computed before its transaction, from bytes that the project has uploaded. */
export class BaselineStep implements RegistrationStep {
  constructor(
    private readonly dataSource: DataSource,
    private readonly models: ModelService,
    private readonly artifacts: ArtifactService,
    private readonly baselines: BaselineService,
    private readonly queue: JobQueue,
  ) {}

  async prepare(request: Request, input: RegisterVersionInput): Promise<KeepPart | null> {
    if (!input.baseline) return null;
    const { artifactPath } = input.baseline;
    const artifact = input.artifacts.find(({ path }) => path === artifactPath);
    if (!artifact)
      throw refuse('artifactPath', `no artifact of this registration has the path "${artifactPath}"`);
    if (!input.signature) throw refuse(null, 'give a signature, too: the rows are checked against it');
    const task = (await this.models.look(request, input.model))?.task ?? input.createModel?.task;
    // Without a model the registration itself says so.
    if (!task) return null;
    const signature = signatureFor(task, input.signature, ['input', 'signature']);
    const at = ['input', 'artifacts'];
    await this.artifacts.verify(this.dataSource.manager, request.actor.projectId, input.artifacts, at);
    const outcome = await this.baselines.computeAtOnce(artifact, { signature, task }, request.signal);
    if (outcome.kind === 'BAD_LINE') throw refuseBadLine(outcome, artifactPath);
    return async (manager, { id: versionId, projectId }) => {
      const frozen = outcome.kind === 'FROZEN' ? outcome.frozen : null;
      const baselineId = await this.baselines.insert(manager, { versionId, projectId }, artifactPath, frozen);
      if (!frozen)
        await this.queue.enqueue(manager, {
          kind: JobKind.COMPUTE_BASELINE,
          projectId,
          payload: { baselineId },
        });
    };
  }
}

function refuse(field: string | null, why: string): Refusal {
  const path = ['input', 'baseline', ...(field ? [field] : [])];
  return new Refusal(new ValidationError(`${path.join('.')}: ${why}.`, path));
}
