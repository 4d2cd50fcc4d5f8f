'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.start = start;
const promises_1 = require('node:fs/promises');
const node_path_1 = require('node:path');
const app_1 = require('./app');
const config_1 = require('./config');
const embedded_postgres_1 = require('./database/embedded/embedded-postgres');
const failure_1 = require('./database/failure');
const migrate_1 = require('./database/migrate');
const origin_1 = require('./door/origin');
const log_1 = require('./log');
/** Config, database, app, listen; then until a signal. What prevents a start is said in one sentence on standard error. */
async function start(environment) {
  const read = (0, config_1.readConfig)(environment);
  if ('problems' in read) return giveUp(`The settings are not right. ${read.problems.join('; ')}.`);
  const { config } = read;
  const log = (0, log_1.makeLog)(config.MODELGRAPH_LOG_LEVEL);
  const opened = [];
  const closeAll = async () => {
    for (const close of opened.reverse()) await close();
  };
  try {
    const database = await openDatabase(config, log);
    opened.push(database.close);
    const steps = await (0, migrate_1.migrate)(database.url);
    if (steps.length > 0) log.info({ steps }, 'the database was brought up to date');
    const app = await (0, app_1.makeApp)(config, database.url, log);
    opened.push(app.close);
    const secret = await app.access.firstSecret(database.folder);
    await requireSomebody(app, config, secret);
    const address = await listen(app, config);
    log.info({ address, database: database.folder ? 'embedded' : 'external' }, 'serving');
    process.stderr.write(`ModelGraph serves at ${address}${secret ? `/#token=${secret}` : ''}\n`);
    onSignal(log, config.MODELGRAPH_DRAIN_MS, closeAll);
  } catch (error) {
    await closeAll().catch(() => undefined);
    if (error instanceof migrate_1.StartError) return giveUp(error.message);
    if ((0, failure_1.isDatabaseGone)(error))
      return giveUp(
        `The database cannot be reached: ${error.message || error.code}. Check DATABASE_URL and that it runs.`,
      );
    log.fatal({ error }, 'the server could not start');
    giveUp(`The server could not start: ${error.message}`);
  }
}
async function openDatabase(config, log) {
  if (config.DATABASE_URL) return { url: config.DATABASE_URL, folder: null, close: async () => undefined };
  const folder = (0, node_path_1.resolve)(config.MODELGRAPH_DATA);
  await (0, promises_1.mkdir)(folder, { recursive: true });
  const postgres = await (0, embedded_postgres_1.joinEmbeddedPostgres)({
    folder: (0, node_path_1.join)(folder, 'postgres'),
    log,
  });
  return { url: postgres.url, folder, close: () => postgres.leave() };
}
/** Beyond loopback nobody should find a server that anyone may take over, or that lets nobody in. */
async function requireSomebody(app, config, secret) {
  if (config.MODELGRAPH_OPERATOR_TOKEN || secret) {
    if (config.MODELGRAPH_OPERATOR_TOKEN || (0, origin_1.isLoopback)(config.MODELGRAPH_HOST)) return;
  }
  if (await app.access.hasTokens()) return;
  if ((0, origin_1.isLoopback)(config.MODELGRAPH_HOST)) {
    process.stderr.write(
      'Nobody can come in yet: set MODELGRAPH_OPERATOR_TOKEN and make the first token with createToken.\n',
    );
    return;
  }
  throw new migrate_1.StartError(
    `Refusing to listen on ${config.MODELGRAPH_HOST}: set MODELGRAPH_OPERATOR_TOKEN first, with which the first tokens are made.`,
  );
}
async function listen({ http }, { MODELGRAPH_HOST: host, MODELGRAPH_PORT: port }) {
  try {
    return await http.listen({ host, port });
  } catch (error) {
    const { code } = error;
    if (code === 'EADDRINUSE')
      throw new migrate_1.StartError(
        `Port ${port} of ${host} is busy: stop what listens there, or set MODELGRAPH_PORT to another one.`,
      );
    if (code === 'EACCES' || code === 'EADDRNOTAVAIL')
      throw new migrate_1.StartError(
        `Cannot listen on ${host} port ${port} (${code}): set MODELGRAPH_HOST and MODELGRAPH_PORT to an address of this machine.`,
      );
    throw error;
  }
}
function onSignal(log, drainMs, close) {
  let stopping = false;
  const stop = (signal) => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'draining');
    const late = setTimeout(() => {
      log.warn({ drainMs }, 'requests were still under way when the time to drain was over');
      process.exit(1);
    }, drainMs);
    close().then(
      () => {
        clearTimeout(late);
        log.info('stopped');
        process.exit(0);
      },
      (error) => {
        log.error({ error }, 'stopping failed');
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => stop(signal));
}
function giveUp(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
//# sourceMappingURL=start.js.map
