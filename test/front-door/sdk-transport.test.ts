import { makeWorld, type World } from '../kit/server';
import { until } from '../kit/until';
import {
  ConfigurationError,
  ConnectionError,
  ModelGraph,
  ModelGraphError,
  type ModelGraphOptions,
  RateLimitedError,
  TimeoutError,
  UnavailableError,
} from './sdk-built';
import { FaultyProxy, type Treatment } from './sdk-proxy';

let world: World;
let writer: string;
beforeAll(async () => {
  world = await makeWorld();
  writer = await world.token('WRITER');
});
afterAll(() => world.close());

/** Runs `use` with a client behind a proxy that treats its requests as planned. */
async function behind<T>(
  plan: Treatment[],
  use: (mg: ModelGraph, proxy: FaultyProxy) => Promise<T>,
  options: ModelGraphOptions = {},
): Promise<T> {
  const proxy = await new FaultyProxy(world.server.url, plan).open();
  try {
    return await use(new ModelGraph({ url: proxy.url, token: writer, ...options }), proxy);
  } finally {
    await proxy.close();
  }
}

const thrown = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

test('an answer that was lost is fetched by the same key: one effect', () =>
  behind(['LOSE_ANSWER', 'LOSE_ANSWER'], async (mg, proxy) => {
    const { model, replayed } = await mg.models.register({ name: 'lost', task: 'REGRESSION' });
    expect(replayed).toBe(true);
    const keys = proxy.passed.map(({ body }) => body.variables.input?.idempotencyKey);
    expect(keys).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/), keys[0], keys[0]]);
    expect(JSON.parse(proxy.passed[0]?.answer ?? '').data.registerModel).toMatchObject({
      replayed: false,
      model: { id: model.id },
    });
    expect(await mg.models.list({ filter: { name: { eq: 'lost' } } })).toMatchObject({ totalCount: 1 });
  }));

test('two calls have two keys, and a key in the input or the options is the one that is sent', () =>
  behind([], async (mg, proxy) => {
    await mg.models.register({ name: 'key-1', task: 'REGRESSION' });
    await mg.models.register({ name: 'key-2', task: 'REGRESSION' });
    await mg.models.register({ name: 'key-3', task: 'REGRESSION' }, { idempotencyKey: 'mine' });
    await mg.models.register(
      { name: 'key-4', task: 'REGRESSION', idempotencyKey: 'of-input' },
      { idempotencyKey: 'x' },
    );
    const keys = proxy.passed.map(({ body }) => body.variables.input?.idempotencyKey);
    expect(new Set(keys).size).toBe(4);
    expect(keys.slice(2)).toEqual(['mine', 'of-input']);
  }));

test('a server that was killed is found again within the call', async () => {
  const other = await world.another();
  const mg = new ModelGraph({ url: other.url, token: writer, timeoutMs: 60_000, maxRetries: 1_000 });
  await mg.viewer();
  await other.kill();
  const asked = mg.models.register({ name: 'survivor', task: 'REGRESSION' });
  await other.start();
  expect((await asked).model.name).toBe('survivor');
});

test.each([
  [408, ModelGraphError],
  [429, RateLimitedError],
  [502, UnavailableError],
  [503, UnavailableError],
  [504, UnavailableError],
])('HTTP %i without GraphQL is tried again, and is a typed error in the end', async (status, Class) => {
  await behind([{ status }, { status }], async (mg, proxy) => {
    expect(await mg.viewer()).toMatchObject({ role: 'WRITER' });
    expect(proxy.passed).toHaveLength(3);
  });
  await behind(Array(3).fill({ status }), async (mg, proxy) => {
    const error = await thrown(mg.viewer({ maxRetries: 2 }));
    expect(error).toBeInstanceOf(Class);
    expect(error).toMatchObject({ retryable: true, message: expect.stringContaining(`HTTP ${status}`) });
    expect((error as Error).message).toMatch(/^Something between here and the server answered/);
    expect(proxy.passed).toHaveLength(3);
  });
});

test.each([400, 401, 404, 413, 500])('HTTP %i is not tried again', (status) =>
  behind([{ status }], async (mg, proxy) => {
    expect(await thrown(mg.viewer())).toMatchObject({ retryable: false });
    expect(proxy.passed).toHaveLength(1);
  }),
);

test('an error that the server calls retryable is tried again, whatever its status', () => {
  const body = JSON.stringify({
    errors: [{ message: 'Busy.', extensions: { code: 'BUSY', retryable: true } }],
  });
  return behind([{ status: 200, body }], async (mg, proxy) => {
    await mg.viewer();
    expect(proxy.passed).toHaveLength(2);
  });
});

test('the wait that the server asks for is kept, and not begun when it would pass the end of the call', () =>
  behind(
    [
      { status: 503, headers: { 'retry-after': '1' } },
      { status: 503, headers: { 'retry-after': '60' } },
    ],
    async (mg, proxy) => {
      const started = performance.now();
      const error = await thrown(mg.viewer());
      const took = performance.now() - started;
      expect(error).toBeInstanceOf(UnavailableError);
      expect(error).toMatchObject({ retryAfterMs: 60_000 });
      expect(proxy.passed).toHaveLength(2);
      expect(took).toBeGreaterThanOrEqual(1_000);
      expect(took).toBeLessThan(10_000);
    },
  ));

