import { type Trainer, trainer } from '../kit/run';
import { makeWorld, type World } from '../kit/server';

let world: World;
let token: string;
let train: Trainer;
beforeAll(async () => {
  world = await makeWorld();
  token = await world.token('WRITER', { subject: 'trainer' });
  train = trainer(world, token);
});
afterAll(() => world.close());

const newRun = async (): Promise<{ id: string }> => {
  const { trainingRun } = await train.start({});
  return { id: trainingRun.id };
};

const AT = '2026-01-01T00:00:00Z';

const historyOf = async (run: { id: string }, name: string, first = 100) => {
  const nodes: { step: number; at: string; value: number | string }[] = [];
  let after: string | null = null;
  do {
    const { trainingRun } = await train.ask(
      `query($id: ID!, $name: String!, $first: Int!, $after: String) { trainingRun(ref: { id: $id }) {
        metricHistory(name: $name, first: $first, after: $after) { nodes { step at value } pageInfo { hasNextPage endCursor } } } }`,
      { ...run, name, first, after },
    );
    nodes.push(...trainingRun.metricHistory.nodes);
    after = trainingRun.metricHistory.pageInfo.hasNextPage
      ? trainingRun.metricHistory.pageInfo.endCursor
      : null;
  } while (after);
  return nodes;
};

const latestOf = async (run: { id: string }) =>
  Object.fromEntries(
    (await train.find(run)).metrics.map((point: { name: string; value: unknown }) => [
      point.name,
      point.value,
    ]),
  );

test('points are kept with their history, a page at a time, and the latest is the highest step', async () => {
  const run = await newRun();
  const points = Array.from({ length: 250 }, (_, step) => ({
    name: 'loss',
    step,
    at: AT,
    value: 1 / (step + 1),
  }));
  const backwards = await train.log(run, [...points.slice(100)].reverse());
  const { accepted, trainingRun } = await train.log(run, points.slice(0, 100));
  expect([backwards.accepted, accepted]).toEqual([150, 100]);
  expect(trainingRun.metrics).toEqual([
    { name: 'loss', step: 249, at: '2026-01-01T00:00:00.000Z', value: 1 / 250 },
  ]);
  const history = await historyOf(run, 'loss', 7);
  expect(history.map(({ step, value }) => [step, value])).toEqual(
    points.map(({ step, value }) => [step, value]),
  );
  expect(await historyOf(run, 'no such metric')).toEqual([]);
});

test('NaN and infinities are kept and read back as they are; at the same step and time NaN loses to any number', async () => {
  const run = await newRun();
  const values = ['NaN', 3, '-Infinity', 'Infinity', -0, 5e-324, 1.7976931348623157e308, 0.1];
  await train.log(
    run,
    values.map((value, step) => ({ name: 'all', step, at: AT, value })),
  );
  expect((await historyOf(run, 'all', 2)).map(({ value }) => value)).toEqual(
    values.map((value) => (value === 0 ? 0 : value)),
  );
  for (const value of [2, 'NaN', 3, '-Infinity']) await train.log(run, [{ name: 'tied', at: AT, value }]);
  await train.log(
    run,
    ['NaN', 7, 'NaN', 6].map((value) => ({ name: 'in one', at: AT, value })),
  );
  await train.log(run, [{ name: 'only', at: AT, value: 'NaN' }]);
  await train.log(run, [
    { name: 'diverged', step: 1, at: AT, value: 1 },
    { name: 'diverged', step: 2, at: AT, value: 'NaN' },
  ]);
  expect(await latestOf(run)).toEqual({ all: 0.1, tied: 3, 'in one': 7, only: 'NaN', diverged: 'NaN' });
  await train.log(run, [{ name: 'only', at: AT, value: '-Infinity' }]);
  expect(await latestOf(run)).toMatchObject({ only: '-Infinity' });
  expect((await historyOf(run, 'tied', 1)).map(({ value }) => value)).toEqual(['-Infinity', 2, 3, 'NaN']);
});

test('a point sent again is kept once, also NaN, also when many send it at once', async () => {
  const run = await newRun();
  const points = [
    { name: 'a', step: 1, at: AT, value: 'NaN' },
    { name: 'b', step: 1, at: AT, value: 2 },
    { name: 'b', step: 1, at: AT, value: 2 },
  ];
  const answers = await Promise.all(
    Array.from({ length: 16 }, (_, index) => train.log(run, index % 2 ? points : [...points].reverse())),
  );
  expect(answers.map(({ accepted }) => accepted)).toEqual(answers.map(() => 3));
  expect(await historyOf(run, 'a')).toHaveLength(1);
  expect(await historyOf(run, 'b')).toHaveLength(1);
});

test('points without a time follow each other in the order of the list', async () => {
  const run = await newRun();
  const { trainingRun } = await train.log(
    run,
    [9, 1, 5].map((value) => ({ name: 'loss', value })),
  );
  expect(trainingRun.metrics).toMatchObject([{ name: 'loss', step: 0, value: 5 }]);
  await train.log(run, [{ name: 'loss', value: 4 }]);
  expect((await historyOf(run, 'loss')).map(({ value }) => value)).toEqual([9, 1, 5, 4]);
});

