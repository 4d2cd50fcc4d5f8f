import type { Request } from '../contract/request';
import type { RunService } from '../run/run.service';
import type { KeepPart, RegistrationStep } from './registration-step';
import type { RegisterVersionInput } from './version.input';

/** The run that a version came from: from then on it is a run of the version's model. */
export class TrainingRunLink implements RegistrationStep {
  constructor(private readonly runs: RunService) {}

  async prepare(request: Request, { trainingRun }: RegisterVersionInput): Promise<KeepPart | null> {
    if (!trainingRun) return null;
    return async (manager, { id, model }) => {
      const runId = await this.runs.attachToVersion(manager, request, trainingRun, model);
      await manager.query('UPDATE version SET training_run_id = $2 WHERE id = $1', [id, runId]);
      return { trainingRun: runId };
    };
  }
}
