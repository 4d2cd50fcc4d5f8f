import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { makeDataSource } from '../../server/src/database/data-source';
import { isDatabaseGone } from '../../server/src/database/failure';
import { inTransaction } from '../../server/src/database/transaction';
import { makeDatabase, type TestDatabase } from '../kit/database';
import { until } from '../kit/until';

let database: TestDatabase;
let dataSource: ReturnType<typeof makeDataSource>;
type Manager = (typeof dataSource)['manager'];
beforeAll(async () => {
  database = await makeDatabase();
  dataSource = await makeDataSource(
    { url: database.url, statementTimeoutMs: 8_000, onIdleError: () => undefined },
    [],
  ).initialize();
});
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

const failureOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

test.each<[string, (manager: Manager) => Promise<unknown>]>([
  ['before its commit', async () => 'done'],
  ['before its next statement', (manager) => manager.query('SELECT 1')],
  [
    'before its next built query',
    async (manager) => manager.createQueryBuilder().select('1').from('model', 'model').getRawOne(),
  ],
])('a transaction that loses its connection %s finds the database gone', async (_, next) => {
  const error = await failureOf(
    inTransaction(dataSource, async (manager) => {
      const [{ pid }] = await manager.query<[{ pid: number }]>('SELECT pg_backend_pid() AS pid');
      await database.query('SELECT pg_terminate_backend($1)', [pid]);
      await until(async () => manager.queryRunner?.isReleased || null, 'the loss to be noticed');
      return next(manager);
    }),
  );
  expect(error).toBeInstanceOf(Error);
  expect(isDatabaseGone(error)).toBe(true);
});

test('a socket that is not there is a database that is gone; a file that is not there is none', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'modelgraph-no-socket-'));
  const unreachable = await failureOf(new Client({ host: folder }).connect());
  expect(unreachable).toMatchObject({ code: 'ENOENT' });
  expect(isDatabaseGone(unreachable)).toBe(true);
  const missing = await failureOf(readFile(join(folder, 'partial')));
  expect(missing).toMatchObject({ code: 'ENOENT' });
  expect(isDatabaseGone(missing)).toBe(false);
  await rm(folder, { recursive: true });
});
