import { makeWorld, type World } from '../kit/server';
import { until } from '../kit/until';

let world: World;
let writer: string;
beforeAll(async () => {
  world = await makeWorld();
  writer = await world.token('WRITER', { subject: 'trainer' });
});
afterAll(() => world.close());

const REGISTER = `mutation Register($input: RegisterModelInput!) {
  registerModel(input: $input) {
    model { id name task owner tags { key value } metadata registeredBy }
    replayed
    userErrors { __typename code message path ... on ConflictError { existingId } }
  }
}`;

const register = async (input: object, token = writer) => {
  const { data, errors } = await world.server.graphql(
    REGISTER,
    { input: { task: 'REGRESSION', ...input } },
    token,
  );
  expect(errors).toBeUndefined();
  return data.registerModel;
};

test('a registered model is read back as it was given, by id and by name', async () => {
  const { model, replayed } = await register({
    name: 'Café',
    owner: 'ada',
    tags: [{ key: 'z' }, { key: 'a', value: '1' }],
    metadata: { __proto__x: 1 },
  });
  expect(replayed).toBe(false);
  expect(model).toMatchObject({
    name: 'Café',
    task: 'REGRESSION',
    registeredBy: 'trainer',
    tags: [
      { key: 'a', value: '1' },
      { key: 'z', value: null },
    ],
  });
  const found = await world.server.graphql(
    'query($a: ID, $b: String) { byId: model(ref: { id: $a }) { name } byName: model(ref: { name: $b }) { id } }',
    { a: model.id, b: 'Cafe\u0301' },
    writer,
  );
  expect(found.data).toEqual({ byId: { name: 'Café' }, byName: { id: model.id } });
});

test('a name that is taken is a ConflictError with the id of the model that has it', async () => {
  const { model } = await register({ name: 'taken' });
  const second = await register({ name: 'taken' });
  expect(second).toMatchObject({
    model: null,
    userErrors: [
      { __typename: 'ConflictError', code: 'NAME_TAKEN', path: ['input', 'name'], existingId: model.id },
    ],
  });
});

test('one key has one effect, also when many send it at once', async () => {
  const answers = await Promise.all(
    Array.from({ length: 24 }, () => register({ name: 'once', idempotencyKey: 'key-1' })),
  );
  expect(new Set(answers.map(({ model }) => model.id)).size).toBe(1);
  expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1);
  const other = await register({ name: 'twice', idempotencyKey: 'key-1' });
  expect(other.userErrors).toMatchObject([{ __typename: 'ConflictError', code: 'IDEMPOTENCY_MISMATCH' }]);
});

test('one name has one model, also when many register it at once', async () => {
  const answers = await Promise.all(Array.from({ length: 24 }, () => register({ name: 'contested' })));
  expect(answers.filter(({ model }) => model)).toHaveLength(1);
  expect(answers.filter(({ userErrors }) => userErrors[0]?.code === 'NAME_TAKEN')).toHaveLength(23);
});

test.each([
  ['an empty name', { name: '' }, ['input', 'name']],
  ['a name with a space at its end', { name: 'a ' }, ['input', 'name']],
  ['a name with a control character', { name: 'a\u0007' }, ['input', 'name']],
  ['a name that is too long', { name: 'x'.repeat(201) }, ['input', 'name']],
  [
    'a tag key that is too long',
    { name: 'a', tags: [{ key: 'k' }, { key: 'x'.repeat(101) }] },
    ['input', 'tags', '1', 'key'],
  ],
  ['the same tag key twice', { name: 'a', tags: [{ key: 'k' }, { key: 'k' }] }, ['input', 'tags']],
])('%s is refused with its path and nothing is kept', async (_, input, path) => {
  const answer = await register(input);
  expect(answer).toMatchObject({
    model: null,
    userErrors: [{ __typename: 'ValidationError', code: 'INVALID_INPUT', path }],
  });
});

test.each([
  ['a NUL in a text', { name: 'a\0b' }, ['name']],
  ['half a surrogate pair in a text', { name: 'a\ud800' }, ['name']],
  ['a NUL in a key', { name: 'keyed', metadata: { deep: [{ 'a\0': 1 }] } }, ['metadata', 'deep', '0']],
])('%s: a mutation names its path in userErrors, a lookup is refused at the top', async (_, input, path) => {
  expect(await register(input)).toMatchObject({
    model: null,
    userErrors: [{ __typename: 'ValidationError', code: 'INVALID_INPUT', path: ['input', ...path] }],
  });
  const { errors } = await world.server.graphql(
    'query($name: String!) { model(ref: { name: $name }) { id } }',
    { name: 'a\0b' },
    writer,
  );
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_REQUEST', retryable: false } }]);
});

