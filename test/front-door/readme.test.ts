import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { transform } from '@swc/core';
import { makeWorld, OPERATOR, type World } from '../kit/server';
import { until } from '../kit/until';

const ROOT = resolve(__dirname, '../..');

let world: World;
let folder: string;
let token: string;
let modules = 0;

beforeEach(async () => {
  world = await makeWorld();
  token = await world.token('ADMIN');
  folder = await mkdtemp(join(tmpdir(), 'modelgraph-readme-'));
  await mkdir(join(folder, 'node_modules/@modelgraph'), { recursive: true });
  await symlink(join(ROOT, 'sdk'), join(folder, 'node_modules/@modelgraph/sdk'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
  await world.close();
});

/** The blocks of a page that say of themselves that they can be run. */
async function blocksOf(file: string, language = 'ts'): Promise<string[]> {
  const text = await readFile(join(ROOT, file), 'utf8');
  return [...text.matchAll(new RegExp(`\`\`\`${language} runnable\\n([^]*?)\`\`\``, 'g'))].map(([, block]) =>
    String(block),
  );
}

interface Running {
  readonly child: ChildProcess;
  readonly lines: string[];
  /** What it printed, and what it said on standard error. */
  readonly ended: Promise<{ lines: string[]; errors: string }>;
}

function start(program: string, args: string[], cwd: string): Running {
  const child = spawn(program, args, {
    cwd,
    env: {
      PATH: process.env.PATH,
      MODELGRAPH_URL: world.server.url,
      MODELGRAPH_TOKEN: token,
      MODELGRAPH_OPERATOR_TOKEN: OPERATOR,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  let errors = '';
  createInterface({ input: child.stdout }).on('line', (line) => lines.push(line));
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  return { child, lines, ended: once(child, 'close').then(() => ({ lines, errors })) };
}

/** Starts a block word for word, as a module of its own, with nothing but where the server is and who asks. */
async function startBlock(block: string): Promise<Running> {
  const { code } = await transform(block, {
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    module: { type: 'es6' },
  });
  modules += 1;
  const file = `example-${modules}.mjs`;
  await writeFile(join(folder, file), code);
  return start(process.execPath, [file], folder);
}

/** Runs a block that ends by itself: it prints what it says behind its statements, and nothing else. */
async function keepsItsPromises(block: string): Promise<void> {
  const promised = [...block.matchAll(/console\.log\(.*; \/\/ (.*)/g)].map(([, line]) => String(line));
  expect(promised).not.toEqual([]);
  const { ended } = await startBlock(block);
  expect(await ended).toEqual({
    lines: promised.map((line) => (line.endsWith('…') ? expect.stringContaining(line.slice(0, -1)) : line)),
    errors: '',
  });
}

test.each(['README.md', 'sdk/README.md'])(
  'the example of %s hears of the alert that another raises',
  async (file) => {
    const [example = ''] = await blocksOf(file);
    expect(example.trim().split('\n').filter(Boolean)).toHaveLength(10);
    const { child, lines, ended } = await startBlock(example);
    await until(async () => {
      if (child.exitCode !== null) return true;
      const text = await (await fetch(`${world.server.url}/metrics`)).text();
      return /modelgraph_subscribers(?:\{[^}]*\})? 1\n/.test(text) ? true : null;
    }, 'the subscription of the example');
    const [, raiseAlert = ''] = await blocksOf('README.md');
    await keepsItsPromises(raiseAlert);
    await until(async () => (lines.length > 0 || child.exitCode !== null ? true : null), 'the alert');
    child.kill();
    expect(await ended).toEqual({
      lines: [expect.stringMatching(/number of predictions of tides version 1 was 1 /)],
      errors: '',
    });
  },
);

test('the other examples do what they say, word for word', async () => {
  const [, , operator, ...more] = await blocksOf('README.md');
  const [, calls, ...others] = await blocksOf('sdk/README.md');
  expect([more, others]).toEqual([[], []]);
  await keepsItsPromises(String(operator));
  await keepsItsPromises(String(calls));
});

test('the commands of examples/README.md run, and a wrong one is told in a sentence', async () => {
  const [commands = ''] = await blocksOf('examples/README.md', 'sh');
  const { lines, errors } = await start('sh', ['-ec', commands], ROOT).ended;
  expect(lines).toEqual([
    'tides version 1, stage DEVELOPMENT:',
    expect.stringMatching(/README\.md {2}\d+ bytes {2}sha256:[0-9a-f]{64}$/),
    expect.stringMatching(/^mg_/),
  ]);
  expect(errors).toMatch(/^Token mg_\S+ of forecast-service, role WRITER, until \S+ Its secret, .*\n$/);
  const wrong = await start('sh', ['-c', commands.replace('REGRESSION', 'GUESSING')], ROOT).ended;
  expect(wrong.errors).toMatch(/^Failed: .*GUESSING.*\nToken /);
});

/** `npm test` asks for nothing but Node; CI has a curl that prints headers. */
const hasCurl =
  process.env.CI !== undefined ||
  /^curl (?:7\.(?:8[4-9]|9\d)|[89]\.|\d\d)/.test(
    spawnSync('curl', ['--version'], { encoding: 'utf8' }).stdout ?? '',
  );
(hasCurl ? test : test.skip)('the commands of docs/http.md print what it says', async () => {
  const commands = (await blocksOf('docs/http.md', 'sh')).join('');
  const { lines, errors } = await start('sh', ['-euc', commands], folder).ended;
  const promised = [...commands.matchAll(/^# -> (.*)$/gm)].map(([, line]) => String(line));
  expect(promised).toHaveLength(9);
  expect({ lines, errors }).toEqual({ lines: promised.map(withGaps), errors: '' });
});

/** A line that has `…` for what differs from one time to the next. */
const withGaps = (line: string) =>
  expect.stringMatching(`^${line.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('…', '[^"]+')}$`);

test('sdk/README.md names the package as npm makes it', async () => {
  const text = await readFile(join(ROOT, 'sdk/README.md'), 'utf8');
  const [pack = ''] = /npm pack .*/.exec(text) ?? [];
  const { lines } = await start('sh', ['-ec', `${pack} --dry-run`], ROOT).ended;
  expect(text).toContain(`/${lines.at(-1)} graphql@16`);
});
