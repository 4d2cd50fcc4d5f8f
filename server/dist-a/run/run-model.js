'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.factsOfModel = factsOfModel;
const user_error_1 = require('../contract/user-error');
/** What the run's link to a model changes; a `Refusal` when it has another one. A run is of the model's experiment unless told. */
function factsOfModel(run, model, path) {
  if (run.modelId === model.id) return {};
  if (run.modelId !== null) {
    throw new user_error_1.Refusal(
      new user_error_1.ConflictError(
        'IMMUTABLE',
        `This run trains another model than "${model.name}"; start a run of its own for each model.`,
        path,
        run.modelId,
      ),
    );
  }
  return run.experiment === null ? { modelId: model.id, experiment: model.name } : { modelId: model.id };
}
//# sourceMappingURL=run-model.js.map
