import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { makeWorld, type World } from '../kit/server';

const run = promisify(execFile);
const ROOT = resolve(__dirname, '../..');
const SDK = join(ROOT, 'sdk');
const TSC = require.resolve('typescript/package.json').replace('package.json', 'bin/tsc');
const PACKAGE = 'node_modules/@modelgraph/sdk';

let world: World;
let writer: string;
let folder: string;

/** A folder of a user who has installed the packed SDK and `graphql`; what they depend on is linked, not downloaded. */
beforeAll(async () => {
  world = await makeWorld();
  writer = await world.token('WRITER', { subject: 'installer' });
  folder = await mkdtemp(join(tmpdir(), 'modelgraph-package-'));
  const { stdout } = await run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
    cwd: SDK,
  });
  await mkdir(join(folder, PACKAGE), { recursive: true });
  const tarball = join(folder, JSON.parse(stdout)[0].filename);
  await run('tar', ['-xzf', tarball, '-C', join(folder, PACKAGE), '--strip-components=1']);
  await mkdir(join(folder, 'node_modules/@types'));
  for (const name of ['graphql', 'graphql-ws', 'ws', '@types/node', 'undici-types']) {
    const found = dirname(require.resolve(`${name}/package.json`, { paths: [ROOT] }));
    await symlink(found, join(folder, 'node_modules', name));
  }
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await world.close();
});

/** Runs a file of the user's. */
async function node(file: string, text: string): Promise<string> {
  await writeFile(join(folder, file), text);
  const { PATH, HOME } = process.env;
  const env = { PATH, HOME, MODELGRAPH_URL: world.server.url, MODELGRAPH_TOKEN: writer };
  const { stdout } = await run(process.execPath, [file], { cwd: folder, env });
  return stdout.trim();
}

/** Compiles a file of the user's. */
async function tsc(file: string, text: string, ...options: string[]): Promise<string> {
  await writeFile(join(folder, file), text);
  const strict = ['--strict', '--target', 'es2022', '--types', 'node', '--ignoreConfig'];
  return run(process.execPath, [TSC, ...strict, ...options, file], { cwd: folder }).then(
    ({ stdout }) => stdout,
    ({ stdout }) => stdout,
  );
}

test('a module and a CommonJS file use the installed package', async () => {
  const body = `const mg = new ModelGraph();
    mg.viewer().then(({ subject }) => console.log(subject, mg.models.list() instanceof List));`;
  expect(await node('user.mjs', `import { List, ModelGraph } from '@modelgraph/sdk';\n${body}`)).toBe(
    'installer true',
  );
  expect(await node('user.cjs', `const { List, ModelGraph } = require('@modelgraph/sdk');\n${body}`)).toBe(
    'installer true',
  );
});

const TYPED = `import { ConflictError, ModelGraph, type GraphqlDocument, type Model, type RegisterModelInput } from '@modelgraph/sdk';
  interface Features { x: number }
  declare const asks: GraphqlDocument<{ subject: string }, { role: string; first?: number }> & object;
  declare const asksNothing: GraphqlDocument<{ subject: string }, { [key: string]: never }> & object;
  const mg = new ModelGraph({ url: new URL('http://localhost:4000'), timeoutMs: 1000 });
  export async function use(input: RegisterModelInput): Promise<string | null> {
    const { model, replayed } = await mg.models.register(input, { signal: AbortSignal.timeout(10) });
    const same: boolean = replayed;
    const found: Model | null = await mg.models.get({ id: model.id });
    for await (const one of mg.models.list({ filter: { task: ['RANKING'] } })) console.log(one.tags[0]?.value, same);
    const { nodes } = await mg.events.list();
    const { token, secret } = await mg.tokens.create({ subject: 's', role: 'READER', expiresAt: new Date() });
    console.log(nodes[0]?.position.toFixed(), token.project.name, secret.length);
    const { version } = await mg.versions.register({ model, task: 'RANKING', artifact: [new Uint8Array(), { path: 'a', file: 'b' }] });
    const id: string = mg.predictions.log(version, { output: { number: { value: 1 } } });
    for await (const { event, cursor } of mg.models.watch('a', { stage: 'PRODUCTION' })) console.log(event.version?.number, cursor, id);
    await mg.versions.transition({ version, to: 'PRODUCTION', expectedCurrent: version });
    const features: Features = { x: 1 };
    mg.predictions.log(version, { features });
    await mg.runs.start({ name: 'r', params: features });
    await mg.models.register({ name: 'a', task: 'RANKING', metadata: features });
    const { subject } = await mg.graphql(asks, { role: 'READER' });
    await mg.graphql(asksNothing);
    await mg.graphql(asksNothing, {}, { maxRetries: 0 });
    await mg.graphql('{ viewer { subject } }');
    await mg.models.list({ order: { direction: undefined } });
    const error: unknown = subject === '' ? null : found;
    return error instanceof ConflictError ? error.existingId : null;
  }
  // @ts-expect-error exactly one of the fields
  mg.versions.get({ pick: { id: 'a', number: 1 } });
  // @ts-expect-error names no version
  mg.versions.get({});
  // @ts-expect-error the document has a variable that it needs
  mg.graphql(asks);
  // @ts-expect-error no such task
  mg.models.register({ name: 'a', task: 'GUESSING' });
  // @ts-expect-error a payload has no userErrors left
  mg.models.register({ name: 'a', task: 'RANKING' }).then(({ userErrors }) => userErrors);
`;

