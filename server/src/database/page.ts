import { createHash } from 'node:crypto';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { Page } from '../contract/connection';
import { pageSize } from '../contract/paging';
import { ServiceError } from '../contract/service-error';

/** One column of a total order: an SQL expression over the query's aliases, never null, with its type. */
export interface OrderColumn {
  readonly sql: string;
  readonly type: 'timestamptz' | 'uuid' | 'text' | 'bigint' | 'integer';
  readonly descending: boolean;
}

export interface PageRequest {
  readonly first: number;
  readonly after?: string | null;
  /** The list, its filter and its order: a cursor made for another one is refused. */
  readonly of: unknown;
}

/**
 * One page of a query in keyset order: its cost does not depend on how far one has read. The last column of `order` must
 * be unique. `query` must not be ordered or limited yet.
 */
export async function readPage<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  order: readonly OrderColumn[],
  request: PageRequest,
): Promise<Page<T>> {
  const size = pageSize(request.first);
  const fingerprint = createHash('sha256')
    .update(JSON.stringify(request.of))
    .digest('base64url')
    .slice(0, 12);
  const counted = query.clone();
  if (request.after != null) query.andWhere(...beyond(order, readCursor(request.after, fingerprint, order)));
  order.forEach(({ sql, descending }, index) => {
    query.addSelect(`(${sql})::text`, `key_${index}`);
    query.addOrderBy(sql, descending ? 'DESC' : 'ASC');
  });
  const { entities, raw } = await query.limit(size + 1).getRawAndEntities<Record<string, string>>();
  const edges = entities.slice(0, size).map((node, row) => ({
    node,
    cursor: writeCursor(
      fingerprint,
      order.map((_, index) => raw[row]![`key_${index}`]!),
    ),
  }));
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: {
      hasNextPage: entities.length > size,
      hasPreviousPage: request.after != null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    get totalCount() {
      return counted.getCount();
    },
  };
}

/** `(a, b) beyond (x, y)`, as a row comparison where all run the same way, so that one index range serves it. */
function beyond(order: readonly OrderColumn[], keys: readonly string[]): [string, Record<string, string>] {
  const parameters = Object.fromEntries(keys.map((key, index) => [`after_${index}`, key]));
  const value = (index: number): string => `:after_${index}::${order[index]!.type}`;
  if (order.every(({ descending }) => descending === order[0]!.descending)) {
    const columns = order.map(({ sql }) => sql).join(', ');
    const values = order.map((_, index) => value(index)).join(', ');
    return [`(${columns}) ${order[0]!.descending ? '<' : '>'} (${values})`, parameters];
  }
  const alternatives = order.map((column, index) => {
    const equal = order.slice(0, index).map(({ sql }, before) => `${sql} = ${value(before)}`);
    return [...equal, `${column.sql} ${column.descending ? '<' : '>'} ${value(index)}`].join(' AND ');
  });
  return [`(${alternatives.map((one) => `(${one})`).join(' OR ')})`, parameters];
}

const writeCursor = (fingerprint: string, keys: readonly string[]): string =>
  Buffer.from(JSON.stringify([fingerprint, ...keys])).toString('base64url');

const VALID: Record<OrderColumn['type'], RegExp> = {
  timestamptz: /^\d{4,5}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?\+00$/,
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  text: /^[^\0]*$/s,
  bigint: /^-?\d{1,18}$/,
  integer: /^-?\d{1,9}$/,
};

function readCursor(cursor: string, fingerprint: string, order: readonly OrderColumn[]): string[] {
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    parts = null;
  }
  if (!Array.isArray(parts) || parts.length !== order.length + 1)
    throw invalidCursor('This cursor was not made by this server');
  const [made, ...keys] = parts;
  if (made !== fingerprint) throw invalidCursor('This cursor belongs to another list, filter or order');
  if (!keys.every((key, index) => typeof key === 'string' && VALID[order[index]!.type].test(key))) {
    throw invalidCursor('This cursor was not made by this server');
  }
  return keys as string[];
}

const invalidCursor = (why: string): ServiceError =>
  new ServiceError('CURSOR_INVALID', `${why}; begin again without \`after\`.`);
