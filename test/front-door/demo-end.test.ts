import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { until } from '../kit/until';

const DEMO = resolve(__dirname, '../../examples/dist/seattle/demo.js');

/** What a caller may have set for a server of their own: with any of it the demo would not come far. */
const OF_THE_CALLER = {
  DATABASE_URL: 'postgres://somebody@127.0.0.1:9/theirs',
  MODELGRAPH_OPERATOR_TOKEN: 'too short',
  MODELGRAPH_TOKEN: 'mg_theirs',
  MODELGRAPH_URL: 'http://127.0.0.1:9',
};

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'modelgraph-demo-test-'));
});
afterEach(async () => {
  // After a test that failed, the demo and its processes may still run.
  await until(async () => {
    const running = await inFolder();
    for (const { pid } of running) kill(pid);
    return running.length === 0 ? true : null;
  }, 'the end of all processes in the folder');
  await rm(folder, { recursive: true, force: true });
});

/** Ends a process, unless it has just ended. */
function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** The demo in a group of its own, as a shell starts it; its scratch folder lies in ours. */
function start(environment: Record<string, string>, ...args: string[]) {
  const child = spawn(process.execPath, [DEMO, ...args], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, TMPDIR: folder, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let said = '';
  let errors = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk;
  });
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk;
  });
  return {
    pid: child.pid ?? Number.NaN,
    /** Within a time that is enough for the training, on a slow machine too. */
    hasSaid: (text: string) =>
      until(async () => (child.exitCode !== null || said.includes(text) ? said : null), text, 90_000),
    /** Reads no more, as `head` does after its lines. */
    closeOutput: () => child.stdout.destroy(),
    ended: once(child, 'close').then(() => ({
      code: child.exitCode,
      last: said.trim().split('\n').at(-1),
      errors: errors.trim().split('\n'),
    })),
  };
}

/** The processes that were started in our folder or with it: the server, its database, the watcher, the serving program. */
async function inFolder(): Promise<{ pid: number; text: string }[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const processes = pids.flatMap((pid) =>
    ['cmdline', 'environ'].map(async (file) => ({
      pid: Number(pid),
      text: await readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => ''),
    })),
  );
  return (await Promise.all(processes)).filter(({ text }) => text.includes(folder));
}

const left = async (): Promise<string[]> => (await inFolder()).map(({ text }) => text);

test.each([
  ['while the database is made', 'Starting', 'SIGINT', 'the group', 130],
  ['while the server starts', 'Starting', 'SIGQUIT', 'the demo alone', 131],
  ['in the middle', 'serving 2013 with version 1', 'SIGTERM', 'the demo alone', 143],
] as const)('a signal %s ends the demo in a sentence', async (_, text, signal, whom, code) => {
  const demo = start(OF_THE_CALLER);
  expect(await demo.hasSaid(text)).toContain(text);
  await until(
    async () => ((await left()).some((line) => line.includes('/cluster')) ? true : null),
    'initdb or its PostgreSQL',
  );
  process.kill(whom === 'the group' ? -demo.pid : demo.pid, signal);
  expect(await demo.ended).toEqual({ code, last: expect.stringContaining(signal), errors: [''] });
  expect(await left()).toEqual([]);
  expect(await readdir(folder)).toEqual([]);
});

test('the demo ends when nobody reads its output any more', async () => {
  const demo = start(OF_THE_CALLER);
  expect(await demo.hasSaid('Starting')).toContain('Starting');
  demo.closeOutput();
  expect(await demo.ended).toMatchObject({ code: 141, errors: [''] });
  expect(await left()).toEqual([]);
  expect(await readdir(folder)).toEqual([]);
});

test('a busy port is told in a sentence', async () => {
  const neighbour = createServer().listen(0, '127.0.0.1');
  await once(neighbour, 'listening');
  const { port } = neighbour.address() as { port: number };
  const { code, errors } = await start({ MODELGRAPH_PORT: String(port) }, '--stay').ended;
  neighbour.close();
  expect([code, errors]).toEqual([1, [expect.stringContaining(`Port ${port} of 127.0.0.1 is busy`)]]);
  expect(await left()).toEqual([]);
  expect(await readdir(folder)).toEqual([]);
});
