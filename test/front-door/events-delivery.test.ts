import { connect, disconnect, Follower } from '../kit/follower';
import { gauge } from '../kit/gauge';
import { registerModels } from '../kit/models';
import { makeWorld, type World } from '../kit/server';
import { until } from '../kit/until';

let world: World;
beforeAll(async () => {
  world = await makeWorld({ MODELGRAPH_CHECKPOINT_MS: '200' });
});
afterAll(() => world.close());
afterEach(disconnect);

const MODEL_EVENTS = `subscription ModelEvents($after: String, $filter: ModelEventFilter) {
  modelEvents(after: $after, filter: $filter) { cursor kind event { position type subjectId } }
}`;

const named = (prefix: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}-${index}`);

/** A project of its own, so that the tests do not hear each other. */
async function quarter(name: string) {
  const project = await world.project(name);
  return {
    project,
    reader: await world.token('READER', { project, subject: 'reader' }),
    writer: await world.token('WRITER', { project, subject: 'writer' }),
  };
}

/** The positions of a project's events, from the database itself. */
const positionsOf = async (project: string, type = 'MODEL_REGISTERED'): Promise<number[]> =>
  (
    await world.database.query<{ position: string }>(
      `SELECT position FROM event WHERE project_id = (SELECT id FROM project WHERE name = $1) AND type = $2
       AND position IS NOT NULL ORDER BY position`,
      [project, type],
    )
  ).map(({ position }) => Number(position));

const shows = (name: string, value: number): Promise<true> =>
  until(async () => ((await gauge(world.server, name)) === value ? true : null), `${name} ${value}`);

test('what happens after the first checkpoint arrives, in order, with its cursors', async () => {
  const { project, reader, writer } = await quarter('live');
  const client = connect(world.server, reader);
  const follower = await new Follower(client).begun();
  expect(follower.envelopes[0]).toMatchObject({ kind: 'CHECKPOINT', event: null });
  const ids = await registerModels(world.server, writer, named('live', 25));
  await follower.received(25);
  expect(follower.events.map(({ subjectId }) => subjectId)).toEqual(ids);
  expect(follower.positions).toEqual(await positionsOf(project));
  expect(follower.events[0]).toMatchObject({ type: 'MODEL_REGISTERED', after: { name: 'live-0' } });
});

test('without `after` it begins with what happens from now on; with it, behind the cursor', async () => {
  const { reader, writer } = await quarter('begin');
  const client = connect(world.server, reader);
  const first = await new Follower(client).begun();
  await registerModels(world.server, writer, named('early', 3));
  await first.received(3);
  const later = await new Follower(client).begun();
  await registerModels(world.server, writer, named('late', 2));
  await later.received(2);
  expect(later.events.map(({ after }) => after.name)).toEqual(['late-0', 'late-1']);
  const secondEvent = first.envelopes.filter(({ event }) => event)[1]!;
  const resumed = await new Follower(client, { after: secondEvent.cursor }).received(3);
  expect(resumed.envelopes[0]).toEqual({ cursor: secondEvent.cursor, kind: 'CHECKPOINT', event: null });
  expect(resumed.events.map(({ after }) => after.name)).toEqual(['early-2', 'late-0', 'late-1']);
});

test('what was acknowledged before a subscription lies before its first cursor', async () => {
  const { reader, writer } = await quarter('before');
  const client = connect(world.server, reader);
  for (let round = 0; round < 20; round += 1) {
    await registerModels(world.server, writer, [`before-${round}`]);
    const from = await new Follower(client).begun();
    const [after] = await registerModels(world.server, writer, [`after-${round}`]);
    await from.received(1);
    const resumed = await new Follower(client, { after: from.envelopes[0]!.cursor }).received(1);
    for (const { events } of [from, resumed]) expect(events).toMatchObject([{ subjectId: after }]);
    from.stop();
    resumed.stop();
  }
});

test('a thousand events are replayed once and in order, with a checkpoint behind them', async () => {
  const { project, reader, writer } = await quarter('thousand');
  const client = connect(world.server, reader);
  const before = await new Follower(client).begun();
  await Promise.all(
    ['a', 'b', 'c', 'd'].map((part) => registerModels(world.server, writer, named(part, 250))),
  );
  await before.received(1_000, 30_000);
  const positions = await positionsOf(project);
  expect(positions).toHaveLength(1_000);
  expect(before.positions).toEqual(positions);

  const replay = await new Follower(client, { after: before.envelopes[0]!.cursor }).received(1_000);
  const end = await until(
    async () => replay.envelopes.slice(1).findLast(({ kind }) => kind === 'CHECKPOINT') ?? null,
    'the checkpoint behind the replay',
  );
  expect(replay.positions).toEqual(positions);
  const nothing = await new Follower(client, { after: end.cursor }).begun();
  await nothing.checkpoint();
  expect(nothing.events).toEqual([]);

  // Nobody follows: the next one finds an empty ring and reads the database.
  await client.dispose();
  await shows('modelgraph_subscribers', 0);
  const other = connect(world.server, reader);
  const cold = await new Follower(other, { after: before.envelopes[0]!.cursor }).received(1_000);
  expect(cold.positions).toEqual(positions);
  await other.dispose();
});

test('two hundred subscriptions at once each get everything, and are gone when their sockets are', async () => {
  const { project, reader, writer } = await quarter('crowd');
  const clients = Array.from({ length: 10 }, () => connect(world.server, reader));
  const followers = clients.flatMap((client) => Array.from({ length: 20 }, () => new Follower(client)));
  await Promise.all(followers.map((follower) => follower.begun()));
  await shows('modelgraph_subscribers', 200);
  await registerModels(world.server, writer, named('crowd', 30));
  await Promise.all(followers.map((follower) => follower.received(30, 30_000)));
  const positions = await positionsOf(project);
  for (const follower of followers) expect(follower.positions).toEqual(positions);
  await Promise.all(clients.map((client) => client.dispose()));
  await shows('modelgraph_subscribers', 0);
  await shows('modelgraph_websockets', 0);
});

test('a filter sends what it names, and checkpoints pass over the rest', async () => {
  const { reader, writer } = await quarter('filtered');
  const client = connect(world.server, reader);
  const all = await new Follower(client).begun();
  const revocations = await new Follower(client, { filter: { types: ['TOKEN_REVOKED'] } }).begun();
  const [, second] = await registerModels(world.server, writer, named('filtered', 2));
  const one = await new Follower(client, {
    after: all.envelopes[0]!.cursor,
    filter: { subjectId: second },
  }).received(1);
  expect(one.events).toMatchObject([{ subjectId: second }]);
  await all.received(2);
  const passed = await until(
    async () => (revocations.cursor === all.cursor ? revocations.cursor : null),
    'a checkpoint at the head',
  );
  expect(revocations.events).toEqual([]);
  // A cursor keeps no filter: another subscription goes on from it.
  const next = await new Follower(client, { after: passed }, MODEL_EVENTS).begun();
  const [third] = await registerModels(world.server, writer, ['filtered-third']);
  await next.received(1);
  expect(next.events).toMatchObject([{ subjectId: third }]);
});

test('modelEvents tells of models only, of one model when named, and refuses one that is not there', async () => {
  const { project, reader, writer } = await quarter('models');
  const client = connect(world.server, reader);
  const [known] = await registerModels(world.server, writer, ['known']);
  const every = await new Follower(client, {}, MODEL_EVENTS).begun();
  const one = await new Follower(client, { filter: { model: { name: 'known' } } }, MODEL_EVENTS).begun();
  await world.token('READER', { project, subject: 'not a model' });
  await registerModels(world.server, writer, ['another']);
  await every.received(1);
  expect(every.events).toMatchObject([{ type: 'MODEL_REGISTERED' }]);
  const whole = await new Follower(client, { after: every.envelopes[0]!.cursor }).received(2);
  expect(whole.events.map(({ type }) => type)).toEqual(['TOKEN_CREATED', 'MODEL_REGISTERED']);
  await one.checkpoint();
  expect(one.events).toEqual([]);
  const missing = await new Follower(client, { filter: { model: { name: 'missing' } } }, MODEL_EVENTS).ended;
  expect(missing.errors).toMatchObject([{ extensions: { code: 'NOT_FOUND', retryable: false } }]);

  const elsewhere = await quarter('models-elsewhere');
  const stranger = connect(world.server, elsewhere.reader);
  const foreign = await new Follower(stranger, { filter: { model: { id: known } } }, MODEL_EVENTS).ended;
  const never = '01890000-0000-7000-8000-000000000000';
  const unknown = await new Follower(stranger, { filter: { model: { id: never } } }, MODEL_EVENTS).ended;
  const said = (ending: typeof foreign): string => ending.errors![0]!.message;
  expect(said(foreign).replace(known!, never)).toBe(said(unknown));
});

test("another project's events are never seen", async () => {
  const mine = await quarter('mine');
  const theirs = await quarter('theirs');
  const client = connect(world.server, mine.reader);
  const stranger = connect(world.server, theirs.reader);
  const follower = await new Follower(client).begun();
  const other = await new Follower(stranger).begun();
  await registerModels(world.server, theirs.writer, named('theirs', 5));
  await registerModels(world.server, mine.writer, named('mine', 5));
  await Promise.all([follower.received(5), other.received(5)]);
  await Promise.all([follower.checkpoint(), other.checkpoint()]);
  expect(follower.events.map(({ after }) => after.name)).toEqual(named('mine', 5));
  expect(other.events.map(({ after }) => after.name)).toEqual(named('theirs', 5));
  const crossed = await new Follower(client, { after: other.cursor }).ended;
  expect(crossed.errors).toMatchObject([{ extensions: { code: 'CURSOR_INVALID' } }]);
});

test('a cursor that is not ours, changed, cut or beyond the head is CURSOR_INVALID', async () => {
  const { project, reader, writer } = await quarter('cursors');
  const client = connect(world.server, reader);
  const follower = await new Follower(client).begun();
  await registerModels(world.server, writer, ['cursor']);
  const cursor = (await follower.received(1)).cursor!;
  const wrong = [
    '',
    'garbage',
    cursor.slice(0, -1),
    `${cursor}A`,
    `B${cursor.slice(1)}`,
    cursor.toUpperCase(),
  ];
  for (const after of wrong) {
    const { errors } = await new Follower(client, { after }).ended;
    expect(errors).toMatchObject([{ extensions: { code: 'CURSOR_INVALID', requestId: expect.any(String) } }]);
  }
  // The log of a restored backup is shorter than what its clients have seen.
  await world.database.query(
    `UPDATE event_head SET position = position - 1 WHERE project_id = (SELECT id FROM project WHERE name = $1)`,
    [project],
  );
  const { errors } = await new Follower(client, { after: cursor }).ended;
  expect(errors).toMatchObject([{ extensions: { code: 'CURSOR_INVALID' } }]);
});

test('a cursor whose next events were removed is CURSOR_EXPIRED, with one that still works', async () => {
  const { project, reader, writer } = await quarter('expired');
  const client = connect(world.server, reader);
  const follower = await new Follower(client).begun();
  await registerModels(world.server, writer, named('expired', 10));
  await follower.received(10);
  const [fifth, sixth] = follower.envelopes.filter(({ event }) => event).slice(4, 6);
  await world.database.query('ALTER TABLE event DISABLE TRIGGER event_is_append_only');
  const remove = (through: number): Promise<unknown> =>
    world.database.query(
      'DELETE FROM event WHERE position <= $1 AND project_id = (SELECT id FROM project WHERE name = $2)',
      [through, project],
    );
  await remove(sixth!.event.position);

  const { errors } = await new Follower(client, { after: fifth!.cursor }).ended;
  expect(errors).toMatchObject([{ extensions: { code: 'CURSOR_EXPIRED', oldestCursor: sixth!.cursor } }]);
  const again = await new Follower(client, { after: errors![0]!.extensions.oldestCursor }).received(4);
  expect(again.positions).toEqual(follower.positions.slice(6));

  await remove(Number.MAX_SAFE_INTEGER);
  const empty = await new Follower(client, { after: sixth!.cursor }).ended;
  expect(empty.errors).toMatchObject([
    {
      extensions: {
        code: 'CURSOR_EXPIRED',
        oldestCursor: follower.events.length
          ? follower.envelopes.filter(({ event }) => event).at(-1)!.cursor
          : '',
      },
    },
  ]);
  await world.database.query('ALTER TABLE event ENABLE TRIGGER event_is_append_only');
});

test('what is sent when the listening connection is lost arrives all the same', async () => {
  const { project, reader, writer } = await quarter('deaf');
  const client = connect(world.server, reader);
  const follower = await new Follower(client).begun();
  const cut = () =>
    world.database.query<{ cut: boolean }>(
      "SELECT pg_terminate_backend(pid) AS cut FROM pg_stat_activity WHERE application_name = 'modelgraph-listening' AND datname = current_database()",
    );
  for (let round = 0; round < 5; round += 1) {
    await until(async () => ((await cut()).length > 0 ? true : null), 'a listening connection to cut');
    await registerModels(world.server, writer, named(`deaf-${round}`, 4));
  }
  await follower.received(20);
  expect(follower.positions).toEqual(await positionsOf(project));
});

test('a subscription outlives every connection of the server to the database', async () => {
  const { project, reader, writer } = await quarter('cut');
  const client = connect(world.server, reader);
  const follower = await new Follower(client).begun();
  await world.database.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'modelgraph-%' AND datname = current_database()",
  );
  let attempt = 0;
  await until(async () => {
    attempt += 1;
    return registerModels(world.server, writer, [`cut-${attempt}`]).catch(() => null);
  }, 'a connection that works');
  await follower.received(1);
  await follower.checkpoint();
  expect(follower.positions).toEqual(await positionsOf(project));
});
