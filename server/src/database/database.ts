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
  settings: PoolSettings,
  entities: readonly (new () => object)[],
): Promise<Database> {
  const pools = openPools(settings);
  const dataSource = await makeDataSource(settings, [...entities]).initialize();
  const jobSource = await makeDataSource(settings, [...entities], 'jobs').initialize();
  return {
    pools,
    dataSource,
    jobSource,
    listening: listeningConfig(settings),
    close: async () => {
      await Promise.all([dataSource.destroy(), jobSource.destroy()]);
      await closePools(pools);
    },
  };
}
