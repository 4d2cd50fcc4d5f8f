import { type ClientConfig, Pool, type PoolConfig, types } from 'pg';
import { instantFromPostgres } from '../contract/instant';
import { ImpatientClient } from './impatient-client';

/** What may use the database at once, each apart, so that none starves another. */
export const POOL_SIZES = {
  requests: 10,
  ingest: 2,
  jobs: 2,
  leases: 1,
  events: 2,
  replay: 2,
  health: 1,
} as const;
export type PoolName = keyof typeof POOL_SIZES;
export type Pools = Readonly<Record<PoolName, Pool>>;

export interface PoolSettings {
  readonly url: string;
  readonly statementTimeoutMs: number;
  /** Called for errors of idle connections, which without a listener would end the process. */
  readonly onIdleError: (pool: PoolName, error: Error) => void;
}

const TIMESTAMPTZ = 1184;
const INT8 = 20;

/** Instants as RFC 3339 text with microseconds; bigint as number, refused beyond 2^53 where it would be read falsely. */
const PARSERS: Record<number, (text: string) => unknown> = {
  [TIMESTAMPTZ]: instantFromPostgres,
  [INT8]: (text) => {
    const value = Number(text);
    if (!Number.isSafeInteger(value)) throw new RangeError(`bigint ${text} is beyond 2^53`);
    return value;
  },
};

const typeParsers = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    format !== 'binary' && PARSERS[oid]
      ? PARSERS[oid]
      : types.getTypeParser(oid, format)) as typeof types.getTypeParser,
};

const LONGEST_TIMER_MS = 2 ** 31 - 1;
const PATIENCE_MS: Partial<Record<PoolName, number>> = { jobs: 11 * 60_000, health: 2_000 };

/** Every wait has an end: pg's own defaults wait for ever. */
export const poolConfig = (name: PoolName, { url, statementTimeoutMs }: PoolSettings): PoolConfig => ({
  Client: ImpatientClient,
  connectionString: url,
  application_name: `modelgraph-${name}`,
  max: POOL_SIZES[name],
  // After a restart everybody replays at once, and may queue for it.
  connectionTimeoutMillis: name === 'replay' ? 10_000 : 3_000,
  idleTimeoutMillis: 30_000,
  keepAlive: true,
  // A server that hangs does not end its statements: then the client gives them up.
  query_timeout: PATIENCE_MS[name] ?? Math.min(LONGEST_TIMER_MS, statementTimeoutMs + 1_000),
  statement_timeout: name === 'jobs' ? 10 * 60_000 : statementTimeoutMs,
  lock_timeout: name === 'jobs' ? 60_000 : Math.min(5_000, statementTimeoutMs),
  idle_in_transaction_session_timeout: 30_000,
  options: '-c TimeZone=UTC',
  types: typeParsers,
});

/** For the one connection that listens: it waits for ever, which is its purpose. */
export const listeningConfig = ({ url }: PoolSettings): ClientConfig => ({
  connectionString: url,
  application_name: 'modelgraph-listening',
  connectionTimeoutMillis: 3_000,
  keepAlive: true,
});

export function openPools(settings: PoolSettings): Pools {
  const open = (name: PoolName): Pool => {
    const pool = new Pool(poolConfig(name, settings));
    pool.on('error', (error) => settings.onIdleError(name, error));
    return pool;
  };
  return {
    requests: open('requests'),
    ingest: open('ingest'),
    jobs: open('jobs'),
    leases: open('leases'),
    events: open('events'),
    replay: open('replay'),
    health: open('health'),
  };
}

export const closePools = async (pools: Pools): Promise<void> => {
  await Promise.all(Object.values(pools).map((pool) => pool.end()));
};
