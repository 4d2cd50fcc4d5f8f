import type { DataSource, EntityManager } from 'typeorm';
import { includesRole, Role } from '../contract/actor';
import { idOrNone, newId } from '../contract/id';
import type { Request } from '../contract/request';
import { check, idempotencyKey, prose, rules, text } from '../contract/rules';
import { ServiceError } from '../contract/service-error';
import { ConflictError, NotFoundError, Refusal, ValidationError } from '../contract/user-error';
import { inTransaction } from '../database/transaction';
import { causeOf } from '../event/cause';
import { appendEvent } from '../event/event-log';
import { EventType, SubjectKind } from '../event/event-type';
import { once } from '../event/idempotency';
import type { CreateProjectInput, CreateTokenInput, ProjectRef, RevokeTokenInput } from './access.input';
import { OPERATOR_SUBJECT } from './authenticator';
import { Project } from './project.entity';
import { hashSecret, makeSecret, shownPrefix } from './secret';
import { Token } from './token.entity';

const projectRules = rules({
  name: text(1, 100).regex(/^[a-z0-9][a-z0-9._-]*$/, {
    error: 'give a-z, 0-9, ".", "_" and "-", starting with a letter or digit',
  }),
  description: prose(2_000),
  idempotencyKey,
});
const isOperator = (subject: string): boolean => subject.normalize('NFKC').toLowerCase() === OPERATOR_SUBJECT;
const tokenRules = rules({
  subject: text(1, 200).refine((subject) => !isOperator(subject), {
    error: `"${OPERATOR_SUBJECT}" is whoever has the operator's secret; give another subject`,
  }),
  idempotencyKey,
});
const revocationRules = rules({ reason: prose(1_000).nullish() });

/** Projects and tokens: who may come in, and as whom. */
export class AccessService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly committed: (projectId: string) => void,
  ) {}

  async createProject(
    request: Request,
    given: CreateProjectInput,
  ): Promise<{ project: Project; replayed: boolean }> {
    const input = check(projectRules, given);
    const result = await inTransaction(this.dataSource, async (manager) => {
      const { entityId, replayed } = await once(manager, request.actor, 'createProject', input, () =>
        this.insertProject(manager, request, input),
      );
      return { project: await manager.getRepository(Project).findOneByOrFail({ id: entityId }), replayed };
    });
    this.committed(result.project.id);
    return result;
  }

  private async insertProject(
    manager: EntityManager,
    request: Request,
    { name, description }: CreateProjectInput,
  ): Promise<string> {
    const id = newId();
    const inserted = await manager.query<unknown[]>(
      'INSERT INTO project (id, name, description) VALUES ($1, $2, $3) ON CONFLICT (name) DO NOTHING RETURNING id',
      [id, name, description],
    );
    if (inserted.length === 0) {
      const taken = await manager.getRepository(Project).findOneByOrFail({ name });
      throw new Refusal(
        new ConflictError(
          'NAME_TAKEN',
          `A project named "${name}" exists already; choose another name.`,
          ['input', 'name'],
          taken.id,
        ),
      );
    }
    await appendEvent(
      manager,
      { ...causeOf(request), projectId: id },
      {
        type: EventType.PROJECT_CREATED,
        subjectKind: SubjectKind.PROJECT,
        subjectId: id,
        after: { name, description },
      },
    );
    return id;
  }

  /** The secret is null on a replay: it was not kept. */
  async createToken(
    request: Request,
    given: CreateTokenInput,
  ): Promise<{ token: Token; secret: string | null; replayed: boolean }> {
    const input = check(tokenRules, given);
    if (input.role === Role.OPERATOR) {
      throw new Refusal(
        new ValidationError(
          'input.role: OPERATOR comes only from the environment of the server; give at most ADMIN.',
          ['input', 'role'],
        ),
      );
    }
    const secret = makeSecret();
    const result = await inTransaction(this.dataSource, async (manager) => {
      // Before the key decides: a replay needs the right, too.
      const projectId = await this.projectOfNewToken(manager, request, input.project);
      const { entityId, replayed } = await once(manager, request.actor, 'createToken', input, () =>
        this.insertToken(manager, request, projectId, input, secret),
      );
      return { token: await manager.getRepository(Token).findOneByOrFail({ id: entityId }), replayed };
    });
    this.committed(result.token.projectId);
    return { ...result, secret: result.replayed ? null : secret };
  }

  private async insertToken(
    manager: EntityManager,
    request: Request,
    projectId: string,
    input: CreateTokenInput,
    secret: string,
  ): Promise<string> {
    const id = newId();
    const inserted = await manager.query<unknown[]>(
      `INSERT INTO token (id, project_id, subject, role, prefix, secret_hash, created_by, expires_at)
       SELECT $1, $2, $3, $4, $5, $6, $7, $8::timestamptz WHERE $8::timestamptz IS NULL OR $8::timestamptz > clock_timestamp() RETURNING id`,
      [
        id,
        projectId,
        input.subject,
        input.role,
        shownPrefix(secret),
        hashSecret(secret),
        request.actor.subject,
        input.expiresAt ?? null,
      ],
    );
    if (inserted.length === 0) {
      throw new Refusal(
        new ValidationError(`input.expiresAt: ${input.expiresAt} is not in the future.`, [
          'input',
          'expiresAt',
        ]),
      );
    }
    await appendEvent(
      manager,
      { ...causeOf(request), projectId },
      {
        type: EventType.TOKEN_CREATED,
        subjectKind: SubjectKind.TOKEN,
        subjectId: id,
        after: {
          subject: input.subject,
          role: input.role,
          prefix: shownPrefix(secret),
          expiresAt: input.expiresAt ?? null,
        },
      },
    );
    return id;
  }

  private async projectOfNewToken(
    manager: EntityManager,
    request: Request,
    ref: ProjectRef | null | undefined,
  ): Promise<string> {
    const { actor } = request;
    if (!ref) return actor.projectId;
    const project = await this.findProject(request, ref, manager);
    if (project) return project.id;
    if (!includesRole(actor.role, Role.OPERATOR))
      throw new ServiceError('FORBIDDEN', 'A token for another project needs the role OPERATOR.');
    throw new Refusal(new NotFoundError(`There is no project ${ref.name ?? ref.id}.`, ['input', 'project']));
  }

  /** Other projects than the actor's own are seen by OPERATOR only. */
  async findProject(
    { actor }: Request,
    ref: ProjectRef,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<Project | null> {
    const where = ref.id != null ? { id: idOrNone(ref.id) } : { name: ref.name ?? '' };
    const project = await manager.getRepository(Project).findOneBy(where);
    return project && (project.id === actor.projectId || includesRole(actor.role, Role.OPERATOR))
      ? project
      : null;
  }

  async revokeToken(request: Request, given: RevokeTokenInput): Promise<Token> {
    const { id, reason } = check(revocationRules, given);
    const { actor } = request;
    const token = await inTransaction(this.dataSource, async (manager) => {
      const tokens = manager.getRepository(Token);
      const before = await tokens.findOne({
        where: { id: idOrNone(id), projectId: actor.projectId },
        lock: { mode: 'pessimistic_write' },
      });
      if (!before)
        throw new Refusal(new NotFoundError(`There is no token ${id} in this project.`, ['input', 'id']));
      if (before.revokedAt) return before;
      await manager.query('UPDATE token SET revoked_at = clock_timestamp() WHERE id = $1', [before.id]);
      const after = await tokens.findOneByOrFail({ id: before.id });
      await appendEvent(manager, causeOf(request), {
        type: EventType.TOKEN_REVOKED,
        subjectKind: SubjectKind.TOKEN,
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