test('a bad point is rejected with its place and field, the others are kept', async () => {
  const run = await newRun();
  const { accepted, rejects, userErrors } = await train.log(run, [
    { name: 'good', value: 1 },
    { name: '', value: 1 },
    { name: 'a\0b', value: 1 },
    { name: 'half\ud800', value: 1 },
    { name: 'steps', step: -1, value: 1 },
    { name: 'later', at: '9999-01-01T00:00:00Z', value: 1 },
    { name: 'good too', value: 2 },
  ]);
  expect(userErrors).toEqual([]);
  expect(accepted).toBe(2);
  expect(
    rejects.map(({ index, code, path }: { index: number; code: string; path: string[] }) => [
      index,
      code,
      path,
    ]),
  ).toEqual([
    [1, 'INVALID_INPUT', ['name']],
    [2, 'INVALID_INPUT', ['name']],
    [3, 'INVALID_INPUT', ['name']],
    [4, 'INVALID_INPUT', ['step']],
    [5, 'INVALID_INPUT', ['at']],
  ]);
  expect(await latestOf(run)).toEqual({ good: 1, 'good too': 2 });
});

test('a thousand points fit in one request, more do not; a thousand metrics fit in a run, more are rejected', async () => {
  const run = await newRun();
  const metrics = (from: number, count: number) =>
    Array.from({ length: count }, (_, index) => ({ name: `m${from + index}`, value: index }));
  const tooMany = await train.log(run, metrics(0, 1_001));
  expect(tooMany.userErrors).toMatchObject([{ code: 'INVALID_INPUT', path: ['input', 'points'] }]);
  expect((await train.log(run, [])).userErrors).toMatchObject([{ path: ['input', 'points'] }]);
  expect((await train.log(run, metrics(0, 998))).accepted).toBe(998);
  const full = await train.log(run, [...metrics(996, 6), { name: 'm1000', value: 1 }]);
  expect(full.accepted).toBe(4);
  expect(full.rejects.map(({ index, path }: { index: number; path: string[] }) => [index, ...path])).toEqual([
    [4, 'name'],
    [5, 'name'],
    [6, 'name'],
  ]);
  expect((await train.find(run)).metrics).toHaveLength(1_000);
});

test('every batch that kept something has one record of its ingest, in the same transaction', async () => {
  const run = await newRun();
  const first = await train.log(run, [
    { name: 'a', value: 1 },
    { name: '', value: 1 },
  ]);
  const nothing = await train.log(run, [{ name: '', value: 1 }]);
  expect(nothing).toMatchObject({ accepted: 0, ingestId: null });
  const records = await world.database.query(
    'SELECT id, kind, actor, request_id, items, accepted FROM ingest_record WHERE subject_id = $1',
    [run.id],
  );
  expect(records).toEqual([
    {
      id: first.ingestId,
      kind: 'METRIC_POINTS',
      actor: 'trainer',
      request_id: expect.any(String),
      items: 2,
      accepted: 1,
    },
  ]);
  await expect(
    world.database.query('UPDATE ingest_record SET items = 3 WHERE id = $1', [first.ingestId]),
  ).rejects.toThrow(/fixed/);
});

test('metric points are no events; params that come with them are one', async () => {
  const run = await newRun();
  await train.log(run, [{ name: 'a', value: 1 }], { params: { late: true } });
  const rows = await world.database.query(
    'SELECT type, after FROM event WHERE subject_id = $1 ORDER BY written',
    [run.id],
  );
  expect(rows).toMatchObject([
    { type: 'TRAINING_RUN_STARTED' },
    { type: 'TRAINING_RUN_UPDATED', after: { params: { late: true } } },
  ]);
  expect((await train.find(run)).params).toEqual({ late: true });
});

test('a cursor of one metric is refused for another one', async () => {
  const run = await newRun();
  await train.log(
    run,
    [1, 2, 3].flatMap((step) => [
      { name: 'a', step, value: 1 },
      { name: 'b', step, value: 1 },
    ]),
  );
  const ask = (name: string, after: string | null) =>
    world.server.graphql(
      `query($id: ID!, $name: String!, $after: String) { trainingRun(ref: { id: $id }) { metricHistory(name: $name, first: 1, after: $after) { pageInfo { endCursor } } } }`,
      { ...run, name, after },
      token,
    );
  const { data } = await ask('a', null);
  const { endCursor } = data.trainingRun.metricHistory.pageInfo;
  expect((await ask('a', endCursor)).errors).toBeUndefined();
  expect((await ask('b', endCursor)).errors).toMatchObject([{ extensions: { code: 'CURSOR_INVALID' } }]);
  const keys: string[] = JSON.parse(Buffer.from(endCursor, 'base64url').toString());
  const altered = (place: number) =>
    Buffer.from(JSON.stringify(keys.with(place, '1e999'))).toString('base64url');
  for (let place = 1; place < keys.length; place += 1)
    expect((await ask('a', altered(place))).errors).toMatchObject([
      { extensions: { code: 'CURSOR_INVALID' } },
    ]);
  expect((await ask('a\0', null)).errors).toMatchObject([{ extensions: { code: 'BAD_REQUEST' } }]);
});

test('an infinity that JSON cannot hold is refused as a whole', async () => {
  const run = await newRun();
  const answer = await world.server.graphql(
    'mutation($run: TrainingRunRef!) { logTrainingMetrics(input: { run: $run, points: [{ name: "a", value: 1e400 }] }) { accepted } }',
    { run },
    token,
  );
  expect(answer.errors).toMatchObject([
    { extensions: { code: expect.stringMatching(/BAD_USER_INPUT|GRAPHQL_VALIDATION_FAILED/) } },
  ]);
});
