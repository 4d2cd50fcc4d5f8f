'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.RunService = void 0;
const id_1 = require('../contract/id');
const rules_1 = require('../contract/rules');
const user_error_1 = require('../contract/user-error');
const transaction_1 = require('../database/transaction');
const cause_1 = require('../event/cause');
const event_type_1 = require('../event/event-type');
const idempotency_1 = require('../event/idempotency');
const end_run_1 = require('./end-run');
const locked_run_1 = require('./locked-run');
const run_entity_1 = require('./run.entity');
const run_model_1 = require('./run-model');
const start_run_1 = require('./start-run');
/** The life of a training run: started, gone on with, linked to its model, ended. What it measures goes through `MetricLog`. */
class RunService {
  constructor(dataSource, models, committed) {
    this.dataSource = dataSource;
    this.models = models;
    this.committed = committed;
  }
  async start(request, given) {
    const input = (0, rules_1.check)(start_run_1.startRules, given);
    const result = await (0, transaction_1.inTransaction)(this.dataSource, async (manager) => {
      let existed = false;
      const { entityId, replayed } = await (0, idempotency_1.once)(
        manager,
        request.actor,
        'startTrainingRun',
        input,
        async () => {
          const model = input.model
            ? await this.models.find(request, input.model, ['input', 'model'], manager)
            : null;
          const made = await (0, start_run_1.insertRun)(manager, request, input, model);
          if (made) return made;
          existed = true;
          return (0, start_run_1.goOn)(manager, request, input, model);
        },
      );
      const trainingRun = await manager
        .getRepository(run_entity_1.TrainingRun)
        .findOneByOrFail({ id: entityId });
      return { trainingRun, replayed: replayed || existed };
    });
    this.committed(request.actor.projectId);
    return result;
  }
  async finish(request, given) {
    const input = (0, rules_1.check)(end_run_1.endRules, given);
    const result = await (0, transaction_1.inTransaction)(this.dataSource, async (manager) => {
      const run = await (0, locked_run_1.lockRun)(manager, request, input.run, ['input', 'run']);
      if (run.status === run_entity_1.TrainingRunStatus.RUNNING) {
        const ended = (0, end_run_1.endOf)(run, input);
        await (0, locked_run_1.changeRun)(
          manager,
          (0, cause_1.causeOf)(request),
          run,
          event_type_1.EventType.TRAINING_RUN_FINISHED,
          ended,
        );
      } else if (!(0, end_run_1.isSameEnd)(run, input)) {
        throw new user_error_1.Refusal(
          new user_error_1.ConflictError(
            'READ_ONLY',
            `This run ended as ${run.status} at ${run.finishedAt} already; start it again with its externalId to go on with it.`,
            ['input', 'run'],
            run.id,
          ),
        );
      }
      return manager.getRepository(run_entity_1.TrainingRun).findOneByOrFail({ id: run.id });
    });
    this.committed(request.actor.projectId);
    return result;
  }
  /**
   * Makes a run the one that a version of `model` came from, in the caller's transaction: locks it, gives it the model when
   * it has none, refuses a run of another model. Gives the run's id. The caller holds whatever lock it takes on the model
   * before this one.
   */
  async attachToVersion(manager, request, ref, model, path = ['input', 'trainingRun']) {
    const run = await (0, locked_run_1.lockRun)(manager, request, ref, path);
    const changes = (0, run_model_1.factsOfModel)(run, model, path);
    await (0, locked_run_1.changeRun)(
      manager,
      (0, cause_1.causeOf)(request),
      run,
      event_type_1.EventType.TRAINING_RUN_UPDATED,
      changes,
    );
    return run.id;
  }
  /** The run that a reference names; a `Refusal` with NotFoundError when there is none in the project. */
  async find({ actor }, ref, path = ['ref']) {
    const where =
      ref.id != null
        ? { id: (0, id_1.idOrNone)(ref.id) }
        : { externalId: (ref.externalId ?? '').normalize('NFC') };
    const run = await this.dataSource
      .getRepository(run_entity_1.TrainingRun)
      .findOneBy({ ...where, projectId: actor.projectId });
    if (run) return run;
    throw (0, locked_run_1.noSuchRun)(ref, path);
  }
}
exports.RunService = RunService;
//# sourceMappingURL=run.service.js.map
