import { type Trainer, trainer } from '../kit/run';
import { makeWorld, type World } from '../kit/server';
import { until } from '../kit/until';

let world: World;
let token: string;
let train: Trainer;
beforeAll(async () => {
  world = await makeWorld();
  token = await world.token('WRITER', { subject: 'trainer' });
  train = trainer(world, token);
  await registerModel('churn');
  await registerModel('fraud');
});
afterAll(() => world.close());

const registerModel = (name: string) =>
  train.ask(
    'mutation($name: String!) { registerModel(input: { name: $name, task: REGRESSION }) { model { id } } }',
    { name },
  );

const eventsOf = (id: string, count: number) =>
  until(async () => {
    const { events } = await train.ask(
      'query($id: ID!) { events(filter: { subjectId: $id }) { nodes { type actor subjectKind before after } } }',
      { id },
    );
    return events.nodes.length >= count ? events.nodes.reverse() : null;
  }, `${count} events`);

test('a started run is read back as it was given, by id and by externalId', async () => {
  const { trainingRun: run, replayed } = await train.start({
    name: 'nightly',
    externalId: 'job-Café',
    model: { name: 'churn' },
    params: { rate: 0.1, layers: [1, 2], __proto__x: 'NaN', deep: { b: 1, a: null } },
  });
  expect(replayed).toBe(false);
  expect(run).toMatchObject({
    name: 'nightly',
    experiment: 'churn',
    status: 'RUNNING',
    model: { name: 'churn' },
    params: { rate: 0.1, layers: [1, 2], __proto__x: 'NaN', deep: { b: 1, a: null } },
    metrics: [],
    startedBy: 'trainer',
    finishedAt: null,
  });
  expect(await train.find({ id: run.id })).toMatchObject({ id: run.id });
  expect(await train.find({ externalId: 'job-Cafe\u0301' })).toMatchObject({ id: run.id });
  expect(await train.find({ externalId: 'no-such-job' })).toBeNull();
  expect(await eventsOf(run.id, 1)).toMatchObject([
    { type: 'TRAINING_RUN_STARTED', actor: 'trainer', subjectKind: 'TRAINING_RUN', before: null },
  ]);
});

test('a param named __proto__ is a param like any other, and stays when others are added', async () => {
  const params = JSON.parse('{ "__proto__": { "polluted": true }, "a": 1 }');
  const { trainingRun } = await train.start({ externalId: 'proto', params });
  const { trainingRun: again } = await train.start({ externalId: 'proto', params: { b: 2 } });
  expect(Object.keys(trainingRun.params).sort()).toEqual(['__proto__', 'a']);
  expect(Object.keys(again.params).sort()).toEqual(['__proto__', 'a', 'b']);
  const other = await train.start({ externalId: 'proto', params: JSON.parse('{ "__proto__": 1 }') });
  expect(other.userErrors).toMatchObject([{ code: 'IMMUTABLE', path: ['input', 'params', '__proto__'] }]);
});

test('a job that is started again is the same run, running again, with the new params added', async () => {
  const { trainingRun: first } = await train.start({ externalId: 'retried', params: { a: 1 } });
  await train.finish({ id: first.id }, { status: 'FAILED', error: 'out of memory' });
  const second = await train.start({
    name: 'another name',
    externalId: 'retried',
    params: { a: 1.0, b: { y: 2, x: 1 } },
    model: { name: 'churn' },
  });
  expect(second).toMatchObject({
    replayed: true,
    trainingRun: {
      id: first.id,
      name: 'a run',
      status: 'RUNNING',
      error: null,
      finishedAt: null,
      experiment: 'churn',
      params: { a: 1, b: { x: 1, y: 2 } },
    },
  });
  const third = await train.start({ externalId: 'retried', params: { b: { x: 1, y: 2 } } });
  expect(third).toMatchObject({ replayed: true, userErrors: [] });
  const events = await eventsOf(first.id, 3);
  expect(events.map(({ type }: { type: string }) => type)).toEqual([
    'TRAINING_RUN_STARTED',
    'TRAINING_RUN_FINISHED',
    'TRAINING_RUN_STARTED',
  ]);
  expect(events[2].after.params).toEqual({ b: { x: 1, y: 2 } });
});

test('a job that is started by many at once is one run with the params of all', async () => {
  const answers = await Promise.all(
    Array.from({ length: 24 }, (_, index) =>
      train.start({ externalId: 'contested', params: { shared: 1, [`own-${index}`]: index } }),
    ),
  );
  expect(new Set(answers.map(({ trainingRun }) => trainingRun.id)).size).toBe(1);
  expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1);
  const run = await train.find({ externalId: 'contested' });
  expect(Object.keys(run.params)).toHaveLength(25);
});

