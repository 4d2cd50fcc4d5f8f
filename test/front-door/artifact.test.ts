import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { makeWorld, TestServer, type World } from '../kit/server';
import { until } from '../kit/until';
import { http, sha256Of, uploadBytes } from '../kit/uploads';
import { registerVersion } from '../kit/versions';

let world: World;
let writer: string;
let reader: string;
beforeAll(async () => {
  world = await makeWorld({ MODELGRAPH_LOG_LEVEL: 'debug' });
  writer = await world.token('WRITER');
  reader = await world.token('READER');
});
afterAll(() => world.close());

const bytesOf = (size: number): Uint8Array<ArrayBuffer> => new Uint8Array(randomBytes(size));
const start = async (token = writer, server = world.server): Promise<string> => {
  const { status, headers } = await http(server, token, 'POST', '/v1/uploads');
  expect({ status, offset: headers.get('upload-offset') }).toEqual({ status: 202, offset: '0' });
  return headers.get('location') ?? '';
};
const put = (path: string, sha256: string, options = {}, token = writer) =>
  http(world.server, token, 'PUT', `${path}?digest=sha256:${sha256}`, options);
/** All files of the store but its marker, by name. */
const stored = async (folder: 'uploads' | 'sha256'): Promise<string[]> =>
  (await readdir(join(world.data, 'artifacts', folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);

test('bytes uploaded at once are read back, whole, in part and conditionally', async () => {
  const bytes = bytesOf(300_000);
  const { sha256 } = await uploadBytes(world.server, writer, bytes);
  const path = `/v1/blobs/${sha256}`;
  const response = await fetch(`${world.server.url}${path}`, {
    headers: { authorization: `Bearer ${reader}` },
  });
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes);
  expect(response.headers.get('etag')).toBe(`"${sha256}"`);
  const head = await http(world.server, reader, 'HEAD', path);
  expect([head.status, head.headers.get('content-length')]).toEqual([200, '300000']);
  const ranged = async (range: string, more: Record<string, string> = {}) => {
    const answer = await fetch(`${world.server.url}${path}`, {
      headers: { authorization: `Bearer ${reader}`, range, ...more },
    });
    const body = new Uint8Array(await answer.arrayBuffer());
    return { status: answer.status, range: answer.headers.get('content-range'), body };
  };
  expect(await ranged('bytes=10-19')).toEqual({
    status: 206,
    range: 'bytes 10-19/300000',
    body: bytes.slice(10, 20),
  });
  expect(await ranged('bytes=-5')).toMatchObject({ status: 206, body: bytes.slice(-5) });
  expect(await ranged('bytes=299990-', { 'if-range': `"${sha256}"` })).toMatchObject({
    status: 206,
    body: bytes.slice(299_990),
  });
  expect((await ranged('bytes=0-1', { 'if-range': '"other"' })).status).toBe(200);
  expect(await ranged('bytes=300000-')).toMatchObject({ status: 416, range: 'bytes */300000' });
  const same = await http(world.server, reader, 'GET', path, {
    headers: { 'if-none-match': `W/"${sha256}"` },
  });
  expect([same.status, same.text]).toEqual([304, '']);
});

test('no bytes at all are an artifact, too, and bytes that are there are accepted again', async () => {
  const empty = bytesOf(0);
  for (const _ of [1, 2]) await uploadBytes(world.server, writer, empty);
  const found = await http(world.server, reader, 'GET', `/v1/blobs/${sha256Of(empty)}`);
  expect([found.status, found.text]).toEqual([200, '']);
  const [row] = await world.database.query('SELECT count(*)::int AS n FROM blob WHERE sha256 = $1', [
    sha256Of(empty),
  ]);
  expect(row).toEqual({ n: 1 });
});

test('an upload in chunks says how far it is, refuses a gap and an overlap, and ends with the digest', async () => {
  const bytes = bytesOf(250_000);
  const location = await start();
  const send = (from: number, to: number, range = `${from}-${to - 1}`) =>
    http(world.server, writer, 'PATCH', location, {
      body: bytes.slice(from, to),
      headers: { 'content-range': range, 'content-type': 'application/octet-stream' },
    });
  const first = await send(0, 100_000);
  expect([first.status, first.headers.get('range'), first.headers.get('upload-offset')]).toEqual([
    202,
    '0-99999',
    '100000',
  ]);
  for (const from of [0, 99_999, 100_001]) {
    const wrong = await send(from, from + 10);
    expect([wrong.status, wrong.code, wrong.headers.get('range')]).toEqual([
      416,
      'RANGE_NOT_SATISFIABLE',
      '0-99999',
    ]);
  }
  expect((await send(100_000, 100_010, '100000-100020')).code).toBe('BAD_REQUEST');
  expect((await send(100_000, 200_000, 'bytes 100000-199999/*')).status).toBe(202);
  const told = await http(world.server, writer, 'GET', location);
  expect([told.status, told.headers.get('range')]).toEqual([204, '0-199999']);
  const sha256 = sha256Of(bytes);
  const end = await put(location, sha256, {
    body: bytes.slice(200_000),
    headers: { 'content-range': '200000-249999' },
  });
  expect([end.status, end.headers.get('location')]).toEqual([201, `/v1/blobs/${sha256}`]);
  expect((await http(world.server, writer, 'GET', location)).status).toBe(404);
  expect((await put(location, sha256)).status).toBe(201);
});

test('bytes that are not what was declared are refused and nothing is kept', async () => {
  const bytes = bytesOf(70_000);
  const wrong = sha256Of('something else');
  const before = await stored('sha256');
  const once = await http(world.server, writer, 'POST', `/v1/uploads?digest=sha256:${wrong}`, {
    body: bytes,
  });
  expect([once.status, once.code]).toEqual([400, 'ARTIFACT_MISMATCH']);
  const location = await start();
  const inChunks = await put(location, wrong, { body: bytes });
  expect([inChunks.status, inChunks.code]).toEqual([400, 'ARTIFACT_MISMATCH']);
  expect((await http(world.server, writer, 'GET', location)).status).toBe(404);
  for (const digest of [wrong, sha256Of(bytes)])
    expect((await http(world.server, writer, 'GET', `/v1/blobs/${digest}`)).status).toBe(404);
  expect(await stored('sha256')).toEqual(before);
  expect(await stored('uploads')).toEqual([]);
});

test('an upload that was given up is gone with its bytes', async () => {
  const location = await start();
  await http(world.server, writer, 'PATCH', location, { body: bytesOf(1_000) });
  expect((await http(world.server, writer, 'DELETE', location)).status).toBe(204);
  for (const method of ['GET', 'DELETE', 'PATCH'])
    expect((await http(world.server, writer, method, location)).status).toBe(404);
  expect(await stored('uploads')).toEqual([]);
});

test('an upload whose file somebody has removed can only be begun again', async () => {
  const location = await start();
  await http(world.server, writer, 'PATCH', location, { body: bytesOf(1_000) });
  for (const name of await stored('uploads')) await rm(join(world.data, 'artifacts', 'uploads', name));
  const answer = await http(world.server, writer, 'PATCH', location, { body: bytesOf(1_000) });
  expect([answer.status, answer.code]).toEqual([404, 'NOT_FOUND']);
});

test.each([
  ['lost', (file: string) => rm(file)],
  ['cut', (file: string) => truncate(file, 999)],
])('bytes that the store has %s are told as such, and logged; sent again they are there', async (_, harm) => {
  const bytes = bytesOf(1_000);
  const { sha256 } = await uploadBytes(world.server, writer, bytes);
  const path = `/v1/blobs/${sha256}`;
  await harm(join(world.data, 'artifacts/sha256', sha256.slice(0, 2), sha256));
  const { status, headers, text } = await http(world.server, reader, 'GET', path);
  const [error] = JSON.parse(text).errors;
  expect(status).toBe(500);
  expect(error.extensions).toMatchObject({ code: 'ARTIFACT_LOST', retryable: false });
  expect(error.message).toContain(`lost or cut the bytes ${sha256}`);
  // Kept by a browser, the answer would outlive the mending.
  expect(headers.get('cache-control')).toBeNull();
  const { level } = await world.server.logged(
    ({ msg, requestId }) => msg === 'a request failed' && requestId === error.extensions.requestId,
  );
  expect(level).toBe('error');
  await uploadBytes(world.server, writer, bytes);
  expect((await http(world.server, reader, 'GET', path)).status).toBe(200);
});

test("another project's bytes and uploads look exactly like missing ones", async () => {
  const project = await world.project('elsewhere');
  const stranger = await world.token('WRITER', { project });
  const { sha256, ...artifact } = await uploadBytes(world.server, writer, bytesOf(1_000));
  const location = await start();
  const missing = sha256Of('nobody has this');
  const plain = ({ status, text }: { status: number; text: string }, path: string) => ({
    status,
    text: text.replace(/"requestId":"[^"]+"/, '').replaceAll(path.split('/').at(-1) ?? '', ''),
  });
  const ask = async (method: string, path: string, options = {}) =>
    plain(await http(world.server, stranger, method, path, options), path);
  const nowhere = '/v1/uploads/0190a0a0-0000-7000-8000-000000000000';
  expect(await ask('GET', `/v1/blobs/${sha256}`)).toEqual(await ask('GET', `/v1/blobs/${missing}`));
  expect((await ask('GET', `/v1/blobs/${sha256}`)).status).toBe(404);
  for (const method of ['GET', 'PATCH', 'DELETE'])
    expect(await ask(method, location)).toEqual(await ask(method, nowhere));
  expect((await http(world.server, writer, 'DELETE', location)).status).toBe(204);
  const registered = await registerVersion(world.server, stranger, {
    model: { name: 'thief' },
    createModel: { task: 'REGRESSION' },
    artifacts: [{ ...artifact, sha256 }],
  });
  expect(registered).toMatchObject({
    version: null,
    userErrors: [
      { __typename: 'NotFoundError', code: 'NOT_FOUND', path: ['input', 'artifacts', '0', 'sha256'] },
    ],
  });
  await uploadBytes(
    world.server,
    stranger,
    new Uint8Array(
      await (
        await fetch(`${world.server.url}/v1/blobs/${sha256}`, {
          headers: { authorization: `Bearer ${writer}` },
        })
      ).arrayBuffer(),
    ),
  );
  expect((await ask('GET', `/v1/blobs/${sha256}`)).status).toBe(200);
});

test('uploading needs WRITER, reading READER, and both a token', async () => {
  const { sha256 } = await uploadBytes(world.server, writer, bytesOf(10));
  const doors = [
    ['POST', '/v1/uploads'],
    ['PATCH', '/v1/uploads/x'],
    ['PUT', '/v1/uploads/x'],
    ['GET', '/v1/uploads/x'],
    ['DELETE', '/v1/uploads/x'],
  ] as const;
  for (const [method, path] of doors) {
    expect((await http(world.server, null, method, path)).code).toBe('UNAUTHENTICATED');
    expect((await http(world.server, reader, method, path)).code).toBe('FORBIDDEN');
  }
  expect((await http(world.server, null, 'GET', `/v1/blobs/${sha256}`)).code).toBe('UNAUTHENTICATED');
  expect((await http(world.server, null, 'GET', '/v1/models/x/production')).code).toBe('UNAUTHENTICATED');
});

test.each([
  ['no algorithm', 'a'.repeat(64)],
  ['another algorithm', `sha512:${'a'.repeat(64)}`],
  ['too few digits', 'sha256:abc'],
  ['a path', 'sha256:../../../../etc/passwd'],
])('a digest with %s is refused', async (_, digest) => {
  const answer = await http(world.server, writer, 'POST', `/v1/uploads?digest=${digest}`, {
    body: bytesOf(3),
  });
  expect([answer.status, answer.code]).toEqual([400, 'BAD_REQUEST']);
});

test('what is larger than an artifact may be is refused, declared or not, and nothing is kept', async () => {
  const small = await world.another({ MODELGRAPH_MAX_ARTIFACT_BYTES: '1000' });
  const bytes = bytesOf(1_001);
  const digest = sha256Of(bytes);
  const declared = await http(small, writer, 'POST', `/v1/uploads?digest=sha256:${digest}`, { body: bytes });
  expect([declared.status, declared.code]).toEqual([413, 'PAYLOAD_TOO_LARGE']);
  const location = await start(writer, small);
  expect((await http(small, writer, 'PATCH', location, { body: bytes.slice(0, 600) })).status).toBe(202);
  const beyond = await http(small, writer, 'PATCH', location, { body: bytes.slice(0, 600) });
  expect([beyond.status, beyond.code]).toEqual([413, 'PAYLOAD_TOO_LARGE']);
  expect((await http(small, writer, 'GET', location)).status).toBe(404);
  expect(await stored('uploads')).toEqual([]);
});

/** Begins a request whose body never ends. */
const cutShort = (server: TestServer, location: string, sent: Uint8Array, declared: number) => {
  const { hostname, port } = new URL(server.url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  socket.write(
    `PATCH ${location} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nAuthorization: Bearer ${writer}\r\nContent-Length: ${declared}\r\n\r\n`,
  );
  socket.write(sent);
  return socket;
};

const offsetIs = (server: TestServer, location: string, offset: number) =>
  until(async () => {
    const { headers } = await http(server, writer, 'GET', location);
    return headers.get('upload-offset') === String(offset) ? true : null;
  }, `an offset of ${offset}`);

test('an upload goes on where it was cut: by the client, by kill -9, and on another server', async () => {
  const bytes = bytesOf(500_000);
  const server = await world.another();
  const location = await start(writer, server);
  const first = cutShort(server, location, bytes.slice(0, 100_000), 500_000);
  await offsetIs(server, location, 100_000);
  first.destroy();
  const again = cutShort(server, location, bytes.slice(100_000, 200_000), 400_000);
  await offsetIs(server, location, 200_000);
  await server.kill();
  again.destroy();
  await server.start();
  await offsetIs(server, location, 200_000);
  const resumed = await http(server, writer, 'PATCH', location, {
    body: bytes.slice(200_000, 300_000),
    headers: { 'content-range': '200000-299999' },
  });
  expect(resumed.status).toBe(202);
  const elsewhere = await http(world.server, writer, 'PATCH', location, {
    body: bytes.slice(300_000, 400_000),
    headers: { 'content-range': '300000-399999' },
  });
  expect([elsewhere.status, elsewhere.headers.get('upload-offset')]).toEqual([202, '400000']);
  const sha256 = sha256Of(bytes);
  const end = await http(server, writer, 'PUT', `${location}?digest=sha256:${sha256}`, {
    body: bytes.slice(400_000),
    headers: { 'content-range': '400000-499999' },
  });
  expect(end.status).toBe(201);
  expect(await stored('uploads')).toEqual([]);
});

/** Sends all but the last request of an upload, and that; resolves when its bytes are in their place and only `blob` is not told. */
const nearlyEnded = async (server: TestServer, bytes: Uint8Array<ArrayBuffer>) => {
  const lock = await world.database.hold('LOCK TABLE blob IN SHARE MODE');
  const location = await start(writer, server);
  const end = `${location}?digest=sha256:${sha256Of(bytes)}`;
  const answer = http(server, writer, 'PUT', end, { body: bytes });
  await world.database.untilWaiting(1);
  return { location, end, answer, lock };
};
const cutWaiting = () =>
  world.database.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
  );

test.each([
  ['kill -9', (server: TestServer) => server.kill()],
  ['the loss of its connection to the database', async () => undefined],
])(
  'an upload that %s ends between its bytes and the word of them is ended by the same request',
  async (_, fail) => {
    const bytes = bytesOf(100_000);
    const server = await world.another();
    const { location, end, answer, lock } = await nearlyEnded(server, bytes);
    const answered = answer.then(
      ({ status }) => status,
      () => 'no answer',
    );
    await fail(server);
    await cutWaiting();
    expect(['no answer', 503]).toContain(await answered);
    await lock.release();
    await server.stop();
    await server.start();
    for (const one of [server, world.server]) {
      const told = await http(one, writer, 'GET', location);
      expect([told.status, told.headers.get('upload-offset')]).toEqual([204, '100000']);
    }
    expect((await http(server, writer, 'PUT', end)).status).toBe(201);
    const kept = await http(world.server, reader, 'HEAD', `/v1/blobs/${sha256Of(bytes)}`);
    expect([kept.status, kept.headers.get('content-length')]).toEqual([200, '100000']);
    expect((await http(server, writer, 'GET', location)).status).toBe(404);
    expect(await stored('uploads')).toEqual([]);
  },
);

test('the last request of an upload, sent again to another server while the first is at its last step, succeeds with it', async () => {
  const bytes = bytesOf(100_000);
  const server = await world.another();
  const { end, answer, lock } = await nearlyEnded(server, bytes);
  const again = http(world.server, writer, 'PUT', end);
  await world.database.untilWaiting(2);
  await lock.release();
  expect([(await answer).status, (await again).status]).toEqual([201, 201]);
  expect(
    sha256Of(
      await readFile(join(world.data, 'artifacts/sha256', sha256Of(bytes).slice(0, 2), sha256Of(bytes))),
    ),
  ).toBe(sha256Of(bytes));
  expect(await stored('uploads')).toEqual([]);
});

test('the newest request to an upload holds it, also when an older one on another server stands still', async () => {
  const bytes = bytesOf(90_000);
  const server = await world.another();
  const location = await start(writer, server);
  const here = cutShort(server, location, bytes.slice(0, 30_000), 90_000);
  await offsetIs(server, location, 30_000);
  const newer = cutShort(server, location, bytes.slice(30_000, 60_000), 60_000);
  await offsetIs(server, location, 60_000);
  const elsewhere = await http(world.server, writer, 'PATCH', location, {
    body: bytes.slice(60_000),
    headers: { 'content-range': '60000-89999' },
  });
  expect(elsewhere.status).toBe(202);
  const late = once(newer);
  newer.write(bytes.slice(60_000));
  expect(await late).toMatch(/^HTTP\/1.1 409 /);
  const sha256 = sha256Of(bytes);
  expect((await put(location, sha256)).status).toBe(201);
  expect(sha256Of(await readFile(join(world.data, 'artifacts/sha256', sha256.slice(0, 2), sha256)))).toBe(
    sha256,
  );
  here.destroy();
  newer.destroy();
});

/** The first that a socket has to say. */
const once = (socket: ReturnType<typeof connect>): Promise<string> =>
  new Promise((resolve, reject) => {
    socket.once('data', (data: Buffer) => resolve(data.toString()));
    socket.once('close', () => reject(new Error('The socket was closed without an answer.')));
  });

test('a body that stands still is given up with 408, of an upload as of any other route', async () => {
  const hasty = await world.another({ MODELGRAPH_BODY_TIME_MS: '300' });
  const location = await start(writer, hasty);
  const upload = cutShort(hasty, location, bytesOf(10), 100);
  expect(await once(upload)).toMatch(/^HTTP\/1.1 408 [\s\S]*REQUEST_TIMEOUT/);
  await offsetIs(hasty, location, 10);
  const { hostname, port } = new URL(hasty.url);
  const plain = connect(Number(port), hostname);
  plain.write(
    `POST /graphql HTTP/1.1\r\nHost: ${hostname}:${port}\r\nAuthorization: Bearer ${writer}\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{`,
  );
  expect(await once(plain)).toMatch(/^HTTP\/1.1 408 [\s\S]*REQUEST_TIMEOUT/);
  upload.destroy();
  plain.destroy();
  expect((await http(hasty, writer, 'DELETE', location)).status).toBe(204);
});

test('an upload that has stood still for a day is forgotten with its bytes; a younger one is not', async () => {
  const [old, young] = [await start(), await start()];
  for (const location of [old, young])
    await http(world.server, writer, 'PATCH', location, { body: bytesOf(1_000) });
  const name = (location: string) =>
    world.database
      .query<{ file: string }>('SELECT file FROM upload WHERE id = $1', [location.split('/').at(-1)])
      .then(([row]) => row!.file);
  const [oldFile, youngFile] = [await name(old), await name(young)];
  const stray = '0190a0a0-0000-7000-8000-000000000001';
  const uploads = join(world.data, 'artifacts/uploads');
  await writeFile(join(uploads, stray), 'left by a server that was killed');
  const yesterday = new Date(Date.now() - 25 * 60 * 60 * 1_000);
  for (const file of [oldFile, stray]) await utimes(join(uploads, file), yesterday, yesterday);
  await world.database.query(
    "UPDATE upload SET touched_at = clock_timestamp() - interval '25 hours' WHERE file = ANY($1::uuid[])",
    [[oldFile, youngFile]],
  );
  await world.database.query('UPDATE job SET due_at = clock_timestamp() WHERE repeat_every IS NOT NULL');
  await until(
    async () => ((await http(world.server, writer, 'GET', old)).status === 404 ? true : null),
    'the old upload to be forgotten',
    30_000,
  );
  await until(async () => ((await stored('uploads')).length > 1 ? null : true), 'both old files to go');
  expect(await stored('uploads')).toEqual([youngFile]);
  expect((await http(world.server, writer, 'DELETE', young)).status).toBe(204);
});

test('a server does not start on a store that its database does not know', async () => {
  await expect(world.another({ MODELGRAPH_DATA: join(world.data, 'other') })).rejects.toThrow(
    /is not the store of artifacts that this database knows .*MODELGRAPH_DATA/,
  );
  expect(existsSync(join(world.data, 'other/artifacts/store-id'))).toBe(false);
});
