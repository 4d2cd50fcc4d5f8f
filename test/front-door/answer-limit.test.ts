import { connect, disconnect, Follower } from '../kit/follower';
import { makeWorld, type TestServer, type World } from '../kit/server';
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