test('the same idempotency key starts one run, also when many send it at once', async () => {
  const answers = await Promise.all(
    Array.from({ length: 12 }, () => train.start({ idempotencyKey: 'start-1' })),
  );
  expect(new Set(answers.map(({ trainingRun }) => trainingRun.id)).size).toBe(1);
  expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1);
  const other = await train.start({ idempotencyKey: 'start-1', params: { a: 1 } });
  expect(other.userErrors).toMatchObject([{ code: 'IDEMPOTENCY_MISMATCH' }]);
});

test('params with another value are refused by name, and nothing of the request is kept', async () => {
  const { trainingRun: run } = await train.start({
    externalId: 'fixed',
    params: { a: 1, b: [1, 2], c: 'x' },
  });
  const refused = await train.start({ externalId: 'fixed', params: { a: 2, b: [2, 1], c: 'x', d: 4 } });
  expect(refused).toMatchObject({ trainingRun: null, replayed: false });
  expect(refused.userErrors).toMatchObject([
    { __typename: 'ConflictError', code: 'IMMUTABLE', path: ['input', 'params', 'a'], existingId: run.id },
    { __typename: 'ConflictError', code: 'IMMUTABLE', path: ['input', 'params', 'b'] },
  ]);
  expect(refused.userErrors[0].message).toContain('"a"');
  const logged = await train.log({ id: run.id }, [{ name: 'loss', value: 1 }], { params: { c: 'y' } });
  expect(logged).toMatchObject({
    accepted: 0,
    userErrors: [{ code: 'IMMUTABLE', path: ['input', 'params', 'c'] }],
  });
  expect(await train.find({ id: run.id })).toMatchObject({
    params: { a: 1, b: [1, 2], c: 'x' },
    metrics: [],
  });
});

test('the database itself lets nobody change or remove a param, or move a run to another model', async () => {
  const { trainingRun: run } = await train.start({ params: { a: 1 }, model: { name: 'churn' } });
  const update = (set: string) =>
    world.database.query(`UPDATE training_run SET ${set} WHERE id = $1`, [run.id]);
  await expect(update(`params = '{}'`)).rejects.toThrow(/params of a training run are fixed/);
  await expect(update(`params = '{"a": 2}'`)).rejects.toThrow(/params of a training run are fixed/);
  await expect(update('model_id = NULL')).rejects.toThrow(/model of a training run is fixed/);
  await update(`params = '{"a": 1.0, "b": 2}'`);
});

test('params beyond what a run holds are refused', async () => {
  const many = (from: number, count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`p${from + index}`, 0]));
  const { trainingRun: run } = await train.start({ externalId: 'full', params: many(0, 600) });
  const refused = await train.start({ externalId: 'full', params: many(600, 401) });
  expect(refused.userErrors).toMatchObject([
    { __typename: 'ValidationError', code: 'INVALID_INPUT', path: ['input', 'params'] },
  ]);
  const filled = await train.log({ id: run.id }, [], { params: many(600, 400) });
  expect(filled.userErrors).toEqual([]);
  expect(Object.keys((await train.find({ id: run.id })).params)).toHaveLength(1_000);
  const named = await train.start({ params: { '': 1 } });
  expect(named.userErrors).toMatchObject([{ code: 'INVALID_INPUT', path: ['input', 'params', ''] }]);
});

test('a model may come later, once; another one is refused', async () => {
  await train.start({ externalId: 'late', experiment: 'own' });
  const { trainingRun } = await train.start({ externalId: 'late', model: { name: 'churn' } });
  expect(trainingRun).toMatchObject({ model: { name: 'churn' }, experiment: 'own' });
  const other = await train.start({ externalId: 'late', model: { name: 'fraud' } });
  expect(other.userErrors).toMatchObject([
    { __typename: 'ConflictError', code: 'IMMUTABLE', path: ['input', 'model'] },
  ]);
  const missing = await train.start({ model: { name: 'no such model' } });
  expect(missing.userErrors).toMatchObject([{ code: 'NOT_FOUND', path: ['input', 'model'] }]);
});

