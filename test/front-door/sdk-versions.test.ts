import { makeWorld, type World } from '../kit/server';
import { until } from '../kit/until';
import {
  ConflictError,
  ForbiddenError,
  ModelGraph,
  NotFoundError,
  StageTransitionError,
  type Version,
} from './sdk-built';
import { FaultyProxy } from './sdk-proxy';

let world: World;
let writer: string;
let mg: ModelGraph;
let approver: ModelGraph;
beforeAll(async () => {
  world = await makeWorld();
  writer = await world.token('WRITER', { subject: 'trainer' });
  mg = new ModelGraph({ url: world.server.url, token: writer });
  approver = new ModelGraph({
    url: world.server.url,
    token: await world.token('APPROVER', { subject: 'boss' }),
  });
});
afterAll(() => world.close());

const thrown = (work: PromiseLike<unknown>): Promise<unknown> =>
  Promise.resolve(work).then(
    () => null,
    (error: unknown) => error,
  );

/** Registers versions of a new model. */
async function versionsOf(model: string, count: number): Promise<Version[]> {
  const versions: Version[] = [];
  for (let n = 0; n < count; n += 1)
    versions.push((await mg.versions.register({ model, task: 'REGRESSION' })).version);
  return versions;
}

test('a version is registered with its model, and everything is read back, NaN and infinities as numbers', async () => {
  const run = await mg.runs.start({ name: 'a run' });
  const { version, replayed } = await mg.versions.register({
    model: 'churn',
    task: 'BINARY_CLASSIFICATION',
    description: 'The first.',
    algorithm: 'logistic regression',
    framework: 'none',
    artifact: {
      path: 'weights.json',
      content: new TextEncoder().encode('[1,2]'),
      mediaType: 'application/json',
    },
    hyperparameters: { rate: 0.1, bounds: [Number.NEGATIVE_INFINITY, 1] },
    metrics: [
      { name: 'accuracy', value: 0.9 },
      { name: 'odd', value: Number.NaN, direction: 'LOWER_IS_BETTER' },
    ],
    evaluations: [
      {
        dataset: 'hold-out',
        metrics: [{ name: 'gap', value: Number.POSITIVE_INFINITY }],
        evaluatedAt: new Date(0),
      },
    ],
    signature: {
      inputs: [
        { name: 'age', kind: 'INTEGER' },
        { name: 'plan', kind: 'CATEGORY', categories: ['a', 'b'], nullable: true },
      ],
      output: { positiveLabel: 'yes', labels: ['yes', 'no'] },
    },
    featureImportance: [{ feature: 'age', importance: 0.7 }],
    tags: [{ key: 'team', value: 'growth' }],
    trainingRun: run,
    createdAt: '2026-01-02T03:04:05Z',
  });
  expect(replayed).toBe(false);
  expect(version).toMatchObject({
    model: { name: 'churn', task: 'BINARY_CLASSIFICATION' },
    number: 1,
    stage: 'DEVELOPMENT',
    artifacts: [{ path: 'weights.json', sizeBytes: 5, mediaType: 'application/json' }],
    hyperparameters: { rate: 0.1, bounds: ['-Infinity', 1] },
    metrics: [
      { name: 'accuracy', value: 0.9, direction: 'HIGHER_IS_BETTER' },
      { name: 'odd', value: Number.NaN, direction: 'LOWER_IS_BETTER' },
    ],
    evaluations: [{ dataset: 'hold-out', metrics: [{ name: 'gap', value: Number.POSITIVE_INFINITY }] }],
    signature: { output: { task: 'BINARY_CLASSIFICATION', positiveLabel: 'yes' } },
    baseline: null,
    trainingRun: { id: run.id, name: 'a run' },
    registeredBy: 'trainer',
    deployedAt: null,
  });
  expect(version.signature?.inputs.map(({ name, nullable }) => [name, nullable])).toEqual([
    ['age', false],
    ['plan', true],
  ]);
  const named = [
    version,
    { id: version.id },
    { pick: { id: version.id } },
    { model: 'churn', pick: { number: 1 } },
  ];
  for (const ref of [...named, { model: version.model, pick: { latest: true } }])
    expect(await mg.versions.get(ref)).toEqual(version);
  expect(await mg.versions.get({ model: 'churn' })).toBeNull();
  expect(await mg.versions.get({ model: 'churn', pick: { number: 2 } })).toBeNull();
});

