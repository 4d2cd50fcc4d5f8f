'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.whereText = whereText;
exports.whereInstant = whereInstant;
exports.whereOneOf = whereOneOf;
exports.whereTags = whereTags;
const service_error_1 = require('../contract/service-error');
// One query may filter the same column twice; a counter of the query itself keeps the parameters apart.
const parameter = (query, value) => {
  const name = `filter_${Object.keys(query.getParameters()).length}`;
  query.setParameter(name, value);
  return name;
};
const atMost = (most, list, what) => {
  if (list.length > most)
    throw new service_error_1.ServiceError(
      'BAD_REQUEST',
      `${what} takes at most ${most} values; ${list.length} were given.`,
    );
};
function whereText(query, column, filter) {
  if (filter?.eq != null) query.andWhere(`${column} = :${parameter(query, filter.eq.normalize('NFC'))}`);
  if (filter?.in != null) {
    atMost(50, filter.in, 'in');
    query.andWhere(
      `${column} = ANY(:${parameter(
        query,
        filter.in.map((text) => text.normalize('NFC')),
      )})`,
    );
  }
  if (filter?.startsWith != null)
    query.andWhere(`starts_with(${column}, :${parameter(query, filter.startsWith.normalize('NFC'))})`);
}
function whereInstant(query, column, filter) {
  if (filter?.gte != null) query.andWhere(`${column} >= :${parameter(query, filter.gte)}::timestamptz`);
  if (filter?.lt != null) query.andWhere(`${column} < :${parameter(query, filter.lt)}::timestamptz`);
}
function whereOneOf(query, column, values) {
  if (values == null) return;
  atMost(50, values, 'A list of values');
  query.andWhere(`${column} = ANY(:${parameter(query, values)})`);
}
/** `column` is a jsonb array of `{key, value}` with a GIN index. */
function whereTags(query, column, filter) {
  const asJson = (tag) =>
    JSON.stringify([tag.value == null ? { key: tag.key } : { key: tag.key, value: tag.value }]);
  if (filter?.all != null) {
    atMost(10, filter.all, 'all');
    for (const tag of filter.all) query.andWhere(`${column} @> :${parameter(query, asJson(tag))}::jsonb`);
  }
  if (filter?.any != null) {
    atMost(10, filter.any, 'any');
    const any = filter.any.map((tag) => `${column} @> :${parameter(query, asJson(tag))}::jsonb`);
    query.andWhere(any.length > 0 ? `(${any.join(' OR ')})` : 'FALSE');
  }
}
//# sourceMappingURL=where.js.map
