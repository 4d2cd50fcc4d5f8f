import { DataSource } from 'typeorm';
import { type PoolSettings, poolConfig } from './pools';

/**
 * TypeORM over the pool of requests. Bulk paths use the other pools directly. `synchronize` is never on: the migrations
 * are the only hand that shapes the database.
 */
export function makeDataSource(settings: PoolSettings, entities: (new () => object)[]): DataSource {
  const { connectionString, max, ...extra } = poolConfig('requests', settings);
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
    poolErrorHandler: (error: Error) => settings.onIdleError('requests', error),
  });
}
