'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.makeDataSource = makeDataSource;
const typeorm_1 = require('typeorm');
const pools_1 = require('./pools');
/**
 * TypeORM over the pool of requests. Bulk paths use the other pools directly. `synchronize` is never on: the migrations
 * are the only hand that shapes the database.
 */
function makeDataSource(settings, entities) {
  const { connectionString, max, ...extra } = (0, pools_1.poolConfig)('requests', settings);
  return new typeorm_1.DataSource({
    type: 'postgres',
    url: connectionString,
    poolSize: max,
    extra,
    entities,
    synchronize: false,
    migrationsRun: false,
    logging: false,
    installExtensions: false,
    poolErrorHandler: (error) => settings.onIdleError('requests', error),
  });
}
//# sourceMappingURL=data-source.js.map
