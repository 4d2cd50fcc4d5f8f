import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigurationError } from '../../../sdk/dist/cjs/errors/service-errors.js';
import { readSettings } from '../../../sdk/dist/cjs/settings.js';

const NAMES = ['MODELGRAPH_URL', 'MODELGRAPH_TOKEN', 'MODELGRAPH_DATA'] as const;
let folder: string;
const before = Object.fromEntries(NAMES.map((name) => [name, process.env[name]]));
beforeEach(async () => {
  for (const name of NAMES) delete process.env[name];
  folder = await mkdtemp(join(tmpdir(), 'modelgraph-sdk-'));
  process.env.MODELGRAPH_DATA = folder;
  await writeFile(join(folder, 'admin-token'), 'mg_of-the-file\n');
});
afterEach(() => rm(folder, { recursive: true }));
afterAll(() => {
  for (const name of NAMES) if (before[name] !== undefined) process.env[name] = before[name];
});

test.each([
  [undefined, 'http://127.0.0.1:4000/graphql'],
  ['https://models.example.com', 'https://models.example.com/graphql'],
  ['https://example.com/models/', 'https://example.com/models/graphql'],
  ['https://example.com/models', 'https://example.com/models/graphql'],
  ['http://localhost:4000/graphql?x=1#y', 'http://localhost:4000/graphql'],
])('the address %s is asked at %s', (url, graphqlUrl) => {
  expect(readSettings({ url }).graphqlUrl).toBe(graphqlUrl);
});

test('what is given goes before the environment', async () => {
  process.env.MODELGRAPH_URL = 'http://of-the-environment:1';
  process.env.MODELGRAPH_TOKEN = 'mg_of-the-environment';
  expect(readSettings({}).graphqlUrl).toBe('http://of-the-environment:1/graphql');
  expect(await readSettings({}).token()).toBe('mg_of-the-environment');
  const given = readSettings({ url: 'http://given:2', token: 'mg_given' });
  expect(given.graphqlUrl).toBe('http://given:2/graphql');
  expect(await given.token()).toBe('mg_given');
});

test.each([
  undefined,
  'http://localhost:9',
  'http://127.0.0.1:4000',
  'http://127.8.9.1',
  'http://[::1]:4000',
])('the file of a local server is read for %s, at the first call', async (url) => {
  await rm(join(folder, 'admin-token'));
  const settings = readSettings({ url });
  await expect(settings.token()).rejects.toThrow(ConfigurationError);
  await writeFile(join(folder, 'admin-token'), 'mg_later\n');
  expect(await settings.token()).toBe('mg_later');
});

test.each([
  'http://models.example.com',
  'http://127.0.0.1.example.com',
  'http://10.0.0.1',
  'http://localhost.evil.com',
])('the file of a local server is never read for %s', async (url) => {
  await expect(readSettings({ url }).token()).rejects.toThrow(
    'Give `token` to new ModelGraph(), or set MODELGRAPH_TOKEN.',
  );
});

test('in a page neither a file is read nor the environment, and only what helps there is said', async () => {
  process.env.MODELGRAPH_TOKEN = 'mg_of-the-environment';
  const page = globalThis as { document?: unknown };
  page.document = {};
  try {
    await expect(readSettings({}).token()).rejects.toThrow(
      /^There is no token for 127\.0\.0\.1:4000\. Give `token` to new ModelGraph\(\)\.$/,
    );
  } finally {
    delete page.document;
  }
});

test('an empty file is a missing token', async () => {
  await writeFile(join(folder, 'admin-token'), '\n');
  await expect(readSettings({}).token()).rejects.toThrow('is empty');
});

test.each([
  [{ url: 'models.example.com' }, 'not an address'],
  [{ url: 'ftp://example.com' }, 'http:// or https://'],
  [{ url: 'http://me:secret@example.com' }, 'user name or password'],
  [{ token: 'two words' }, 'characters that no token has'],
  [{ token: 'mg_…' }, 'characters that no token has'],
  [{ timeoutMs: 0 }, 'timeoutMs'],
  [{ timeoutMs: Number.NaN }, 'timeoutMs'],
  [{ maxRetries: -1 }, 'maxRetries'],
])('%j cannot work and says why', (options, why) => {
  expect(() => readSettings(options)).toThrow(ConfigurationError);
  expect(() => readSettings(options)).toThrow(why);
});