test('the model is made only when that was asked for', async () => {
  expect(await thrown(mg.versions.register({ model: 'unheard of' }))).toBeInstanceOf(NotFoundError);
  const createModel = { task: 'RANKING', owner: 'search' } as const;
  const { version } = await mg.versions.register({ model: 'asked for', createModel });
  expect(await mg.models.get(version.model)).toMatchObject({
    name: 'asked for',
    task: 'RANKING',
    owner: 'search',
  });
});

test('a registration whose answer was lost is one version, also from another process with the same key', async () => {
  const artifact = new Uint8Array([1, 2, 3]);
  await mg.models.register({ name: 'lost', task: 'REGRESSION' });
  const proxy = await new FaultyProxy(world.server.url, ['LOSE_ANSWER']).open();
  const behind = new ModelGraph({ url: proxy.url, token: writer });
  const { version, replayed } = await behind.versions.register({ model: 'lost' });
  await proxy.close();
  expect([version.number, replayed]).toEqual([1, true]);
  const keyed = () => mg.versions.register({ model: 'lost', artifact }, { idempotencyKey: 'job-7' });
  const [first, second] = [await keyed(), await keyed()];
  expect([first.version.number, first.replayed]).toEqual([2, false]);
  expect(second).toEqual({ version: first.version, replayed: true });
});

test('a model with nothing in production is told as that, in words', async () => {
  await versionsOf('unpromoted', 1);
  const error = await thrown(mg.versions.load({ model: 'unpromoted' }));
  expect(error).toBeInstanceOf(NotFoundError);
  expect((error as Error).message).toBe('The model "unpromoted" has no version in PRODUCTION.');
});

test('versions move, are rolled back, and the past can be asked', async () => {
  const [one, two] = await versionsOf('moving', 2);
  if (!one || !two) throw new Error('There are two.');
  const jump = await thrown(mg.versions.transition({ version: one, to: 'PRODUCTION' }));
  expect(jump).toBeInstanceOf(ForbiddenError);
  const first = await approver.versions.transition({ version: one, to: 'PRODUCTION', reason: 'good enough' });
  expect(first).toMatchObject({
    version: { number: 1, stage: 'PRODUCTION' },
    demoted: null,
    replayed: false,
  });
  const second = await approver.versions.transition({
    version: { model: 'moving', pick: { latest: true } },
    to: 'PRODUCTION',
    expectedCurrent: one,
  });
  expect(second).toMatchObject({ version: { number: 2 }, demoted: { number: 1, stage: 'DEPRECATED' } });
  expect(await mg.versions.production('moving')).toMatchObject({ number: 2 });
  const backwards = await thrown(mg.versions.transition({ version: two, to: 'SHADOW' }));
  expect(backwards).toBeInstanceOf(StageTransitionError);
  expect(backwards).toMatchObject({
    code: 'STAGE_TRANSITION_NOT_ALLOWED',
    from: 'PRODUCTION',
    to: 'SHADOW',
    allowed: expect.arrayContaining(['STAGING', 'DEPRECATED', 'ARCHIVED']),
  });
  const outdated = approver.versions.transition({ version: one, to: 'PRODUCTION', expectedCurrent: null });
  expect(await thrown(outdated)).toMatchObject({ code: 'UNEXPECTED_STATE' });

  const back = await approver.models.rollback('moving', { reason: 'it was worse', expectedCurrent: two });
  expect(back).toMatchObject({ model: { name: 'moving' }, restored: { number: 1 }, demoted: { number: 2 } });
  expect(await thrown(approver.models.rollback('moving'))).toBeInstanceOf(ConflictError);

  const history = await mg.versions.stageHistory(one, { first: 2 });
  expect(history.nodes).toMatchObject([
    {
      kind: 'ROLLBACK',
      from: 'DEPRECATED',
      to: 'PRODUCTION',
      actor: 'boss',
      reason: 'it was worse',
      version: { number: 1 },
    },
    { kind: 'DEMOTION', from: 'PRODUCTION', to: 'DEPRECATED' },
  ]);
  const moves: string[] = [];
  for await (const { to } of mg.versions.stageHistory(one, { first: 1 })) moves.push(to);
  expect(moves).toEqual(['PRODUCTION', 'DEPRECATED', 'PRODUCTION', 'DEVELOPMENT']);
  const [, entered] = (await mg.versions.stageHistory(two)).nodes;
  const at = entered?.at ?? '';
  expect(await mg.versions.versionAt('moving', { at })).toMatchObject({ number: 2 });
  expect(await mg.versions.versionAt('moving', { at: new Date(0) })).toBeNull();
  expect(await mg.versions.versionAt('nobody', { at })).toBeNull();
  expect(await thrown(mg.versions.stageHistory({ id: one.model.id }))).toBeInstanceOf(NotFoundError);
});

