import { logPredictions, recordActuals, versionOf } from '../kit/predictions';
import { makeWorld, type World } from '../kit/server';

let world: World;
let writer: string;
beforeAll(async () => {
  world = await makeWorld();
  writer = await world.token('WRITER', { subject: 'serving' });
});
afterAll(() => world.close());

const SIGNATURE = {
  inputs: [
    { name: 'age', kind: 'INTEGER' },
    { name: 'income', kind: 'NUMBER', nullable: true },
    { name: 'member', kind: 'BOOLEAN', nullable: true },
    { name: 'city', kind: 'CATEGORY', nullable: true },
    { name: 'comment', kind: 'TEXT', nullable: true },
  ],
  output: { unit: 'EUR' },
};

const prediction = (predictionId: string, more: object = {}) => ({
  predictionId,
  occurredAt: '2026-03-01T10:15:00.123456Z',
  features: { age: 40, income: 1234.5, member: true, city: 'Zürich', comment: 'hi' },
  output: { number: { value: 10 } },
  ...more,
});

const READ = `query($version: VersionRef!, $id: String!) { prediction(ref: { version: $version, predictionId: $id }) {
  predictionId entityId occurredAt receivedAt features latencyMs error variant version { id }
  output { __typename ... on NumberOutput { value lower upper } ... on ClassOutput { label probability probabilities { label probability } } }
  actual { label number actualAt revision receivedAt } } }`;
const read = async (version: string, id: string, token = writer) => {
  const { data, errors } = await world.server.graphql(
    READ,
    { version: { pick: { id: version } }, id },
    token,
  );
  expect(errors).toBeUndefined();
  return data.prediction;
};

test('a prediction is read back as it was given', async () => {
  const version = await versionOf(world.server, writer, 'read-back', { signature: SIGNATURE });
  const logged = await logPredictions(world.server, writer, version, [
    prediction('p-1', { entityId: 'customer 7', latencyMs: 12.5, variant: 'blue' }),
    prediction('p-2', {
      features: { age: -1, income: 'NaN' },
      output: { number: { value: 'Infinity', lower: 1, upper: 2 } },
    }),
    prediction('p-3', { output: undefined, error: 'out of memory' }),
  ]);
  expect(logged).toEqual({
    accepted: 3,
    duplicates: 0,
    rejects: [],
    ingestId: expect.any(String),
    userErrors: [],
  });
  expect(await read(version, 'p-1')).toMatchObject({
    predictionId: 'p-1',
    entityId: 'customer 7',
    occurredAt: '2026-03-01T10:15:00.123456Z',
    features: { age: 40, income: 1234.5, member: true, city: 'Zürich', comment: 'hi' },
    latencyMs: 12.5,
    variant: 'blue',
    error: null,
    output: { __typename: 'NumberOutput', value: 10, lower: null, upper: null },
    actual: null,
  });
  expect(await read(version, 'p-2')).toMatchObject({
    features: { age: -1, income: 'NaN', member: null, city: null, comment: null },
    output: { value: 'Infinity', lower: 1, upper: 2 },
  });
  expect(await read(version, 'p-3')).toMatchObject({ output: null, error: 'out of memory' });
  expect(await read(version, 'p-4')).toBeNull();
});

test('the same prediction again has no effect; another content under its id is rejected', async () => {
  const version = await versionOf(world.server, writer, 'identity', { signature: SIGNATURE });
  expect(
    await logPredictions(world.server, writer, version, [prediction('a'), prediction('b')]),
  ).toMatchObject({ accepted: 2 });
  const again = await logPredictions(world.server, writer, version, [
    prediction('b'),
    prediction('a', { latencyMs: 1 }),
    prediction('c'),
    prediction('c'),
    prediction('c', { entityId: 'other' }),
  ]);
  expect(again).toMatchObject({
    accepted: 1,
    duplicates: 2,
    rejects: [
      { index: 1, code: 'IMMUTABLE', path: ['predictionId'] },
      { index: 4, code: 'IMMUTABLE', path: ['predictionId'] },
    ],
  });
  expect(
    await recordActuals(world.server, writer, 'identity', [{ predictionId: 'a', value: { number: 9 } }]),
  ).toMatchObject({ accepted: 1, early: 0 });
  expect(await read(version, 'a')).toMatchObject({ actual: { number: 9, label: null, revision: 0 } });
});
