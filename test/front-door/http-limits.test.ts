import { request } from 'node:http';
import { connect } from 'node:net';
import { makeWorld, type World } from '../kit/server';

let world: World;
let reader: string;
beforeAll(async () => {
  world = await makeWorld({
    MODELGRAPH_MAX_IN_FLIGHT_PER_TOKEN: '4',
    MODELGRAPH_MAX_DEPTH: '4',
    MODELGRAPH_ALLOWED_HOSTS: 'registry.example',
    MODELGRAPH_ALLOWED_ORIGINS: 'https://pages.example',
  });
  reader = await world.token('READER');
});
afterAll(() => world.close());

test.each([
  ['depth', '{ models { edges { node { tags { key } } } } }', {}, 'TOO_COMPLEX'],
  ['tokens', `{ viewer { ${'subject '.repeat(2_001)} } }`, {}, 'TOO_COMPLEX'],
  [
    'aliases',
    `{ viewer { ${Array.from({ length: 31 }, (_, index) => `a${index}: role`).join(' ')} } }`,
    {},
    'TOO_COMPLEX',
  ],
  ['root fields', `{ ${'viewer { role } '.repeat(21)} }`, {}, 'TOO_COMPLEX'],
  [
    'mutations',
    `mutation { ${Array.from({ length: 11 }, (_, index) => `m${index}: revokeToken(input: { id: "x" }) { token { id } }`).join(' ')} }`,
    {},
    'TOO_COMPLEX',
  ],
  [
    'lists without pages, and maps',
    `{ ${[1, 2, 3, 4, 5].map((index) => `v${index}: versions(first: 100) { nodes { metrics { name value direction } hyperparameters metadata } }`).join(' ')} }`,
    {},
    'TOO_COMPLEX',
  ],
  [
    'the schema asked for many times',
    `{ ${Array.from({ length: 19 }, (_, index) => `s${index}: __schema { types { fields { description } } }`).join(' ')} }`,
    {},
    'TOO_COMPLEX',
  ],
  [
    'page size by a variable',
    'query($n: Int!) { models(first: $n) { nodes { id } } }',
    { n: 101 },
    'BAD_REQUEST',
  ],
  ['page size by a literal', '{ models(first: 0) { nodes { id } } }', {}, 'BAD_REQUEST'],
  ['syntax', '{ viewer', {}, 'GRAPHQL_PARSE_FAILED'],
  ['an unknown field', '{ nothing }', {}, 'GRAPHQL_VALIDATION_FAILED'],
  [
    'a variable of the wrong type',
    'query($n: Int!) { models(first: $n) { nodes { id } } }',
    { n: 'many' },
    'BAD_USER_INPUT',
  ],
])('%s: refused with a code, a sentence and the request id', async (_, document, variables, code) => {
  const answer = await world.server.graphql(document, variables, reader);
  expect(answer.status).toBe(400);
  expect(answer.errors?.[0]).toMatchObject({
    message: expect.stringMatching(/\S+/),
    extensions: { code, retryable: false, requestId: answer.headers.get('x-request-id') },
  });
  expect(answer.data ?? null).toBeNull();
});

test.each([
  ['Number', '"nan"', 'metrics: [{ name: "good", value: 1 }, { name: "bad", value: "nan" }]'],
  ['Number', '1e400', 'metrics: [{ name: "bad", value: 1e400 }]'],
  ['DateTime', '"2026-02-30T00:00:00Z"', 'createdAt: "2026-02-30T00:00:00Z"'],
  ['JSONObject', '{ a: 1e400 }', 'metadata: { a: 1e400 }'],
  ['SafeInt', '0.5', 'artifacts: [{ path: "p", sha256: "s", sizeBytes: 0.5 }]'],
])('a %s that the text of a document has as %s is refused with its place', async (type, wrong, part) => {
  const document = `mutation {\nregisterVersion(input: { model: { name: "m" }, ${part} }) { replayed } }`;
  const { errors } = await world.server.graphql(document, {}, reader);
  expect(errors).toMatchObject([
    {
      message: expect.stringMatching(`^${type}: `),
      locations: [{ line: 2, column: document.split('\n')[1]!.lastIndexOf(wrong) + 1 }],
      extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
    },
  ]);
});

test('more than 50 values of a list are refused in the same words wherever they are given', async () => {
  const stages = 'STAGING '.repeat(51);
  await world.server.graphql(
    'mutation { registerModel(input: { name: "listed", task: REGRESSION }) { replayed } }',
  );
  for (const document of [
    `{ versions(filter: { stage: [${stages}] }) { nodes { id } } }`,
    `{ model(ref: { name: "listed" }) { versions(stage: [${stages}]) { nodes { id } } } }`,
  ]) {
    const { errors } = await world.server.graphql(document, {}, reader);
    expect(errors).toMatchObject([
      { message: 'stage takes at most 50 values; 51 were given.', extensions: { code: 'BAD_REQUEST' } },
    ]);
  }
});