test('lists are summaries, by model, stage and tags, a hundred in a page', async () => {
  await versionsOf('listed', 3);
  await mg.versions.register({ model: 'listed', tags: [{ key: 'best' }], stage: 'STAGING' });
  const order = { field: 'NUMBER', direction: 'ASC' } as const;
  const page = await mg.versions.list({ filter: { model: 'listed' }, order, first: 3 });
  expect([page.totalCount, page.nodes.map(({ number }) => number)]).toEqual([4, [1, 2, 3]]);
  expect((await page.nextPage())?.nodes[0]).toMatchObject({
    number: 4,
    tags: [{ key: 'best', value: null }],
  });
  const staged = await mg.versions.list({ filter: { stage: ['STAGING'], tags: { all: [{ key: 'best' }] } } });
  expect(staged.nodes.map(({ number }) => number)).toEqual([4]);
  const all = await mg.versions.list({ first: 100 });
  expect(all.nodes.length).toBe(all.totalCount);
});

test('a baseline is given as rows, and kept as an artifact like any other', async () => {
  async function* rows() {
    for (let n = 0; n < 1_200; n += 1) {
      const features = { x: n % 7 === 0 ? Number.NaN : n, label: n % 2 === 0 ? 'even' : 'odd' };
      if (n % 5 === 0) yield { features, output: { number: { value: n } }, actual: { number: n + 1 } };
      else yield { features };
    }
  }
  const signature = {
    inputs: [
      { name: 'x', kind: 'NUMBER' },
      { name: 'label', kind: 'CATEGORY' },
    ],
  } as const;
  const { version } = await mg.versions.register({
    model: 'monitored',
    task: 'REGRESSION',
    artifact: new Uint8Array([1]),
    signature,
    baseline: { rows: rows() },
  });
  expect(version.artifacts.map(({ path }) => path)).toEqual(['baseline.ndjson', 'model.bin']);
  expect(version.baseline).toMatchObject({ state: 'READY', source: 'ROWS', rows: 1_200, labelledRows: 240 });
  expect(version.baseline?.quality).toContainEqual({ name: 'rmse', value: 1, direction: 'LOWER_IS_BETTER' });
  const baseline = await mg.versions.baseline(version);
  expect(baseline).toMatchObject(version.baseline ?? {});
  expect(baseline?.features).toMatchObject([
    { name: 'x', kind: 'NUMBER', nonFinite: 172, min: 1, max: 1_199 },
    { name: 'label', kind: 'CATEGORY', count: 1_200 },
  ]);
  const again = await mg.versions.register({
    model: 'monitored',
    signature,
    artifact: { ...version.artifacts[0], path: 'rows.ndjson' } as never,
    baseline: { artifactPath: 'rows.ndjson' },
  });
  expect(again.version.baseline).toMatchObject({ rows: 1_200 });
  const bad = mg.versions.register({
    model: 'monitored',
    signature,
    baseline: { rows: [{ features: { x: 'one' } }] },
  });
  expect(await thrown(bad)).toMatchObject({ code: 'INVALID_INPUT' });
});

