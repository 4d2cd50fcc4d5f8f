import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { DateTimeFilter, StringFilter } from '../contract/filter';
import { ServiceError } from '../contract/service-error';
import type { TagFilter } from '../contract/tag';

/** The typed comparators of filters, as SQL over one column. Each adds its conditions to the query's WHERE. */

type Query = SelectQueryBuilder<ObjectLiteral>;

// One query may filter the same column twice; a counter of the query itself keeps the parameters apart.
const parameter = (query: Query, value: unknown): string => {
  const name = `filter_${Object.keys(query.getParameters()).length}`;
  query.setParameter(name, value);
  return name;
};

const atMost = (most: number, list: readonly unknown[], what: string): void => {
  if (list.length > most)
    throw new ServiceError('BAD_REQUEST', `${what} takes at most ${most} values; ${list.length} were given.`);
};

export function whereText(query: Query, column: string, filter: StringFilter | null | undefined): void {
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

export function whereInstant(query: Query, column: string, filter: DateTimeFilter | null | undefined): void {
  if (filter?.gte != null) query.andWhere(`${column} >= :${parameter(query, filter.gte)}::timestamptz`);
  if (filter?.lt != null) query.andWhere(`${column} < :${parameter(query, filter.lt)}::timestamptz`);
}

/** `field` is where the client gave the values. */
export function whereOneOf(
  query: Query,
  column: string,
  values: readonly string[] | null | undefined,
  field: string,
): void {
  if (values == null) return;
  atMost(50, values, field);
  query.andWhere(`${column} = ANY(:${parameter(query, values)})`);
}

/** `column` is a jsonb array of `{key, value}` with a GIN index. */
export function whereTags(query: Query, column: string, filter: TagFilter | null | undefined): void {
  const asJson = (tag: { key: string; value?: string | null }): string =>
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
