import { DataSource } from 'typeorm';
import { type PoolName, type PoolSettings, poolConfig } from './pools';

/**
 * TypeORM over connections of its own, of the pool of requests or of another. Bulk paths use the pools directly. `synchronize` is never on: the migrations
 * are the only hand that shapes the database.
 */
export function makeDataSource(
  settings: PoolSettings,
  entities: (new () => object)[],
  pool: PoolName = 'requests',
): DataSource {
  const { connectionString, max, ...extra } = poolConfig(pool, settings);
  return new DataSource({
    type: 'postgres',
    url: connectionString,
    poolSize: max,
    extra,
    entities,
    synchronize: false,
    migrationsRun: false,
    logging: false,
    installExtensions: false,
    poolErrorHandler: (error: Error) => settings.onIdleError(pool, error),
  });
}
