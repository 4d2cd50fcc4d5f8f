'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.closePools = exports.listeningConfig = exports.poolConfig = exports.POOL_SIZES = void 0;
exports.openPools = openPools;
const pg_1 = require('pg');
const instant_1 = require('../contract/instant');
/** What may use the database at once, each apart, so that none starves another. */
exports.POOL_SIZES = {
  requests: 10,
  ingest: 2,
  jobs: 2,
  leases: 1,
  events: 2,
  replay: 2,
  health: 1,
};
const TIMESTAMPTZ = 1184;
const INT8 = 20;
/** Instants as RFC 3339 text with microseconds; bigint as number, refused beyond 2^53 where it would be read falsely. */
const PARSERS = {
  [TIMESTAMPTZ]: instant_1.instantFromPostgres,
  [INT8]: (text) => {
    const value = Number(text);
    if (!Number.isSafeInteger(value)) throw new RangeError(`bigint ${text} is beyond 2^53`);
    return value;
  },
};
const typeParsers = {
  getTypeParser: (oid, format) =>
    format !== 'binary' && PARSERS[oid] ? PARSERS[oid] : pg_1.types.getTypeParser(oid, format),
};
/** Every wait has an end: pg's own defaults wait for ever. */
const poolConfig = (name, { url, statementTimeoutMs }) => ({
  connectionString: url,
  application_name: `modelgraph-${name}`,
  max: exports.POOL_SIZES[name],
  connectionTimeoutMillis: 3_000,
  idleTimeoutMillis: 30_000,
  keepAlive: true,
  statement_timeout: name === 'jobs' ? 10 * 60_000 : statementTimeoutMs,
  lock_timeout: name === 'jobs' ? 60_000 : Math.min(5_000, statementTimeoutMs),
  idle_in_transaction_session_timeout: 30_000,
  options: '-c TimeZone=UTC',
  types: typeParsers,
});
exports.poolConfig = poolConfig;
/** For the one connection that listens: it waits for ever, which is its purpose. */
const listeningConfig = ({ url }) => ({
  connectionString: url,
  application_name: 'modelgraph-listening',
  connectionTimeoutMillis: 3_000,
  keepAlive: true,
});
exports.listeningConfig = listeningConfig;
function openPools(settings) {
  const open = (name) => {
    const pool = new pg_1.Pool((0, exports.poolConfig)(name, settings));
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
const closePools = async (pools) => {
  await Promise.all(Object.values(pools).map((pool) => pool.end()));
};
exports.closePools = closePools;
//# sourceMappingURL=pools.js.map