test.each([
  ['typed.mts', ['--module', 'node16']],
  ['typed.cts', ['--module', 'node16']],
  ['typed.ts', ['--module', 'esnext', '--moduleResolution', 'bundler']],
  ['exact.mts', ['--module', 'node16', '--exactOptionalPropertyTypes']],
])('the types are right for %s %j', async (file, options) => {
  // Without skipLibCheck, so that nothing in the package's own declarations is missing.
  expect(await tsc(file, TYPED, '--noEmit', '--skipLibCheck', 'false', ...options)).toBe('');
});

test('nothing is declared with types that TypeScript 5.0 lacks', async () => {
  const declared = await readFile(join(folder, PACKAGE, 'dist/esm/subscription/subscription.d.ts'), 'utf8');
  // Before 5.6 it took one type, and TS2314 would be an error of whoever compiles without skipLibCheck.
  expect(declared).toContain('implements AsyncIterableIterator<Delivery<Event>> {');
});

test('the package holds what it needs and nothing else', async () => {
  const all = await readdir(join(folder, PACKAGE));
  expect(all.sort()).toEqual(['LICENSE', 'README.md', 'dist', 'package.json']);
  const license = (of: string): Promise<string> => readFile(join(of, 'LICENSE'), 'utf8');
  expect(await license(join(folder, PACKAGE))).toBe(await license(ROOT));
  expect((await readdir(join(folder, PACKAGE, 'dist'))).sort()).toEqual(['cjs', 'esm']);
  const { dependencies } = JSON.parse(await readFile(join(folder, PACKAGE, 'package.json'), 'utf8'));
  expect(Object.keys(dependencies).sort()).toEqual(['graphql-ws', 'ws']);
  const files = await readdir(join(folder, PACKAGE, 'dist/esm'), { recursive: true });
  const imported = new Set<string>();
  expect(files.filter((name) => name.endsWith('.map'))).toEqual([]);
  for (const file of files.filter((name) => name.endsWith('.js'))) {
    const text = await readFile(join(folder, PACKAGE, 'dist/esm', file), 'utf8');
    for (const [, from] of text.matchAll(/(?:^|\s)(?:import|export)\s[^;]*?from '([^.'][^']*)'/g))
      imported.add(String(from));
  }
  // What a browser loads: nothing of Node's, neither `ws` nor `graphql` before they are needed.
  expect([...imported]).toEqual(['graphql-ws/client']);
});

test('the examples of the README are typed as the package is', async () => {
  const readme = await readFile(join(SDK, 'README.md'), 'utf8');
  const examples = [...readme.matchAll(/```ts[^\n]*\n([\s\S]*?)```/g)].map(([, text]) => String(text));
  expect(examples).toHaveLength(3);
  for (const [index, text] of examples.entries())
    expect(await tsc(`example-${index}.mts`, text, '--noEmit', '--module', 'node16', '--skipLibCheck')).toBe(
      '',
    );
});
