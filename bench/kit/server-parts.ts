import { createRequire } from 'node:module';
import type { Pool, PoolConfig } from 'pg';

/**
 * Parts of the built server that the bench and its peers use, so that both sides check the same token with the same
 * statement over pools of the same settings on the same PostgreSQL. The server is CommonJS without declarations: what is
 * used of it is declared here.
 */
const load = createRequire(import.meta.url);
const part = <T>(path: string): T => load(`../../../server/dist/${path}.js`) as T;

interface Postgres {
  readonly url: string;
  /** The last to leave stops it. */
  leave(): Promise<void>;
}

export const { joinEmbeddedPostgres } = part<{
  joinEmbeddedPostgres(options: {
    folder: string;
    log: { info(facts: object, text: string): void; warn(facts: object, text: string): void };
  }): Promise<Postgres>;
}>('database/embedded/embedded-postgres');

export const { poolConfig } = part<{
  poolConfig(name: 'requests' | 'ingest', settings: { url: string; statementTimeoutMs: number }): PoolConfig;
}>('database/pools');

export const { Authenticator } = part<{
  Authenticator: new (
    pool: Pool,
    operatorSecret: undefined,
  ) => { authenticate(header: string | undefined): Promise<{ projectId: string }> };
}>('access/authenticator');
