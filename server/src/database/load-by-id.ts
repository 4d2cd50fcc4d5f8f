import DataLoader from 'dataloader';
import type { DataSource, ObjectLiteral } from 'typeorm';
import type { Request } from '../contract/request';

/**
 * The request's DataLoader of an entity by id: all ids asked for in one tick are read by one statement, and a row of
 * another project is as missing as one that does not exist.
 */
export function loadById<T extends ObjectLiteral & { id: string }>(
  request: Request,
  dataSource: DataSource,
  entity: new () => T,
  projectColumn: 'projectId' | 'id' = 'projectId',
): DataLoader<string, T | null> {
  return request.memo(
    entity,
    () =>
      new DataLoader(async (ids: readonly string[]) => {
        const rows = await dataSource
          .getRepository(entity)
          .createQueryBuilder('row')
          .where('row.id = ANY(:ids)', { ids })
          .andWhere(`row.${projectColumn} = :project`, { project: request.actor.projectId })
          .getMany();
        const byId = new Map(rows.map((row) => [row.id, row]));
        return ids.map((id) => byId.get(id) ?? null);
      }),
  );
}
