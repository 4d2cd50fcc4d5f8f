import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { Page } from '../contract/connection';
import { pageSize } from '../contract/paging';
import {
  fingerprintOf,
  inOrder,
  type Keys,
  type OrderColumn,
  type PageRequest,
  readPage,
  toPage,
} from './page';

export interface PagesRequest extends Omit<PageRequest, 'of'> {
  /** What `of` is to one page, for the page of each parent. */
  readonly of: (parentId: string) => unknown;
}

/**
 * The same page of each of several parents, in one statement: for fields that list the children of a row, which would
 * otherwise ask once per row of the page above. `parent` is the uuid column that names the parent. Not for partitioned
 * tables: rows are found again by their place in the table.
 */
export async function readPages<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  parent: string,
  parentIds: readonly string[],
  order: readonly OrderColumn[],
  request: PagesRequest,
): Promise<Page<T>[]> {
  const ofOne = (id: string) => query.clone().andWhere(`${parent} = :parent_id`, { parent_id: id });
  if (request.after != null) {
    // A cursor belongs to one parent, so there is one, or all but one are refused.
    return Promise.all(parentIds.map((id) => readPage(ofOne(id), order, { ...request, of: request.of(id) })));
  }
  const size = pageSize(request.first);
  const { alias } = query;
  const ofEach = query
    .clone()
    .select(`${alias}.ctid`, 'place')
    .andWhere(`${parent} = parent.id`)
    .limit(size + 1);
  for (const { sql, descending } of order) ofEach.addOrderBy(sql, descending ? 'DESC' : 'ASC');
  const all = query.connection
    .createQueryBuilder(query.expressionMap.mainAlias!.metadata.target, alias)
    .where(
      `${alias}.ctid = ANY(ARRAY(SELECT picked.place FROM unnest(:parent_ids::uuid[]) AS parent (id), LATERAL (${ofEach.getQuery()}) AS picked))`,
    )
    .setParameters({ ...query.getParameters(), parent_ids: parentIds })
    .addSelect(`${parent}::text`, 'key_parent') as SelectQueryBuilder<T>;
  const { entities, raw } = await inOrder(all, order).getRawAndEntities<Keys>();
  return parentIds.map((id) => {
    const rows = raw.flatMap((keys, row) => (keys.key_parent === id ? [row] : []));
    return toPage(
      rows.map((row) => entities[row]!),
      rows.map((row) => raw[row]!),
      { size, fingerprint: fingerprintOf(request.of(id)), order, hasPrevious: false },
      () => ofOne(id).getCount(),
    );
  });
}