test('under one key null is the same as left out, but not within a map of the client', async () => {
  const given = { name: 'owned', tags: [{ key: 'k' }], idempotencyKey: 'null-1', metadata: { a: null } };
  expect(await register(given)).toMatchObject({ replayed: false });
  const spelt = { ...given, owner: null, tags: [{ key: 'k', value: null }] };
  expect(await register(spelt)).toMatchObject({ replayed: true, userErrors: [] });
  const other = await register({ ...given, metadata: {} });
  expect(other.userErrors).toMatchObject([{ code: 'IDEMPOTENCY_MISMATCH' }]);
});

test('pages go through every model once, in both orders, and refuse a cursor from elsewhere', async () => {
  const project = await world.project('paged');
  const token = await world.token('WRITER', { project });
  const names = Array.from({ length: 23 }, (_, index) => `m-${String(index).padStart(2, '0')}`);
  for (const name of names)
    await register({ name, tags: name < 'm-05' ? [{ key: 'early', value: 'yes' }] : [] }, token);
  const page = async (variables: object) => {
    const query = `query($after: String, $order: ModelOrder, $filter: ModelFilter) {
      models(first: 5, after: $after, order: $order, filter: $filter) { nodes { name } totalCount pageInfo { hasNextPage endCursor } } }`;
    return world.server.graphql(query, variables, token);
  };
  const walk = async (order: object | null) => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { data } = await page({ order, after });
      expect(data.models.totalCount).toBe(23);
      seen.push(...data.models.nodes.map(({ name }: { name: string }) => name));
      after = data.models.pageInfo.hasNextPage ? data.models.pageInfo.endCursor : null;
    } while (after);
    return seen;
  };
  expect(await walk(null)).toEqual([...names].reverse());
  expect(await walk({ field: 'NAME', direction: 'ASC' })).toEqual(names);
  const filtered = await page({ filter: { tags: { all: [{ key: 'early' }] } } });
  expect(filtered.data.models.nodes).toHaveLength(5);
  const cursor = filtered.data.models.pageInfo.endCursor;
  const elsewhere = await page({ after: cursor });
  expect(elsewhere.errors).toMatchObject([{ extensions: { code: 'CURSOR_INVALID' } }]);
  const garbage = await page({ after: 'garbage' });
  expect(garbage.errors).toMatchObject([{ extensions: { code: 'CURSOR_INVALID' } }]);
});

test('every registration is one event, gapless and chained', async () => {
  const project = await world.project('told');
  const token = await world.token('WRITER', { project, subject: 'teller' });
  await Promise.all(Array.from({ length: 20 }, (_, index) => register({ name: `told-${index}` }, token)));
  const events = await until(async () => {
    const { data } = await world.server.graphql(
      '{ events(first: 100, filter: { types: [MODEL_REGISTERED] }) { nodes { position type actor subjectKind hash } } }',
      {},
      token,
    );
    return data.events.nodes.length === 20 ? data.events.nodes : null;
  }, 'twenty events');
  const positions = events.map(({ position }: { position: number }) => position);
  expect(positions).toEqual([...positions].sort((a, b) => b - a));
  expect(positions[0] - positions[19]).toBe(19);
  expect(events[0]).toMatchObject({
    type: 'MODEL_REGISTERED',
    actor: 'teller',
    subjectKind: 'MODEL',
    hash: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
});

test('metadata of more than 64 KiB is refused with its place, and no value is repeated', async () => {
  const register = (metadata: unknown) =>
    world.server.graphql(
      'mutation($input: RegisterModelInput!) { registerModel(input: $input) { model { id } } }',
      { input: { name: 'large', task: 'REGRESSION', metadata } },
      writer,
    );
  const large = await register({ note: 'x'.repeat(70_000) });
  expect(large.status).toBe(400);
  expect(large.errors).toMatchObject([
    {
      message: 'input.metadata: JSONObject: give at most 65536 bytes of JSON.',
      extensions: { code: 'BAD_USER_INPUT' },
    },
  ]);
  const wrong = await register('y'.repeat(70_000));
  expect(wrong.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  expect(wrong.errors?.[0]?.message).toBe(
    'Variable "$input" got invalid value (70002 characters) at "input.metadata"; JSONObject: give a JSON object.',
  );
});
