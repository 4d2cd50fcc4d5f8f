import { makeWorld, type World } from '../kit/server';
import { modelWith, registerVersion, rollbackModel, transitionVersion } from '../kit/versions';

let world: World;
let reader: string;
let writer: string;
let approver: string;
let admin: string;
beforeAll(async () => {
  world = await makeWorld();
  reader = await world.token('READER');
  writer = await world.token('WRITER', { subject: 'trainer' });
  approver = await world.token('APPROVER', { subject: 'boss' });
  admin = await world.token('ADMIN', { subject: 'root' });
});
afterAll(() => world.close());

const transition = (input: object, token = approver) => transitionVersion(world.server, token, input);
const rollback = (input: object, token = approver) => rollbackModel(world.server, token, input);
const promote = (id: string, more: object = {}, token = approver) =>
  transition({ version: { pick: { id } }, to: 'PRODUCTION', ...more }, token);

test('a promotion demotes the incumbent, and rollbacks walk back v3, v2, v1, then refuse', async () => {
  const [v1, v2, v3] = await modelWith(world.server, writer, 'walk', 3);
  expect((await promote(v1!)).demoted).toBeNull();
  expect(await promote(v2!)).toMatchObject({
    version: { id: v2, stage: 'PRODUCTION', deployedAt: expect.any(String) },
    demoted: { id: v1, stage: 'DEPRECATED' },
  });
  expect((await promote(v3!)).demoted).toMatchObject({ id: v2 });
  expect(await rollback({ model: { name: 'walk' } })).toMatchObject({
    model: { production: { number: 2 } },
    restored: { number: 2, stage: 'PRODUCTION' },
    demoted: { number: 3, stage: 'DEPRECATED' },
  });
  expect((await rollback({ model: { name: 'walk' } })).restored).toMatchObject({ number: 1 });
  expect(await rollback({ model: { name: 'walk' } })).toMatchObject({
    model: null,
    restored: null,
    userErrors: [{ __typename: 'ConflictError', code: 'UNEXPECTED_STATE', existingId: v1 }],
  });
});

test('where PRODUCTION was vacated, a rollback restores the last holder', async () => {
  const [v1, v2] = await modelWith(world.server, writer, 'vacated', 2);
  await promote(v1!);
  await promote(v2!);
  await transition({ version: { model: { name: 'vacated' } }, to: 'ARCHIVED' }, writer);
  expect(await rollback({ model: { name: 'vacated' }, expectedCurrent: null })).toMatchObject({
    restored: { id: v2 },
    demoted: null,
  });
  expect((await rollback({ model: { name: 'vacated' } })).restored).toMatchObject({ id: v1 });
});

test('a move that the graph does not have is a StageTransitionError with where one may go', async () => {
  const [v1] = await modelWith(world.server, writer, 'edges', 1);
  await promote(v1!);
  expect(await transition({ version: { pick: { id: v1 } }, to: 'CANARY' }, writer)).toMatchObject({
    version: null,
    userErrors: [
      {
        __typename: 'StageTransitionError',
        code: 'STAGE_TRANSITION_NOT_ALLOWED',
        path: ['input', 'to'],
        from: 'PRODUCTION',
        to: 'CANARY',
        allowed: ['STAGING', 'DEPRECATED', 'ARCHIVED'],
      },
    ],
  });
});
