import type DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import type { Request } from '../contract/request';
import { loadByParent } from '../database/load-by-parent';
import { Artifact } from './artifact.entity';

/** The artifacts of an owner, by path. */
export const artifactsOf = (request: Request, dataSource: DataSource): DataLoader<string, Artifact[]> =>
  loadByParent(
    request,
    artifactsOf,
    (owners) =>
      dataSource
        .getRepository(Artifact)
        .createQueryBuilder('artifact')
        .where('artifact.owner_id = ANY(:owners)', { owners })
        .andWhere('artifact.project_id = :project', { project: request.actor.projectId })
        .orderBy('artifact.path')
        .getMany(),
    ({ ownerId }) => ownerId,
  );
