import { DOORS, logPredictions, recordActuals, versionOf } from '../kit/predictions';
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
    { name: 'constructor', kind: 'NUMBER', nullable: true },
  ],
  output: { unit: 'EUR' },
};

const FEATURES = { age: 40, income: 1234.5, member: true, city: 'Zürich', comment: 'hi' };
const prediction = (predictionId: string, more: object = {}) => ({
  predictionId,
  occurredAt: '2026-03-01T10:15:00.123456Z',
  features: FEATURES,
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

test.each(DOORS)('a prediction logged through %s is read back as it was given', async (door) => {
  const version = await versionOf(world.server, writer, 'read-back', { signature: SIGNATURE });
  const logged = await logPredictions(
    world.server,
    writer,
    version,
    [
      prediction('p-1', { entityId: 'customer 7', latencyMs: 12.5, variant: 'blue' }),
      prediction('p-2', {
        features: { age: -1, income: 'NaN', constructor: 3 },
        output: { number: { value: 'Infinity', lower: 1, upper: 2 } },
      }),
      prediction('p-3', { output: undefined, error: 'out of memory' }),
    ],
    door,
  );
  expect(logged).toEqual({
    accepted: 3,
    duplicates: 0,
    rejects: [],
    ingestId: expect.any(String),
    userErrors: [],
  });
  expect(await read(version, 'p-1')).toMatchObject({
    predictionId: 'p-1',
    version: { id: version },
    entityId: 'customer 7',
    occurredAt: '2026-03-01T10:15:00.123456Z',
    features: { ...FEATURES, constructor: null },
    latencyMs: 12.5,
    variant: 'blue',
    error: null,
    output: { __typename: 'NumberOutput', value: 10, lower: null, upper: null },
    actual: null,
  });
  expect(await read(version, 'p-2')).toMatchObject({
    features: { age: -1, income: 'NaN', member: null, city: null, comment: null, constructor: 3 },
    output: { value: 'Infinity', lower: 1, upper: 2 },
  });
  expect(await read(version, 'p-3')).toMatchObject({ output: null, error: 'out of memory' });
  expect(await read(version, 'p-4')).toBeNull();
});

test('classes are read back with their probabilities', async () => {
  const version = await versionOf(world.server, writer, 'classes', { task: 'MULTICLASS_CLASSIFICATION' });
  const probabilities = { cat: 0.7, __proto__x: 0.2, constructor: 0.1 };
  const answer = await logPredictions(world.server, writer, version, [
    { predictionId: 'a', output: { class: { label: 'cat', probabilities } } },
    { predictionId: 'b', output: { class: { label: 'dog', probability: 0.5 } } },
    { predictionId: 'c', output: { class: { label: 'dog' } } },
  ]);
  expect(answer).toMatchObject({ accepted: 3, rejects: [] });
  const listed = Object.entries(probabilities).map(([label, probability]) => ({ label, probability }));
  const { output } = await read(version, 'a');
  expect(output).toMatchObject({ __typename: 'ClassOutput', label: 'cat', probability: 0.7 });
  expect(output.probabilities).toEqual(expect.arrayContaining(listed));
  expect((await read(version, 'b')).output).toMatchObject({
    label: 'dog',
    probability: 0.5,
    probabilities: [],
  });
  expect((await read(version, 'c')).output).toMatchObject({ label: 'dog', probability: null });
});

test('without a signature features are kept as they come', async () => {
  const version = await versionOf(world.server, writer, 'free', {});
  const features = { b: [1, { c: null }], a: 'x', ü: -0.5 };
  const same = { ü: -0.5, a: 'x', b: [1, { c: null }] };
  const answer = await logPredictions(world.server, writer, version, [
    prediction('p', { features }),
    prediction('p', { features: same }),
  ]);
  expect(answer).toMatchObject({ accepted: 1, duplicates: 1, rejects: [] });
  expect((await read(version, 'p')).features).toEqual(features);
  expect(
    await logPredictions(world.server, writer, version, [prediction('p', { features: same })]),
  ).toMatchObject({
    accepted: 0,
    duplicates: 1,
    ingestId: null,
  });
});

test('the same prediction again has no effect; another content under its id is rejected', async () => {
  const version = await versionOf(world.server, writer, 'identity', { signature: SIGNATURE });
  const first = await logPredictions(world.server, writer, version, [prediction('a'), prediction('b')]);
  expect(first).toMatchObject({ accepted: 2 });
  const again = await logPredictions(world.server, writer, version, [
    prediction('b'),
    prediction('a', { latencyMs: 1 }),
    prediction('c'),
    prediction('c'),
    prediction('c', { entityId: 'other' }),
    prediction('a', { actual: { number: 3 } }),
  ]);
  expect(again).toMatchObject({
    accepted: 1,
    duplicates: 2,
    rejects: [
      { index: 1, code: 'IMMUTABLE', path: ['predictionId'] },
      { index: 4, code: 'IMMUTABLE', path: ['predictionId'] },
      { index: 5, code: 'IMMUTABLE', path: ['predictionId'] },
    ],
  });
  expect((await read(version, 'a')).latencyMs).toBeNull();
});

const LABELLED = {
  inputs: [{ name: 'age', kind: 'INTEGER' }],
  output: { positiveLabel: 'b', labels: ['a', 'b'] },
};
const labelled = (predictionId: string, more: object = {}) => ({
  predictionId,
  features: { age: 40 },
  occurredAt: '2026-03-01T10:15:00Z',
  output: { class: { label: 'b', probabilities: { a: 0.25, b: 0.75 } } },
  ...more,
});

test('the same probabilities in another order are the same prediction, in one batch as in two', async () => {
  const version = await versionOf(world.server, writer, 'label-order', {
    task: 'BINARY_CLASSIFICATION',
    signature: LABELLED,
  });
  const turned = labelled('a', { output: { class: { label: 'b', probabilities: { b: 0.75, a: 0.25 } } } });
  const once = await logPredictions(world.server, writer, version, [turned, labelled('a')]);
  expect(once).toMatchObject({ accepted: 1, duplicates: 1, rejects: [] });
  const again = await logPredictions(world.server, writer, version, [labelled('a'), turned]);
  expect(again).toMatchObject({ accepted: 0, duplicates: 2, rejects: [] });
});

test('an actual that comes with its prediction has a label of the signature', async () => {
  const version = await versionOf(world.server, writer, 'label-known', {
    task: 'BINARY_CLASSIFICATION',
    signature: LABELLED,
  });
  const logged = await logPredictions(world.server, writer, version, [
    labelled('good', { actual: { label: 'a' } }),
    labelled('bad', { actual: { label: 'c' } }),
  ]);
  expect(logged).toMatchObject({
    accepted: 1,
    rejects: [{ index: 1, code: 'INVALID_INPUT', path: ['actual', 'label'] }],
  });
});

test('a prediction without occurredAt is the same whenever it is sent again', async () => {
  const version = await versionOf(world.server, writer, 'undated', { signature: SIGNATURE });
  const undated = prediction('u', { occurredAt: undefined });
  expect(await logPredictions(world.server, writer, version, [undated])).toMatchObject({ accepted: 1 });
  expect(await logPredictions(world.server, writer, version, [undated])).toMatchObject({
    accepted: 0,
    duplicates: 1,
  });
  expect(await logPredictions(world.server, writer, version, [prediction('u')])).toMatchObject({
    rejects: [{ code: 'IMMUTABLE' }],
  });
});

test.each(DOORS)(
  'through %s each bad item is rejected with its index and path, and the good ones are kept',
  async (door) => {
    const version = await versionOf(world.server, writer, 'bad-items', { signature: SIGNATURE });
    const bad: [object, (string | number)[]][] = [
      [prediction(''), ['predictionId']],
      [prediction(' x'), ['predictionId']],
      [prediction('x'.repeat(201)), ['predictionId']],
      [prediction('a\u0000b'), ['predictionId']],
      [prediction('a\ud800'), ['predictionId']],
      [prediction('x', { entityId: '' }), ['entityId']],
      [prediction('x', { variant: 'v'.repeat(101) }), ['variant']],
      [prediction('x', { occurredAt: '1969-12-31T23:59:59Z' }), ['occurredAt']],
      [prediction('x', { occurredAt: '2999-01-01T00:00:00Z' }), ['occurredAt']],
      [prediction('x', { latencyMs: -1 }), ['latencyMs']],
      [prediction('x', { latencyMs: 'NaN' }), ['latencyMs']],
      [prediction('x', { latencyMs: 1e9 + 1 }), ['latencyMs']],
      [prediction('x', { output: undefined }), ['output']],
      [prediction('x', { error: 'and an output' }), ['output']],
      [prediction('x', { output: undefined, error: 'e'.repeat(2001) }), ['error']],
      [prediction('x', { output: { class: { label: 'a' } } }), ['output']],
      [
        prediction('x', { output: { number: { value: 1, lower: 2, upper: 1 } } }),
        ['output', 'number', 'upper'],
      ],
      [prediction('x', { actual: { label: 'a' } }), ['actual']],
      [prediction('x', { features: undefined }), ['features', 'age']],
      [prediction('x', { features: {} }), ['features', 'age']],
      [prediction('x', { features: { age: null } }), ['features', 'age']],
      [prediction('x', { features: { age: 1.5 } }), ['features', 'age']],
      [prediction('x', { features: { age: 2 ** 53 } }), ['features', 'age']],
      [prediction('x', { features: { age: '40' } }), ['features', 'age']],
      [prediction('x', { features: { age: 1, income: 'much' } }), ['features', 'income']],
      [prediction('x', { features: { age: 1, income: true } }), ['features', 'income']],
      [prediction('x', { features: { age: 1, member: 1 } }), ['features', 'member']],
      [prediction('x', { features: { age: 1, city: 7 } }), ['features', 'city']],
      [prediction('x', { features: { age: 1, city: 'a\u0000' } }), ['features', 'city']],
      [prediction('x', { features: { age: 1, comment: '\udc00' } }), ['features', 'comment']],
      [prediction('x', { features: { age: 1, height: 2 } }), ['features', 'height']],
      [prediction('x', { features: { age: 1, toString: 2 } }), ['features', 'toString']],
      [prediction('x', { features: { age: 1, 'a\u0000': 2 } }), ['features']],
      [prediction('x', { features: { age: 1, comment: 'long '.repeat(15_000) } }), ['features']],
    ];
    const answer = await logPredictions(
      world.server,
      writer,
      version,
      [prediction('good-1'), ...bad.map(([item]) => item), prediction('good-2')],
      door,
    );
    expect(answer.errors).toBeUndefined();
    expect(answer).toMatchObject({ accepted: 2, duplicates: 0 });
    expect(answer.rejects.map(({ index, code, path }: never) => ({ index, code, path }))).toEqual(
      bad.map(([, path], place) => ({ index: place + 1, code: 'INVALID_INPUT', path })),
    );
    expect(await read(version, 'good-2')).not.toBeNull();
    expect(await read(version, 'x')).toBeNull();
  },
);

test('labels and probabilities are checked against the signature', async () => {
  const version = await versionOf(world.server, writer, 'labels', {
    task: 'BINARY_CLASSIFICATION',
    signature: {
      inputs: [{ name: 'x', kind: 'NUMBER' }],
      output: { positiveLabel: 'yes', labels: ['yes', 'no'] },
    },
  });
  const of = (given: object) => ({ predictionId: 'p', features: { x: 1 }, output: { class: given } });
  const answer = await logPredictions(world.server, writer, version, [
    of({ label: 'maybe' }),
    of({ label: 'yes', probability: 1.1 }),
    of({ label: 'yes', probability: 'NaN' }),
    of({ label: 'yes', probabilities: { yes: 0.5, maybe: 0.5 } }),
    of({ label: 'yes', probabilities: { yes: 2 } }),
    of({ label: 'yes', probability: 0.6, probabilities: { yes: 0.5 } }),
    of({ label: 'yes', probabilities: { yes: 0.6, no: 0.4 } }),
  ]);
  expect(answer.accepted).toBe(1);
  expect(answer.rejects.map(({ path }: { path: string[] }) => path.slice(2).join('.'))).toEqual([
    'label',
    'probability',
    'probability',
    'probabilities.maybe',
    'probabilities.yes',
    'probability',
  ]);
});

test.each([
  ['no item', 0],
  ['more than 5,000 items', 5_001],
])('%s is refused as a whole', async (_, count) => {
  const version = await versionOf(world.server, writer, `sized-${count}`, {});
  const items = Array.from({ length: count }, (__, index) => ({
    predictionId: `p-${index}`,
    output: { number: { value: 1 } },
  }));
  expect(await logPredictions(world.server, writer, version, items)).toMatchObject({
    accepted: 0,
    ingestId: null,
    userErrors: [{ __typename: 'ValidationError', path: ['input', 'predictions'] }],
  });
});

test('a version of another project looks exactly like one that does not exist', async () => {
  await world.project('elsewhere');
  const stranger = await world.token('WRITER', { project: 'elsewhere' });
  const version = await versionOf(world.server, writer, 'mine', {});
  await logPredictions(world.server, writer, version, [prediction('p', { features: {} })]);
  const none = '01a1f000-0000-7000-8000-000000000000';
  const asked = async (id: string) => {
    const text = JSON.stringify(await logPredictions(world.server, stranger, id, [prediction('p')]));
    return text.replaceAll(id, 'ID');
  };
  expect(await asked(version)).toBe(await asked(none));
  expect(await asked(version)).toContain('NotFoundError');
  expect(await read(version, 'p', stranger)).toBeNull();
  const list = '($id: ID!) { predictions(version: { pick: { id: $id } }) { nodes { predictionId } } }';
  const listed = await world.server.graphql(`query${list}`, { id: version }, stranger);
  expect(listed.data.predictions.nodes).toEqual([]);
  expect(
    await recordActuals(world.server, stranger, 'mine', [{ predictionId: 'p', value: { number: 1 } }]),
  ).toMatchObject({
    userErrors: [{ __typename: 'NotFoundError', path: ['input', 'model'] }],
  });
});

test('pages go through every prediction once, the last taken in first', async () => {
  const version = await versionOf(world.server, writer, 'paged', {});
  for (const batch of ['a', 'b', 'c']) {
    const items = Array.from({ length: 4 }, (_, index) =>
      prediction(`${batch}-${index}`, { features: {}, entityId: index === 0 ? 'one' : 'other' }),
    );
    await logPredictions(world.server, writer, version, items);
  }
  const page = async (variables: object) => {
    const query = `query($id: ID!, $first: Int! = 5, $after: String, $filter: PredictionFilter) {
      predictions(version: { pick: { id: $id } }, first: $first, after: $after, filter: $filter) {
        nodes { predictionId receivedAt } pageInfo { hasNextPage endCursor } } }`;
    const { data, errors } = await world.server.graphql(query, { id: version, ...variables }, writer);
    return errors ? { errors } : data.predictions;
  };
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const { nodes, pageInfo } = await page({ after });
    seen.push(...nodes.map(({ predictionId }: { predictionId: string }) => predictionId));
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after);
  expect(seen).toEqual(['c', 'b', 'a'].flatMap((batch) => [3, 2, 1, 0].map((index) => `${batch}-${index}`)));
  const ofOne = await page({ filter: { entityId: 'one' } });
  expect(ofOne.nodes.map(({ predictionId }: { predictionId: string }) => predictionId)).toEqual([
    'c-0',
    'b-0',
    'a-0',
  ]);
  const since = await page({ filter: { receivedAt: { gte: ofOne.nodes[0].receivedAt } } });
  expect(since.nodes).toHaveLength(4);
  expect((await page({ after: ofOne.pageInfo.endCursor })).errors).toMatchObject([
    { extensions: { code: 'CURSOR_INVALID' } },
  ]);
});

test('partitions are made ahead, and a batch makes the one it lacks', async () => {
  const days = async () =>
    (
      await world.database.query<{ name: string }>(
        `SELECT inhrelid::regclass::text AS name FROM pg_inherits WHERE inhparent = 'prediction'::regclass ORDER BY 1`,
      )
    ).map(({ name }) => name);
  const [{ ahead }] = (await world.database.query<{ ahead: string[] }>(
    `SELECT array_agg('prediction_' || to_char((now() AT TIME ZONE 'UTC')::date + day, 'YYYYMMDD') ORDER BY day) AS ahead
     FROM generate_series(0, 3) AS day`,
  )) as [{ ahead: string[] }];
  expect(await days()).toEqual(expect.arrayContaining(ahead));
  const version = await versionOf(world.server, writer, 'lacking', {});
  await world.database.query(`DROP TABLE ${ahead[0]}`);
  const answer = await logPredictions(world.server, writer, version, [prediction('p', { features: {} })]);
  expect(answer).toMatchObject({ accepted: 1 });
  expect(await days()).toContain(ahead[0]);
});
