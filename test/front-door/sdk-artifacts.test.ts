import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import {
  appendFile,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { makeWorld, type World } from '../kit/server';
import { until } from '../kit/until';
import {
  ArtifactLostError,
  ArtifactMismatchError,
  ConfigurationError,
  ModelGraph,
  NotFoundError,
  TimeoutError,
  ValidationError,
} from './sdk-built';
import { type Allowance, CuttingProxy } from './sdk-cutting-proxy';

const MIB = 1024 * 1024;

let world: World;
let writer: string;
let mg: ModelGraph;
let folder: string;
beforeAll(async () => {
  world = await makeWorld();
  writer = await world.token('WRITER');
  mg = new ModelGraph({ url: world.server.url, token: writer });
  await mg.models.register({ name: 'files', task: 'REGRESSION' });
  folder = await mkdtemp(join(tmpdir(), 'modelgraph-files-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await world.close();
});

const thrown = (work: PromiseLike<unknown>): Promise<unknown> =>
  Promise.resolve(work).then(
    () => null,
    (error: unknown) => error,
  );
const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const uploadsUnderWay = async (): Promise<number> =>
  (await world.database.query('SELECT FROM upload')).length;

/** Runs `use` with a client behind a proxy that cuts its connections off. */
async function behind<T>(
  allow: (connection: number) => Allowance,
  use: (mg: ModelGraph, proxy: CuttingProxy) => Promise<T>,
): Promise<T> {
  const proxy = await new CuttingProxy(world.server.url, allow).open();
  try {
    return await use(new ModelGraph({ url: proxy.url, token: writer }), proxy);
  } finally {
    await proxy.close();
  }
}

test('bytes of every kind are kept and loaded again', async () => {
  const bytes = new Uint8Array(randomBytes(1_000));
  const file = join(folder, 'a.bin');
  await writeFile(file, bytes);
  async function* inPieces() {
    yield bytes.subarray(0, 1);
    yield bytes.subarray(1);
  }
  const { version } = await mg.versions.register({
    model: 'files',
    artifact: [
      { path: 'array', content: bytes },
      { path: 'buffer', content: bytes.slice().buffer },
      { path: 'blob', content: new Blob([bytes]) },
      { path: 'web stream', content: new Blob([bytes]).stream() },
      { path: 'node stream', content: createReadStream(file) },
      { path: 'deep/generator', content: inPieces(), mediaType: 'application/x-pieces' },
      { path: 'empty', content: new Uint8Array() },
      { path: 'empty stream', content: new Blob([]).stream() },
      { file },
    ],
  });
  const paths = [
    'a.bin',
    'array',
    'blob',
    'buffer',
    'deep/generator',
    'empty',
    'empty stream',
    'node stream',
  ];
  expect(version.artifacts.map(({ path }) => path)).toEqual([...paths, 'web stream']);
  expect(version.artifacts.find(({ path }) => path === 'deep/generator')).toMatchObject({
    sha256: sha256Of(bytes),
    sizeBytes: 1_000,
    mediaType: 'application/x-pieces',
  });
  const loaded = await mg.versions.load(version);
  expect(loaded.paths).toEqual([...paths, 'web stream']);
  for (const path of loaded.paths)
    expect(loaded.bytes(path)).toEqual(path.startsWith('empty') ? new Uint8Array() : bytes);
  expect(() => loaded.bytes()).toThrow(/Say which file; loaded are: a\.bin, /);
  expect(() => loaded.bytes('b')).toThrow(RangeError);
  const one = await mg.versions.load(version, { paths: ['blob'] });
  expect(one.bytes()).toEqual(bytes);
  expect(await thrown(mg.versions.load(version, { paths: ['nothing'] }))).toBeInstanceOf(NotFoundError);
  const tooMuch = await thrown(mg.versions.load(version, { maxBytes: 6_999 }));
  expect(tooMuch).toBeInstanceOf(ConfigurationError);
});

test('stallMs may be without bound, and is refused where nothing could keep it', async () => {
  const given = { model: 'files', artifact: new Uint8Array([1]) };
  expect((await mg.versions.register(given, { stallMs: Number.POSITIVE_INFINITY })).replayed).toBe(false);
  for (const stallMs of [0, -1, Number.NaN])
    expect(await thrown(mg.versions.register(given, { stallMs }))).toBeInstanceOf(ConfigurationError);
});

test('numbers are kept as their bytes, in one and in a stream; what is no bytes is refused in words', async () => {
  const weights = new Float32Array([1, 2, 3]).subarray(1);
  async function* inPieces() {
    yield weights.subarray(0, 1);
    yield new DataView(weights.buffer, 8);
  }
  const artifact = [
    { path: 'a', content: weights },
    { path: 'b', content: inPieces() },
  ];
  const { version } = await mg.versions.register({ model: 'files', artifact });
  const loaded = await mg.versions.load(version);
  for (const path of ['a', 'b']) expect(new Float32Array(loaded.bytes(path).slice().buffer)).toEqual(weights);
  for (const wrong of [{ path: 'c', content: 'text' }, undefined, 7, { path: 'd' }]) {
    const error = await thrown(mg.versions.register({ model: 'files', artifact: [wrong as never] }));
    expect(error).toBeInstanceOf(ConfigurationError);
    expect((error as Error).message).toMatch(/bytes/);
  }
});

test('bytes without a name are model.bin, and what was uploaded before is named by its digest', async () => {
  const bytes = new TextEncoder().encode('a model of few words');
  const { version } = await mg.versions.register({ model: 'files', artifact: bytes });
  expect((await mg.versions.load({ id: version.id })).text('model.bin')).toBe('a model of few words');
  const again = { path: 'other.txt', sha256: sha256Of(bytes), sizeBytes: bytes.length };
  const { version: next } = await mg.versions.register({ model: 'files', artifact: again });
  expect((await mg.versions.load(next)).text()).toBe('a model of few words');
});

test('a folder is kept with its paths, links to files as files, and comes back the same', async () => {
  const source = join(folder, 'source');
  await mkdir(join(source, 'weights/deep'), { recursive: true });
  await writeFile(join(source, 'config.json'), '{}');
  await writeFile(join(source, 'weights/deep/part-1.bin'), randomBytes(100_000));
  await writeFile(join(folder, 'elsewhere.bin'), 'linked');
  await symlink(join(folder, 'elsewhere.bin'), join(source, 'weights/link.bin'));
  const { version } = await mg.versions.register({ model: 'files', artifact: source });
  const paths = ['config.json', 'weights/deep/part-1.bin', 'weights/link.bin'];
  expect(version.artifacts.map(({ path }) => path)).toEqual(paths);
  const target = join(folder, 'target');
  const { files } = await mg.versions.download(version, target);
  expect(files).toEqual(Object.fromEntries(paths.map((path) => [path, join(target, path)])));
  for (const path of paths)
    expect(await readFile(join(target, path))).toEqual(await readFile(join(source, path)));
  expect(await readdir(target, { recursive: true })).toHaveLength(5);

  await symlink(source, join(source, 'circle'));
  const circular = await thrown(mg.versions.register({ model: 'files', artifact: source }));
  expect(circular).toBeInstanceOf(ConfigurationError);
  expect((circular as Error).message).toContain('circle');
  for (const place of [join(folder, 'nothing'), await mkdtemp(join(folder, 'empty-'))])
    expect(await thrown(mg.versions.register({ model: 'files', artifact: place }))).toBeInstanceOf(
      ConfigurationError,
    );
});

test('a large file goes up and down over connections that keep breaking, and what is sent again is only what a cut lost', async () => {
  const file = join(folder, 'large.bin');
  const bytes = randomBytes(40 * MIB);
  await writeFile(file, bytes);
  const target = join(folder, 'large');
  await behind(
    () => ({ up: 5 * MIB, down: 5 * MIB }),
    async (broken, proxy) => {
      const { version } = await broken.versions.register({ model: 'files', artifact: file });
      expect(version.artifacts[0]).toMatchObject({
        path: 'large.bin',
        sizeBytes: bytes.length,
        sha256: sha256Of(bytes),
      });
      expect(proxy.connections).toBeGreaterThanOrEqual(8);
      // Each connection carries 5 MiB, of which a cut loses what was in flight: beginning anew would never end.
      expect(proxy.up).toBeLessThan(2 * bytes.length);
      const { files } = await broken.versions.download(version, target);
      expect(sha256Of(await readFile(files['large.bin'] as string))).toBe(sha256Of(bytes));
      expect(proxy.down).toBeLessThan(2 * bytes.length);
    },
  );
  expect(await readdir(target)).toEqual(['large.bin']);
  expect(await uploadsUnderWay()).toBe(0);
});

test('bytes that the server has are not sent, and files that are there are not loaded', async () => {
  const bytes = new Uint8Array(randomBytes(2 * MIB));
  const { version } = await mg.versions.register({ model: 'files', artifact: bytes });
  const target = join(folder, 'kept');
  const { files } = await mg.versions.download(version, target);
  const { mtimeMs } = await stat(files['model.bin'] as string);
  await behind(
    () => ({}),
    async (watched, proxy) => {
      await watched.versions.register({ model: 'files', artifact: new Blob([bytes]) });
      await watched.versions.download(version, target);
      expect(proxy.up + proxy.down).toBeLessThan(MIB);
    },
  );
  expect((await stat(files['model.bin'] as string)).mtimeMs).toBe(mtimeMs);
});

test('a long stream goes up over connections that keep breaking', async () => {
  const piece = randomBytes(MIB);
  const hash = createHash('sha256');
  async function* stream() {
    for (let n = 0; n < 37; n += 1) {
      const next = Buffer.concat([Buffer.from([n]), piece]);
      hash.update(next);
      yield next;
    }
  }
  await behind(
    () => ({ up: 5 * MIB }),
    async (broken) => {
      const { version } = await broken.versions.register({ model: 'files', artifact: stream() });
      expect(version.artifacts[0]).toMatchObject({ sizeBytes: 37 * (MIB + 1), sha256: hash.digest('hex') });
    },
  );
});

test('a stream that fails is not taken for one that has ended', async () => {
  const failure = new Error('the disk of the other machine');
  async function* failing(size: number) {
    yield new Uint8Array(size);
    throw failure;
  }
  const before = (await mg.versions.list({ filter: { model: 'files' } })).totalCount;
  for (const size of [10, 20 * MIB]) {
    expect(await thrown(mg.versions.register({ model: 'files', artifact: failing(size) }))).toBe(failure);
  }
  expect((await mg.versions.list({ filter: { model: 'files' } })).totalCount).toBe(before);
  await until(async () => ((await uploadsUnderWay()) === 0 ? true : null), 'the upload to be given up');
});

test('an upload outlives a server that is killed and started again', async () => {
  const other = await world.another();
  const bytes = randomBytes(48 * MIB);
  const proxy = await new CuttingProxy(other.url).open();
  const persistent = new ModelGraph({ url: proxy.url, token: writer, maxRetries: 100 });
  const registered = persistent.versions.register({ model: 'files', artifact: bytes });
  await until(async () => (proxy.up > 20 * MIB ? true : null), 'half of the bytes');
  await other.kill();
  await other.start();
  expect((await registered).version.artifacts[0]?.sha256).toBe(sha256Of(bytes));
  await proxy.close();
});

test('a connection that falls silent is given up after stallMs', async () => {
  const bytes = randomBytes(20 * MIB);
  await behind(
    (connection) => (connection === 1 ? { up: 3 * MIB, silently: true } : {}),
    async (silent) => {
      const { version } = await silent.versions.register(
        { model: 'files', artifact: bytes },
        { stallMs: 500 },
      );
      expect(version.artifacts[0]?.sha256).toBe(sha256Of(bytes));
    },
  );
  const { version } = await mg.versions.register({ model: 'files', artifact: bytes });
  await behind(
    (connection) => (connection === 1 ? { down: 3 * MIB, silently: true } : {}),
    async (silent) => {
      const loaded = await silent.versions.load(version, { stallMs: 500 });
      expect(sha256Of(loaded.bytes())).toBe(sha256Of(bytes));
    },
  );
  await behind(
    () => ({ down: 3 * MIB, silently: true }),
    async (silent) => {
      const error = await thrown(silent.versions.load(version, { timeoutMs: 800 }));
      expect(error).toBeInstanceOf(TimeoutError);
      expect((error as Error).message).toContain('800 ms');
    },
  );
});

test('an aborted call ends with its reason; what had arrived of a download is gone on with', async () => {
  const reason = new Error('changed my mind');
  const bytes = randomBytes(30 * MIB);
  await behind(
    () => ({ up: 20 * MIB, silently: true }),
    async (silent, proxy) => {
      const controller = new AbortController();
      const registered = thrown(
        silent.versions.register({ model: 'files', artifact: bytes }, { signal: controller.signal }),
      );
      await until(async () => (proxy.up > 19 * MIB ? true : null), 'most of what may pass');
      controller.abort(reason);
      expect(await registered).toBe(reason);
    },
  );
  const { version } = await mg.versions.register({ model: 'files', artifact: bytes });
  const target = join(folder, 'gone-on-with');
  await behind(
    () => ({ down: 20 * MIB, silently: true }),
    async (silent, proxy) => {
      const controller = new AbortController();
      const downloaded = thrown(silent.versions.download(version, target, { signal: controller.signal }));
      await until(async () => (proxy.down > 19 * MIB ? true : null), 'most of what may pass');
      controller.abort(reason);
      expect(await downloaded).toBe(reason);
    },
  );
  await until(
    async () => ((await readdir(target))[0] === `.${sha256Of(bytes)}.part` ? true : null),
    'the part',
  );
  await behind(
    () => ({}),
    async (watched, proxy) => {
      await watched.versions.download(version, target);
      expect(proxy.down).toBeLessThan(25 * MIB);
    },
  );
  expect(await readdir(target)).toEqual(['model.bin']);
  expect(sha256Of(await readFile(join(target, 'model.bin')))).toBe(sha256Of(bytes));
});

test('bytes that were altered are never given out', async () => {
  const bytes = randomBytes(100_000);
  const { version } = await mg.versions.register({ model: 'files', artifact: bytes });
  const sha256 = sha256Of(bytes);
  const stored = (await readdir(join(world.data, 'artifacts'), { recursive: true })).find((name) =>
    name.endsWith(sha256),
  );
  const altered = Buffer.from(bytes);
  altered[50_000] = (altered[50_000] ?? 0) ^ 1;
  await writeFile(join(world.data, 'artifacts', stored ?? ''), altered);
  const target = join(folder, 'altered');
  for (const work of [mg.versions.load(version), mg.versions.download(version, target)]) {
    const error = await thrown(work);
    expect(error).toBeInstanceOf(ArtifactMismatchError);
    expect(error).toMatchObject({ code: 'ARTIFACT_MISMATCH', retryable: false });
    expect((error as Error).message).toContain('model.bin');
  }
  expect(await readdir(target)).toEqual([]);
});

test('bytes that the server has lost are told as such, and registering them again heals it', async () => {
  const bytes = new Uint8Array(randomBytes(100_000));
  const { version } = await mg.versions.register({ model: 'files', artifact: bytes });
  const sha256 = sha256Of(bytes);
  await rm(join(world.data, 'artifacts/sha256', sha256.slice(0, 2), sha256));
  for (const work of [mg.versions.load(version), mg.versions.download(version, join(folder, 'lost'))]) {
    const error = await thrown(work);
    expect(error).toBeInstanceOf(ArtifactLostError);
    expect(error).toMatchObject({ code: 'ARTIFACT_LOST', retryable: false, isFromServer: true });
    expect((error as Error).message).toMatch(
      /^model\.bin: The store of artifacts has lost or cut the bytes /,
    );
  }
  await mg.versions.register({ model: 'files', artifact: bytes });
  expect((await mg.versions.load(version)).bytes()).toEqual(bytes);
});

test('bytes that change between hashing and sending are refused', async () => {
  const content = new Uint8Array(randomBytes(100_000));
  const changing = new ModelGraph({
    url: world.server.url,
    token: writer,
    fetch: (input, init) => {
      if (init?.method === 'HEAD') content[0] = (content[0] ?? 0) ^ 1;
      return fetch(input, init);
    },
  });
  const error = await thrown(
    changing.versions.register({ model: 'files', artifact: { path: 'restless.bin', content } }),
  );
  expect(error).toBeInstanceOf(ArtifactMismatchError);
  expect((error as Error).message).toMatch(/^restless\.bin: /);
});

test.each(['HEAD', 'POST'])(
  'a file that grows before the answer to the %s is refused, not cut',
  async (asked) => {
    const source = await mkdtemp(join(folder, 'growing-'));
    const file = join(source, 'checkpoint.bin');
    await writeFile(file, randomBytes(100_000));
    const during = new ModelGraph({
      url: world.server.url,
      token: writer,
      fetch: async (input, init) => {
        if (init?.method === asked && !String(input).endsWith('/graphql')) await appendFile(file, 'more');
        return fetch(input, init);
      },
    });
    const before = (await mg.versions.list({ filter: { model: 'files' } })).totalCount;
    for (const artifact of [file, source]) {
      const { size } = await stat(file);
      const error = await thrown(during.versions.register({ model: 'files', artifact }));
      expect(error).toBeInstanceOf(ArtifactMismatchError);
      expect((error as Error).message).toBe(
        `checkpoint.bin: ${file} had ${size} bytes and has more now: it changed while it was read.`,
      );
    }
    expect((await mg.versions.list({ filter: { model: 'files' } })).totalCount).toBe(before);
  },
);

/** A client for which somebody stands between who answers some requests beside GraphQL with a page. */
const pagedBy = (isPaged: (method: string, path: string) => boolean): ModelGraph =>
  new ModelGraph({
    url: world.server.url,
    token: writer,
    fetch: async (input, init) => {
      const { pathname } = new URL(String(input));
      const isTheirs = pathname.startsWith('/v1/') && isPaged(init?.method ?? 'GET', pathname);
      return isTheirs
        ? new Response('<html>', { headers: { 'content-type': 'text/html' } })
        : fetch(input, init);
    },
  });

test.each([
  ['POST', 1_000],
  ['POST', 17 * MIB],
  ['PATCH', 17 * MIB],
  ['PUT', 17 * MIB],
])('a page in answer to a %s of an upload of %i bytes is no upload', async (asked, size) => {
  const paged = pagedBy((method, path) => method === asked && path.startsWith('/v1/uploads'));
  const error = await thrown(paged.versions.register({ model: 'files', artifact: randomBytes(size) }));
  expect(error).toMatchObject({ code: 'BAD_ANSWER', retryable: false });
  expect((error as Error).message).toContain('Is this the address of a ModelGraph server?');
});

test('a page in answer to whether the bytes are there does not say so: they are sent', async () => {
  const bytes = randomBytes(100_000);
  const paged = pagedBy((method) => method === 'HEAD');
  const { version } = await paged.versions.register({ model: 'files', artifact: bytes });
  expect(version.artifacts[0]?.sha256).toBe(sha256Of(bytes));
});

test('a refused registration is thrown after the upload, whose bytes need not be sent again', async () => {
  const bytes = randomBytes(MIB);
  const refused = await thrown(
    mg.versions.register({ model: 'files', description: 'x'.repeat(10_001), artifact: bytes }),
  );
  expect(refused).toBeInstanceOf(ValidationError);
  await behind(
    () => ({}),
    async (watched, proxy) => {
      await watched.versions.register({ model: 'files', artifact: bytes });
      expect(proxy.up).toBeLessThan(MIB / 2);
    },
  );
});

test('where there is no Node, bytes and blobs go up and down all the same', async () => {
  const script = `
    globalThis.document = {};
    const { ModelGraph } = require(${JSON.stringify(resolve(__dirname, '../../sdk/dist/cjs/index.js'))});
    const mg = new ModelGraph({ url: ${JSON.stringify(world.server.url)}, token: ${JSON.stringify(writer)} });
    (async () => {
      const bytes = new Uint8Array(17 * 1024 * 1024).fill(7);
      const artifact = [{ path: 'a', content: bytes }, { path: 'b', content: new Blob(['text']).stream() }];
      const { version } = await mg.versions.register({ model: 'files', artifact });
      const loaded = await mg.versions.load(version);
      console.log(loaded.bytes('a').every((byte) => byte === 7), loaded.text('b'));
      await mg.versions.register({ model: 'files', artifact: '/etc/hostname' }).catch(({ name }) => console.log(name));
    })();`;
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', script]);
  expect(stdout).toBe('true text\nConfigurationError\n');
});
