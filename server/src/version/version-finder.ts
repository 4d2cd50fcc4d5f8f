import type { DataSource, EntityManager } from 'typeorm';
import { idOrNone } from '../contract/id';
import type { Request } from '../contract/request';
import { NotFoundError, Refusal, ValidationError } from '../contract/user-error';
import type { ModelService } from '../model/model.service';
import { Version } from './version.entity';
import type { VersionRef } from './version.input';
import { describePick, PRODUCTION, wherePicked } from './version-pick';

/** Finds what references name, within the project of the request. */
export class VersionFinder {
  constructor(
    private readonly dataSource: DataSource,
    private readonly models: ModelService,
  ) {}

  /** The version that a reference names; a `Refusal` with NotFoundError when there is none in the project. */
  async find(
    request: Request,
    ref: VersionRef,
    path: readonly string[] = ['ref'],
    manager: EntityManager = this.dataSource.manager,
  ): Promise<Version> {
    const pick = ref.pick ?? PRODUCTION;
    const query = manager
      .getRepository(Version)
      .createQueryBuilder('version')
      .where('version.project_id = :project', { project: request.actor.projectId });
    if (ref.model) {
      const model = await this.models.find(request, ref.model, [...path, 'model'], manager);
      const version = await wherePicked(query, [model.id], pick, [...path, 'pick']).getOne();
      if (version) return version;
      throw missing(`There is no ${describePick(pick)} of the model "${model.name}".`, [...path, 'pick']);
    }
    if (pick.id == null) throw modelNeeded(path);
    const version = await query.andWhere('version.id = :id', { id: idOrNone(pick.id) }).getOne();
    if (version) return version;
    throw missing(`There is no version ${pick.id} in this project.`, [...path, 'pick', 'id']);
  }

  /** The model of the version that a reference names, whether or not it has that version. */
  async modelIdOf(request: Request, ref: VersionRef, path: readonly string[]): Promise<string> {
    if (ref.model) return (await this.models.find(request, ref.model, [...path, 'model'])).id;
    return (await this.find(request, ref, path)).modelId;
  }
}

const missing = (message: string, path: readonly string[]): Refusal =>
  new Refusal(new NotFoundError(message, path));

const modelNeeded = (path: readonly string[]): Refusal =>
  new Refusal(
    new ValidationError(`${[...path, 'model'].join('.')}: say of which model, or pick the version by id.`, [
      ...path,
      'model',
    ]),
  );
