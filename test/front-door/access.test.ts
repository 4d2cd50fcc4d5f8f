import { makeWorld, OPERATOR, type World } from '../kit/server';
import { until } from '../kit/until';

let world: World;
let admin: string;
beforeAll(async () => {
  world = await makeWorld();
  admin = await world.token('ADMIN', { subject: 'ada' });
});
afterAll(() => world.close());

const CREATE = `mutation($input: CreateTokenInput!) { createToken(input: $input) {
  token { id subject role prefix createdBy expiresAt revokedAt project { name } } secret replayed userErrors { __typename code message path } } }`;
const viewer = (token: string | null) =>
  world.server.graphql('{ viewer { subject role project { name } expiresAt } }', {}, token);

test('a token speaks for its subject in its role and project', async () => {
  const { data } = await world.server.graphql(
    CREATE,
    { input: { subject: 'serving', role: 'READER' } },
    admin,
  );
  const { token, secret } = data.createToken;
  expect(secret).toMatch(/^mg_[\w-]{43}$/);
  expect(token).toMatchObject({
    subject: 'serving',
    role: 'READER',
    createdBy: 'ada',
    prefix: secret.slice(0, 9),
    project: { name: 'default' },
  });
  expect((await viewer(secret)).data.viewer).toEqual({
    subject: 'serving',
    role: 'READER',
    project: { name: 'default' },
    expiresAt: null,
  });
});

test('only a hash of the secret is kept', async () => {
  const { data } = await world.server.graphql(
    CREATE,
    { input: { subject: 'hidden', role: 'READER' } },
    admin,
  );
  const rows = await world.database.query(
    'SELECT to_jsonb(token)::text || to_jsonb(event)::text AS text FROM token, event',
  );
  expect(JSON.stringify(rows)).not.toContain(data.createToken.secret);
  expect(JSON.stringify(world.server.log)).not.toContain(data.createToken.secret);
});

test.each([[null], [''], ['mg_wrong'], [`mg_${'a'.repeat(43)}`]])(
  'without a token that works (%p) nothing is answered',
  async (token) => {
    const answer = await viewer(token);
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    expect(answer.errors).toMatchObject([
      { extensions: { code: 'UNAUTHENTICATED', retryable: false, requestId: expect.any(String) } },
    ]);
  },
);

test('an expired token does not work', async () => {
  const past = await world.server.graphql(
    CREATE,
    { input: { subject: 'x', role: 'READER', expiresAt: '2020-01-01T00:00:00Z' } },
    admin,
  );
  expect(past.data.createToken).toMatchObject({
    token: null,
    secret: null,
    userErrors: [{ code: 'INVALID_INPUT', path: ['input', 'expiresAt'] }],
  });
  const soon = new Date(Date.now() + 700).toISOString();
  const { data } = await world.server.graphql(
    CREATE,
    { input: { subject: 'x', role: 'READER', expiresAt: soon } },
    admin,
  );
  expect((await viewer(data.createToken.secret)).status).toBe(200);
  await until(
    async () => ((await viewer(data.createToken.secret)).status === 401 ? true : null),
    'the token to expire',
  );
});

test('a revoked token stops at once and for good, and revoking twice is the same as once', async () => {
  const { data } = await world.server.graphql(CREATE, { input: { subject: 'gone', role: 'WRITER' } }, admin);
  const { token, secret } = data.createToken;
  const revoke = () =>
    world.server.graphql(
      'mutation($id: ID!) { revokeToken(input: { id: $id, reason: "left" }) { token { revokedAt } userErrors { code } } }',
      { id: token.id },
      admin,
    );
  const first = await revoke();
  expect((await viewer(secret)).status).toBe(401);
  const second = await revoke();
  expect(second.data).toEqual(first.data);
  await expect(
    world.database.query('UPDATE token SET revoked_at = NULL WHERE id = $1', [token.id]),
  ).rejects.toThrow(/revoked for good/);
  const events = await until(async () => {
    const answer = await world.server.graphql(
      'query($id: ID!) { events(filter: { subjectId: $id }) { nodes { type actor reason } } }',
      { id: token.id },
      admin,
    );
    return answer.data.events.nodes.length === 2 ? answer.data.events.nodes : null;
  }, 'two events');
  expect(events).toEqual([
    { type: 'TOKEN_REVOKED', actor: 'ada', reason: 'left' },
    { type: 'TOKEN_CREATED', actor: 'ada', reason: null },
  ]);
});

