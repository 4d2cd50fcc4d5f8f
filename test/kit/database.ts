import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

/** The rows of one statement. */
export async function query<T extends object = Record<string, unknown>>(
  url: string,
  sql: string,
  values: unknown[] = [],
): Promise<T[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<T>(sql, values);
    return rows;
  } finally {
    await client.end();
  }
}

export interface TestDatabase {
  readonly url: string;
  query<T extends object = Record<string, unknown>>(sql: string, values?: unknown[]): Promise<T[]>;
  drop(): Promise<void>;
}

/** A migrated database of one's own, cloned from the template. */
export async function makeDatabase(): Promise<TestDatabase> {
  const server = process.env.TEST_POSTGRES;
  if (!server) throw new Error('The test run has no PostgreSQL: global-setup did not run.');
  const name = `mg_${randomBytes(6).toString('hex')}`;
  await query(server, `CREATE DATABASE ${name} TEMPLATE ${process.env.TEST_TEMPLATE}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    query: (sql, values) => query(url.href, sql, values),
    drop: async () => {
      await query(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
  };
}
