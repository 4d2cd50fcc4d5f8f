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
});
afterAll(() => world.close());

const register = async (input: object) => {
  const { registerVersion } = await train.ask(
    `mutation($input: RegisterVersionInput!) { registerVersion(input: $input) { replayed
      version { id number trainingRun { id experiment model { name } } }
      userErrors { __typename code message path ... on ConflictError { existingId } } } }`,
    { input: { createModel: { task: 'REGRESSION' }, ...input } },
  );
  return registerVersion;
};

test('a version names the run it came from, and the run its versions; the run becomes one of the model', async () => {
  const { trainingRun: run } = await train.start({ externalId: 'job-1' });
  await train.finish({ id: run.id });
  const first = await register({ model: { name: 'priced' }, trainingRun: { externalId: 'job-1' } });
  expect(first.version).toMatchObject({
    number: 1,
    trainingRun: { id: run.id, experiment: 'priced', model: { name: 'priced' } },
  });
  const second = await register({ model: { name: 'priced' }, trainingRun: { id: run.id } });
  const without = await register({ model: { name: 'priced' } });
  expect(without.version.trainingRun).toBeNull();
  const { trainingRun, trainingRuns } = await train.ask(
    `query($ref: TrainingRunRef!) { trainingRun(ref: $ref) { status versions(first: 1) { totalCount nodes { id } pageInfo { hasNextPage } } }
      trainingRuns(filter: { model: { name: "priced" } }) { nodes { id } } }`,
    { ref: { id: run.id } },
  );
  expect(trainingRun).toEqual({
    status: 'SUCCEEDED',
    versions: { totalCount: 2, nodes: [{ id: second.version.id }], pageInfo: { hasNextPage: true } },
  });
  expect(trainingRuns.nodes).toEqual([{ id: run.id }]);
  const events = await until(async () => {
    const rows = await world.database.query<{ type: string; after: object }>(
      'SELECT type, after FROM event WHERE subject_id = ANY($1) ORDER BY written',
      [[run.id, first.version.id]],
    );
    return rows.length === 4 ? rows : null;
  }, 'four events');
  expect(events).toMatchObject([
    { type: 'TRAINING_RUN_STARTED' },
    { type: 'TRAINING_RUN_FINISHED' },
    { type: 'TRAINING_RUN_UPDATED', after: { experiment: 'priced' } },
    { type: 'VERSION_REGISTERED', after: { trainingRun: run.id } },
  ]);
});

test('a run of another model is refused, and nothing of the registration is kept', async () => {
  const mine = await register({ model: { name: 'mine' } });
  expect(mine.version.number).toBe(1);
  await train.start({ externalId: 'job-mine', model: { name: 'mine' } });
  const refused = await register({ model: { name: 'theirs' }, trainingRun: { externalId: 'job-mine' } });
  expect(refused).toMatchObject({
    version: null,
    userErrors: [{ __typename: 'ConflictError', code: 'IMMUTABLE', path: ['input', 'trainingRun'] }],
  });
  const { model } = await train.ask('{ model(ref: { name: "theirs" }) { id } }');
  expect(model).toBeNull();
  const missing = await register({ model: { name: 'mine' }, trainingRun: { externalId: 'no such job' } });
  expect(missing.userErrors).toMatchObject([{ code: 'NOT_FOUND', path: ['input', 'trainingRun'] }]);
  const next = await register({ model: { name: 'mine' }, trainingRun: { externalId: 'job-mine' } });
  expect(next.version.number).toBe(2);
});

test('a run that two models claim at once belongs to one of them', async () => {
  await train.start({ externalId: 'claimed' });
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, index) =>
      register({ model: { name: `claimant-${index % 2}` }, trainingRun: { externalId: 'claimed' } }),
    ),
  );
  const models = new Set(answers.flatMap(({ version }) => (version ? [version.trainingRun.model.name] : [])));
  expect(models.size).toBe(1);
  expect(answers.filter(({ version }) => version)).toHaveLength(4);
  expect(
    new Set(answers.flatMap(({ userErrors }) => userErrors.map(({ code }: { code: string }) => code))),
  ).toEqual(new Set(['IMMUTABLE']));
});

test('the database itself lets nobody move a version to another run', async () => {
  const { trainingRun: run } = await train.start({});
  const { version } = await register({ model: { name: 'kept' }, trainingRun: { id: run.id } });
  await expect(
    world.database.query('UPDATE version SET training_run_id = NULL WHERE id = $1', [version.id]),
  ).rejects.toThrow(/training run of a version is fixed/);
});
