import DataLoader from 'dataloader';
import type { DataSource, ObjectLiteral } from 'typeorm';
import type { Request } from '../contract/request';

/** For a column that may be large: rows are read without it until a field asks for it with `lateColumns`. */
export const LATE = { select: false } as const;

/**
 * The request's DataLoader of some late columns of an entity, by the id of a row of the project: those of all rows asked for
 * in one tick are read by one statement, so that a list costs what is selected of it.
 */
export function lateColumns<
  T extends ObjectLiteral & { id: string; projectId: string },
  K extends keyof T & string,
>(
  request: Request,
  dataSource: DataSource,
  entity: new () => T,
  columns: readonly K[],
): DataLoader<string, Pick<T, K>> {
  return request.memo(
    `${entity.name} ${columns}`,
    () =>
      new DataLoader(async (ids: readonly string[]) => {
        const rows = await dataSource
          .getRepository(entity)
          .createQueryBuilder('row')
          .select(['id', ...columns].map((column) => `row.${column}`))
          .where('row.id = ANY(:ids)', { ids })
          .andWhere('row.projectId = :project', { project: request.actor.projectId })
          .getMany();
        const byId = new Map(rows.map((row) => [row.id, row]));
        return ids.map((id) => byId.get(id) ?? new Error(`The ${entity.name} ${id} is gone.`));
      }),
  );
}
