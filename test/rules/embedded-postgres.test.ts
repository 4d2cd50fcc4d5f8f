import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { transformFileSync } from '@swc/core';
import { Client } from 'pg';
import { readPidFile, runningPostmaster } from '../../server/src/database/embedded/postmaster';
import { processStart } from '../../server/src/database/embedded/process-start';

/** Every server here is a process of its own, so that it can be killed, and must end by itself after leaving. */
const compiled = join(__dirname, '../../.cache/embedded-postgres-test');
const server = `
  const { joinEmbeddedPostgres } = require(${JSON.stringify(join(compiled, 'embedded-postgres.js'))});
  const log = { info() {}, warn(o, message) { process.send({ warning: message }) } };
  joinEmbeddedPostgres({ folder: process.argv[1], log, durable: process.argv[2] === 'durable' }).then(
    (pg) => {
      process.on('message', async () => { await pg.leave(); process.disconnect(); });
      process.send({ url: pg.url });
    },
    (error) => { process.send({ error: error.message }); process.disconnect(); },
  );
`;

class Server {
  readonly process: ChildProcess;
  readonly ended: Promise<unknown>;
  readonly warnings: string[] = [];
  readonly url: Promise<string>;

  constructor(folder: string, durability: 'durable' | 'fast' = 'fast') {
    this.process = spawn(process.execPath, ['-e', server, folder, durability], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    this.ended = once(this.process, 'exit');
    this.url = new Promise((resolve, reject) => {
      this.process.on(
        'message',
        ({ url, error, warning }: { url?: string; error?: string; warning?: string }) => {
          if (url) resolve(url);
          if (error) reject(new Error(error));
          if (warning) this.warnings.push(warning);
        },
      );
      this.process.once('exit', () => reject(new Error('ended before it joined')));
    });
    this.url.catch(() => {}); // who waits for it is told
    started.push(this.process);
  }

  /** Resolves when the process has ended by itself. */
  async leave(): Promise<void> {
    this.process.send('leave');
    await this.ended;
  }

  async kill(): Promise<void> {
    this.process.kill('SIGKILL');
    await this.ended;
  }
}

const started: ChildProcess[] = [];
const room = mkdtempSync(join(tmpdir(), 'model graph-'));
let homes = 0;
let folder: string;
let cluster: string;

beforeAll(() => {
  mkdirSync(compiled, { recursive: true });
  const source = join(__dirname, '../../server/src/database/embedded');
  for (const name of readdirSync(source)) {
    const { code } = transformFileSync(join(source, name), {
      jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
      module: { type: 'commonjs' },
    });
    writeFileSync(join(compiled, name.replace(/ts$/, 'js')), code);
  }
});

beforeEach(() => {
  folder = join(room, `home ${++homes}`);
  cluster = join(folder, 'cluster');
});

afterEach(async () => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
  const left = runningPostmaster(cluster);
  if (left) {
    process.kill(left.pid, 'SIGQUIT');
    await until(() => !runs(left.pid));
  }
});

afterAll(() => rmSync(room, { recursive: true, force: true }));

const runs = (pid: number) => processStart(pid) !== undefined;

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await sleep(5);
}

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

const postmasterPid = () => runningPostmaster(cluster)!.pid;

test('the first to join makes the database, the last to leave stops it, the next finds the data', async () => {
  const first = new Server(folder);
  const url = await first.url;
  await query(url, "CREATE TABLE kept AS SELECT 'ü' AS word");
  const second = new Server(folder);
  expect(await second.url).toBe(url);
  const pid = postmasterPid();
  await first.leave();
  expect(await query(url, 'SELECT word FROM kept')).toEqual([{ word: 'ü' }]);
  await second.leave();
  expect(runs(pid)).toBe(false);
  expect(readPidFile(cluster)).toBeUndefined();

  const next = new Server(folder);
  expect(await query(await next.url, 'SELECT word FROM kept')).toEqual([{ word: 'ü' }]);
  await next.leave();
});

