import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import type { Request } from '../contract/request';
import { Baseline } from './baseline.entity';

/** The latest baseline of a version. */
export const baselineOf = (request: Request, dataSource: DataSource): DataLoader<string, Baseline | null> =>
  request.memo(
    baselineOf,
    () =>
      new DataLoader(async (versionIds: readonly string[]) => {
        const rows = await dataSource
          .getRepository(Baseline)
          .createQueryBuilder('baseline')
          .distinctOn(['baseline.version_id'])
          .where('baseline.version_id = ANY(:versionIds)', { versionIds })
          .andWhere('baseline.project_id = :project', { project: request.actor.projectId })
          .orderBy('baseline.version_id')
          .addOrderBy('baseline.revision', 'DESC')
          .getMany();
        const latest = new Map(rows.map((row) => [row.versionId, row]));
        return versionIds.map((id) => latest.get(id) ?? null);
      }),
  );
