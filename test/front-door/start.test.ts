import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeDatabase, query } from '../kit/database';
import { makeWorld, OPERATOR, TestServer } from '../kit/server';
import { until } from '../kit/until';

const scratch = () => mkdtemp(join(tmpdir(), 'modelgraph-start-'));

test('eight servers that start at once on an empty database all serve', async () => {
  const name = `mg_start_${process.pid}`;
  await query(process.env.TEST_POSTGRES ?? '', `CREATE DATABASE ${name}`);
  const url = new URL(process.env.TEST_POSTGRES ?? '');
  url.pathname = `/${name}`;
  const folder = await scratch();
  const servers = Array.from(
    { length: 8 },
    () =>
      new TestServer(
        {
          DATABASE_URL: url.href,
          MODELGRAPH_OPERATOR_TOKEN: OPERATOR,
          MODELGRAPH_DATA: join(folder, 'data'),
        },
        folder,
      ),
  );
  await Promise.all(servers.map((server) => server.start()));
  const answers = await Promise.all(
    servers.map((server) => server.graphql('{ projects { nodes { name } } }')),
  );
  for (const { data } of answers) expect(data.projects.nodes).toEqual([{ name: 'default' }]);
  expect(
    servers.filter(({ log }) => log.some(({ msg }) => msg === 'the database was brought up to date')),
  ).toHaveLength(1);
  await Promise.all(servers.map((server) => server.stop()));
  await query(process.env.TEST_POSTGRES ?? '', `DROP DATABASE ${name} WITH (FORCE)`);
  await rm(folder, { recursive: true });
}, 120_000);

test('the embedded database keeps its state over a restart and a kill -9, and gives its first admin a token', async () => {
  const folder = await scratch();
  const server = new TestServer({}, folder);
  await server.start();
  const file = join(folder, 'data', 'admin-token');
  const token = (await readFile(file, 'utf8')).trim();
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  await until(async () => server.errors.includes(`/#token=${token}`) || null, 'the address with the token');
  expect(JSON.stringify(server.log)).not.toContain(token);
  const register = (name: string) =>
    server.graphql(
      'mutation($name: String!) { registerModel(input: { name: $name, task: REGRESSION }) { model { id } } }',
      { name },
      token,
    );
  await register('before');
  await server.kill();
  await server.start();
  await register('between');
  expect(await server.stop()).toBe(0);
  await server.start();
  const { data } = await server.graphql('{ models { nodes { name } } }', {}, token);
  expect(data.models.nodes).toEqual([{ name: 'between' }, { name: 'before' }]);
  await server.stop();
  await rm(folder, { recursive: true });
}, 120_000);

test('a start that is refused warns of no connection that it has closed itself', async () => {
  const folder = await scratch();
  const server = new TestServer({}, folder);
  await server.start();
  await server.stop();
  await rm(join(folder, 'data/artifacts'), { recursive: true });
  await expect(server.start()).rejects.toThrow(/is not the store of artifacts/);
  expect(server.log.filter(({ level }) => level !== 'info')).toEqual([]);
  await rm(folder, { recursive: true });
}, 120_000);

test('two servers in one folder share the embedded database, which stops with the last of them', async () => {
  const folder = await scratch();
  const [a, b] = await Promise.all([new TestServer({}, folder).start(), new TestServer({}, folder).start()]);
  const token = (await readFile(join(folder, 'data', 'admin-token'), 'utf8')).trim();
  await a.graphql(
    'mutation { registerModel(input: { name: "shared", task: REGRESSION }) { model { id } } }',
    {},
    token,
  );
  await a.stop();
  const { data } = await b.graphql('{ model(ref: { name: "shared" }) { name } }', {}, token);
  expect(data).toEqual({ model: { name: 'shared' } });
  await b.stop();
  await expect(stat(join(folder, 'data', 'postgres', 'cluster', 'postmaster.pid'))).rejects.toThrow(/ENOENT/);
  await rm(folder, { recursive: true });
}, 120_000);

