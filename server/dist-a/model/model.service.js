'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.ModelService = exports.newModel = exports.modelName = void 0;
const id_1 = require('../contract/id');
const rules_1 = require('../contract/rules');
const tag_1 = require('../contract/tag');
const user_error_1 = require('../contract/user-error');
const transaction_1 = require('../database/transaction');
const cause_1 = require('../event/cause');
const event_log_1 = require('../event/event-log');
const event_type_1 = require('../event/event-type');
const idempotency_1 = require('../event/idempotency');
const model_entity_1 = require('./model.entity');
exports.modelName = (0, rules_1.text)(1, 200);
/** What a new model must keep beside its name, whoever makes it. */
exports.newModel = {
  description: (0, rules_1.prose)(10_000),
  owner: (0, rules_1.text)(1, 200).nullish(),
  domain: (0, rules_1.text)(1, 200).nullish(),
  tags: rules_1.tags,
};
const registration = (0, rules_1.rules)({
  name: exports.modelName,
  ...exports.newModel,
  idempotencyKey: rules_1.idempotencyKey,
});
class ModelService {
  constructor(dataSource, committed) {
    this.dataSource = dataSource;
    this.committed = committed;
  }
  async register(request, given) {
    const input = (0, rules_1.check)(registration, given);
    const result = await (0, transaction_1.inTransaction)(this.dataSource, async (manager) => {
      const { entityId, replayed } = await (0, idempotency_1.once)(
        manager,
        request.actor,
        'registerModel',
        input,
        async () => {
          const made = await this.insert(manager, request, input);
          if (made) return made;
          const taken = await manager
            .getRepository(model_entity_1.Model)
            .findOneByOrFail({ projectId: request.actor.projectId, name: input.name });
          throw new user_error_1.Refusal(
            new user_error_1.ConflictError(
              'NAME_TAKEN',
              `A model named "${input.name}" exists already in this project; use it, or choose another name.`,
              ['input', 'name'],
              taken.id,
            ),
          );
        },
      );
      return {
        model: await manager.getRepository(model_entity_1.Model).findOneByOrFail({ id: entityId }),
        replayed,
      };
    });
    this.committed(request.actor.projectId);
    return result;
  }
  /** The id of the new model with its event, in the caller's transaction; null when the name is taken. `input` has been checked. */
  async insert(manager, request, input) {
    const id = (0, id_1.newId)();
    const kept = {
      name: input.name,
      description: input.description,
      task: input.task,
      owner: input.owner ?? null,
      domain: input.domain ?? null,
      tags: (0, tag_1.sortTags)(input.tags),
      metadata: input.metadata ?? {},
    };
    const inserted = await manager.query(
      `INSERT INTO model (id, project_id, name, description, task, owner, domain, tags, metadata, registered_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (project_id, name) DO NOTHING RETURNING id`,
      [
        id,
        request.actor.projectId,
        kept.name,
        kept.description,
        kept.task,
        kept.owner,
        kept.domain,
        JSON.stringify(kept.tags),
        JSON.stringify(kept.metadata),
        request.actor.subject,
      ],
    );
    if (inserted.length === 0) return null;
    await (0, event_log_1.appendEvent)(manager, (0, cause_1.causeOf)(request), {
      type: event_type_1.EventType.MODEL_REGISTERED,
      subjectKind: event_type_1.SubjectKind.MODEL,
      subjectId: id,
      modelId: id,
      after: kept,
    });
    return id;
  }
  /** The model that a reference names; null when there is none in the project. */
  look(request, ref, manager = this.dataSource.manager) {
    const where =
      ref.id != null ? { id: (0, id_1.idOrNone)(ref.id) } : { name: (ref.name ?? '').normalize('NFC') };
    return manager
      .getRepository(model_entity_1.Model)
      .findOneBy({ ...where, projectId: request.actor.projectId });
  }
  /** The model that a reference names; a `Refusal` with NotFoundError when there is none in the project. */
  async find(request, ref, path = ['ref'], manager = this.dataSource.manager) {
    const model = await this.look(request, ref, manager);
    if (model) return model;
    throw new user_error_1.Refusal(
      new user_error_1.NotFoundError(
        `There is no model ${ref.name != null ? `named "${ref.name}"` : ref.id} in this project.`,
        path,
      ),
    );
  }
}
exports.ModelService = ModelService;
//# sourceMappingURL=model.service.js.map
