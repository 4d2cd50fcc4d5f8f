'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.readPages = readPages;
const paging_1 = require('../contract/paging');
const page_1 = require('./page');
/**
 * The same page of each of several parents, in one statement: for fields that list the children of a row, which would
 * otherwise ask once per row of the page above. `parent` is the uuid column that names the parent. Not for partitioned
 * tables: rows are found again by their place in the table.
 */
async function readPages(query, parent, parentIds, order, request) {
  const ofOne = (id) => query.clone().andWhere(`${parent} = :parent_id`, { parent_id: id });
  if (request.after != null) {
    // A cursor belongs to one parent, so there is one, or all but one are refused.
    return Promise.all(
      parentIds.map((id) => (0, page_1.readPage)(ofOne(id), order, { ...request, of: request.of(id) })),
    );
  }
  const size = (0, paging_1.pageSize)(request.first);
  const { alias } = query;
  const ofEach = query
    .clone()
    .select(`${alias}.ctid`, 'place')
    .andWhere(`${parent} = parent.id`)
    .limit(size + 1);
  for (const { sql, descending } of order) ofEach.addOrderBy(sql, descending ? 'DESC' : 'ASC');
  const all = query.connection
    .createQueryBuilder(query.expressionMap.mainAlias.metadata.target, alias)
    .where(
      `${alias}.ctid = ANY(ARRAY(SELECT picked.place FROM unnest(:parent_ids::uuid[]) AS parent (id), LATERAL (${ofEach.getQuery()}) AS picked))`,
    )
    .setParameters({ ...query.getParameters(), parent_ids: parentIds })
    .addSelect(`${parent}::text`, 'key_parent');
  const { entities, raw } = await (0, page_1.inOrder)(all, order).getRawAndEntities();
  return parentIds.map((id) => {
    const rows = raw.flatMap((keys, row) => (keys.key_parent === id ? [row] : []));
    return (0, page_1.toPage)(
      rows.map((row) => entities[row]),
      rows.map((row) => raw[row]),
      { size, fingerprint: (0, page_1.fingerprintOf)(request.of(id)), order, hasPrevious: false },
      () => ofOne(id).getCount(),
    );
  });
}
//# sourceMappingURL=pages-of-parents.js.map
