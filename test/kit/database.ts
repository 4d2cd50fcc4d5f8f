import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { until } from './until';

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
  /** Runs a statement in a transaction that stays open until released. */
  hold(sql: string): Promise<{ release(): Promise<void> }>;
  /** Waits until so many sessions wait for a lock. */
  untilWaiting(sessions: number): Promise<void>;
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
    hold: async (sql) => {
      const client = new Client({ connectionString: url.href });
      await client.connect();
      await client.query('BEGIN');
      await client.query(sql);
      return {
        release: async () => {
          await client.query('ROLLBACK');
          await client.end();
        },
      };
    },
    untilWaiting: async (sessions) => {
      await until(async () => {
        const rows = await query(
          url.href,
          "SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
        );
        return rows.length >= sessions ? rows : null;
      }, `${sessions} sessions to wait for a lock`);
    },
    drop: async () => {
      await query(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
  };
}
