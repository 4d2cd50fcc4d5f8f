import { connect, disconnect, EVENTS, Follower, openKnown, openRaw, received } from '../kit/follower';
import { gauge } from '../kit/gauge';
import { registerModels } from '../kit/models';
import { makeWorld, type TestServer, type World } from '../kit/server';
import { until } from '../kit/until';

let world: World;
/** With limits so low that the small schema reaches them. */
let strict: TestServer;
let reader: string;
beforeAll(async () => {
  world = await makeWorld({ MODELGRAPH_SOCKET_INIT_MS: '300', MODELGRAPH_SOCKET_KEEPALIVE_MS: '1000' });
  strict = await world.another({ MODELGRAPH_MAX_DEPTH: '2', MODELGRAPH_MAX_COMPLEXITY: '8' });
  reader = await world.token('READER');
});
afterAll(() => world.close());
afterEach(async () => {
  await disconnect();
  await shows('modelgraph_websockets', 0);
});

const shows = (name: string, value: number): Promise<true> =>
  until(async () => ((await gauge(world.server, name)) === value ? true : null), `${name} ${value}`);

async function codesOverHttp(server: TestServer, query: string): Promise<string[]> {
  const { errors } = await server.graphql(query, {}, reader);
  return (errors ?? []).map(({ extensions }) => extensions.code);
}

async function codesOverWebsocket(server: TestServer, query: string): Promise<string[]> {
  const client = connect(server, reader);
  const { errors } = await new Follower(client, {}, query).ended;
  await client.dispose();
  for (const { extensions } of errors ?? []) expect(extensions.requestId).toEqual(expect.any(String));
  return (errors ?? []).map(({ extensions }) => extensions.code);
}

const aliases = Array.from({ length: 31 }, (_, index) => `a${index}: id`).join(' ');
const types = 'MODEL_REGISTERED '.repeat(51);

test.each([
  ['a document that cannot be read', 'GRAPHQL_PARSE_FAILED', '{ events {'],
  ['an unknown field', 'GRAPHQL_VALIDATION_FAILED', '{ events { nothing } }'],
  ['a variable that is missing', 'BAD_USER_INPUT', '($a: String!) { events(after: $a) { __typename } }'],
  ['too many aliases', 'TOO_COMPLEX', `{ events { ${aliases.replaceAll('id', '__typename')} } }`],
  ['too many tokens', 'TOO_COMPLEX', `{ events { ${'__typename '.repeat(2_001)} } }`],
  ['a NUL in a text', 'BAD_REQUEST', '{ events(filter: { subjectId: "\\u0000" }) { __typename } }'],
  ['a NUL in a cursor', 'CURSOR_INVALID', '{ events(after: "\\u0000") { __typename } }'],
  ['a cursor from elsewhere', 'CURSOR_INVALID', '{ events(after: "x") { __typename } }'],
  ['too many types', 'BAD_REQUEST', `{ events(filter: { types: [${types}] }) { __typename } }`],
])('%s has the code over the websocket that it has over HTTP: %s', async (_, code, document) => {
  expect(await codesOverHttp(world.server, `query ${document}`)).toEqual([code]);
  expect(await codesOverWebsocket(world.server, `subscription ${document}`)).toEqual([code]);
});

test('a wrong literal is told with its place on both doors', async () => {
  const field = '{ versionAt(at: "yesterday") { id } }';
  const query = `{ model(ref: { name: "m" }) ${field} }`;
  const subscription = `subscription { versionEvents { event { version { model ${field} } } } }`;
  const wrongIn = (document: string) => [
    {
      message: expect.stringMatching('^DateTime: give'),
      locations: [{ line: 1, column: document.indexOf('"yesterday"') + 1 }],
      extensions: expect.objectContaining({ code: 'GRAPHQL_VALIDATION_FAILED' }),
    },
  ];
  expect((await world.server.graphql(query, {}, reader)).errors).toEqual(wrongIn(query));
  const client = connect(world.server, reader);
  expect((await new Follower(client, {}, subscription).ended).errors).toEqual(wrongIn(subscription));
  await client.dispose();
});

test('depth and worst case are limited on both doors', async () => {
  const tooDeep = (list: string): string => `{ events { ${list} { id } } }`;
  expect(await codesOverHttp(strict, `query ${tooDeep('nodes')}`)).toEqual(['TOO_COMPLEX']);
  expect(await codesOverWebsocket(strict, `subscription ${tooDeep('event')}`)).toEqual(['TOO_COMPLEX']);
  const tooWide = `{ events { ${Array.from({ length: 9 }, (_, index) => `a${index}: __typename`).join(' ')} } }`;
  expect(await codesOverHttp(strict, `query ${tooWide}`)).toEqual(['TOO_COMPLEX']);
  expect(await codesOverWebsocket(strict, `subscription ${tooWide}`)).toEqual(['TOO_COMPLEX']);
  const client = connect(strict, reader);
  await new Follower(client, {}, 'subscription { events { cursor kind } }').begun();
});

