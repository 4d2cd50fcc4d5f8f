'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.StageService = void 0;
exports.demoteIncumbent = demoteIncumbent;
const id_1 = require('../contract/id');
const rules_1 = require('../contract/rules');
const user_error_1 = require('../contract/user-error');
const transaction_1 = require('../database/transaction');
const idempotency_1 = require('../event/idempotency');
const model_entity_1 = require('../model/model.entity');
const model_lock_1 = require('./model-lock');
const production_holders_1 = require('./production-holders');
const rights_1 = require('./rights');
const stage_1 = require('./stage');
const stage_machine_1 = require('./stage-machine');
const stage_moves_1 = require('./stage-moves');
const stage_transition_error_1 = require('./stage-transition-error');
const version_entity_1 = require('./version.entity');
const version_pick_1 = require('./version-pick');
const moveRules = (0, rules_1.rules)({
  reason: (0, rules_1.prose)(1_000).nullish(),
  idempotencyKey: rules_1.idempotencyKey,
});
/** Moves versions between stages. Every change takes the model's lock first, so that each sees the one before. */
class StageService {
  constructor(dataSource, models, versions, turns, committed) {
    this.dataSource = dataSource;
    this.models = models;
    this.versions = versions;
    this.turns = turns;
    this.committed = committed;
  }
  async transition(request, given) {
    const input = (0, rules_1.check)(moveRules, given);
    if (input.to === stage_1.Stage.PRODUCTION) (0, rights_1.requireApprover)(request);
    if (input.force) {
      (0, rights_1.requireAdminToForce)(request);
      requireReason(input.reason);
    }
    const modelId = await this.versions.modelIdOf(request, input.version, ['input', 'version']);
    const result = await this.inTurn(request, modelId, async (manager) => {
      let demotedId = null;
      const { entityId, replayed } = await (0, idempotency_1.once)(
        manager,
        request.actor,
        'transitionVersion',
        input,
        async () => {
          const model = await (0, model_lock_1.lockModel)(manager, request, modelId, [
            'input',
            'version',
            'model',
          ]);
          const version = await this.versions.find(request, input.version, ['input', 'version'], manager);
          await requireExpected(manager, model, input.to, input.expectedCurrent);
          requireMove(model, version, input);
          if (input.to === stage_1.Stage.PRODUCTION)
            demotedId = await demoteIncumbent(manager, request, model, input.reason ?? null);
          const at = await (0, stage_moves_1.move)(manager, request, {
            version,
            to: input.to,
            kind: stage_1.StageTransitionKind.TRANSITION,
            reason: input.reason ?? null,
          });
          if (input.to === stage_1.Stage.PRODUCTION)
            await (0, production_holders_1.pushHolder)(manager, request.actor.projectId, version, at);
          return version.id;
        },
      );
      const version = await manager.getRepository(version_entity_1.Version).findOneByOrFail({ id: entityId });
      return { version, demoted: await versionOrNull(manager, demotedId), replayed };
    });
    return result;
  }
  async rollback(request, given) {
    const input = (0, rules_1.check)(moveRules, given);
    const { id } = await this.models.find(request, input.model, ['input', 'model']);
    return this.inTurn(request, id, async (manager) => {
      let demotedId = null;
      const { entityId, replayed } = await (0, idempotency_1.once)(
        manager,
        request.actor,
        'rollbackModel',
        input,
        async () => {
          const model = await (0, model_lock_1.lockModel)(manager, request, id, ['input', 'model']);
          await requireExpected(manager, model, stage_1.Stage.PRODUCTION, input.expectedCurrent);
          const incumbent = await (0, stage_moves_1.incumbentOf)(manager, model);
          demotedId = incumbent?.id ?? null;
          return restorePrevious(manager, request, model, incumbent, input.reason ?? null);
        },
      );
      const restored = await manager
        .getRepository(version_entity_1.Version)
        .findOneByOrFail({ id: entityId });
      const model = await manager.getRepository(model_entity_1.Model).findOneByOrFail({ id });
      return { model, restored, demoted: await versionOrNull(manager, demotedId), replayed };
    });
  }
  async inTurn(request, modelId, work) {
    const result = await this.turns.take(modelId, request.signal, () =>
      (0, transaction_1.inTransaction)(this.dataSource, work),
    );
    this.committed(request.actor.projectId);
    return result;
  }
}
exports.StageService = StageService;
/** Makes room in PRODUCTION. The id of whoever had to leave. */
async function demoteIncumbent(manager, request, model, reason) {
  const incumbent = await (0, stage_moves_1.incumbentOf)(manager, model);
  if (!incumbent) return null;
  const to = (0, stage_machine_1.demotionTarget)(model.stageGraph);
  await (0, stage_moves_1.move)(manager, request, {
    version: incumbent,
    to,
    kind: stage_1.StageTransitionKind.DEMOTION,
    reason,
  });
  return incumbent.id;
}
/** Puts the holder before the incumbent back; its id. No stage graph is asked: it stood there before. */
async function restorePrevious(manager, request, model, incumbent, reason) {
  const holder = await (0, production_holders_1.holderBefore)(manager, model, incumbent?.id ?? null);
  if (!holder) {
    throw new user_error_1.Refusal(
      new user_error_1.ConflictError(
        'UNEXPECTED_STATE',
        `The model "${model.name}" has no earlier production version to go back to.`,
        ['input', 'model'],
        incumbent?.id,
      ),
    );
  }
  const kind = stage_1.StageTransitionKind.ROLLBACK;
  if (incumbent)
    await (0, stage_moves_1.move)(manager, request, {
      version: incumbent,
      to: (0, stage_machine_1.demotionTarget)(model.stageGraph),
      kind,
      reason,
    });
  const version = await manager
    .getRepository(version_entity_1.Version)
    .findOneByOrFail({ id: holder.versionId });
  const at = await (0, stage_moves_1.move)(manager, request, {
    version,
    to: stage_1.Stage.PRODUCTION,
    kind,
    reason,
  });
  await (0, production_holders_1.popAbove)(manager, model, holder, at);
  return version.id;
}
/** `undefined` is not checked; null means that nobody is thought to be in the stage. */
async function requireExpected(manager, model, stage, expected) {
  if (expected === undefined) return;
  const query = manager.getRepository(version_entity_1.Version).createQueryBuilder('version').where('TRUE');
  const current = await (0, version_pick_1.wherePicked)(query, [model.id], { stage }, ['input']).getOne();
  if ((current?.id ?? null) === (expected === null ? null : (0, id_1.idOrNone)(expected))) return;
  const found = current ? `version ${current.number} is` : 'no version is';
  throw new user_error_1.Refusal(
    new user_error_1.ConflictError(
      'UNEXPECTED_STATE',
      `Not the expected one: ${found} in ${stage} of the model "${model.name}". Look again before you decide.`,
      ['input', 'expectedCurrent'],
      current?.id,
    ),
  );
}
function requireMove(model, version, { to, force }) {
  const isMove = version.stage !== to;
  if (isMove && (force || (0, stage_machine_1.mayMove)(model.stageGraph, version.stage, to))) return;
  throw new user_error_1.Refusal(
    new stage_transition_error_1.StageTransitionError(
      version.stage,
      to,
      (0, stage_machine_1.allowedFrom)(model.stageGraph, version.stage),
      ['input', 'to'],
    ),
  );
}
function requireReason(reason) {
  if (reason?.trim()) return;
  throw new user_error_1.Refusal(
    new user_error_1.ValidationError('input.reason: a forced move needs a reason.', ['input', 'reason']),
  );
}
const versionOrNull = async (manager, id) =>
  id === null ? null : manager.getRepository(version_entity_1.Version).findOneByOrFail({ id });
//# sourceMappingURL=stage.service.js.map
