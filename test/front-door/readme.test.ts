import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { transform } from '@swc/core';
import { makeWorld, type World } from '../kit/server';
import { until } from '../kit/until';
import { ModelGraph } from './sdk-built';

const ROOT = resolve(__dirname, '../..');
/** How the examples begin their last line: they end when somebody ends them. */
const ENDLESS = 'mg.alerts.subscribe()';

let world: World;
let folder: string;
let token: string;

beforeEach(async () => {
  world = await makeWorld();
  token = await world.token('APPROVER');
  folder = await mkdtemp(join(tmpdir(), 'modelgraph-readme-'));
  await mkdir(join(folder, 'node_modules/@modelgraph'), { recursive: true });
  await symlink(join(ROOT, 'sdk'), join(folder, 'node_modules/@modelgraph/sdk'));
  await writeFile(join(folder, 'model.json'), JSON.stringify({ mean: 4 }));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
  await world.close();
});

/** The blocks of a page that say of themselves that they can be run. */
async function blocksOf(file: string): Promise<string[]> {
  const text = await readFile(join(ROOT, file), 'utf8');
  return [...text.matchAll(/```ts runnable\n([\s\S]*?)```/g)].map(([, block]) => String(block));
}

/** Runs a block word for word, as a module of its own, with nothing but where the server is and who asks. */
async function run(block: string): Promise<{ child: ChildProcess; lines: string[]; errors: () => string }> {
  const { code } = await transform(block, {
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    module: { type: 'es6' },
  });
  await writeFile(join(folder, 'example.mjs'), code);
  const child = spawn(process.execPath, ['example.mjs'], {
    cwd: folder,
    env: { PATH: process.env.PATH, MODELGRAPH_URL: world.server.url, MODELGRAPH_TOKEN: token },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  let errors = '';
  createInterface({ input: child.stdout as NodeJS.ReadableStream }).on('line', (line) => lines.push(line));
  child.stderr?.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  return { child, lines, errors: () => errors };
}

/** What a block says behind its statements that it prints. */
const promised = (block: string): string[] =>
  [...block.matchAll(/console\.log\(.*; \/\/ (.*)/g)].map(([, line]) => String(line));

/** Waits until the example is subscribed, and gives it an alert to tell of. */
async function raiseAlert(child: ChildProcess): Promise<void> {
  const mg = new ModelGraph({ url: world.server.url, token });
  await until(async () => {
    if (child.exitCode !== null) return true;
    const text = await (await fetch(`${world.server.url}/metrics`)).text();
    return /modelgraph_subscribers(?:\{[^}]*\})? 1\n/.test(text) ? true : null;
  }, 'the subscription of the example');
  const { version } = (await mg.predictions.list({ model: 'tides' })).nodes[0] ?? {};
  if (!version) throw new Error('The example has logged no prediction.');
  // A rule on quality needs ten labelled rows.
  await mg.predictions.logNow(
    version,
    Array.from({ length: 10 }, (_, index) => ({
      features: {},
      output: { number: { value: index } },
      actual: { number: index + 1 },
    })),
  );
  await mg.alerts.createRule({ model: 'tides', watch: 'MAE', compare: 'ABOVE', value: 0.1 });
  const hour = Math.floor(Date.now() / 3_600_000) * 3_600_000;
  await mg.reports.create({
    version,
    window: { from: new Date(hour - 3_600_000), to: new Date(hour + 3_600_000) },
  });
}

test.each([
  ['README.md', 1],
  ['sdk/README.md', 2],
])('the examples of %s do what they say, word for word', async (file, count) => {
  const blocks = await blocksOf(file);
  expect(blocks).toHaveLength(count);
  for (const block of blocks) {
    const { child, lines, errors } = await run(block);
    const ended = once(child, 'exit');
    if (block.includes(ENDLESS)) {
      await raiseAlert(child);
      await until(async () => (lines.length > 0 || child.exitCode !== null ? true : null), 'the alert');
      child.kill();
      await ended;
      expect([errors(), lines]).toEqual(['', [expect.stringMatching(/\bmae\b/i)]]);
    } else {
      await ended;
      expect([errors(), lines]).toEqual(['', promised(block)]);
      expect(lines.length).toBeGreaterThan(0);
    }
  }
});