test('an operation that is not named among several is refused on both doors', async () => {
  const several = (kind: string): string =>
    `${kind} A { events { __typename } } ${kind} B { events { __typename } }`;
  expect(await codesOverHttp(world.server, several('query'))).toEqual(['OPERATION_RESOLUTION_FAILURE']);
  expect(await codesOverWebsocket(world.server, several('subscription'))).toEqual([
    'OPERATION_RESOLUTION_FAILURE',
  ]);
});

test('the name of an operation, however long, is shortened in the log and the metrics of both doors', async () => {
  const name = (door: string): string => `${door}${'x'.repeat(10_000)}`;
  await world.server.graphql(`query ${name('http')} { viewer { role } }`, {}, reader);
  const client = connect(world.server, reader);
  await new Follower(client, {}, `subscription ${name('websocket')} { events { kind cursor } }`).begun();
  const metrics = await (await fetch(`${world.server.url}/metrics`)).text();
  for (const door of ['http', 'websocket']) {
    const shown = `${name(door).slice(0, 100)}…`;
    await world.server.logged(({ msg, operation }) => msg === 'operation' && operation === shown);
    expect(metrics).toContain(`operation="${shown}"`);
  }
  expect(metrics).not.toContain('x'.repeat(101));
  expect(JSON.stringify(world.server.log)).not.toContain('x'.repeat(101));
});

test('the websocket takes subscriptions only, and HTTP none', async () => {
  const mutation =
    'mutation { registerModel(input: { name: "by websocket", task: REGRESSION }) { replayed } }';
  const writer = await world.token('WRITER');
  const client = connect(world.server, writer);
  for (const query of ['{ viewer { subject } }', mutation, '{ __schema { types { name } } }']) {
    const { errors } = await new Follower(client, {}, query).ended;
    expect(errors).toMatchObject([
      { message: expect.stringContaining('by POST'), extensions: { code: 'BAD_REQUEST' } },
    ]);
  }
  await client.dispose();
  const { data } = await world.server.graphql('{ model(ref: { name: "by websocket" }) { id } }', {}, writer);
  expect(data.model).toBeNull();
  expect(await codesOverHttp(world.server, EVENTS)).toEqual(['BAD_REQUEST']);
});

test('the 21st subscription of a websocket is RATE_LIMITED; the others go on, and one that ends makes room', async () => {
  const writer = await world.token('WRITER');
  const client = connect(world.server, reader);
  const followers = Array.from({ length: 20 }, () => new Follower(client));
  await Promise.all(followers.map((follower) => follower.begun()));
  const { errors } = await new Follower(client).ended;
  expect(errors).toMatchObject([
    { extensions: { code: 'RATE_LIMITED', retryable: true, retryAfterMs: 1_000 } },
  ]);
  await registerModels(world.server, writer, ['twenty-first']);
  await Promise.all(followers.map((follower) => follower.received(1)));
  followers[0]!.stop();
  await shows('modelgraph_subscribers', 19);
  await new Follower(client).begun();
});

test('the 11th websocket of a token is closed with 4429; one that is closed makes room', async () => {
  const links = await Promise.all(Array.from({ length: 10 }, () => openKnown(world.server, reader)));
  const eleventh = await openRaw(world.server);
  eleventh.send({ type: 'connection_init', payload: { Authorization: `Bearer ${reader}` } });
  expect(await eleventh.closed).toMatchObject({
    code: 4429,
    reason: expect.stringContaining('RATE_LIMITED'),
  });
  const other = await openKnown(world.server, await world.token('READER'));
  links[0]!.socket.close();
  await shows('modelgraph_websockets', 10);
  const again = await openKnown(world.server, reader);
  for (const { socket } of [...links, other, again]) socket.close();
});

test('a message beyond 256 KiB closes the websocket with 1009', async () => {
  const raw = await openKnown(world.server, reader);
  const query = `subscription { events { kind } } #${'x'.repeat(256 * 1024)}`;
  raw.send({ id: '1', type: 'subscribe', payload: { query } });
  expect(await raw.closed).toMatchObject({ code: 1009 });
});

test.each([
  ['a client that never says who it is', 4408, () => undefined],
  ['no JSON', 4400, (send: (text: string) => void) => send('{')],
  ['a message of no known type', 4400, (send: (text: string) => void) => send('{"type":"nothing"}')],
  [
    'a subscription before the token',
    4401,
    (send: (text: string) => void) =>
      send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query: EVENTS } })),
  ],
])('%s is closed with %i', async (_, code, misbehave) => {
  const raw = await openRaw(world.server);
  misbehave((text) => raw.socket.send(text));
  expect(await raw.closed).toMatchObject({ code });
});

test('an id that is in use is closed with 4409, however long it is', async () => {
  const raw = await openKnown(world.server, reader);
  const subscribe = { id: 'é'.repeat(200), type: 'subscribe', payload: { query: EVENTS } };
  raw.send(subscribe);
  await received(raw, 'next');
  raw.send(subscribe);
  const { code, reason } = await raw.closed;
  expect(code).toBe(4409);
  expect(Buffer.byteLength(reason)).toBeLessThanOrEqual(123);
});