test('an own mutation without a key is not repeated when its answer was lost; with one it is', async () => {
  const document = 'mutation($input: RegisterModelInput!) { registerModel(input: $input) { replayed } }';
  const input = { name: 'own-1', task: 'REGRESSION' };
  await behind(['LOSE_ANSWER'], async (mg, proxy) => {
    expect(await thrown(mg.graphql(document, { input }))).toBeInstanceOf(ConnectionError);
    expect(proxy.passed).toHaveLength(1);
  });
  await behind(['LOSE_ANSWER'], async (mg) => {
    const answer = mg.graphql(document, { input: { ...input, name: 'own-2' } }, { idempotencyKey: 'own' });
    expect(await answer).toEqual({ registerModel: { replayed: true } });
  });
});

test('a key that an own mutation has no place for is refused, not ignored', () =>
  behind([], async (mg, proxy) => {
    const document = 'mutation { registerModel(input: { name: "a", task: REGRESSION }) { replayed } }';
    const error = await thrown(mg.graphql(document, {}, { idempotencyKey: 'mine' }));
    expect(error).toBeInstanceOf(ConfigurationError);
    expect(proxy.passed).toHaveLength(0);
    expect(await mg.graphql('{ viewer { subject } }', {}, { idempotencyKey: 'mine' })).toEqual({
      viewer: { subject: expect.stringMatching(/\S/) },
    });
  }));

test.each([
  { timeoutMs: 0 },
  { timeoutMs: -1 },
  { timeoutMs: Number.NaN },
  { maxRetries: -1 },
  { maxRetries: Number.NaN },
])('a call with %j is refused', (options) =>
  behind([], async (mg, proxy) => {
    expect(await thrown(mg.viewer(options))).toBeInstanceOf(ConfigurationError);
    expect(proxy.passed).toHaveLength(0);
  }),
);

test('timeoutMs bounds the whole call, and the error says what failed before', () =>
  behind([{ status: 503 }, 'STALL'], async (mg) => {
    const started = performance.now();
    const error = await thrown(mg.viewer({ timeoutMs: 700 }));
    expect(error).toBeInstanceOf(TimeoutError);
    expect((error as Error).cause).toBeInstanceOf(UnavailableError);
    expect(performance.now() - started).toBeLessThan(3_000);
  }));

test('an aborted call throws the reason of its signal: before, while it waits for an answer, and between tries', async () => {
  const reason = new Error('changed my mind');
  await behind([], async (mg, proxy) => {
    expect(await thrown(mg.viewer({ signal: AbortSignal.abort(reason) }))).toBe(reason);
    expect(proxy.passed).toHaveLength(0);
  });
  await behind(['STALL'], async (mg, proxy) => {
    const controller = new AbortController();
    const call = thrown(mg.viewer({ signal: controller.signal }));
    await until(async () => proxy.passed[0] ?? null, 'the request');
    controller.abort(reason);
    expect(await call).toBe(reason);
  });
  await behind([{ status: 503, headers: { 'retry-after': '5' } }], async (mg, proxy) => {
    const controller = new AbortController();
    const call = thrown(mg.viewer({ signal: controller.signal }));
    await until(async () => proxy.passed[0] ?? null, 'the request');
    controller.abort(reason);
    expect(await call).toBe(reason);
    expect(proxy.passed).toHaveLength(1);
  });
});

test('the token is not carried to where the server redirects', async () => {
  const elsewhere = await new FaultyProxy(world.server.url).open();
  await behind([{ status: 307, headers: { location: `${elsewhere.url}/graphql` } }], async (mg) => {
    expect(await thrown(mg.viewer())).toMatchObject({ code: 'REDIRECTED', retryable: false });
    expect(elsewhere.passed).toHaveLength(0);
  });
  await elsewhere.close();
});

test('NaN, infinities and dates in variables arrive, at any depth; undefined does not', () =>
  behind([], async (mg, proxy) => {
    const { model } = await mg.models.register({
      name: 'NaN',
      task: 'REGRESSION',
      owner: undefined,
      metadata: {
        best: Number.NaN,
        range: [Number.NEGATIVE_INFINITY, { to: Number.POSITIVE_INFINITY }],
        at: new Date(0),
      },
    });
    const metadata = {
      best: 'NaN',
      range: ['-Infinity', { to: 'Infinity' }],
      at: '1970-01-01T00:00:00.000Z',
    };
    expect(model).toMatchObject({ name: 'NaN', owner: null, metadata });
    expect(proxy.passed[0]?.body.variables.input).not.toHaveProperty('owner');
  }));

test('headers are sent along, but never in place of the token', () =>
  behind(
    [],
    async (mg, proxy) => {
      await mg.viewer();
      expect(proxy.passed[0]?.headers).toMatchObject({
        'x-team': 'growth',
        authorization: `Bearer ${writer}`,
      });
    },
    { headers: { 'X-Team': 'growth', Authorization: 'Bearer other' } },
  ));

test('an answer that is cut in the middle is told as such, and asked for again', () =>
  behind(['CUT_ANSWER', 'CUT_ANSWER'], async (mg, proxy) => {
    const error = await thrown(mg.viewer({ maxRetries: 0 }));
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({ code: 'CONNECTION_FAILED', retryable: true });
    expect((error as Error).message).toMatch(
      new RegExp(`^The answer of ${proxy.url}/graphql was cut off: .*closed`),
    );
    const { model } = await mg.models.register({ name: 'cut', task: 'REGRESSION' });
    expect(model.name).toBe('cut');
    expect(proxy.passed).toHaveLength(3);
  }));

test('a server that is not there is a ConnectionError with what happened', async () => {
  const proxy = await new FaultyProxy(world.server.url).open();
  const { url } = proxy;
  await proxy.close();
  const error = await thrown(new ModelGraph({ url, token: writer, maxRetries: 1 }).viewer());
  expect(error).toBeInstanceOf(ConnectionError);
  expect((error as Error).message).toMatch(/ECONNREFUSED/);
});