test('the introspection that a playground sends is exempt from depth', async () => {
  const { getIntrospectionQuery } = await import('graphql');
  const { data, errors } = await world.server.graphql(
    getIntrospectionQuery({ schemaDescription: true, inputValueDeprecation: true }),
    {},
    reader,
  );
  expect(errors).toBeUndefined();
  expect(data.__schema.types.length).toBeGreaterThan(20);
});

interface Raw {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

/** A request whose headers fetch would not let through. */
const raw = (
  path: string,
  {
    method = 'POST',
    headers = {},
    body = '',
  }: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Raw> =>
  new Promise((answer, fail) => {
    const { hostname, port } = new URL(world.server.url);
    const sent = request(
      {
        hostname,
        port,
        path,
        method,
        headers: { authorization: `Bearer ${reader}`, 'content-type': 'application/json', ...headers },
      },
      (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => {
          text += chunk.toString();
        });
        response.on('end', () =>
          answer({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
        );
      },
    );
    sent.on('error', fail);
    sent.end(body);
  });

const viewer = JSON.stringify({ query: '{ viewer { role } }' });
const codeOf = ({ body }: Raw): string => JSON.parse(body).errors[0].extensions.code;

test('a body of more than 1 MiB is refused before it is read', async () => {
  const answer = await raw('/graphql', {
    body: JSON.stringify({ query: '{ viewer { role } }', padding: 'x'.repeat(1024 * 1024) }),
  });
  expect(answer.status).toBe(413);
  expect(codeOf(answer)).toBe('PAYLOAD_TOO_LARGE');
});

test.each([
  ['an announced length', (length: number) => `Content-Length: ${length}`, (body: Buffer) => [body]],
  [
    'chunks',
    () => 'Transfer-Encoding: chunked',
    (body: Buffer) => [Buffer.from(`${body.length.toString(16)}\r\n`), body, Buffer.from('\r\n0\r\n\r\n')],
  ],
])(
  'with %s, a client that sends all of a large body before it reads gets its 413, and may go on',
  async (_, length, framed) => {
    const { hostname, port, host } = new URL(world.server.url);
    const socket = connect(Number(port), hostname);
    const head = (line: string): string =>
      `POST /graphql HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer ${reader}\r\nContent-Type: application/json\r\n${line}\r\n\r\n`;
    const body = Buffer.alloc(20 * 1024 * 1024, ' ');
    const answered = new Promise<string>((found, fail) => {
      let text = '';
      socket.on('error', fail);
      socket.on('close', () => fail(new Error(`The connection was closed after: ${text}`)));
      socket.on('data', (chunk) => {
        text += chunk.toString();
        if (text.includes('"viewer"')) found(text);
      });
    });
    socket.pause();
    socket.write(head(length(body.length)));
    for (const piece of framed(body)) await new Promise((sent) => socket.write(piece, sent));
    socket.resume();
    socket.write(head(`Content-Length: ${Buffer.byteLength(viewer)}`) + viewer);
    const statuses = (await answered).match(/(?<=HTTP\/1\.1 )\d+/g);
    socket.removeAllListeners('close').destroy();
    expect(statuses).toEqual(['413', '200']);
  },
);

test('pages of an allowed origin may ask before they send, and read what they are answered; others may not', async () => {
  const preflight = (origin: string, path: string, method: string) =>
    raw(path, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': method,
        'access-control-request-headers': 'authorization',
      },
    });
  for (const [path, method] of [
    ['/graphql', 'POST'],
    ['/v1/uploads/1', 'PATCH'],
  ] as const) {
    const allowed = await preflight('https://pages.example', path, method);
    expect(allowed.status).toBe(204);
    expect(allowed.headers).toMatchObject({
      'access-control-allow-origin': 'https://pages.example',
      'access-control-allow-methods': expect.stringContaining(method),
      'access-control-allow-headers': 'authorization',
    });
    expect(codeOf(await preflight('https://evil.example', path, method))).toBe('FORBIDDEN');
  }
  const origin = 'https://pages.example';
  const answer = await raw('/graphql', { headers: { origin }, body: viewer });
  expect(answer.status).toBe(200);
  const refused = await raw('/graphql', { headers: { origin, authorization: 'Bearer none' }, body: viewer });
  expect(refused.status).toBe(401);
  for (const { headers } of [answer, refused]) {
    expect(headers['access-control-allow-origin']).toBe(origin);
    expect(headers['access-control-expose-headers']).toContain('x-request-id');
  }
});

test.each([
  ['a foreign host', { host: 'evil.example' }, 403],
  ['no sensible host', { host: 'a b' }, 403],
  ['an allowed host', { host: 'registry.example' }, 200],
  ['a foreign origin', { origin: 'https://evil.example' }, 403],
  ['an opaque origin', { origin: 'null' }, 403],
  ['an allowed origin', { origin: 'https://pages.example' }, 200],
])('%s is answered accordingly, on every route', async (_, headers, status) => {
  expect((await raw('/graphql', { headers, body: viewer })).status).toBe(status);
  expect((await raw('/livez', { method: 'GET', headers })).status).toBe(status);
});

test.each([
  ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 'query=x', 400],
  ['plain text', { 'content-type': 'text/plain' }, viewer, 400],
  ['broken JSON', {}, '{"query":', 400],
  ['a batch', {}, `[${viewer}]`, 400],
  ['no query', {}, '{}', 400],
])('%s is refused with a 4xx in the same shape', async (_, headers, body, status) => {
  const answer = await raw('/graphql', { headers, body });
  expect(answer.status).toBe(status);
  expect(JSON.parse(answer.body).errors[0]).toMatchObject({
    message: expect.any(String),
    extensions: { code: expect.any(String) },
  });
});

