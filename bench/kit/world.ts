import { mkdtemp, readFile, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { type Child, startNode } from './child.js';
import { joinEmbeddedPostgres } from './server-parts.js';

const MAIN = fileURLToPath(new URL('../../../server/dist/main.js', import.meta.url));

export interface Peer {
  readonly url: string;
  readonly pid: number;
}

/** A server with the settings it has by itself, on a durable embedded PostgreSQL, in a folder of its own. */
export interface World {
  /** Scratch of this figure; removed in the end. */
  readonly folder: string;
  readonly databaseUrl: string;
  readonly url: string;
  /** Of an ADMIN. */
  readonly token: string;
  readonly pid: number;
  /** Of PostgreSQL's first process, whose children are its sessions. */
  readonly postgresPid: number;
  query<T extends object>(sql: string, values?: unknown[]): Promise<T[]>;
  /** A program of the bench beside the server; stopped with the world. */
  startPeer(program: URL, environment?: Record<string, string>): Promise<Peer>;
}

/** Makes a world, and ends it with all that runs in it, also when the work fails or the bench is interrupted. */
export async function withWorld(work: (world: World) => Promise<void>): Promise<void> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'modelgraph-bench-')));
  const opened: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })];
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => {
    closing ??= (async () => {
      for (const end of opened.reverse()) await end();
    })();
    return closing;
  };
  const interrupted = (): void => void close().finally(() => process.exit(130));
  for (const signal of SIGNALS) process.once(signal, interrupted);
  try {
    await work(await makeWorld(folder, opened));
    await requireNoErrors(join(folder, 'server.log'));
  } finally {
    await close();
    for (const signal of SIGNALS) process.off(signal, interrupted);
  }
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;
const quiet = { info: () => undefined, warn: () => undefined };

async function makeWorld(folder: string, opened: (() => Promise<unknown>)[]): Promise<World> {
  const data = join(folder, 'data');
  const postgres = await joinEmbeddedPostgres({ folder: join(data, 'postgres'), log: quiet });
  opened.push(() => postgres.leave());
  const server = await startServer(folder, data);
  opened.push(() => server.stop());
  const client = new Client({ connectionString: postgres.url });
  await client.connect();
  opened.push(() => client.end());
  return {
    folder,
    databaseUrl: postgres.url,
    url: server.said[1]!,
    token: server.said[2]!,
    pid: server.pid,
    postgresPid: await pidIn(join(data, 'postgres', 'cluster', 'postmaster.pid')),
    query: async <T extends object>(sql: string, values?: unknown[]) =>
      (await client.query<T>(sql, values)).rows,
    startPeer: async (program, environment = {}) => {
      const peer = await startNode([fileURLToPath(program)], {
        cwd: folder,
        environment: { DATABASE_URL: postgres.url, ...environment },
        output: join(folder, 'peer.log'),
        until: /^listening at (\S+)$/,
      });
      opened.push(() => peer.stop());
      return { url: peer.said[1]!, pid: peer.pid };
    },
  };
}

/** With `BENCH_PROFILE` set to a folder, the server writes a CPU profile into it when it ends. */
function startServer(folder: string, data: string): Promise<Child> {
  const profile = process.env.BENCH_PROFILE;
  return startNode([...(profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : []), MAIN], {
    cwd: folder,
    environment: { MODELGRAPH_PORT: '0', MODELGRAPH_DATA: data },
    output: join(folder, 'server.log'),
    until: /^ModelGraph serves at (\S+)\/#token=(\S+)$/,
  });
}

/** What the server calls an error is one, even where every answer looked right. */
async function requireNoErrors(log: string): Promise<void> {
  const lines = (await readFile(log, 'utf8')).split('\n');
  const error = lines.find((line) => /^\{"level":"(error|fatal)"/.test(line));
  if (error) throw new Error(`The server had an error: ${error}`);
}

const pidIn = async (file: string): Promise<number> => Number((await readFile(file, 'utf8')).split('\n')[0]);