describe('a start that cannot be is said in one sentence', () => {
  const failing = async (environment: Record<string, string>): Promise<string> => {
    const folder = await scratch();
    const server = new TestServer(environment, folder);
    await expect(server.start()).rejects.toThrow(/did not start/);
    await rm(folder, { recursive: true });
    expect(server.errors.trim().split('\n')).toHaveLength(1);
    return server.errors;
  };

  test('a busy port', async () => {
    const world = await makeWorld();
    const { port } = new URL(world.server.url);
    expect(
      await failing({
        DATABASE_URL: world.database.url,
        MODELGRAPH_OPERATOR_TOKEN: OPERATOR,
        MODELGRAPH_DATA: world.data,
        MODELGRAPH_PORT: port,
      }),
    ).toMatch(`Port ${port} of 127.0.0.1 is busy`);
    await world.close();
  });

  test('settings that are wrong, all of them', async () => {
    const errors = await failing({ MODELGRAPH_PORT: 'http', MODELGRAPH_OPERATOR_TOKEN: 'short' });
    expect(errors).toMatch(/MODELGRAPH_PORT: .*MODELGRAPH_OPERATOR_TOKEN: /);
  });

  test('a database that cannot be reached', async () => {
    expect(await failing({ DATABASE_URL: 'postgres://u:p@127.0.0.1:1/x' })).toMatch(
      /database cannot be reached.*ECONNREFUSED/,
    );
  });

  test('a database that is newer', async () => {
    const database = await makeDatabase();
    await database.query(
      "INSERT INTO migrations (timestamp, name) VALUES (9999999999999, 'Future9999999999999')",
    );
    expect(await failing({ DATABASE_URL: database.url })).toMatch(
      /made by a newer ModelGraph \(it has Future9999999999999\)/,
    );
    await database.drop();
  });

  test('a server that nobody could come in to, beyond loopback', async () => {
    const database = await makeDatabase();
    expect(await failing({ DATABASE_URL: database.url, MODELGRAPH_HOST: '0.0.0.0' })).toMatch(
      /Refusing to listen on 0\.0\.0\.0: set MODELGRAPH_OPERATOR_TOKEN/,
    );
    await database.drop();
  });

  test('an embedded database beyond loopback, whose first admin nobody has asked for', async () => {
    expect(await failing({ MODELGRAPH_HOST: '0.0.0.0' })).toMatch(
      /Refusing to listen on 0\.0\.0\.0: set MODELGRAPH_OPERATOR_TOKEN/,
    );
  });

  test('a host that is none, and a data folder that cannot be', async () => {
    const database = await makeDatabase();
    const more = { DATABASE_URL: database.url, MODELGRAPH_OPERATOR_TOKEN: OPERATOR };
    expect(await failing({ ...more, MODELGRAPH_HOST: 'not a host' })).toMatch(/set MODELGRAPH_HOST/);
    for (const folder of ['/dev/null', '/dev/null/x', '/proc/x', '/proc/x/y', process.execPath])
      expect(await failing({ ...more, MODELGRAPH_DATA: folder })).toMatch(
        new RegExp(`^The folder ${folder}\\S* cannot be used .*: set MODELGRAPH_DATA.*\\n$`),
      );
    await database.drop();
  });
});

test('told to stop while it starts, it ends cleanly and leaves no database behind', async () => {
  const folder = await scratch();
  const server = new TestServer({}, folder);
  const failed = server.start().catch((error: Error) => error.message);
  await server.logged(({ msg }) => msg === 'made the embedded PostgreSQL');
  expect(await server.stop()).toBe(0);
  expect(await failed).toContain('did not start');
  expect(server.log.map(({ msg }) => msg)).toEqual(
    expect.arrayContaining(['draining', 'stopped the embedded PostgreSQL', 'stopped']),
  );
  await expect(stat(join(folder, 'data/postgres/data/postmaster.pid'))).rejects.toThrow('ENOENT');
  await rm(folder, { recursive: true });
});
