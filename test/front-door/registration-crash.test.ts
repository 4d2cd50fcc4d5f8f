import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeWorld, type TestServer, type World } from '../kit/server';
import { sha256Of, uploadBytes } from '../kit/uploads';
import { registerVersion } from '../kit/versions';

let world: World;
let writer: string;
beforeAll(async () => {
  world = await makeWorld({ MODELGRAPH_LOG_LEVEL: 'debug' });
  writer = await world.token('WRITER');
});
afterAll(() => world.close());

const AT_ONCE = 12;

interface Attempt {
  readonly key: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Uploads and registers; the version's id if that was acknowledged, null if the server went away before. */
async function attempt(server: TestServer, name: string, { key, bytes }: Attempt): Promise<string | null> {
  try {
    const artifact = await uploadBytes(server, writer, bytes);
    const { version } = await registerVersion(server, writer, {
      model: { name },
      createModel: { task: 'REGRESSION' },
      artifacts: [artifact],
      idempotencyKey: key,
    });
    return version.id;
  } catch (error) {
    // What fetch says when the connection breaks, before or within the answer. Anything else is a failure of the test.
    if (['fetch failed', 'terminated'].includes((error as Error).message)) return null;
    throw error;
  }
}

interface Kept {
  readonly id: string;
  readonly number: number;
  readonly manifest_digest: string;
  readonly sha256: string | null;
  readonly size_bytes: number | null;
}

const keptVersions = (name: string): Promise<Kept[]> =>
  world.database.query<Kept>(
    `SELECT version.id, number, manifest_digest, sha256, size_bytes::int AS size_bytes FROM version
     LEFT JOIN artifact ON artifact.version_id = version.id
     WHERE model_id = (SELECT id FROM model WHERE name = $1) ORDER BY number`,
    [name],
  );

const stored = (sha256: string): Promise<Buffer> =>
  readFile(join(world.data, 'artifacts/sha256', sha256.slice(0, 2), sha256));

/** No version without its verified bytes and manifest, and no number left out. */
async function expectWhole(versions: readonly Kept[]): Promise<void> {
  expect(versions.map(({ number }) => number)).toEqual(versions.map((_, index) => index + 1));
  for (const { sha256, size_bytes, manifest_digest, number } of versions) {
    const bytes = await stored(sha256 ?? '');
    expect([sha256Of(bytes), bytes.length]).toEqual([sha256, size_bytes]);
    const manifest = await stored(manifest_digest);
    expect(sha256Of(manifest)).toBe(manifest_digest);
    expect(JSON.parse(manifest.toString())).toMatchObject({ number, artifacts: [{ sha256 }] });
  }
}

describe.each([
  ['after the rename of the bytes', 'bytes are in their place'],
  ['after their commit', 'bytes are told to the database'],
  ['after the rename of the manifest', 'a manifest is in its place'],
  ['before the commit of the registration', 'a registration is about to commit'],
  ['after the commit of the registration', 'a registration has committed'],
])('a server killed %s', (_, point) => {
  test.each([1, 4, 9])('for the %i. time keeps what it acknowledged, and nothing by halves', async (time) => {
    const name = `${point} ${time}`;
    const server = await world.another();
    const attempts = Array.from({ length: AT_ONCE }, (_, index) => ({
      key: `${name} ${index}`,
      bytes: new Uint8Array(randomBytes(20_000 + index)),
    }));
    let seen = 0;
    let killed: Promise<void> | undefined;
    server.onLog = ({ msg }) => {
      if (msg === point) seen += 1;
      if (seen === time) killed ??= server.kill();
    };
    const acknowledged = await Promise.all(attempts.map((one) => attempt(server, name, one)));
    expect(killed).toBeDefined();
    await killed;
    server.onLog = undefined;

    const after = await keptVersions(name);
    await expectWhole(after);
    const ids = after.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(acknowledged.filter((id) => id !== null)));

    await server.start();
    const again = await Promise.all(attempts.map((one) => attempt(server, name, one)));
    expect(new Set(again).size).toBe(AT_ONCE);
    acknowledged.forEach((id, index) => {
      if (id !== null) expect(again[index]).toBe(id);
    });
    const complete = await keptVersions(name);
    expect(complete.map(({ id }) => id).sort()).toEqual([...again].sort());
    expect(complete.slice(0, after.length)).toEqual(after);
    await expectWhole(complete);
    await server.stop();
  });
});