test('evaluations of a dataset, files with the same bytes, and baselines are listed with their versions', async () => {
  const register = (value: number) =>
    mg.versions.register({
      model: 'compared',
      task: 'REGRESSION',
      artifact: { path: `${value}/model.bin`, content: new TextEncoder().encode('the same bytes') },
      signature: { inputs: [{ name: 'x', kind: 'NUMBER' }] },
      baseline: { rows: [{ features: { x: value } }] },
      evaluations: [
        { dataset: 'hold-out 2026', metrics: [{ name: 'rmse', value }] },
        { dataset: 'another', metrics: [{ name: 'rmse', value: 9 }] },
      ],
    });
  const [first, second] = [await register(1), await register(Number.NaN)];
  const numbers = (rows: readonly { version: { number: number } }[]) =>
    rows.map(({ version }) => version.number);

  const evaluations = await mg.versions.listEvaluations({
    filter: { model: 'compared', dataset: { eq: 'hold-out 2026' } },
    order: { direction: 'ASC' },
  });
  expect(evaluations.totalCount).toBe(2);
  expect(evaluations.nodes.map(({ metrics }) => metrics[0]?.value)).toEqual([1, Number.NaN]);
  expect(numbers(evaluations.nodes)).toEqual([1, 2]);

  const { sha256 } = first.version.artifacts.find(({ path }) => path === '1/model.bin')!;
  const artifacts = await mg.versions.listArtifacts({
    filter: { sha256 },
    order: { field: 'PATH', direction: 'ASC' },
  });
  expect(artifacts.nodes.map(({ path }) => path)).toEqual(['1/model.bin', 'NaN/model.bin']);
  expect(numbers(artifacts.nodes)).toEqual([1, 2]);

  const baselines = await mg.versions.listBaselines({ filter: { state: ['READY'] }, first: 1 });
  expect(baselines.nodes[0]).toMatchObject({ rows: 1, version: { id: second.version.id } });
});

test('a serving program is told of what enters production, and goes on after its cursor', async () => {
  const [one, two] = await versionsOf('watched', 2);
  const [other] = await versionsOf('not watched', 1);
  if (!one || !two || !other) throw new Error('There are three.');
  const subscription = mg.models.watch('watched', { stage: 'PRODUCTION' });
  const first = subscription.next();
  const every = mg.versions.subscribe({ filter: { model: 'watched' } });
  const anything = mg.models.subscribe({ filter: { model: 'watched', types: ['VERSION_STAGE_CHANGED'] } });
  const events = mg.events.subscribe({ filter: { types: ['VERSION_STAGE_CHANGED'] } });
  const others = [every.next(), anything.next(), events.next()];
  const metrics = await until(async () => {
    const text = await (await fetch(`${world.server.url}/metrics`)).text();
    return /modelgraph_subscribers(?:\{[^}]*\})? 4\n/.test(text) ? text : null;
  }, 'four subscriptions');
  for (const name of ['VersionEvents', 'ModelEvents', 'AllEvents'])
    expect(metrics).toContain(`kind="subscription",operation="${name}",outcome="ok"`);
  await approver.versions.transition({ version: other, to: 'PRODUCTION' });
  await approver.versions.transition({ version: one, to: 'STAGING' });
  await approver.versions.transition({ version: one, to: 'PRODUCTION' });
  const { value } = await first;
  expect(value?.event).toMatchObject({
    event: { type: 'VERSION_STAGE_CHANGED', actor: 'boss' },
    version: { number: 1, model: { name: 'watched' } },
  });
  const [inStaging, onModel, onAny] = await Promise.all(others);
  expect(inStaging?.value?.event).toMatchObject({ event: { after: { stage: 'STAGING' } } });
  expect(onModel?.value?.event).toMatchObject({ after: { stage: 'STAGING' } });
  expect(onAny?.value?.event).toMatchObject({ subjectId: other.id });
  await Promise.all([subscription.return(), every.return(), anything.return(), events.return()]);

  await approver.versions.transition({ version: two, to: 'PRODUCTION' });
  for await (const { event } of mg.models.watch(
    { name: 'watched' },
    { stage: ['PRODUCTION'], after: value?.cursor },
  )) {
    expect(event.version).toMatchObject({ number: 2, stage: 'PRODUCTION' });
    break;
  }
});