test('a replay of createToken has no secret', async () => {
  const input = { subject: 'once', role: 'READER', idempotencyKey: 'token-1' };
  const first = await world.server.graphql(CREATE, { input }, admin);
  const second = await world.server.graphql(CREATE, { input }, admin);
  expect(second.data.createToken).toMatchObject({
    secret: null,
    replayed: true,
    token: { id: first.data.createToken.token.id },
  });
});

test('an OPERATOR makes projects and their first tokens; an ADMIN stays in its own', async () => {
  await world.project('other');
  const abroad = await world.server.graphql(
    CREATE,
    { input: { subject: 'x', role: 'READER', project: { name: 'other' } } },
    admin,
  );
  expect(abroad.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  const nowhere = await world.server.graphql(
    CREATE,
    { input: { subject: 'x', role: 'READER', project: { name: 'no-such' } } },
    admin,
  );
  expect(nowhere.errors?.[0]?.message).toBe(abroad.errors?.[0]?.message);
  const first = await world.server.graphql(
    CREATE,
    { input: { subject: 'x', role: 'ADMIN', project: { name: 'other' } } },
    OPERATOR,
  );
  expect((await viewer(first.data.createToken.secret)).data.viewer.project).toEqual({ name: 'other' });
  const taken = await world.server.graphql(
    'mutation { createProject(input: { name: "other" }) { project { id } userErrors { code path } } }',
  );
  expect(taken.data.createProject).toEqual({
    project: null,
    userErrors: [{ code: 'NAME_TAKEN', path: ['input', 'name'] }],
  });
});

test.each([['operator'], ['Operator'], ['ｏｐｅｒａｔｏｒ']])(
  'nobody may make a token that speaks for the operator (%s)',
  async (subject) => {
    for (const by of [admin, OPERATOR]) {
      const { data } = await world.server.graphql(CREATE, { input: { subject, role: 'READER' } }, by);
      expect(data.createToken).toMatchObject({
        token: null,
        secret: null,
        userErrors: [{ code: 'INVALID_INPUT', path: ['input', 'subject'] }],
      });
    }
  },
);

test('a replay of createToken needs the right to the project that the first request needed', async () => {
  const project = await world.project('replayed');
  const input = { subject: 'x', role: 'READER', project: { name: project }, idempotencyKey: 'token-2' };
  const first = await world.server.graphql(CREATE, { input }, OPERATOR);
  expect(first.data.createToken.token.project).toEqual({ name: project });
  // As a server made it that did not refuse the subject yet.
  const secret = 'mg_of-an-older-server';
  await world.database.query(
    `INSERT INTO token (id, project_id, subject, role, prefix, secret_hash, created_by)
     SELECT gen_random_uuid(), id, 'operator', 'ADMIN', 'mg_', sha256($1::text::bytea), 'ada' FROM project WHERE name = 'default'`,
    [secret],
  );
  const { data, errors } = await world.server.graphql(CREATE, { input }, secret);
  expect({ data, codes: errors?.map(({ extensions }) => extensions.code) }).toEqual({
    data: null,
    codes: ['FORBIDDEN'],
  });
});

test('OPERATOR cannot be given away', async () => {
  const answer = await world.server.graphql(CREATE, { input: { subject: 'x', role: 'OPERATOR' } }, OPERATOR);
  expect(answer.data.createToken).toMatchObject({
    token: null,
    userErrors: [{ code: 'INVALID_INPUT', path: ['input', 'role'] }],
  });
});
