import type { ClientConfig } from 'pg';
import type { DataSource } from 'typeorm';
import { makeDataSource } from './data-source';
import { closePools, listeningConfig, openPools, type PoolSettings, type Pools } from './pools';

/** The ways into one migrated database. */
export interface Database {
  readonly pools: Pools;
  /** TypeORM for requests. */
  readonly dataSource: DataSource;
  /** TypeORM for what nobody waits for. */
  readonly jobSource: DataSource;
  /** For the one connection that listens. */
  readonly listening: ClientConfig;
  close(): Promise<void>;
}

export async function openDatabase(
  given: PoolSettings,
  entities: readonly (new () => object)[],
): Promise<Database> {
  let closing = false;
  const settings: PoolSettings = {
    ...given,
    // A pool has ended before the last of its connections has: an embedded PostgreSQL may cut that one off.
    onIdleError: (pool, error) => {
      if (!closing) given.onIdleError(pool, error);
    },
  };
  const pools = openPools(settings);
  const dataSource = await makeDataSource(settings, [...entities]).initialize();
  const jobSource = await makeDataSource(settings, [...entities], 'jobs').initialize();
  return {
    pools,
    dataSource,
    jobSource,
    listening: listeningConfig(settings),
    close: async () => {
      closing = true;
      await Promise.all([dataSource.destroy(), jobSource.destroy()]);
      await closePools(pools);
    },
  };
}
