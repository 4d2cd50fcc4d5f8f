import { makeWorld, type World } from '../kit/server';
import { ConflictError, ModelGraph, NotFoundError, ValidationError } from './sdk-built';
import { FaultyProxy } from './sdk-proxy';

let world: World;
let writer: string;
let mg: ModelGraph;
beforeAll(async () => {
  world = await makeWorld();
  writer = await world.token('WRITER', { subject: 'trainer' });
  mg = new ModelGraph({ url: world.server.url, token: writer });
});
afterAll(() => world.close());

const thrown = (work: PromiseLike<unknown>): Promise<unknown> =>
  Promise.resolve(work).then(
    () => null,
    (error: unknown) => error,
  );

test('a run is started, measured, told more, ended, and read by each of its names', async () => {
  const { model } = await mg.models.register({ name: 'weather', task: 'REGRESSION' });
  const run = await mg.runs.start({
    name: 'forest',
    externalId: 'job-1',
    model: 'weather',
    params: { trees: 50, rate: Number.NaN },
    dataset: { name: 'seattle', rows: 90 },
    tags: [{ key: 'city', value: 'seattle' }],
  });
  expect(run).toMatchObject({
    replayed: false,
    status: 'RUNNING',
    experiment: 'weather',
    model: { id: model.id, name: 'weather', task: 'REGRESSION' },
    params: { trees: 50, rate: 'NaN' },
    dataset: { name: 'seattle', rows: 90, version: null, digest: null },
    startedBy: 'trainer',
    finishedAt: null,
  });
  const logged = await mg.runs.log(run, [
    { name: 'rmse', step: 1, value: 3.5 },
    { name: 'rmse', step: 2, value: Number.NaN },
    { name: 'gap', value: Number.NEGATIVE_INFINITY, at: new Date(0) },
  ]);
  expect(logged).toEqual({ accepted: 3, rejects: [], ingestId: expect.any(String) });
  await mg.runs.addParams({ externalId: 'job-1' }, { depth: 3 });
  const ended = await mg.runs.finish({ id: run.id });
  expect(ended).toMatchObject({ status: 'SUCCEEDED', params: { trees: 50, rate: 'NaN', depth: 3 } });
  expect(ended.metrics).toEqual([
    { name: 'gap', step: 0, at: '1970-01-01T00:00:00.000Z', value: Number.NEGATIVE_INFINITY },
    { name: 'rmse', step: 2, at: expect.stringMatching(/\.\d{3,6}Z$/), value: Number.NaN },
  ]);
  for (const ref of [run, { id: run.id }, { externalId: 'job-1' }])
    expect(await mg.runs.get(ref)).toEqual(ended);
  expect(await mg.runs.get({ externalId: 'job-2' })).toBeNull();
});

test('a job that is started again goes on with its run', async () => {
  const first = await mg.runs.start({ name: 'retried', externalId: 'job-again', params: { a: 1 } });
  await mg.runs.finish(first, { status: 'FAILED', error: 'out of memory' });
  const second = await mg.runs.start({ name: 'retried', externalId: 'job-again', params: { a: 1, b: 2 } });
  expect(second).toMatchObject({ id: first.id, replayed: true, status: 'RUNNING', params: { a: 1, b: 2 } });
  const error = await thrown(mg.runs.start({ name: 'retried', externalId: 'job-again', params: { a: 9 } }));
  expect(error).toBeInstanceOf(ConflictError);
  expect(error).toMatchObject({ code: 'IMMUTABLE', path: ['input', 'params', 'a'] });
});

test('points whose answer was lost are there once', async () => {
  const run = await mg.runs.start({ name: 'lost' });
  const proxy = await new FaultyProxy(world.server.url, ['LOSE_ANSWER', 'LOSE_ANSWER']).open();
  const behind = new ModelGraph({ url: proxy.url, token: writer });
  const logged = await behind.runs.log(run, [
    { name: 'loss', value: 2 },
    { name: 'loss', value: 1 },
  ]);
  await proxy.close();
  expect(logged.accepted).toBe(2);
  expect(proxy.passed).toHaveLength(3);
  expect((await mg.runs.metricHistory(run, 'loss')).nodes.map(({ value }) => value)).toEqual([2, 1]);
});

test('points of one step stand in the order in which they were logged, and all pages are read', async () => {
  const run = await mg.runs.start({ name: 'long' });
  for (const from of [0, 100, 200]) {
    const points = Array.from({ length: 100 }, (_, index) => ({
      name: 'loss',
      value: 1 / (from + index + 1),
    }));
    await mg.runs.log(run, points);
  }
  const values: number[] = [];
  for await (const { value } of mg.runs.metricHistory(run, 'loss', { first: 100 })) values.push(value);
  expect(values).toEqual(Array.from({ length: 300 }, (_, index) => 1 / (index + 1)));
  expect((await mg.runs.get(run))?.metrics[0]?.value).toBe(1 / 300);
  expect(await mg.runs.metricHistory(run, 'no such')).toMatchObject({ nodes: [], totalCount: undefined });
});

test('bad points are rejects and good ones are kept; refusals of the whole are thrown', async () => {
  const run = await mg.runs.start({ name: 'picky' });
  const { accepted, rejects } = await mg.runs.log(run, [
    { name: 'good', value: 1 },
    { name: '', value: 2 },
    { name: 'early', value: 3, at: '1960-01-01T00:00:00Z' },
  ]);
  expect(accepted).toBe(1);
  expect(rejects.map(({ index, code, path }) => ({ index, code, path }))).toEqual([
    { index: 1, code: 'INVALID_INPUT', path: ['name'] },
    { index: 2, code: 'INVALID_INPUT', path: ['at'] },
  ]);
  await mg.runs.finish(run, { status: 'KILLED', error: 'somebody stopped it' });
  await mg.runs.finish(run, { status: 'KILLED', error: 'somebody stopped it' });
  expect(await thrown(mg.runs.log(run, [{ name: 'late', value: 1 }]))).toMatchObject({ code: 'READ_ONLY' });
  const missing = { externalId: 'nobody' };
  expect(await thrown(mg.runs.log(missing, [{ name: 'loss', value: 1 }]))).toBeInstanceOf(NotFoundError);
  expect(await thrown(mg.runs.metricHistory(missing, 'loss'))).toBeInstanceOf(NotFoundError);
  expect(await thrown(mg.runs.start({ name: '' }))).toBeInstanceOf(ValidationError);
});

test('runs are listed by the model’s name, ordered, and a hundred in a page', async () => {
  await mg.models.register({ name: 'busy', task: 'RANKING' });
  for (const name of ['a', 'b', 'c']) await mg.runs.start({ name, model: 'busy' });
  const order = { field: 'NAME', direction: 'ASC' } as const;
  const page = await mg.runs.list({ filter: { model: 'busy', status: ['RUNNING'] }, order, first: 2 });
  expect(page).toMatchObject({ totalCount: 3, nodes: [{ name: 'a' }, { name: 'b' }] });
  expect((await page.nextPage())?.nodes.map(({ name }) => name)).toEqual(['c']);
  expect((await mg.runs.list({ first: 100 })).nodes[0]?.name).toBe('c');
});