test('a run ends once: the same end again is fine, another one and more metrics are refused', async () => {
  const { trainingRun: run } = await train.start({ startedAt: '2026-01-01T00:00:00Z' });
  const ref = { id: run.id };
  const early = await train.finish(ref, { finishedAt: '2025-12-31T23:59:59.999999Z' });
  expect(early.userErrors).toMatchObject([{ code: 'INVALID_INPUT', path: ['input', 'finishedAt'] }]);
  const end = { status: 'FAILED', error: 'boom', finishedAt: '2026-01-01T00:00:01.5+00:00' };
  const ended = await train.finish(ref, end);
  expect(ended.trainingRun).toMatchObject({ status: 'FAILED', error: 'boom', durationMs: 1_500 });
  expect((await train.finish(ref, end)).trainingRun).toEqual(ended.trainingRun);
  expect((await train.finish(ref, { ...end, finishedAt: null })).userErrors).toEqual([]);
  for (const other of [
    { ...end, error: 'bang' },
    { status: 'SUCCEEDED' },
    { ...end, finishedAt: '2026-01-02T00:00:00Z' },
  ]) {
    const refused = await train.finish(ref, other);
    expect(refused.userErrors).toMatchObject([
      { code: 'READ_ONLY', path: ['input', 'run'], existingId: run.id },
    ]);
  }
  const logged = await train.log(ref, [{ name: 'loss', value: 1 }]);
  expect(logged).toMatchObject({
    accepted: 0,
    rejects: [],
    ingestId: null,
    userErrors: [{ code: 'READ_ONLY' }],
  });
  expect((await eventsOf(run.id, 2)).map(({ type }: { type: string }) => type)).toEqual([
    'TRAINING_RUN_STARTED',
    'TRAINING_RUN_FINISHED',
  ]);
});

test('a run that is ended differently by many at once ends in one way', async () => {
  const { trainingRun: run } = await train.start({});
  const answers = await Promise.all(
    Array.from({ length: 16 }, (_, index) =>
      train.finish({ id: run.id }, { status: 'FAILED', error: `reason ${index}` }),
    ),
  );
  const won = answers.filter(({ userErrors }) => userErrors.length === 0);
  expect(won).toHaveLength(1);
  expect((await train.find({ id: run.id })).error).toBe(won[0].trainingRun.error);
});

test.each([
  ['an empty name', { name: '' }, ['input', 'name']],
  [
    'a digest without its algorithm',
    { dataset: { name: 'd', digest: 'abc' } },
    ['input', 'dataset', 'digest'],
  ],
  ['a negative number of rows', { dataset: { name: 'd', rows: -1 } }, ['input', 'dataset', 'rows']],
  ['a negative number of samples', { trainingSamples: -1 }, ['input', 'trainingSamples']],
  ['a start before 1970', { startedAt: '1969-12-31T23:59:59Z' }, ['input', 'startedAt']],
  ['a start far ahead', { startedAt: '9999-12-31T23:59:59Z' }, ['input', 'startedAt']],
  ['the same tag twice', { tags: [{ key: 'k' }, { key: 'k' }] }, ['input', 'tags']],
])('%s is refused with its path', async (_, input, path) => {
  const answer = await train.start(input);
  expect(answer).toMatchObject({ trainingRun: null, userErrors: [{ code: 'INVALID_INPUT', path }] });
});

test.each([
  ['RUNNING is no end', { status: 'RUNNING' }, ['input', 'status']],
  ['a success has no error', { status: 'SUCCEEDED', error: 'x' }, ['input', 'error']],
])('%s', async (_, input, path) => {
  const { trainingRun: run } = await train.start({});
  const answer = await train.finish({ id: run.id }, input);
  expect(answer.userErrors).toMatchObject([{ code: 'INVALID_INPUT', path }]);
  expect(await train.find({ id: run.id })).toMatchObject({ status: 'RUNNING' });
});

test('what is told about the data and the machine is kept', async () => {
  const given = {
    dataset: { name: 'rows', version: '2', digest: 'sha256:ab', rows: 9_007_199_254_740_991 },
    trainingSamples: 80,
    validationSamples: 20,
    environment: { node: 'v20' },
    gitCommit: 'abc123',
    tags: [{ key: 'b' }, { key: 'a', value: '1' }],
  };
  await train.start({ externalId: 'described', ...given });
  const { trainingRun } = await train.ask(`{ trainingRun(ref: { externalId: "described" }) {
    dataset { name version digest rows } trainingSamples validationSamples environment gitCommit tags { key value } } }`);
  expect(trainingRun).toEqual({
    ...given,
    tags: [
      { key: 'a', value: '1' },
      { key: 'b', value: null },
    ],
  });
});

test("another project's run looks exactly like a missing one", async () => {
  const { trainingRun: run } = await train.start({ externalId: 'secret' });
  const stranger = trainer(world, await world.token('WRITER', { project: await world.project('elsewhere') }));
  expect(await stranger.find({ id: run.id })).toBeNull();
  expect(await stranger.find({ externalId: 'secret' })).toBeNull();
  const missing = '01900000-0000-7000-8000-000000000000';
  const strip = (answer: object, id: string) => JSON.stringify(answer).replaceAll(id, 'ID');
  for (const act of [stranger.finish, (ref: object) => stranger.log(ref, [{ name: 'a', value: 1 }])]) {
    expect(strip(await act({ id: run.id }), run.id)).toBe(strip(await act({ id: missing }), missing));
  }
  const own = await stranger.start({ externalId: 'secret' });
  expect(own).toMatchObject({ replayed: false });
  expect(own.trainingRun.id).not.toBe(run.id);
});
