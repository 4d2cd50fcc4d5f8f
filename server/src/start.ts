import { existsSync } from 'node:fs';
import { access, constants, mkdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { type App, makeApp } from './app';
import { type Config, readConfig } from './config';
import { joinEmbeddedPostgres } from './database/embedded/embedded-postgres';
import { isDatabaseGone } from './database/failure';
import { migrate, StartError } from './database/migrate';
import { isLoopback } from './door/origin';
import { type Log, makeLog } from './log';
import { Shutdown, Stopped } from './shutdown';

const EVERYWHERE = new Set(['0.0.0.0', '::']);

/** Config, database, app, listen; then until a signal. What prevents a start is said in one sentence on standard error. */
export async function start(environment: NodeJS.ProcessEnv): Promise<void> {
  const read = readConfig(environment);
  if ('problems' in read) return giveUp(`The settings are not right. ${read.problems.join('; ')}.`);
  const { config } = read;
  const log = makeLog(config.MODELGRAPH_LOG_LEVEL);
  const opened: (() => Promise<void>)[] = [];
  const closeAll = async (): Promise<void> => {
    let failure: unknown;
    for (let close = opened.pop(); close; close = opened.pop())
      await close().catch((error) => {
        failure ??= error;
      });
    if (failure) throw failure;
  };
  const shutdown = new Shutdown(log, config.MODELGRAPH_DRAIN_MS);
  try {
    await requireFolder(resolve(config.MODELGRAPH_DATA));
    const database = await findDatabase(config, log);
    opened.push(database.close);
    shutdown.check();
    const steps = await migrate(database.url);
    if (steps.length > 0) log.info({ steps }, 'the database was brought up to date');
    shutdown.check();
    const app = await makeApp(config, database.url, log);
    opened.push(app.close);
    shutdown.check();
    const secret = await app.access.firstSecret(database.folder);
    await requireSomebody(app, config, secret);
    const address = await listen(app, config);
    log.info({ address, database: database.folder ? 'embedded' : 'external' }, 'serving');
    const others = EVERYWHERE.has(config.MODELGRAPH_HOST)
      ? ' and on every other address of this machine'
      : '';
    process.stderr.write(`ModelGraph serves at ${address}${secret ? `/#token=${secret}` : ''}${others}\n`);
    shutdown.serving(closeAll);
  } catch (error) {
    if (error instanceof Stopped) return shutdown.end(closeAll);
    await closeAll().catch(() => undefined);
    if (error instanceof StartError) return giveUp(error.message);
    if (isDatabaseGone(error))
      return giveUp(
        `The database cannot be reached: ${(error as Error).message || (error as { code?: string }).code}. Check DATABASE_URL and that it runs.`,
      );
    log.fatal({ error }, 'the server could not start');
    giveUp(`The server could not start: ${(error as Error).message}`);
  }
}

async function requireFolder(folder: string): Promise<void> {
  try {
    await makeFolder(folder);
    await access(`${folder}/.`, constants.W_OK | constants.X_OK); // the dot: a file is no folder
  } catch (error) {
    throw new StartError(
      `The folder ${folder} cannot be used (${(error as NodeJS.ErrnoException).code}): set MODELGRAPH_DATA to a folder that this user may write to.`,
    );
  }
}

/** Not `mkdir` with `recursive`: in a folder in which nothing can be made, such as /proc, Node tries again for ever. */
async function makeFolder(folder: string): Promise<void> {
  const above = dirname(folder);
  if (existsSync(folder) || above === folder) return;
  await makeFolder(above);
  await mkdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error; // else another server was faster
  });
}

interface FoundDatabase {
  readonly url: string;
  /** The folder of the embedded database; null for one of DATABASE_URL. */
  readonly folder: string | null;
  close(): Promise<void>;
}

async function findDatabase(config: Config, log: Log): Promise<FoundDatabase> {
  if (config.DATABASE_URL) return { url: config.DATABASE_URL, folder: null, close: async () => undefined };
  const folder = resolve(config.MODELGRAPH_DATA);
  const postgres = await joinEmbeddedPostgres({ folder: join(folder, 'postgres'), log });
  return { url: postgres.url, folder, close: () => postgres.leave() };
}

/** Beyond loopback nobody should find a server that anyone may take over, or that lets nobody in. */
async function requireSomebody(app: App, config: Config, secret: string | null): Promise<void> {
  const isNear = isLoopback(config.MODELGRAPH_HOST);
  if (config.MODELGRAPH_OPERATOR_TOKEN || (secret && isNear)) return;
  if (await app.access.hasTokens()) return;
  if (isNear) {
    process.stderr.write(
      'Nobody can come in yet: set MODELGRAPH_OPERATOR_TOKEN and make the first token with createToken.\n',
    );
    return;
  }
  throw new StartError(
    `Refusing to listen on ${config.MODELGRAPH_HOST}: set MODELGRAPH_OPERATOR_TOKEN first, with which the first tokens are made.`,
  );
}

async function listen(
  { http }: App,
  { MODELGRAPH_HOST: host, MODELGRAPH_PORT: port }: Config,
): Promise<string> {
  try {
    return await http.listen({ host, port });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE')
      throw new StartError(
        `Port ${port} of ${host} is busy: stop what listens there, or set MODELGRAPH_PORT to another one.`,
      );
    if (code !== undefined)
      throw new StartError(
        `Cannot listen on ${host} port ${port} (${code}): set MODELGRAPH_HOST and MODELGRAPH_PORT to an address of this machine.`,
      );
    throw error;
  }
}

function giveUp(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
