import { ConflictError, Refusal } from '../contract/user-error';
import type { Model } from '../model/model.entity';
import type { LockedRun, RunFacts } from './locked-run';

/** What the run's link to a model changes; a `Refusal` when it has another one. A run is of the model's experiment unless told. */
export function factsOfModel(
  run: LockedRun,
  model: Pick<Model, 'id' | 'name'>,
  path: readonly string[],
): Partial<RunFacts> {
  if (run.modelId === model.id) return {};
  if (run.modelId !== null) {
    throw new Refusal(
      new ConflictError(
        'IMMUTABLE',
        `This run trains another model than "${model.name}"; start a run of its own for each model.`,
        path,
        run.modelId,
      ),
    );
  }
  return run.experiment === null ? { modelId: model.id, experiment: model.name } : { modelId: model.id };
}
