import { type IncomingMessage, request } from 'node:http';
import { connect, disconnect, Follower } from '../kit/follower';
import { makeWorld, type TestServer, type World } from '../kit/server';
import { until } from '../kit/until';
import { registerVersion } from '../kit/versions';

let world: World;
let strict: TestServer;
let writer: string;
beforeAll(async () => {
  world = await makeWorld();
  strict = await world.another({ MODELGRAPH_MAX_ANSWER_BYTES: '100000' });
  writer = await world.token('WRITER');
  for (const note of ['a', 'b', 'c'])
    await registerVersion(world.server, writer, {
      model: { name: 'heavy' },
      createModel: { task: 'REGRESSION', metadata: { note: note.repeat(40_000) } },
      metadata: { note: note.repeat(40_000) },
      metrics: Array.from({ length: 900 }, (_, index) => ({ name: `m${index}`, value: index })),
    });
});
afterAll(async () => {
  await disconnect();
  await world.close();
});

const list = async (server: TestServer, first: number, fields: string) => {
  const query = `query($first: Int!) { versions(first: $first) { nodes { ${fields} } } }`;
  const { data, errors } = await server.graphql(query, { first }, writer);
  return errors?.map(({ extensions }) => extensions.code) ?? data.versions.nodes.length;
};

test.each(['metadata', 'metrics { value }'])(
  'an answer with more %s than may be is refused',
  async (fields) => {
    expect(await list(strict, 2, fields)).toBe(2);
    expect(await list(strict, 3, fields)).toEqual(['TOO_COMPLEX']);
    expect(await list(strict, 3, 'number')).toBe(3);
    expect(await list(world.server, 3, fields)).toBe(3);
  },
);

test('a map counts by its bytes, not by its characters', async () => {
  for (const _ of [1, 2])
    await registerVersion(world.server, writer, {
      model: { name: 'wide' },
      createModel: { task: 'REGRESSION' },
      metadata: { note: '€'.repeat(20_000) },
    });
  const query = '{ model(ref: { name: "wide" }) { versions { nodes { metadata } } } }';
  const { errors } = await strict.graphql(query, {}, writer);
  expect(errors).toMatchObject([{ extensions: { code: 'TOO_COMPLEX' } }]);
  expect((await world.server.graphql(query, {}, writer)).errors).toBeUndefined();
});

/** Asks and reads no further than the head of the answer. */
const untaken = (server: TestServer, query: string): Promise<IncomingMessage> =>
  new Promise((answered, fail) => {
    const headers = { authorization: `Bearer ${writer}`, 'content-type': 'application/json' };
    request(`${server.url}/graphql`, { method: 'POST', headers }, answered)
      .on('error', fail)
      .end(JSON.stringify({ query }));
  });

test('answers that are not taken leave no room for more, until their clients have gone', async () => {
  const tight = await world.another({ MODELGRAPH_MAX_ANSWERS_BYTES: '20000000' });
  for (let index = 0; index < 12; index += 1)
    await world.server.graphql(
      'mutation($input: RegisterModelInput!) { registerModel(input: $input) { model { id } } }',
      { input: { name: `big ${index}`, task: 'RANKING', metadata: { note: 'x'.repeat(60_000) } } },
      writer,
    );
  const lists = Array.from(
    { length: 20 },
    (_, index) => `m${index}: models(filter: { task: [RANKING] }) { nodes { metadata } }`,
  );
  const query = `{ ${lists.join(' ')} }`;
  const waiting = await untaken(tight, query);
  const refused = await tight.graphql(query, {}, writer);
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '1']);
  expect(refused.errors?.[0]?.extensions).toMatchObject({ code: 'UNAVAILABLE', retryable: true });
  expect((await tight.graphql('{ viewer { role } }', {}, writer)).status).toBe(200);
  waiting.destroy();
  await until(
    async () => ((await tight.graphql(query, {}, writer)).status === 200 ? true : null),
    'room for the answer',
  );
});

test('a subscription goes on, however much it has sent', async () => {
  const client = connect(strict, writer);
  const follower = new Follower(client, {}, 'subscription { events { cursor kind event { type after } } }');
  await follower.begun();
  for (const name of ['one', 'two', 'three', 'four'])
    await world.server.graphql(
      'mutation($input: RegisterModelInput!) { registerModel(input: $input) { model { id } } }',
      { input: { name, task: 'REGRESSION', metadata: { note: name.repeat(10_000) } } },
      writer,
    );
  await follower.received(4);
  expect(JSON.stringify(follower.events).length).toBeGreaterThan(100_000);
});
