import { trainer } from '../kit/run';
import { makeWorld, type World } from '../kit/server';
import { until } from '../kit/until';

let world: World;
let token: string;
beforeAll(async () => {
  world = await makeWorld();
  token = await world.token('WRITER');
});
afterAll(() => world.close());

/** Ends the server's connection that waits for a lock in a statement of that text. */
const cutOff = (sql: string) =>
  until(async () => {
    const rows = await world.database.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid() AND wait_event_type = 'Lock' AND query LIKE $1`,
      [`%${sql}%`],
    );
    return rows.length > 0 ? rows : null;
  }, `a statement with ${sql} to wait`);

test('a connection that is lost while events are given their positions costs neither the server nor an event', async () => {
  const hold = await world.database.hold('LOCK TABLE event_head IN ACCESS EXCLUSIVE MODE');
  const { trainingRun } = await trainer(world, token).start({});
  await cutOff('FROM event_head');
  await world.server.logged(({ msg }) => msg?.startsWith('events could not be sequenced') ?? false);
  await hold.release();
  await until(async () => {
    const { data } = await world.server.graphql(
      'query($id: ID!) { events(filter: { subjectId: $id }) { nodes { type } } }',
      { id: trainingRun.id },
      token,
    );
    return data.events.nodes.length === 1 ? data : null;
  }, 'the event');
});

test('a connection that is lost while metrics are kept is answered UNAVAILABLE, and nothing is kept', async () => {
  const train = trainer(world, token);
  const { trainingRun } = await train.start({});
  const hold = await world.database.hold('LOCK TABLE metric_latest IN SHARE MODE');
  const answer = world.server.graphql(
    'mutation($id: ID!) { logTrainingMetrics(input: { run: { id: $id }, points: [{ name: "loss", value: 1 }], params: { a: 1 } }) { accepted } }',
    { id: trainingRun.id },
    token,
  );
  await cutOff('INTO metric_latest');
  expect((await answer).errors).toMatchObject([{ extensions: { code: 'UNAVAILABLE', retryable: true } }]);
  await hold.release();
  expect(await train.find({ id: trainingRun.id })).toMatchObject({ metrics: [], params: {} });
  expect((await train.log({ id: trainingRun.id }, [{ name: 'loss', value: 1 }])).accepted).toBe(1);
});
