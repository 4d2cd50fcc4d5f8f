import type { DataSource, EntityManager } from 'typeorm';
import { idOrNone } from '../contract/id';
import type { Request } from '../contract/request';
import { check } from '../contract/rules';
import { ConflictError, Refusal } from '../contract/user-error';
import { inTransaction } from '../database/transaction';
import { causeOf } from '../event/cause';
import { EventType } from '../event/event-type';
import { once } from '../event/idempotency';
import type { Model } from '../model/model.entity';
import type { ModelService } from '../model/model.service';
import { endOf, endRules, isSameEnd } from './end-run';
import { changeRun, lockRun, noSuchRun } from './locked-run';
import { TrainingRun, TrainingRunStatus } from './run.entity';
import type { FinishTrainingRunInput, StartTrainingRunInput, TrainingRunRef } from './run.input';
import { factsOfModel } from './run-model';
import { goOn, insertRun, startRules } from './start-run';

/** The life of a training run: started, gone on with, linked to its model, ended. What it measures goes through `MetricLog`. */
export class RunService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly models: ModelService,
    private readonly committed: (projectId: string) => void,
  ) {}

  async start(
    request: Request,
    given: StartTrainingRunInput,
  ): Promise<{ trainingRun: TrainingRun; replayed: boolean }> {
    const input = check(startRules, given);
    const result = await inTransaction(this.dataSource, async (manager) => {
      let existed = false;
      const { entityId, replayed } = await once(
        manager,
        request.actor,
        'startTrainingRun',
        input,
        async () => {
          const model = input.model
            ? await this.models.find(request, input.model, ['input', 'model'], manager)
            : null;
          const made = await insertRun(manager, request, input, model);
          if (made) return made;
          existed = true;
          return goOn(manager, request, input, model);
        },
      );
      const trainingRun = await manager.getRepository(TrainingRun).findOneByOrFail({ id: entityId });
      return { trainingRun, replayed: replayed || existed };
    });
    this.committed(request.actor.projectId);
    return result;
  }

  async finish(request: Request, given: FinishTrainingRunInput): Promise<TrainingRun> {
    const input = check(endRules, given);
    const result = await inTransaction(this.dataSource, async (manager) => {
      const run = await lockRun(manager, request, input.run, ['input', 'run']);
      if (run.status === TrainingRunStatus.RUNNING) {
        const ended = endOf(run, input);
        await changeRun(manager, causeOf(request), run, EventType.TRAINING_RUN_FINISHED, ended);
      } else if (!isSameEnd(run, input)) {
        throw new Refusal(
          new ConflictError(
            'READ_ONLY',
            `This run ended as ${run.status} at ${run.finishedAt} already; start it again with its externalId to go on with it.`,
            ['input', 'run'],
            run.id,
          ),
        );
      }
      return manager.getRepository(TrainingRun).findOneByOrFail({ id: run.id });
    });
    this.committed(request.actor.projectId);
    return result;
  }

  /**
   * Makes a run the one that a version of `model` came from, in the caller's transaction: locks it, gives it the model when
   * it has none, refuses a run of another model. Gives the run's id. The caller holds whatever lock it takes on the model
   * before this one.
   */
  async attachToVersion(
    manager: EntityManager,
    request: Request,
    ref: TrainingRunRef,
    model: Pick<Model, 'id' | 'name'>,
    path: readonly string[] = ['input', 'trainingRun'],
  ): Promise<string> {
    const run = await lockRun(manager, request, ref, path);
    const changes = factsOfModel(run, model, path);
    await changeRun(manager, causeOf(request), run, EventType.TRAINING_RUN_UPDATED, changes);
    return run.id;
  }

  /** The run that a reference names; a `Refusal` with NotFoundError when there is none in the project. */
  async find(
    { actor }: Request,
    ref: TrainingRunRef,
    path: readonly string[] = ['ref'],
  ): Promise<TrainingRun> {
    const where =
      ref.id != null ? { id: idOrNone(ref.id) } : { externalId: (ref.externalId ?? '').normalize('NFC') };
    const run = await this.dataSource
      .getRepository(TrainingRun)
      .findOneBy({ ...where, projectId: actor.projectId });
    if (run) return run;
    throw noSuchRun(ref, path);
  }
}
