import { createHash } from 'node:crypto';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { Page } from '../contract/connection';
import { pageSize } from '../contract/paging';
import { ServiceError } from '../contract/service-error';
import { isKeyText, type KeyType } from './key-text';

/** One column of a total order: an SQL expression over the query's aliases, never null, with its type. */
export interface OrderColumn {
  readonly sql: string;
  readonly type: KeyType;
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
  const fingerprint = fingerprintOf(request.of);
  const counted = query.clone();
  if (request.after != null) query.andWhere(...beyond(order, readCursor(request.after, fingerprint, order)));
  const { entities, raw } = await inOrder(query, order)
    .limit(size + 1)
    .getRawAndEntities<Keys>();
  return toPage(entities, raw, { size, fingerprint, order, hasPrevious: request.after != null }, () =>
    counted.getCount(),
  );
}

/** The text of a row's keys: `key_0`, `key_1`... */
export type Keys = Record<string, string>;

/** The query in order, each row with the text of its keys, of which its cursor is made. */
export function inOrder<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  order: readonly OrderColumn[],
): SelectQueryBuilder<T> {
  order.forEach(({ sql, descending }, index) => {
    query.addSelect(`(${sql})::text`, `key_${index}`);
    query.addOrderBy(sql, descending ? 'DESC' : 'ASC');
  });
  return query;
}

export const fingerprintOf = (list: unknown): string =>
  createHash('sha256').update(JSON.stringify(list)).digest('base64url').slice(0, 12);

interface Place {
  readonly size: number;
  readonly fingerprint: string;
  readonly order: readonly OrderColumn[];
  readonly hasPrevious: boolean;
}

/** The page of rows of which one more than its size was asked for. */
export function toPage<T>(
  entities: readonly T[],
  raw: readonly Keys[],
  { size, fingerprint, order, hasPrevious }: Place,
  count: () => Promise<number>,
): Page<T> {
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
  if (!keys.every((key, index) => typeof key === 'string' && isKeyText(order[index]!.type, key))) {
    throw invalidCursor('This cursor was not made by this server');
  }
  return keys as string[];
}

const invalidCursor = (why: string): ServiceError =>
  new ServiceError('CURSOR_INVALID', `${why}; begin again without \`after\`.`);
