'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.StartError = void 0;
exports.migrate = migrate;
const pg_1 = require('pg');
const typeorm_1 = require('typeorm');
const migrations_1 = require('./migrations');
const LOCK = 0x6d67_6d69;
const LEAST_MAJOR = 15;
/** A sentence for whoever started the server; the process ends with it, without a stack. */
class StartError extends Error {}
exports.StartError = StartError;
/**
 * Brings the database to this server's schema and says which steps it took. Any number of servers may do this at once:
 * TypeORM takes no lock, so an advisory lock of ours lets one work while the others wait and find it done.
 */
async function migrate(url) {
  const client = new pg_1.Client({
    connectionString: url,
    application_name: 'modelgraph-migrate',
    connectionTimeoutMillis: 10_000,
  });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await requireVersion(client);
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    return await applyMissing(client, url);
  } finally {
    await client.end();
  }
}
async function requireVersion(client) {
  const { rows } = await client.query(
    "SELECT current_setting('server_version_num') AS number, current_setting('server_version') AS name",
  );
  const { number, name } = rows[0];
  if (Number(number) < LEAST_MAJOR * 10_000) {
    throw new StartError(`The database is PostgreSQL ${name}; ModelGraph needs ${LEAST_MAJOR} or newer.`);
  }
}
async function applyMissing(client, url) {
  const { rows } = await client.query("SELECT to_regclass('migrations') IS NOT NULL AS exists");
  if (rows[0].exists) {
    const applied = await client.query('SELECT name FROM migrations');
    const unknown = applied.rows
      .map(({ name }) => name)
      .filter((name) => !migrations_1.MIGRATIONS.some((known) => known.name === name));
    if (unknown.length > 0) {
      throw new StartError(
        `The database was made by a newer ModelGraph (it has ${unknown.join(', ')}); start that version or a newer one.`,
      );
    }
  }
  const dataSource = new typeorm_1.DataSource({
    type: 'postgres',
    url,
    migrations: migrations_1.MIGRATIONS,
    installExtensions: false,
    poolSize: 1,
  });
  await dataSource.initialize();
  try {
    const taken = await dataSource.runMigrations({ transaction: 'each' });
    return taken.map(({ name }) => name);
  } finally {
    await dataSource.destroy();
  }
}
//# sourceMappingURL=migrate.js.map
