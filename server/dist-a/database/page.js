'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.fingerprintOf = void 0;
exports.readPage = readPage;
exports.inOrder = inOrder;
exports.toPage = toPage;
const node_crypto_1 = require('node:crypto');
const paging_1 = require('../contract/paging');
const service_error_1 = require('../contract/service-error');
/**
 * One page of a query in keyset order: its cost does not depend on how far one has read. The last column of `order` must
 * be unique. `query` must not be ordered or limited yet.
 */
async function readPage(query, order, request) {
  const size = (0, paging_1.pageSize)(request.first);
  const fingerprint = (0, exports.fingerprintOf)(request.of);
  const counted = query.clone();
  if (request.after != null) query.andWhere(...beyond(order, readCursor(request.after, fingerprint, order)));
  const { entities, raw } = await inOrder(query, order)
    .limit(size + 1)
    .getRawAndEntities();
  return toPage(entities, raw, { size, fingerprint, order, hasPrevious: request.after != null }, () =>
    counted.getCount(),
  );
}
/** The query in order, each row with the text of its keys, of which its cursor is made. */
function inOrder(query, order) {
  order.forEach(({ sql, descending }, index) => {
    query.addSelect(`(${sql})::text`, `key_${index}`);
    query.addOrderBy(sql, descending ? 'DESC' : 'ASC');
  });
  return query;
}
const fingerprintOf = (list) =>
  (0, node_crypto_1.createHash)('sha256').update(JSON.stringify(list)).digest('base64url').slice(0, 12);
exports.fingerprintOf = fingerprintOf;
/** The page of rows of which one more than its size was asked for. */
function toPage(entities, raw, { size, fingerprint, order, hasPrevious }, count) {
  const edges = entities.slice(0, size).map((node, row) => ({
    node,
    cursor: writeCursor(
      fingerprint,
      order.map((_, index) => raw[row][`key_${index}`]),
    ),
  }));
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: {
      hasNextPage: entities.length > size,
      hasPreviousPage: hasPrevious,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    get totalCount() {
      return count();
    },
  };
}
/** `(a, b) beyond (x, y)`, as a row comparison where all run the same way, so that one index range serves it. */
function beyond(order, keys) {
  const parameters = Object.fromEntries(keys.map((key, index) => [`after_${index}`, key]));
  const value = (index) => `:after_${index}::${order[index].type}`;
  if (order.every(({ descending }) => descending === order[0].descending)) {
    const columns = order.map(({ sql }) => sql).join(', ');
    const values = order.map((_, index) => value(index)).join(', ');
    return [`(${columns}) ${order[0].descending ? '<' : '>'} (${values})`, parameters];
  }
  const alternatives = order.map((column, index) => {
    const equal = order.slice(0, index).map(({ sql }, before) => `${sql} = ${value(before)}`);
    return [...equal, `${column.sql} ${column.descending ? '<' : '>'} ${value(index)}`].join(' AND ');
  });
  return [`(${alternatives.map((one) => `(${one})`).join(' OR ')})`, parameters];
}
const writeCursor = (fingerprint, keys) =>
  Buffer.from(JSON.stringify([fingerprint, ...keys])).toString('base64url');
const VALID = {
  timestamptz: /^\d{4,5}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?\+00$/,
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  text: /^[^\0]*$/s,
  bigint: /^-?\d{1,18}$/,
  integer: /^-?\d{1,9}$/,
  float8: /^(NaN|-?Infinity|-?\d+(\.\d+)?(e[+-]?\d+)?)$/,
};
function readCursor(cursor, fingerprint, order) {
  let parts;
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    parts = null;
  }
  if (!Array.isArray(parts) || parts.length !== order.length + 1)
    throw invalidCursor('This cursor was not made by this server');
  const [made, ...keys] = parts;
  if (made !== fingerprint) throw invalidCursor('This cursor belongs to another list, filter or order');
  if (!keys.every((key, index) => typeof key === 'string' && VALID[order[index].type].test(key))) {
    throw invalidCursor('This cursor was not made by this server');
  }
  return keys;
}
const invalidCursor = (why) =>
  new service_error_1.ServiceError('CURSOR_INVALID', `${why}; begin again without \`after\`.`);
//# sourceMappingURL=page.js.map
