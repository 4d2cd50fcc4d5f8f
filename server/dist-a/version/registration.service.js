'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.RegistrationService = void 0;
const store_failure_1 = require('../artifact/store-failure');
const id_1 = require('../contract/id');
const metric_1 = require('../contract/metric');
const tag_1 = require('../contract/tag');
const user_error_1 = require('../contract/user-error');
const transaction_1 = require('../database/transaction');
const cause_1 = require('../event/cause');
const event_log_1 = require('../event/event-log');
const event_type_1 = require('../event/event-type');
const idempotency_1 = require('../event/idempotency');
const signature_rules_1 = require('../signature/signature-rules');
const evaluation_1 = require('./evaluation');
const feature_importance_1 = require('./feature-importance');
const manifest_1 = require('./manifest');
const model_lock_1 = require('./model-lock');
const production_holders_1 = require('./production-holders');
const registration_rules_1 = require('./registration-rules');
const rights_1 = require('./rights');
const stage_1 = require('./stage');
const stage_service_1 = require('./stage.service');
const stage_moves_1 = require('./stage-moves');
const version_entity_1 = require('./version.entity');
/** Registers versions: metadata, artifacts and lineage appear in one commit, or nothing does. */
class RegistrationService {
  constructor(dataSource, models, artifacts, store, turns, steps, committed, log) {
    this.dataSource = dataSource;
    this.models = models;
    this.artifacts = artifacts;
    this.store = store;
    this.turns = turns;
    this.steps = steps;
    this.committed = committed;
    this.log = log;
  }
  async register(request, given) {
    const input = (0, registration_rules_1.checkRegistration)(given);
    if (input.stage === stage_1.Stage.PRODUCTION) (0, rights_1.requireApprover)(request);
    const { requestId, actor, signal } = request;
    const prepared = await Promise.all(this.steps.map((step) => step.prepare(request, input)));
    const parts = prepared.filter((part) => part !== null);
    const turn =
      (await this.models.look(request, input.model))?.id ?? `${actor.projectId}/${input.model.name}`;
    const result = await this.turns.take(turn, signal, () =>
      (0, transaction_1.inTransaction)(this.dataSource, async (manager) => {
        const { entityId, replayed } = await (0, idempotency_1.once)(
          manager,
          actor,
          'registerVersion',
          input,
          () => this.insert(manager, request, input, parts),
        );
        const version = await manager
          .getRepository(version_entity_1.Version)
          .findOneByOrFail({ id: entityId });
        this.log.debug({ requestId, version: entityId }, 'a registration is about to commit');
        return { version, replayed };
      }),
    );
    this.log.debug({ requestId, version: result.version.id }, 'a registration has committed');
    this.committed(actor.projectId);
    return result;
  }
  /** All steps, in the caller's transaction. The id of the new version. */
  async insert(manager, request, input, parts) {
    const { projectId } = request.actor;
    const model = await this.lockedModel(manager, request, input);
    await this.artifacts.verify(manager, projectId, input.artifacts, ['input', 'artifacts']);
    const draft = await this.draft(manager, request, input, model);
    await insertVersion(manager, request, input, model, draft);
    await this.artifacts.insert(manager, { kind: 'VERSION', id: draft.id, projectId }, input.artifacts);
    await (0, evaluation_1.insertEvaluations)(manager, draft.id, input.evaluations);
    for (const keep of parts) await keep(manager, { projectId, model, ...draft });
    await appendRegistered(manager, request, input, model, draft);
    return draft.id;
  }
  /** The model, made first where the input asks for that. */
  async lockedModel(manager, request, input) {
    const { createModel, model: ref } = input;
    const path = ['input', 'model'];
    if (createModel && ref.name != null && !(await this.models.look(request, ref, manager))) {
      // Whoever makes it at the same time wins or loses the name; the loser finds it made.
      const name = ref.name.normalize('NFC');
      const made = await this.models.insert(manager, request, { ...createModel, name });
      if (made) return (0, model_lock_1.lockModel)(manager, request, made, path);
    }
    const found = await this.models.find(request, ref, path, manager);
    if (createModel && createModel.task !== found.task) {
      throw new user_error_1.Refusal(
        new user_error_1.ConflictError(
          'IMMUTABLE',
          `The model "${found.name}" exists with the task ${found.task}; it cannot take a version of task ${createModel.task}.`,
          ['input', 'createModel', 'task'],
          found.id,
        ),
      );
    }
    return (0, model_lock_1.lockModel)(manager, request, found.id, path);
  }
  /** Takes the number, and puts the manifest beside the bytes before anything speaks of it. */
  async draft(manager, { requestId }, input, model) {
    const number = model.nextVersion;
    await manager.query('UPDATE model SET next_version = $2 WHERE id = $1', [model.id, number + 1]);
    const signature = input.signature
      ? (0, signature_rules_1.signatureFor)(model.task, input.signature, ['input', 'signature'])
      : null;
    const metrics = (0, metric_1.keepMetrics)(input.metrics);
    const manifest = (0, manifest_1.manifestOf)({
      model,
      number,
      artifacts: input.artifacts,
      signature,
      hyperparameters: input.hyperparameters ?? {},
      metrics,
    });
    const manifestDigest = await (0, store_failure_1.whileRoom)(() => this.store.keepText(manifest));
    this.log.debug({ requestId, manifestDigest }, 'a manifest is in its place');
    return { id: (0, id_1.newId)(), number, metrics, signature, manifestDigest };
  }
}
exports.RegistrationService = RegistrationService;
async function insertVersion(
  manager,
  request,
  input,
  model,
  { id, number, metrics, signature, manifestDigest },
) {
  const { projectId, subject } = request.actor;
  const isProduction = input.stage === stage_1.Stage.PRODUCTION;
  if (isProduction)
    await (0, stage_service_1.demoteIncumbent)(
      manager,
      request,
      model,
      `Version ${number} was registered in PRODUCTION.`,
    );
  const at = await (0, stage_moves_1.nextInstant)(manager, model.id);
  await manager.query(
    `INSERT INTO version (id, project_id, model_id, number, stage, stage_entered_at, deployed_at, description, algorithm,
       framework, manifest_digest, hyperparameters, metrics, signature, feature_importance, tags, metadata, created_at, registered_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`,
    [
      id,
      projectId,
      model.id,
      number,
      input.stage,
      at,
      isProduction ? at : null,
      input.description,
      input.algorithm ?? null,
      input.framework ?? null,
      manifestDigest,
      JSON.stringify(input.hyperparameters ?? {}),
      JSON.stringify(metric_1.metricsColumn.to(metrics)),
      signature ? JSON.stringify(signature) : null,
      JSON.stringify(feature_importance_1.importanceColumn.to(input.featureImportance)),
      JSON.stringify((0, tag_1.sortTags)(input.tags)),
      JSON.stringify(input.metadata ?? {}),
      input.createdAt ?? null,
      subject,
    ],
  );
  const version = { id, modelId: model.id };
  const kind = stage_1.StageTransitionKind.REGISTRATION;
  await (0, stage_moves_1.recordMove)(manager, request, version, {
    from: null,
    to: input.stage,
    kind,
    reason: null,
    at,
  });
  if (isProduction) await (0, production_holders_1.pushHolder)(manager, projectId, version, at);
}
const appendRegistered = (manager, request, input, model, { id, number, metrics, manifestDigest }) =>
  (0, event_log_1.appendEvent)(manager, (0, cause_1.causeOf)(request), {
    type: event_type_1.EventType.VERSION_REGISTERED,
    subjectKind: event_type_1.SubjectKind.VERSION,
    subjectId: id,
    modelId: model.id,
    after: {
      model: model.name,
      number,
      stage: input.stage,
      description: input.description,
      algorithm: input.algorithm ?? null,
      framework: input.framework ?? null,
      manifestDigest,
      metrics: metric_1.metricsColumn.to(metrics),
      tags: (0, tag_1.sortTags)(input.tags),
    },
  });
//# sourceMappingURL=registration.service.js.map
