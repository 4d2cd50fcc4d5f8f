import { connect, disconnect, Follower } from '../kit/follower';
import { makeWorld, type World } from '../kit/server';
import { modelWith, registerVersion, rollbackModel, transitionVersion } from '../kit/versions';

let world: World;
let approver: string;
let reader: string;
beforeAll(async () => {
  world = await makeWorld({ MODELGRAPH_CHECKPOINT_MS: '200' });
  approver = await world.token('APPROVER');
  reader = await world.token('READER');
});
afterAll(() => world.close());
afterEach(disconnect);

const VERSION_EVENTS = `subscription($filter: VersionEventFilter, $after: String) {
  versionEvents(filter: $filter, after: $after) {
    cursor kind event { event { position type before after reason } version { id number stage model { name } } }
  }
}`;

const told = ({ events }: Follower): unknown[] =>
  events.map(({ event, version }) => [event.type, version.number, event.after.stage]);

test('registrations and moves of versions arrive in order, those of a demotion too', async () => {
  const client = connect(world.server, reader);
  const every = await new Follower(client, {}, VERSION_EVENTS).begun();
  const production = { filter: { stage: ['PRODUCTION'] } };
  const promoted = await new Follower(client, production, VERSION_EVENTS).begun();
  const [first, second] = await modelWith(world.server, approver, 'followed', 2);
  const model = { name: 'followed' };
  for (const id of [first, second])
    await transitionVersion(world.server, approver, {
      version: { pick: { id } },
      to: 'PRODUCTION',
      reason: 'better',
    });
  await rollbackModel(world.server, approver, { model });
  await every.received(7);
  expect(told(every)).toEqual([
    ['VERSION_REGISTERED', 1, 'DEVELOPMENT'],
    ['VERSION_REGISTERED', 2, 'DEVELOPMENT'],
    ['VERSION_STAGE_CHANGED', 1, 'PRODUCTION'],
    ['VERSION_STAGE_CHANGED', 1, 'DEPRECATED'],
    ['VERSION_STAGE_CHANGED', 2, 'PRODUCTION'],
    ['VERSION_STAGE_CHANGED', 2, 'DEPRECATED'],
    ['VERSION_STAGE_CHANGED', 1, 'PRODUCTION'],
  ]);
  expect(every.events[4]).toMatchObject({
    event: { before: { stage: 'DEVELOPMENT' }, reason: 'better' },
    version: { id: second, model: { name: 'followed' } },
  });
  await promoted.received(3);
  expect(told(promoted)).toEqual([
    ['VERSION_STAGE_CHANGED', 1, 'PRODUCTION'],
    ['VERSION_STAGE_CHANGED', 2, 'PRODUCTION'],
    ['VERSION_STAGE_CHANGED', 1, 'PRODUCTION'],
  ]);
  // The version is read anew for each event, also when it was sent before.
  const replay = await new Follower(client, { after: every.envelopes[0]!.cursor }, VERSION_EVENTS).received(
    7,
  );
  expect(replay.events.map(({ version }) => version.stage)).toEqual([
    'PRODUCTION',
    'DEPRECATED',
    'PRODUCTION',
    'PRODUCTION',
    'DEPRECATED',
    'DEPRECATED',
    'PRODUCTION',
  ]);
});

test('the versions of one model, from its model down', async () => {
  await modelWith(world.server, approver, 'one', 1);
  await modelWith(world.server, approver, 'other', 1);
  const client = connect(world.server, reader);
  const one = await new Follower(client, { filter: { model: { name: 'one' } } }, VERSION_EVENTS).begun();
  const below = await new Follower(
    client,
    { filter: { model: { name: 'one' } } },
    'subscription($filter: ModelEventFilter) { modelEvents(filter: $filter) { cursor kind event { type subjectKind } } }',
  ).begun();
  for (const name of ['other', 'one', 'other', 'one'])
    await registerVersion(world.server, approver, { model: { name } });
  await Promise.all([one.received(2), below.received(2)]);
  await one.checkpoint();
  expect(told(one)).toEqual([
    ['VERSION_REGISTERED', 2, 'DEVELOPMENT'],
    ['VERSION_REGISTERED', 3, 'DEVELOPMENT'],
  ]);
  expect(below.events).toEqual([
    { type: 'VERSION_REGISTERED', subjectKind: 'VERSION' },
    { type: 'VERSION_REGISTERED', subjectKind: 'VERSION' },
  ]);
  const missing = await new Follower(client, { filter: { model: { name: 'missing' } } }, VERSION_EVENTS)
    .ended;
  expect(missing.errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
});

test('an event that cannot be answered ends the subscription instead of being passed over', async () => {
  const client = connect(world.server, reader);
  const follower = await new Follower(client, {}, VERSION_EVENTS).begun();
  const before = follower.cursor;
  await world.database.query('ALTER TABLE version RENAME TO version_away');
  await world.database.query(
    `INSERT INTO event (id, project_id, type, actor, subject_kind, subject_id, model_id, after, nonce, payload_digest)
     SELECT gen_random_uuid(), project_id, type, actor, subject_kind, subject_id, model_id, after, nonce, payload_digest
     FROM event WHERE type = 'VERSION_REGISTERED' ORDER BY position LIMIT 1`,
  );
  const { errors } = await follower.ended;
  expect(errors).toMatchObject([{ extensions: { code: 'INTERNAL', requestId: expect.any(String) } }]);
  expect(JSON.stringify(errors)).not.toContain('relation');
  expect(follower.events).toEqual([]);
  await world.database.query('ALTER TABLE version_away RENAME TO version');
  const again = await new Follower(client, { after: before }, VERSION_EVENTS).received(1);
  expect(told(again)).toEqual([['VERSION_REGISTERED', 1, 'DEVELOPMENT']]);
});
