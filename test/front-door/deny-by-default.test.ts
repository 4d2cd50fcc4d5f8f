import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { buildASTSchema, type GraphQLObjectType, parse } from 'graphql';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { readSdl } from '../../server/src/contract/sdl';
import { ROUTES } from '../../server/src/door/route';
import { makeWorld, OPERATOR, type World } from '../kit/server';
import { CALLS, type Call, NAMES_NOTHING, type Things } from './walk-calls';
import { makeThings } from './walk-things';

const sdl = readSdl(join(__dirname, '../../schema'))
  .map(({ text }) => text)
  .join('\n');
const schema = buildASTSchema(parse(sdl.replace(/^extend type Query/gm, 'extend type Query')), {
  assumeValidSDL: true,
});
const ROLES = ['READER', 'WRITER', 'APPROVER', 'ADMIN', 'OPERATOR'] as const;
type RoleName = (typeof ROLES)[number];

interface RootField {
  readonly name: string;
  readonly kind: 'query' | 'mutation' | 'subscription';
  readonly call: string;
  readonly role: RoleName;
}

/** Every root field that the contract has, with the role that it says it requires. */
const FIELDS: RootField[] = (['query', 'mutation', 'subscription'] as const).flatMap((kind) => {
  const root = { query: 'Query', mutation: 'Mutation', subscription: 'Subscription' }[kind];
  const type = schema.getType(root) as GraphQLObjectType;
  const nodes = [type.astNode, ...type.extensionASTNodes].flatMap((node) => node?.fields ?? []);
  return nodes.map((node) => {
    const argument = node.directives?.find(({ name }) => name.value === 'requires')?.arguments?.[0]?.value;
    const name = node.name.value;
    const role = argument?.kind === 'EnumValue' ? (argument.value as RoleName) : ('nobody' as RoleName);
    return {
      name,
      kind,
      role,
      call: kind === 'subscription' && name === 'events' ? 'subscription events' : name,
    };
  });
});

let world: World;
let things: Things;
const own: Record<string, string> = {};
const foreign: Record<string, string> = {};
beforeAll(async () => {
  world = await makeWorld({ MODELGRAPH_MAX_SOCKETS_PER_TOKEN: '1000' });
  await world.project('foreign');
  for (const role of ROLES) {
    own[role] = role === 'OPERATOR' ? OPERATOR : await world.token(role);
    foreign[role] = role === 'OPERATOR' ? OPERATOR : await world.token(role, { project: 'foreign' });
  }
  things = await makeThings(world, own.ADMIN ?? '');
});
afterAll(() => world.close());

const missing = (): Things =>
  Object.fromEntries(
    Object.entries(things).map(([kind, id]) => [kind, kind === 'prediction' ? id : randomUUID()]),
  ) as unknown as Things;

/** The first answer to a call through the door it belongs to. */
async function ask(
  { kind, call }: RootField,
  given: Things,
  token: string | null,
): Promise<{ data?: unknown; errors?: readonly unknown[] }> {
  const made = (CALLS[call] as (things: Things) => Call)(given);
  if (kind !== 'subscription') {
    const { data, errors } = await world.server.graphql(made.document, made.variables, token);
    return { data, errors };
  }
  const client = createClient({
    url: `${world.server.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: token ? { Authorization: `Bearer ${token}` } : {},
    retryAttempts: 0,
  });
  try {
    for await (const { data, errors } of client.iterate({ query: made.document, variables: made.variables }))
      return { data, errors };
    return {};
  } catch (error) {
    return {
      errors: Array.isArray(error)
        ? error
        : [
            {
              message: (error as { reason: string }).reason,
              extensions: { code: (error as { code: number }).code },
            },
          ],
    };
  } finally {
    await client.dispose();
  }
}

const codeOf = ({ errors }: { errors?: readonly unknown[] }): unknown =>
  (errors?.[0] as { extensions?: { code?: unknown } })?.extensions?.code;

/** An answer with what differs by chance taken out: request ids, and the id that was asked for. */
const bytes = (answer: object, asked: Things): string =>
  Object.values(asked)
    .filter((id) => id.length > 20)
    .reduce(
      (text, id) => text.replaceAll(id, 'ID'),
      JSON.stringify(answer).replace(/"requestId":"[^"]+"/g, ''),
    );

test('the walk knows every root field, and every one says who may use it', () => {
  expect(FIELDS.map(({ call }) => call).sort()).toEqual(Object.keys(CALLS).sort());
  expect(FIELDS.filter(({ role }) => !ROLES.includes(role))).toEqual([]);
});

describe.each(FIELDS)('$kind $name', (field) => {
  test('nothing without a token', async () => {
    const answer = await ask(field, things, null);
    expect([4401, 'UNAUTHENTICATED']).toContain(codeOf(answer));
    expect(answer.data).toBeUndefined();
  });

  test(`nothing with less than ${field.role}`, async () => {
    const less = ROLES[ROLES.indexOf(field.role) - 1];
    if (!less) return expect(field.role).toBe('READER');
    expect(codeOf(await ask(field, things, own[less] ?? ''))).toBe('FORBIDDEN');
  });

  test("another project's thing looks exactly like a missing one", async () => {
    if (NAMES_NOTHING.has(field.call)) return;
    const token = field.name === 'project' ? foreign.ADMIN : foreign[field.role];
    const absent = missing();
    const answer = await ask(field, things, token ?? '');
    expect(bytes(answer, things)).toBe(bytes(await ask(field, absent, token ?? ''), absent));
    expect(JSON.stringify(answer)).not.toMatch(/walked/);
  });
});

test.each(FIELDS)('$kind $name answers the role it asks for', async (field) => {
  const { data, errors } = await ask(field, things, own[field.role] ?? '');
  expect(errors).toBeUndefined();
  const answer = Object.values(data as object)[0];
  expect(answer).not.toBeNull();
  expect(answer.userErrors ?? []).toEqual([]);
});

test.each(ROUTES)('$method $path is open only if the table says so', async ({ method, path, access }) => {
  const url = `${world.server.url}${path.replace('*', 'none.js').replace(/:\w+/g, randomUUID())}`;
  const bare = await fetch(url, { method });
  if (access === 'OPEN' || access === 'LOOPBACK_OPEN') {
    expect([401, 403]).not.toContain(bare.status);
    return;
  }
  expect(bare.status).toBe(401);
  expect(await bare.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  const less = ROLES[ROLES.indexOf(access as RoleName) - 1];
  if (less)
    expect((await fetch(url, { method, headers: { authorization: `Bearer ${own[less]}` } })).status).toBe(
      403,
    );
});

test('whatever is in no table is answered with 404, and nothing more', async () => {
  for (const path of [
    '/admin',
    '/graphql/x',
    '/v1',
    '/.env',
    '/assets/../index.html',
    '/..%2f..%2fpackage.json',
    '/assets/..%2f..%2fpackage.json',
  ]) {
    const { status } = await fetch(`${world.server.url}${path}`);
    expect([404, 400, 403]).toContain(status);
  }
});
