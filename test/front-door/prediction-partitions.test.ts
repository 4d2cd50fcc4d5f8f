import { Client } from 'pg';
import { makeDatabase, type TestDatabase } from '../kit/database';

let database: TestDatabase;
beforeAll(async () => {
  database = await makeDatabase();
});
afterAll(() => database.drop());

test('two servers that make the same partition at once make it once, and neither fails', async () => {
  const make = "SELECT make_prediction_partition('2100-01-01') AS made";
  const [one, other] = [0, 1].map(() => new Client({ connectionString: database.url }));
  await Promise.all([one!.connect(), other!.connect()]);
  await one!.query('BEGIN');
  expect((await one!.query(make)).rows).toEqual([{ made: true }]);
  const second = other!.query(make);
  await database.untilWaiting(1);
  await one!.query('COMMIT');
  expect((await second).rows).toEqual([{ made: false }]);
  await Promise.all([one!.end(), other!.end()]);
});
