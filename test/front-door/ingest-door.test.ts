import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { ask, logPredictions, recordActuals, versionOf } from '../kit/predictions';
import { makeWorld, type World } from '../kit/server';

let world: World;
let writer: string;
let version: string;
beforeAll(async () => {
  world = await makeWorld({ MODELGRAPH_INGEST_BODY_LIMIT: String(4 * 1024 * 1024) });
  writer = await world.token('WRITER', { subject: 'serving' });
  version = await versionOf(world.server, writer, 'large', {});
});
afterAll(() => world.close());

const DOOR = '/graphql/ingest';
const predictions = (count: number, size = 0) =>
  Array.from({ length: count }, () => ({
    predictionId: randomUUID(),
    features: { text: 'x'.repeat(size) },
    output: { number: { value: 'NaN' } },
  }));
const ingest = (query: string, variables: object = {}, token: string | null = writer) =>
  ask(world.server, token, DOOR, query, variables);

test('bodies beyond the limit of other requests are read here, up to a limit of their own', async () => {
  const large = predictions(1_000, 2_000);
  expect((await logPredictions(world.server, writer, version, large)).errors).toMatchObject([
    { extensions: { code: 'PAYLOAD_TOO_LARGE' } },
  ]);
  expect(await logPredictions(world.server, writer, version, large, DOOR)).toMatchObject({ accepted: 1_000 });
  const { errors } = await logPredictions(world.server, writer, version, predictions(1_000, 5_000), DOOR);
  expect(errors).toMatchObject([
    { message: expect.stringContaining(String(4 * 1024 * 1024)), extensions: { code: 'PAYLOAD_TOO_LARGE' } },
  ]);
});

test('actuals come in here, too', async () => {
  const [one] = predictions(1);
  await logPredictions(world.server, writer, version, [one!], DOOR);
  const actuals = [{ predictionId: one!.predictionId, value: { number: 'Infinity' } }];
  expect(await recordActuals(world.server, writer, 'large', actuals, DOOR)).toMatchObject({ accepted: 1 });
});

const LOG = 'logPredictions(input: $input) { accepted duplicates userErrors { __typename message path } }';

test.each<[string, string, (input: { predictions: unknown }) => object]>([
  [
    'a variable for the whole input',
    `mutation($input: LogPredictionsInput!) { ${LOG} }`,
    (input) => ({ input }),
  ],
  [
    'a variable for the list only',
    `mutation($list: [PredictionInput!]!, $id: ID!) { ${LOG.replace('$input', '{ version: { pick: { id: $id } }, predictions: $list }')} }`,
    ({ predictions: list }) => ({ list, id: version }),
  ],
  [
    'an alias, a fragment and a second root field',
    `mutation($input: LogPredictionsInput!) { ...F second: logPredictions(input: $input) { accepted duplicates } }
     fragment F on Mutation { ${LOG} }`,
    (input) => ({ input }),
  ],
])('%s is understood', async (_, query, variables) => {
  const input = { version: { pick: { id: version } }, predictions: predictions(2) };
  const { data, errors } = await ingest(query, variables(input));
  expect(errors).toBeUndefined();
  expect(data.logPredictions).toMatchObject({ accepted: 2, userErrors: [] });
  if (data.second) expect(data.second).toEqual({ accepted: 0, duplicates: 2 });
});

test.each([
  ['a query', '{ models { nodes { id } } }'],
  ['introspection', '{ __schema { types { name } } }'],
  ['another mutation', 'mutation { registerModel(input: { name: "m", task: RANKING }) { model { id } } }'],
  [
    'another mutation in a fragment',
    'mutation { ...F } fragment F on Mutation { registerModel(input: { name: "m", task: RANKING }) { model { id } } }',
  ],
  ['a subscription', 'subscription { events { cursor } }'],
])('%s is refused', async (_, query) => {
  const { status, errors } = await ingest(query);
  expect(status).toBe(400);
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_REQUEST' } }]);
});

test.each([
  ['a field that the input does not have', { more: 1 }, {}],
  ['a value of the wrong type', {}, { predictionId: 7 }],
  ['two outputs', {}, { output: { number: { value: 1 }, class: { label: 'a' } } }],
  ['a number beyond doubles', {}, { latencyMs: 'huge' }],
  ['no input', null, {}],
])('%s is answered as on the other door', async (_, more, item) => {
  const input = more && {
    version: { pick: { id: version } },
    predictions: [{ ...predictions(1)[0], ...item }],
    ...more,
  };
  const query = `mutation($input: LogPredictionsInput!) { ${LOG} }`;
  const here = await ingest(query, { input });
  const there = await ask(world.server, writer, '/graphql', query, { input });
  const shape = ({ status, errors }: typeof here) => ({ status, code: errors[0].extensions.code });
  expect(shape(here)).toEqual(shape(there));
  expect(shape(here)).toEqual({ status: 400, code: 'BAD_USER_INPUT' });
});

test('who may not write is refused before the body is read', async () => {
  const reader = await world.token('READER');
  const head = async (authorization: string): Promise<string> => {
    const { hostname, port } = new URL(world.server.url);
    const socket = connect(Number(port), hostname);
    // The body is announced and never sent.
    socket.write(
      `POST ${DOOR} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nContent-Type: application/json\r\nContent-Length: 1000000\r\n${authorization}\r\n`,
    );
    const [chunk] = (await new Promise((found) => socket.once('data', (data) => found([data])))) as [Buffer];
    socket.destroy();
    return chunk.toString().split('\r\n')[0]!;
  };
  expect(await head('')).toContain(' 401 ');
  expect(await head(`Authorization: Bearer ${reader}\r\n`)).toContain(' 403 ');
});
