import type { DataSource, EntityManager } from 'typeorm';
import { idOrNone, newId } from '../contract/id';
import type { Request } from '../contract/request';
import { check, idempotencyKey, prose, rules, tags, text } from '../contract/rules';
import { sortTags } from '../contract/tag';
import { ConflictError, NotFoundError, Refusal } from '../contract/user-error';
import { inTransaction } from '../database/transaction';
import { causeOf } from '../event/cause';
import { appendEvent } from '../event/event-log';
import { EventType, SubjectKind } from '../event/event-type';
import { once } from '../event/idempotency';
import { Model } from './model.entity';
import type { ModelRef, RegisterModelInput } from './model.input';

export const modelName = text(1, 200);

/** What a new model must keep beside its name, whoever makes it. */
export const newModel = {
  description: prose(10_000),
  owner: text(1, 200).nullish(),
  domain: text(1, 200).nullish(),
  tags,
};

const registration = rules({ name: modelName, ...newModel, idempotencyKey });

export class ModelService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly committed: (projectId: string) => void,
  ) {}

  async register(request: Request, given: RegisterModelInput): Promise<{ model: Model; replayed: boolean }> {
    const input = check(registration, given);
    const result = await inTransaction(this.dataSource, async (manager) => {
      const { entityId, replayed } = await once(manager, request.actor, 'registerModel', input, async () => {
        const made = await this.insert(manager, request, input);
        if (made) return made;
        const taken = await manager
          .getRepository(Model)
          .findOneByOrFail({ projectId: request.actor.projectId, name: input.name });
        throw new Refusal(
          new ConflictError(
            'NAME_TAKEN',
            `A model named "${input.name}" exists already in this project; use it, or choose another name.`,
            ['input', 'name'],
            taken.id,
          ),
        );
      });
      return { model: await manager.getRepository(Model).findOneByOrFail({ id: entityId }), replayed };
    });
    this.committed(request.actor.projectId);
    return result;
  }

  /** The id of the new model with its event, in the caller's transaction; null when the name is taken. `input` has been checked. */
  async insert(manager: EntityManager, request: Request, input: RegisterModelInput): Promise<string | null> {
    const id = newId();
    const kept = {
      name: input.name,
      description: input.description,
      task: input.task,
      owner: input.owner ?? null,
      domain: input.domain ?? null,
      tags: sortTags(input.tags),
      metadata: input.metadata ?? {},
    };
    const inserted = await manager.query<unknown[]>(
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
    await appendEvent(manager, causeOf(request), {
      type: EventType.MODEL_REGISTERED,
      subjectKind: SubjectKind.MODEL,
      subjectId: id,
      modelId: id,
      after: kept,
    });
    return id;
  }

  /** The model that a reference names; null when there is none in the project. */
  look(
    request: Request,
    ref: ModelRef,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<Model | null> {
    const where = ref.id != null ? { id: idOrNone(ref.id) } : { name: (ref.name ?? '').normalize('NFC') };
    return manager.getRepository(Model).findOneBy({ ...where, projectId: request.actor.projectId });
  }

  /** The model that a reference names; a `Refusal` with NotFoundError when there is none in the project. */
  async find(
    request: Request,
    ref: ModelRef,
    path: readonly string[] = ['ref'],
    manager: EntityManager = this.dataSource.manager,
  ): Promise<Model> {
    const model = await this.look(request, ref, manager);
    if (model) return model;
    throw new Refusal(
      new NotFoundError(
        `There is no model ${ref.name != null ? `named "${ref.name}"` : ref.id} in this project.`,
        path,
      ),
    );
  }
}
