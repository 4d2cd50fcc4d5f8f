import DataLoader from 'dataloader';
import type { Request } from '../contract/request';

/**
 * The request's DataLoader of the rows that belong to a parent: those of all parents asked for in one tick are read by
 * one call of `read`, whose order each list keeps. `key` names the loader in the request.
 */
export function loadByParent<T>(
  request: Request,
  key: unknown,
  read: (parentIds: readonly string[]) => Promise<readonly T[]>,
  parentOf: (row: T) => string,
): DataLoader<string, T[]> {
  return request.memo(
    key,
    () =>
      new DataLoader(async (parentIds: readonly string[]) => {
        const lists = new Map<string, T[]>(parentIds.map((id) => [id, []]));
        for (const row of await read(parentIds)) lists.get(parentOf(row))?.push(row);
        return parentIds.map((id) => lists.get(id) ?? []);
      }),
  );
}
