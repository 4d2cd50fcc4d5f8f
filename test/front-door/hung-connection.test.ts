import { makeDataSource } from '../../server/src/database/data-source';
import { makeDatabase } from '../kit/database';
import { Way } from '../kit/way';

test('a transaction whose connection hangs takes the connection with it: the next request commits nothing of it', async () => {
  const database = await makeDatabase();
  const way = new Way(new URL(database.url));
  await way.open();
  const settings = { url: way.url, statementTimeoutMs: 200, onIdleError: () => undefined };
  const source = await makeDataSource(settings, []).initialize();
  await source.query('CREATE TABLE half (what text)');
  let session = 0;
  const half = source.transaction(async (manager) => {
    const [row] = await manager.query<{ pid: number }[]>('SELECT pg_backend_pid() AS pid');
    session = row!.pid;
    await manager.query("INSERT INTO half VALUES ('half')");
    way.silence();
    await manager.query('SELECT 1');
  });
  await expect(half).rejects.toThrow();
  const [next] = await source.transaction((manager) =>
    manager.query<{ pid: number }[]>('SELECT pg_backend_pid() AS pid'),
  );
  expect(next!.pid).not.toBe(session);
  expect(await source.query('SELECT * FROM half')).toEqual([]);
  await source.destroy();
  await way.cut();
  await database.drop();
});
