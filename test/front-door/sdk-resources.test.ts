import { getEventListeners } from 'node:events';
import { gauge } from '../kit/gauge';
import { makeWorld, OPERATOR, type World } from '../kit/server';
import { until } from '../kit/until';
import {
  ConfigurationError,
  ConflictError,
  ForbiddenError,
  ModelGraph,
  RateLimitedError,
  SecretLostError,
  UnauthenticatedError,
  ValidationError,
} from './sdk-built';
import { FaultyProxy } from './sdk-proxy';

let world: World;
let mg: ModelGraph;
let operator: ModelGraph;
beforeAll(async () => {
  world = await makeWorld();
  operator = new ModelGraph({ url: world.server.url, token: OPERATOR });
  mg = new ModelGraph({ url: world.server.url, token: await world.token('WRITER', { subject: 'trainer' }) });
});
afterAll(() => world.close());

const thrown = (work: PromiseLike<unknown>): Promise<unknown> =>
  Promise.resolve(work).then(
    () => null,
    (error: unknown) => error,
  );

test('the viewer is the subject of the token', async () => {
  expect(await mg.viewer()).toMatchObject({
    subject: 'trainer',
    role: 'WRITER',
    project: { name: 'default' },
  });
});

test('a model is registered, and read by name and by id', async () => {
  const { model, replayed } = await mg.models.register({
    name: 'churn',
    task: 'BINARY_CLASSIFICATION',
    tags: [{ key: 'team', value: 'growth' }],
    metadata: { threshold: 0.5 },
  });
  expect(replayed).toBe(false);
  expect(model).toMatchObject({ registeredBy: 'trainer', metadata: { threshold: 0.5 }, archivedAt: null });
  expect(await mg.models.get('churn')).toEqual(model);
  expect(await mg.models.get({ id: model.id })).toEqual(model);
  expect(await mg.models.get('nobody')).toBeNull();
});

test('what names nothing is refused by the promise that was made', async () => {
  const calls = [
    mg.models.get(undefined as never),
    mg.models.rollback('' as never),
    mg.versions.get('x' as never),
    mg.versions.load({} as never),
    mg.versions.transition({ to: 'STAGING' } as never),
    mg.runs.get({} as never),
    mg.predictions.get(null as never, 'p'),
    mg.reports.create({} as never),
    mg.alerts.createRule({ model: '' } as never),
  ];
  for (const error of await Promise.all(calls.map(thrown))) expect(error).toBeInstanceOf(ConfigurationError);
});

test('a refusal is thrown as the class of its type, with everything that was refused', async () => {
  const { model } = await mg.models.register({ name: 'taken', task: 'RANKING' });
  const conflict = await thrown(mg.models.register({ name: 'taken', task: 'RANKING' }));
  expect(conflict).toBeInstanceOf(ConflictError);
  expect(conflict).toMatchObject({
    name: 'ConflictError',
    code: 'NAME_TAKEN',
    path: ['input', 'name'],
    existingId: model.id,
    retryable: false,
    requestId: expect.stringMatching(/./),
  });
  const invalid = (await thrown(
    mg.models.register({ name: '', task: 'RANKING', owner: '' }),
  )) as ValidationError;
  expect(invalid).toBeInstanceOf(ValidationError);
  expect(invalid.errors[0]).toBe(invalid);
  expect(invalid.errors.length).toBeGreaterThan(0);
});

test('a call with a key of its own is carried out once, also from another client', async () => {
  const input = { name: 'once', task: 'REGRESSION' } as const;
  const first = await mg.models.register(input, { idempotencyKey: 'the-key' });
  const again = await mg.models.register(input, { idempotencyKey: 'the-key' });
  expect(again).toEqual({ model: first.model, replayed: true });
});

test('a list is a page when awaited, and every item once when iterated', async () => {
  const project = await world.project('many');
  const many = new ModelGraph({ url: world.server.url, token: await world.token('WRITER', { project }) });
  const names = Array.from({ length: 120 }, (_, index) => `m-${String(index).padStart(3, '0')}`);
  for (const name of names) await many.models.register({ name, task: 'REGRESSION' });
  const page = await many.models.list({ first: 50 });
  expect(page.nodes).toHaveLength(50);
  expect(page.totalCount).toBe(120);
  const next = await page.nextPage();
  const last = await next?.nextPage();
  expect([next?.nodes.length, last?.nodes.length]).toEqual([50, 20]);
  expect(await last?.nextPage()).toBeNull();

  const seen: string[] = [];
  const byName = { field: 'NAME', direction: 'ASC' } as const;
  for await (const model of many.models.list({ order: byName })) seen.push(model.name);
  expect(seen).toEqual(names);
  const rest: string[] = [];
  for await (const model of many.models.list({ first: 50, after: page.pageInfo.endCursor ?? '' }))
    rest.push(model.name);
  expect(rest).toEqual(names.slice(0, 70).reverse());
  const filtered = await many.models.list({ filter: { name: { startsWith: 'm-00' } } });
  expect(filtered.totalCount).toBe(10);
});

