import { makeDatabase } from '../kit/database';
import { logPredictions, versionOf } from '../kit/predictions';
import { OPERATOR, TestServer } from '../kit/server';
import { until } from '../kit/until';
import { Way } from '../kit/way';

let way: Way;
afterEach(() => way.cut());

/** A server on a database of its own, which it reaches by a way that can be cut. */
async function serve(deadlineMs: number, statementMs: number) {
  const database = await makeDatabase();
  way = new Way(new URL(database.url));
  await way.open();
  const server = await new TestServer(
    {
      DATABASE_URL: way.url,
      MODELGRAPH_OPERATOR_TOKEN: OPERATOR,
      MODELGRAPH_DEADLINE_MS: String(deadlineMs),
      MODELGRAPH_STATEMENT_TIMEOUT_MS: String(statementMs),
    },
    process.cwd(),
  ).start();
  return { server, database };
}

test('while the database is gone requests are answered UNAVAILABLE within the deadline, and the server recovers by itself', async () => {
  const { server, database } = await serve(2000, 1500);
  const { data } = await server.graphql(
    'mutation { createToken(input: { subject: "reader", role: READER }) { secret } }',
  );
  const reader = data.createToken.secret;
  const ask = () => server.graphql('{ models { nodes { name } } }', {}, reader);
  expect((await ask()).status).toBe(200);

  await way.cut();
  const gone = await ask();
  expect(gone.status).toBe(503);
  expect(gone.headers.get('retry-after')).toBe('1');
  expect(gone.errors).toMatchObject([{ extensions: { code: 'UNAVAILABLE', retryable: true } }]);
  const ready = await fetch(`${server.url}/readyz`);
  expect(ready.status).toBe(503);
  expect((await fetch(`${server.url}/livez`)).status).toBe(200);

  await way.open();
  await until(async () => ((await ask()).status === 200 ? true : null), 'the server to recover');

  expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
  way.silence();
  const silent = await ask();
  expect(silent.status).toBe(503);
  expect(['UNAVAILABLE', 'DEADLINE_EXCEEDED']).toContain(silent.errors?.[0]?.extensions.code);
  expect((await fetch(`${server.url}/readyz`)).status).toBe(503);
  await way.cut();
  await way.open();
  await until(async () => ((await ask()).status === 200 ? true : null), 'the server to recover again');
  expect(await server.stop()).toBe(0);
  await database.drop();
});

test('a batch that the database leaves in the middle of its COPY is answered UNAVAILABLE, as any other statement would be', async () => {
  const { server, database } = await serve(5000, 2000);
  const version = await versionOf(server, OPERATOR, 'frozen', {});
  const batch = [{ predictionId: 'p', output: { number: { value: 1 } } }];
  way.silenceAfter('COPY prediction_stage');
  expect(await logPredictions(server, OPERATOR, version, batch)).toMatchObject({
    errors: [{ extensions: { code: 'UNAVAILABLE', retryable: true } }],
  });
  await way.cut();
  await server.stop();
  await database.drop();
});