test('the server is no superuser, its secret is its own, and only this machine can connect', async () => {
  const holder = new Server(folder);
  const url = await holder.url;
  expect(
    await query(
      url,
      `SELECT current_user AS "user", current_database() AS database, usesuper AS super, usecreatedb AS creates,
              current_setting('listen_addresses') AS listens, current_setting('server_encoding') AS encoding
         FROM pg_user WHERE usename = current_user`,
    ),
  ).toEqual([
    {
      user: 'modelgraph',
      database: 'modelgraph',
      super: false,
      creates: true,
      listens: '127.0.0.1',
      encoding: 'UTF8',
    },
  ]);
  expect(statSync(join(cluster, 'modelgraph.password')).mode & 0o777).toBe(0o600);
  const guess = new URL(url);
  guess.password = 'guess';
  await expect(query(guess.href, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
  await holder.leave();
});

test('eight that come at once share one PostgreSQL, and when all go at once it stops', async () => {
  const servers = Array.from({ length: 8 }, () => new Server(folder));
  const urls = await Promise.all(servers.map((each) => each.url));
  expect(new Set(urls).size).toBe(1);
  const pid = postmasterPid();
  expect(readdirSync(folder).filter((name) => name.startsWith('half-made'))).toEqual([]);
  await Promise.all(servers.map((each) => each.leave()));
  expect(runs(pid)).toBe(false);
});

test('who comes while the last leaves gets a PostgreSQL that works', async () => {
  let holder = new Server(folder);
  await holder.url;
  for (let round = 0; round < 5; round++) {
    const leaving = holder.leave();
    const next = [new Server(folder), new Server(folder)] as const;
    for (const each of next) expect(await query(await each.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await leaving;
    await next[0].leave();
    holder = next[1];
  }
  await holder.leave();
});

test('PostgreSQL outlives a killed server and is taken over', async () => {
  const killed = new Server(folder);
  const url = await killed.url;
  const pid = postmasterPid();
  await killed.kill();
  expect(runs(pid)).toBe(true);
  const heir = new Server(folder);
  expect(await heir.url).toBe(url);
  expect(postmasterPid()).toBe(pid);
  await heir.leave();
  expect(runs(pid)).toBe(false);
});

test('a killed PostgreSQL comes back under the same url with every acknowledged row', async () => {
  const holders = [new Server(folder, 'durable'), new Server(folder, 'durable')];
  const url = await holders[0]!.url;
  await holders[1]!.url;
  const writer = new Client({ connectionString: url });
  writer.on('error', () => {});
  await writer.connect();
  await writer.query('CREATE TABLE written (number integer PRIMARY KEY)');
  const pid = postmasterPid();
  let acknowledged = 0;
  const writing = (async () => {
    for (;;) {
      await writer.query('INSERT INTO written VALUES ($1)', [acknowledged + 1]);
      acknowledged++;
    }
  })().catch(() => {});
  await until(() => acknowledged > 50);
  process.kill(pid, 'SIGKILL');
  await writing;

  await until(() => runningPostmaster(cluster)?.status === 'ready');
  expect(postmasterPid()).not.toBe(pid);
  const [row] = await query(
    url,
    `SELECT count(*)::int AS count FROM written WHERE number <= ${acknowledged}`,
  );
  expect(row).toEqual({ count: acknowledged });
  const late = new Server(folder, 'durable');
  expect(await late.url).toBe(url);
  const now = postmasterPid();
  await Promise.all([...holders, late].map((each) => each.leave()));
  expect(runs(now)).toBe(false);
});

test('leaving a PostgreSQL that has just been killed does not hang', async () => {
  const holder = new Server(folder);
  await holder.url;
  process.kill(postmasterPid(), 'SIGKILL');
  await holder.leave();
  expect(runningPostmaster(cluster)).toBeUndefined();
});

test('a stale postmaster.pid whose number now is another program is no obstacle, and that program lives', async () => {
  const killed = new Server(folder, 'durable');
  const url = await killed.url;
  await query(url, 'CREATE TABLE kept AS SELECT 1 AS one');
  const pid = postmasterPid();
  await killed.kill();
  process.kill(pid, 'SIGKILL');
  await until(() => !runs(pid));
  const bystander = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], {
    cwd: cluster,
    stdio: 'ignore',
  });
  started.push(bystander);
  const pidFile = join(cluster, 'postmaster.pid');
  writeFileSync(pidFile, readFileSync(pidFile, 'utf8').replace(/^\d+/, String(bystander.pid)));

  const next = new Server(folder, 'durable');
  expect(await query(await next.url, 'SELECT one FROM kept')).toEqual([{ one: 1 }]);
  await next.leave();
  expect(runs(bystander.pid!)).toBe(true);
});

test('a first start that is killed half-way leaves nothing that the next one trips over', async () => {
  const killed = new Server(folder);
  const halfMade = () => {
    try {
      return readdirSync(folder).filter((name) => name.startsWith('half-made'));
    } catch {
      return [];
    }
  };
  await until(() => halfMade().some((name) => readdirSync(join(folder, name)).includes('cluster')));
  await killed.kill();
  const next = new Server(folder);
  expect(await query(await next.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  await next.leave();
});