test.each([['application/x-www-form-urlencoded'], ['text/plain'], ['application/octet-stream']])(
  'a body of %s is refused with what to send instead',
  async (type) => {
    const { status, body } = await raw('/graphql', { headers: { 'content-type': type }, body: viewer });
    expect([status, JSON.parse(body).errors[0].message]).toEqual([
      400,
      'Send the body as JSON, with the header `content-type: application/json`.',
    ]);
  },
);

test('GET runs no operation, and says what does', async () => {
  const answer = await raw('/graphql?query={viewer{role}}', { method: 'GET' });
  expect(answer.status).toBe(404);
  expect(JSON.parse(answer.body).errors[0].message).toMatch(/POST.*websocket.*playground at \//);
});

test('one request too many of a token is told when to come again, and the others are answered', async () => {
  const lock = await world.database.hold('LOCK TABLE model IN ACCESS EXCLUSIVE MODE');
  const waiting = Array.from({ length: 4 }, () =>
    world.server.graphql('{ models { nodes { id } } }', {}, reader),
  );
  await world.database.untilWaiting(4);
  const refused = await world.server.graphql('{ viewer { role } }', {}, reader);
  expect(refused.status).toBe(429);
  expect(refused.headers.get('retry-after')).toBe('1');
  expect(refused.errors).toMatchObject([
    { extensions: { code: 'RATE_LIMITED', retryable: true, retryAfterMs: 1_000 } },
  ]);
  await lock.release();
  for (const { status } of await Promise.all(waiting)) expect(status).toBe(200);
});

test('errors never show what went wrong inside', async () => {
  await world.database.query('ALTER TABLE model RENAME COLUMN owner TO hidden');
  const answer = await world.server.graphql('{ models { nodes { owner } } }', {}, reader);
  await world.database.query('ALTER TABLE model RENAME COLUMN hidden TO owner');
  expect(answer.status).toBe(500);
  expect(answer.errors).toMatchObject([{ extensions: { code: 'INTERNAL', retryable: false } }]);
  expect(answer.errors?.[0]?.message).not.toMatch(/owner|hidden|select|relation/i);
  const line = await world.server.logged(
    ({ msg, requestId }) =>
      msg === 'a request failed' && requestId === answer.errors?.[0]?.extensions.requestId,
  );
  expect(JSON.stringify(line)).toMatch(/owner/);
});

test.each([
  ['a list of requests', '[{"query":"{ viewer { role } }"}]', 'POST', '/graphql', {}],
  ['no query', '{}', 'POST', '/graphql', {}],
  ['variables that are text', '{"query":"{ viewer { role } }","variables":"x"}', 'POST', '/graphql', {}],
  ['another answer than JSON', viewer, 'POST', '/graphql', { accept: 'text/html' }],
  ['an address that cannot be read', '', 'GET', '/v1/models/%/production', {}],
  ['another such address', '', 'GET', '/%', {}],
  ['a name that is too long', '', 'GET', `/v1/models/${'x'.repeat(3_000)}/production`, {}],
])('%s: refused in the form of every error', async (_, body, method, path, headers) => {
  const answer = await raw(path, { method, headers, body });
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.status).toBeLessThan(500);
  expect(JSON.parse(answer.body).errors).toMatchObject([
    {
      message: expect.stringMatching(/\S+/),
      extensions: { code: expect.any(String), retryable: false, requestId: answer.headers['x-request-id'] },
    },
  ]);
});