test('projects and tokens: made, read, listed, revoked', async () => {
  const { project } = await operator.projects.create({ name: 'tenant' });
  expect(await operator.projects.get('tenant')).toEqual(project);
  expect((await operator.projects.list()).nodes.map(({ name }) => name)).toContain('tenant');
  const expiresAt = new Date(Date.now() + 3_600_000);
  const { token, secret } = await operator.tokens.create({
    subject: 'owner',
    role: 'ADMIN',
    project: { name: 'tenant' },
    expiresAt,
  });
  expect(token).toMatchObject({ role: 'ADMIN', project, expiresAt: expiresAt.toISOString() });
  const owner = new ModelGraph({ url: world.server.url, token: secret });
  expect(await owner.tokens.get(token.id)).toEqual(token);
  const { token: spare, secret: spareSecret } = await owner.tokens.create({
    subject: 'spare',
    role: 'READER',
  });
  await owner.tokens.revoke(spare.id, { idempotencyKey: 'ignored' });
  expect((await owner.tokens.list({ filter: { active: true } })).nodes).toEqual([token]);
  const refused = await thrown(new ModelGraph({ url: world.server.url, token: spareSecret }).viewer());
  expect(refused).toBeInstanceOf(UnauthenticatedError);
});

test('a token whose secret was lost with its answer is an error that names it', async () => {
  const proxy = await new FaultyProxy(world.server.url, ['LOSE_ANSWER']).open();
  const behind = new ModelGraph({ url: proxy.url, token: OPERATOR });
  const error = await thrown(behind.tokens.create({ subject: 'lost', role: 'READER' }));
  await proxy.close();
  expect(error).toBeInstanceOf(SecretLostError);
  const { token, code, message } = error as SecretLostError;
  expect(code).toBe('SECRET_LOST');
  expect(message).toContain(`mg.tokens.revoke('${token.id}')`);
  expect(await operator.tokens.get(token.id)).toEqual(token);
  await operator.tokens.revoke(token.id);
});

test('25 subscriptions of one client, and of one signal, all hear what happens', async () => {
  const stop = new AbortController();
  const heard = Array.from({ length: 25 }, () => mg.models.subscribe({ signal: stop.signal }).next());
  await until(
    async () => ((await gauge(world.server, 'modelgraph_subscribers')) === 25 ? true : null),
    'all',
  );
  expect(await gauge(world.server, 'modelgraph_websockets')).toBe(2);
  const { signal } = stop;
  const calls = Array.from({ length: 15 }, () => mg.viewer({ signal }));
  // Node warns of more than ten.
  expect(getEventListeners(signal, 'abort')).toHaveLength(1);
  await Promise.all(calls);
  await mg.models.register({ name: 'heard by all', task: 'REGRESSION' });
  for (const { value } of await Promise.all(heard)) expect(value?.event.type).toBe('MODEL_REGISTERED');
  stop.abort();
});

test('a subscription for which the token has no websocket left hears of it', async () => {
  const reader = await world.token('READER');
  const stop = new AbortController();
  const subscribe = (onInterruption?: (error: unknown) => void) =>
    new ModelGraph({ url: world.server.url, token: reader }).models
      .subscribe({ signal: stop.signal, onInterruption })
      .next()
      .catch((error: unknown) => error);
  const ten = Array.from({ length: 10 }, () => subscribe());
  const isShown = async () => ((await gauge(world.server, 'modelgraph_subscribers')) === 10 ? true : null);
  await until(isShown, 'ten subscriptions');
  const eleventh = new Promise<unknown>((heard) => ten.push(subscribe(heard)));
  expect(await eleventh).toBeInstanceOf(RateLimitedError);
  stop.abort();
  await Promise.all(ten);
});

test('a role that is too low is a ForbiddenError with the request to quote', async () => {
  const error = await thrown(mg.tokens.list());
  expect(error).toBeInstanceOf(ForbiddenError);
  expect(error).toMatchObject({ code: 'FORBIDDEN', retryable: false, requestId: expect.stringMatching(/./) });
});

test('events are listed newest first, and are not counted', async () => {
  await mg.models.register({ name: 'told', task: 'REGRESSION' });
  const model = await mg.models.get('told');
  const event = await until(async () => {
    const { nodes, totalCount } = await mg.events.list({ filter: { subjectId: model?.id } });
    expect(totalCount).toBeUndefined();
    return nodes[0] ?? null;
  }, 'the event');
  expect(event).toMatchObject({ type: 'MODEL_REGISTERED', actor: 'trainer', subjectId: model?.id });
});

test('the escape hatch sends any document', async () => {
  const { viewer } = await mg.graphql<{ viewer: { role: string } }>('{ viewer { role } }');
  expect(viewer.role).toBe('WRITER');
  const register = `mutation($input: RegisterModelInput!) { registerModel(input: $input) { model { name } userErrors { code } } }`;
  const input = { name: 'by-hand', task: 'RANKING' };
  expect(await mg.graphql(register, { input })).toEqual({
    registerModel: { model: { name: 'by-hand' }, userErrors: [] },
  });
  expect(await mg.graphql(register, { input })).toEqual({
    registerModel: { model: null, userErrors: [{ code: 'NAME_TAKEN' }] },
  });
});