test('another subprotocol than graphql-transport-ws is closed with 4406', async () => {
  const raw = await openRaw(world.server, { protocols: [] });
  expect(await raw.closed).toMatchObject({ code: 4406 });
});

test('a client that gives no sign of life is cut off', async () => {
  const raw = await openRaw(world.server, { autoPong: false });
  raw.send({ type: 'connection_init', payload: { Authorization: `Bearer ${reader}` } });
  raw.send({ id: '1', type: 'subscribe', payload: { query: EVENTS } });
  expect(await raw.closed).toMatchObject({ code: expect.any(Number) });
  await shows('modelgraph_subscribers', 0);
  const alive = await openKnown(world.server, reader);
  const pings = { count: 0 };
  alive.socket.on('ping', () => {
    pings.count += 1;
  });
  await until(async () => (pings.count >= 3 ? true : null), 'three pings');
  expect(alive.socket.readyState).toBe(alive.socket.OPEN);
  alive.socket.close();
});

test('clients that vanish half-way leave nothing behind', async () => {
  const init = { type: 'connection_init', payload: { Authorization: `Bearer ${reader}` } };
  const subscribe = (id: string) => ({ id, type: 'subscribe', payload: { query: EVENTS } });
  for (let round = 0; round < 5; round += 1) {
    const raws = await Promise.all(Array.from({ length: 8 }, () => openRaw(world.server)));
    for (const [index, raw] of raws.entries()) {
      raw.send(init);
      if (index > 0) await received(raw, 'connection_ack');
      if (index > 1) for (let id = 0; id < 20; id += 1) raw.send(subscribe(`${id}`));
      if (index > 3) await received(raw, 'next');
      if (index > 5) for (let id = 0; id < 20; id += 2) raw.send({ id: `${id}`, type: 'complete' });
      // The same id again while the first is being ended.
      if (index > 6) for (let id = 0; id < 20; id += 2) raw.send(subscribe(`${id}`));
    }
    for (const { socket } of raws) socket.terminate();
  }
  await shows('modelgraph_websockets', 0);
  await shows('modelgraph_subscribers', 0);
  const client = connect(world.server, reader);
  await new Follower(client).begun();
});

test('a client that asks without end and takes no answer is not read from any more', async () => {
  // One that does not miss a sign of life from a client that reads nothing.
  const patient = await world.another({ MODELGRAPH_SOCKET_KEEPALIVE_MS: '60000' });
  const raw = await openKnown(patient, reader);
  raw.socket.pause();
  const payload = { text: 'x'.repeat(100_000) };
  let isFull = false;
  const ask = (): void =>
    raw.socket.send(JSON.stringify({ type: 'ping', payload }), (gone) => {
      if (!gone && !isFull) ask();
    });
  ask();
  await until(
    async () => (raw.socket.bufferedAmount > 0 && (await isStuck(patient, raw.socket)) ? true : null),
    'a full pipe',
  );
  isFull = true;
  raw.socket.terminate();
  await patient.stop();
});

/** Whether what is to be sent does not move. */
async function isStuck(server: TestServer, socket: { bufferedAmount: number }): Promise<boolean> {
  const before = socket.bufferedAmount;
  // The server has had its turn, twice.
  for (let time = 0; time < 2; time += 1) expect(await gauge(server, 'modelgraph_websockets')).toBe(1);
  return socket.bufferedAmount === before;
}

const deep = '['.repeat(60_000) + ']'.repeat(60_000);

test.each([
  ['a conditional root field', 'subscription { events @skip(if: true) { kind } }', '{}'],
  ['one in a fragment', 'subscription { ... { events @skip(if: true) { kind } } }', '{}'],
  [
    'one in a named fragment',
    'subscription { ...F } fragment F on Subscription { events @include(if: false) { kind } }',
    '{}',
  ],
  [
    'a root field that a variable takes away',
    'subscription($no: Boolean!) { events @skip(if: $no) { kind } }',
    '{"no": true}',
  ],
  ['variables nested too deeply', 'subscription { events { kind } }', `{"a": ${deep}}`],
])('%s: refused as the fault of the client', async (_, query, variables) => {
  const raw = await openKnown(world.server, reader);
  raw.socket.send(
    `{"id": "1", "type": "subscribe", "payload": {"query": "${query}", "variables": ${variables}}}`,
  );
  expect(await received(raw, 'error')).toMatchObject({ payload: [{ extensions: { code: 'BAD_REQUEST' } }] });
  raw.socket.terminate();
});

test('a message that only the server may send closes the websocket with 4400', async () => {
  const raw = await openKnown(world.server, reader);
  raw.send({ id: '1', type: 'next', payload: {} });
  expect(await raw.closed).toMatchObject({ code: 4400 });
});
