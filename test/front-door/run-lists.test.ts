import { type Trainer, trainer } from '../kit/run';
import { makeWorld, type World } from '../kit/server';
import { listenToStatements } from '../kit/statements';

let world: World;
let token: string;
let train: Trainer;
const RUNS = 23;
beforeAll(async () => {
  world = await makeWorld();
  token = await world.token('WRITER');
  train = trainer(world, token);
  for (const name of ['even', 'odd', 'empty']) {
    await train.ask(
      'mutation($name: String!) { registerModel(input: { name: $name, task: REGRESSION }) { model { id } } }',
      { name },
    );
  }
  for (let index = 0; index < RUNS; index += 1) {
    const { trainingRun } = await train.start({
      name: nameOf(index),
      model: { name: index % 2 ? 'odd' : 'even' },
      experiment: index < 5 ? 'early' : undefined,
      startedAt: `2026-01-01T00:00:${String(index).padStart(2, '0')}Z`,
    });
    await train.log({ id: trainingRun.id }, [{ name: 'index', value: index }]);
    if (index < 3) await train.finish({ id: trainingRun.id });
  }
});
afterAll(() => world.close());

const nameOf = (index: number) => `run-${String(index).padStart(2, '0')}`;
const names = Array.from({ length: RUNS }, (_, index) => nameOf(index));

const list = async (variables: object) =>
  (
    await train.ask(
      `query($first: Int! = 50, $after: String, $order: TrainingRunOrder, $filter: TrainingRunFilter) {
        trainingRuns(first: $first, after: $after, order: $order, filter: $filter) { nodes { name } totalCount pageInfo { hasNextPage endCursor } } }`,
      variables,
    )
  ).trainingRuns;

const walk = async (variables: object) => {
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof list>> = await list({ ...variables, first: 5, after });
    seen.push(...page.nodes.map(({ name }: { name: string }) => name));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after);
  return seen;
};

test('pages go through every run once, in every order', async () => {
  expect(await walk({})).toEqual([...names].reverse());
  expect(await walk({ order: { direction: 'ASC' } })).toEqual(names);
  expect(await walk({ order: { field: 'NAME', direction: 'ASC' } })).toEqual(names);
});

test.each([
  ['an experiment', { experiment: { eq: 'early' } }, names.slice(0, 5)],
  [
    'the experiment that a run has from its model',
    { experiment: { eq: 'odd' } },
    names.slice(5).filter((_, index) => index % 2 === 0),
  ],
  ['a status', { status: ['SUCCEEDED', 'KILLED'] }, names.slice(0, 3)],
  ['a model', { model: { name: 'even' } }, names.filter((_, index) => index % 2 === 0)],
  ['a model that is not there', { model: { name: 'nobody' } }, []],
  [
    'a time',
    { startedAt: { gte: '2026-01-01T00:00:10Z', lt: '2026-01-01T00:00:12Z' } },
    [nameOf(10), nameOf(11)],
  ],
])('runs are filtered by %s', async (_, filter, expected) => {
  const { nodes, totalCount } = await list({ filter, order: { direction: 'ASC' } });
  expect(nodes.map(({ name }: { name: string }) => name)).toEqual(expected);
  expect(totalCount).toBe(expected.length);
});

test('a cursor is refused with another filter', async () => {
  const { pageInfo } = await list({ first: 2 });
  const { errors } = await world.server.graphql(
    'query($after: String) { trainingRuns(after: $after, filter: { status: [RUNNING] }) { nodes { id } } }',
    { after: pageInfo.endCursor },
    token,
  );
  expect(errors).toMatchObject([{ extensions: { code: 'CURSOR_INVALID' } }]);
});

test('each model lists its own runs, page by page', async () => {
  const { models } = await train.ask(
    `{ models(order: { field: NAME, direction: ASC }) { nodes { name trainingRuns(first: 3) { totalCount nodes { name model { name } metrics { value } } pageInfo { hasNextPage endCursor } } } } }`,
  );
  const [empty, even, odd] = models.nodes;
  expect(empty.trainingRuns).toMatchObject({
    totalCount: 0,
    nodes: [],
    pageInfo: { hasNextPage: false, endCursor: null },
  });
  expect(even.trainingRuns.nodes.map(({ name }: { name: string }) => name)).toEqual([
    nameOf(22),
    nameOf(20),
    nameOf(18),
  ]);
  expect(odd.trainingRuns).toMatchObject({
    totalCount: 11,
    nodes: [21, 19, 17].map((value) => ({
      name: nameOf(value),
      model: { name: 'odd' },
      metrics: [{ value }],
    })),
    pageInfo: { hasNextPage: true },
  });
  const next = async (name: string) =>
    world.server.graphql(
      'query($name: String, $after: String) { model(ref: { name: $name }) { trainingRuns(first: 100, after: $after) { nodes { name } pageInfo { hasPreviousPage } } } }',
      { name, after: odd.trainingRuns.pageInfo.endCursor },
      token,
    );
  const rest = (await next('odd')).data.model.trainingRuns;
  expect(rest.nodes.map(({ name }: { name: string }) => name)).toEqual(
    [15, 13, 11, 9, 7, 5, 3, 1].map(nameOf),
  );
  expect(rest.pageInfo.hasPreviousPage).toBe(true);
  expect((await next('even')).errors).toMatchObject([{ extensions: { code: 'CURSOR_INVALID' } }]);
});

test('a page of rows with all that lies below takes as many statements as a single row', async () => {
  const ear = await listenToStatements(world.database.url);
  const server = await world.another({ DATABASE_URL: ear.url });
  const ask = async (query: string, first: number) => {
    ear.take();
    const { errors } = await server.graphql(query, { first }, token);
    expect(errors).toBeUndefined();
    return ear.take().filter((sql) => /\b(training_run|metric_point|metric_latest|model)\b/.test(sql)).length;
  };
  const runs = `query($first: Int!) { trainingRuns(first: $first) { nodes { model { name } metrics { value } metricHistory(name: "index") { nodes { value } } } } }`;
  expect(await ask(runs, 1)).toBe(4);
  expect(await ask(runs, 23)).toBe(4);
  const models = `query($first: Int!) { models(first: $first, order: { field: NAME }) { nodes { trainingRuns(first: 5) { nodes { model { name } metrics { value } } } } } }`;
  expect(await ask(models, 1)).toBe(await ask(models, 3));
  await server.stop();
  await ear.close();
});
