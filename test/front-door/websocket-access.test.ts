import {
  connect,
  disconnect,
  EVENTS,
  Follower,
  openKnown,
  openRaw,
  received,
  refusedUpgrade,
} from '../kit/follower';
import { gauge } from '../kit/gauge';
import { registerModels } from '../kit/models';
import { makeWorld, OPERATOR, type World } from '../kit/server';
import { until } from '../kit/until';

let world: World;
let reader: string;
let writer: string;
beforeAll(async () => {
  world = await makeWorld({ MODELGRAPH_CHECKPOINT_MS: '100' });
  reader = await world.token('READER');
  writer = await world.token('WRITER');
});
afterAll(() => world.close());
afterEach(disconnect);

const tokenOf = async (subject: string, more: object = {}): Promise<{ id: string; secret: string }> => {
  const { data } = await world.server.graphql(
    'mutation($input: CreateTokenInput!) { createToken(input: $input) { token { id } secret userErrors { message } } }',
    { input: { subject, role: 'READER', ...more } },
  );
  return { id: data.createToken.token.id, secret: data.createToken.secret };
};

test.each([
  ['no token', () => undefined],
  ['another scheme', () => ({ Authorization: 'Basic eDp5' })],
  ['no text', () => ({ Authorization: { Bearer: reader } })],
  ['an unknown token', () => ({ Authorization: `Bearer mg_${'a'.repeat(43)}` })],
])('%s is closed with 4401 and told why', async (what, payload) => {
  const raw = await openRaw(world.server);
  raw.send({ type: 'connection_init', payload: payload() });
  const why =
    what === 'an unknown token'
      ? 'This token is unknown, expired or revoked.'
      : 'Give connection_init the payload {"Authorization": "Bearer mg_…"} (connectionParams).';
  expect(await raw.closed).toEqual({ code: 4401, reason: `UNAUTHENTICATED: ${why}` });
  expect(raw.messages).toEqual([]);
});

test('a token may come in connectionParams or with the upgrade', async () => {
  const params = await openKnown(world.server, reader);
  const header = await openRaw(world.server, { headers: { Authorization: `Bearer ${reader}` } });
  header.send({ type: 'connection_init' });
  await received(header, 'connection_ack');
  header.send({ id: '1', type: 'subscribe', payload: { query: EVENTS } });
  expect(await received(header, 'next')).toMatchObject({
    payload: { data: { events: { kind: 'CHECKPOINT' } } },
  });
  params.socket.close();
  header.socket.close();
});

test('a READER may subscribe, and so may the operator', async () => {
  for (const token of [reader, OPERATOR]) {
    const client = connect(world.server, token);
    const follower = await new Follower(client).begun();
    expect(follower.envelopes[0]!.kind).toBe('CHECKPOINT');
    await client.dispose();
  }
});

test('a token that is revoked loses its websockets, and sees nothing that comes after', async () => {
  const { id, secret } = await tokenOf('soon revoked');
  const watcher = connect(world.server, reader);
  const other = await new Follower(watcher).begun();
  const raw = await openKnown(world.server, secret);
  raw.send({ id: '1', type: 'subscribe', payload: { query: EVENTS } });
  await received(raw, 'next');
  await world.server.graphql(
    'mutation($id: ID!) { revokeToken(input: { id: $id }) { userErrors { message } } }',
    { id },
  );
  await registerModels(world.server, writer, ['after the revocation']);
  await other.received(2);
  expect(await raw.closed).toMatchObject({ code: 4401, reason: expect.stringContaining('UNAUTHENTICATED') });
  const seen = raw.messages.flatMap(
    ({ payload }) =>
      (payload as { data?: { events: { event?: { type: string } } } })?.data?.events.event?.type ?? [],
  );
  expect(seen).not.toContain('TOKEN_REVOKED');
  expect(seen).not.toContain('MODEL_REGISTERED');
  const again = await openRaw(world.server);
  again.send({ type: 'connection_init', payload: { Authorization: `Bearer ${secret}` } });
  expect(await again.closed).toMatchObject({ code: 4401 });
});

test('a token that was revoked on another server, or that waits for events only, loses its websockets too', async () => {
  const other = await world.another();
  const { id, secret } = await tokenOf('revoked elsewhere');
  const silent = await openKnown(world.server, secret);
  await other.graphql('mutation($id: ID!) { revokeToken(input: { id: $id }) { userErrors { message } } }', {
    id,
  });
  expect(await silent.closed).toMatchObject({ code: 4401 });
  await other.stop();
});

test('a token that expires loses its websockets', async () => {
  const { secret } = await tokenOf('short', { expiresAt: new Date(Date.now() + 2_000).toISOString() });
  const raw = await openKnown(world.server, secret);
  raw.send({ id: '1', type: 'subscribe', payload: { query: EVENTS } });
  await received(raw, 'next');
  expect(await raw.closed).toMatchObject({ code: 4401, reason: expect.stringContaining('expired') });
  const again = await openRaw(world.server);
  again.send({ type: 'connection_init', payload: { Authorization: `Bearer ${secret}` } });
  expect(await again.closed).toMatchObject({ code: 4401 });
});

test.each([
  ['a foreign Origin', { headers: { origin: 'https://evil.example' } }, 403, 'FORBIDDEN'],
  ['the origin null', { headers: { origin: 'null' } }, 403, 'FORBIDDEN'],
  ['a foreign Host', { headers: { host: 'evil.example' } }, 403, 'FORBIDDEN'],
  ['another path', { path: '/elsewhere' }, 404, 'NOT_FOUND'],
])('%s is refused before there is a websocket', async (_, options, status, code) => {
  const answer = await refusedUpgrade(world.server, options);
  expect(answer.status).toBe(status);
  expect(JSON.parse(answer.body).errors).toMatchObject([
    { extensions: { code, requestId: expect.any(String) } },
  ]);
});

test("the server's own origin is let in", async () => {
  const raw = await openRaw(world.server, { headers: { origin: world.server.url } });
  raw.socket.close();
  await raw.closed;
});

test('the log tells who connected, what ran and how it ended, and never a secret', async () => {
  const { secret } = await tokenOf('told of');
  const client = connect(world.server, secret);
  const follower = await new Follower(client, {}, EVENTS).begun();
  await registerModels(world.server, writer, ['told of']);
  await follower.received(1);
  await client.dispose();
  const ofThem = (msg: string) => world.server.logged((line) => line.msg === msg && line.actor === 'told of');
  expect(await ofThem('websocket opened')).toMatchObject({
    requestId: expect.any(String),
    project: expect.any(String),
  });
  expect(await ofThem('operation')).toMatchObject({
    kind: 'subscription',
    outcome: 'ok',
    requestId: expect.any(String),
  });
  expect(await ofThem('subscription ended')).toMatchObject({
    outcome: expect.any(String),
    sent: expect.any(Number),
  });
  expect(await ofThem('websocket closed')).toMatchObject({ code: 1000 });
  const log = JSON.stringify(world.server.log);
  for (const token of [secret, reader, writer]) expect(log).not.toContain(token);
  expect(world.server.errors).not.toContain(secret);
  await until(
    async () => ((await gauge(world.server, 'modelgraph_subscribers')) === 0 ? true : null),
    'nobody',
  );
});
