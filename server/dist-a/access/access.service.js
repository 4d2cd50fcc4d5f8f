'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.AccessService = void 0;
const actor_1 = require('../contract/actor');
const id_1 = require('../contract/id');
const rules_1 = require('../contract/rules');
const service_error_1 = require('../contract/service-error');
const user_error_1 = require('../contract/user-error');
const transaction_1 = require('../database/transaction');
const cause_1 = require('../event/cause');
const event_log_1 = require('../event/event-log');
const event_type_1 = require('../event/event-type');
const idempotency_1 = require('../event/idempotency');
const project_entity_1 = require('./project.entity');
const secret_1 = require('./secret');
const token_entity_1 = require('./token.entity');
const projectRules = (0, rules_1.rules)({
  name: (0, rules_1.text)(1, 100).regex(/^[a-z0-9][a-z0-9._-]*$/, {
    error: 'give a-z, 0-9, ".", "_" and "-", starting with a letter or digit',
  }),
  description: (0, rules_1.prose)(2_000),
  idempotencyKey: rules_1.idempotencyKey,
});
const tokenRules = (0, rules_1.rules)({
  subject: (0, rules_1.text)(1, 200),
  idempotencyKey: rules_1.idempotencyKey,
});
const revocationRules = (0, rules_1.rules)({ reason: (0, rules_1.prose)(1_000).nullish() });
/** Projects and tokens: who may come in, and as whom. */
class AccessService {
  constructor(dataSource, committed) {
    this.dataSource = dataSource;
    this.committed = committed;
  }
  async createProject(request, given) {
    const input = (0, rules_1.check)(projectRules, given);
    const result = await (0, transaction_1.inTransaction)(this.dataSource, async (manager) => {
      const { entityId, replayed } = await (0, idempotency_1.once)(
        manager,
        request.actor,
        'createProject',
        input,
        () => this.insertProject(manager, request, input),
      );
      return {
        project: await manager.getRepository(project_entity_1.Project).findOneByOrFail({ id: entityId }),
        replayed,
      };
    });
    this.committed(result.project.id);
    return result;
  }
  async insertProject(manager, request, { name, description }) {
    const id = (0, id_1.newId)();
    const inserted = await manager.query(
      'INSERT INTO project (id, name, description) VALUES ($1, $2, $3) ON CONFLICT (name) DO NOTHING RETURNING id',
      [id, name, description],
    );
    if (inserted.length === 0) {
      const taken = await manager.getRepository(project_entity_1.Project).findOneByOrFail({ name });
      throw new user_error_1.Refusal(
        new user_error_1.ConflictError(
          'NAME_TAKEN',
          `A project named "${name}" exists already; choose another name.`,
          ['input', 'name'],
          taken.id,
        ),
      );
    }
    await (0, event_log_1.appendEvent)(
      manager,
      { ...(0, cause_1.causeOf)(request), projectId: id },
      {
        type: event_type_1.EventType.PROJECT_CREATED,
        subjectKind: event_type_1.SubjectKind.PROJECT,
        subjectId: id,
        after: { name, description },
      },
    );
    return id;
  }
  /** The secret is null on a replay: it was not kept. */
  async createToken(request, given) {
    const input = (0, rules_1.check)(tokenRules, given);
    if (input.role === actor_1.Role.OPERATOR) {
      throw new user_error_1.Refusal(
        new user_error_1.ValidationError(
          'input.role: OPERATOR comes only from the environment of the server; give at most ADMIN.',
          ['input', 'role'],
        ),
      );
    }
    const secret = (0, secret_1.makeSecret)();
    const result = await (0, transaction_1.inTransaction)(this.dataSource, async (manager) => {
      const { entityId, replayed } = await (0, idempotency_1.once)(
        manager,
        request.actor,
        'createToken',
        input,
        () => this.insertToken(manager, request, input, secret),
      );
      return {
        token: await manager.getRepository(token_entity_1.Token).findOneByOrFail({ id: entityId }),
        replayed,
      };
    });
    this.committed(result.token.projectId);
    return { ...result, secret: result.replayed ? null : secret };
  }
  async insertToken(manager, request, input, secret) {
    const projectId = await this.projectOfNewToken(manager, request, input.project);
    const id = (0, id_1.newId)();
    const inserted = await manager.query(
      `INSERT INTO token (id, project_id, subject, role, prefix, secret_hash, created_by, expires_at)
       SELECT $1, $2, $3, $4, $5, $6, $7, $8::timestamptz WHERE $8::timestamptz IS NULL OR $8::timestamptz > clock_timestamp() RETURNING id`,
      [
        id,
        projectId,
        input.subject,
        input.role,
        (0, secret_1.shownPrefix)(secret),
        (0, secret_1.hashSecret)(secret),
        request.actor.subject,
        input.expiresAt ?? null,
      ],
    );
    if (inserted.length === 0) {
      throw new user_error_1.Refusal(
        new user_error_1.ValidationError(`input.expiresAt: ${input.expiresAt} is not in the future.`, [
          'input',
          'expiresAt',
        ]),
      );
    }
    await (0, event_log_1.appendEvent)(
      manager,
      { ...(0, cause_1.causeOf)(request), projectId },
      {
        type: event_type_1.EventType.TOKEN_CREATED,
        subjectKind: event_type_1.SubjectKind.TOKEN,
        subjectId: id,
        after: {
          subject: input.subject,
          role: input.role,
          prefix: (0, secret_1.shownPrefix)(secret),
          expiresAt: input.expiresAt ?? null,
        },
      },
    );
    return id;
  }
  async projectOfNewToken(manager, request, ref) {
    const { actor } = request;
    if (!ref) return actor.projectId;
    const project = await this.findProject(request, ref, manager);
    if (project) return project.id;
    if (!(0, actor_1.includesRole)(actor.role, actor_1.Role.OPERATOR))
      throw new service_error_1.ServiceError(
        'FORBIDDEN',
        'A token for another project needs the role OPERATOR.',
      );
    throw new user_error_1.Refusal(
      new user_error_1.NotFoundError(`There is no project ${ref.name ?? ref.id}.`, ['input', 'project']),
    );
  }
  /** Other projects than the actor's own are seen by OPERATOR only. */
  async findProject({ actor }, ref, manager = this.dataSource.manager) {
    const where = ref.id != null ? { id: (0, id_1.idOrNone)(ref.id) } : { name: ref.name ?? '' };
    const project = await manager.getRepository(project_entity_1.Project).findOneBy(where);
    return project &&
      (project.id === actor.projectId || (0, actor_1.includesRole)(actor.role, actor_1.Role.OPERATOR))
      ? project
      : null;
  }
  async revokeToken(request, given) {
    const { id, reason } = (0, rules_1.check)(revocationRules, given);
    const { actor } = request;
    const token = await (0, transaction_1.inTransaction)(this.dataSource, async (manager) => {
      const tokens = manager.getRepository(token_entity_1.Token);
      const before = await tokens.findOne({
        where: { id: (0, id_1.idOrNone)(id), projectId: actor.projectId },
        lock: { mode: 'pessimistic_write' },
      });
      if (!before)
        throw new user_error_1.Refusal(
          new user_error_1.NotFoundError(`There is no token ${id} in this project.`, ['input', 'id']),
        );
      if (before.revokedAt) return before;
      await manager.query('UPDATE token SET revoked_at = clock_timestamp() WHERE id = $1', [before.id]);
      const after = await tokens.findOneByOrFail({ id: before.id });
      await (0, event_log_1.appendEvent)(manager, (0, cause_1.causeOf)(request), {
        type: event_type_1.EventType.TOKEN_REVOKED,
        subjectKind: event_type_1.SubjectKind.TOKEN,
        subjectId: before.id,
        before: { revokedAt: null },
        after: { revokedAt: after.revokedAt },
        reason,
      });
      return after;
    });
    this.committed(actor.projectId);
    return token;
  }
}
exports.AccessService = AccessService;
//# sourceMappingURL=access.service.js.map
