import type { ClientBase } from 'pg';
import { EntityManager } from 'typeorm';

/** The connection of a transaction, whichever driver holds it: TypeORM's, or pg's own on the bulk paths. */
export type Connection = EntityManager | ClientBase;

/** The rows that one statement gives. */
export async function rowsOf<T extends object>(
  connection: Connection,
  sql: string,
  values: readonly unknown[] = [],
): Promise<T[]> {
  if (!(connection instanceof EntityManager)) return (await connection.query<T>(sql, [...values])).rows;
  const answer = await connection.query<T[] | [T[], number]>(sql, [...values]);
  // For UPDATE and DELETE TypeORM gives the rows with their number.
  return typeof answer[1] === 'number' ? (answer[0] as T[]) : (answer as T[]);
}
