import { pauseInserts, removePause } from '../kit/pause';
import { logPredictions, recordActuals, versionOf } from '../kit/predictions';
import { makeWorld, type TestServer, type World } from '../kit/server';
import { openSummaries, type Summaries } from '../kit/summaries';

let world: World;
let other: TestServer;
let writer: string;
let summaries: Summaries;
beforeAll(async () => {
  world = await makeWorld();
  other = await world.another({ MODELGRAPH_LOG_LEVEL: 'debug' });
  writer = await world.token('WRITER', { subject: 'serving' });
  summaries = openSummaries(world.database);
});
afterAll(async () => {
  await summaries.close();
  await world.close();
});

const SIGNATURE = { inputs: [{ name: 'x', kind: 'NUMBER' }], output: {} };
const prediction = (predictionId: string, value: number) => ({
  predictionId,
  occurredAt: '2026-03-01T10:00:00Z',
  features: { x: value },
  output: { number: { value } },
});
const ids = (count: number, prefix = 'p') =>
  Array.from({ length: count }, (_, index) => `${prefix}-${index}`);

test('the same predictions in many batches, in opposite orders, on two servers at once: each is kept and counted once', async () => {
  const version = await versionOf(world.server, writer, 'opposite', { signature: SIGNATURE });
  const forth = ids(300).map((id) => prediction(id, 1));
  const back = [...forth].reverse();
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, index) =>
      logPredictions(index % 2 ? other : world.server, writer, version, index % 4 < 2 ? forth : back),
    ),
  );
  for (const answer of answers) {
    expect(answer.errors).toBeUndefined();
    expect(answer.accepted + answer.duplicates).toBe(300);
    expect(answer.rejects).toEqual([]);
  }
  expect(answers.reduce((sum, { accepted }) => sum + accepted, 0)).toBe(300);
  const read = await summaries.read(version);
  expect(read).toMatchObject({ predictions: 300, features: [{ counts: [300] }] });
  expect(await summaries.recompute(version)).toEqual(read);
  const records = await world.database.query<{ accepted: number }>(
    'SELECT accepted FROM ingest_record WHERE subject_id = $1',
    [version],
  );
  expect(records.reduce((sum, { accepted }) => sum + accepted, 0)).toBe(300);
});

test('two batches in opposite order wait for each other in one direction only', async () => {
  const version = await versionOf(world.server, writer, 'ordered', { signature: SIGNATURE });
  // Each stops between its first key and its second.
  const second = `set_config('test.keys', coalesce(current_setting('test.keys', true), '') || '.', true) = '..'`;
  const pause = await pauseInserts(world.database, 'prediction_key', second);
  const from = other.log.length;
  const batch = [prediction('a', 1), prediction('b', 1)];
  const answers = [batch, [...batch].reverse()].map((items) => logPredictions(other, writer, version, items));
  await pause.waiting(2);
  await pause.over();
  const accepted = (await Promise.all(answers)).map((answer) => answer.accepted);
  expect(accepted.sort()).toEqual([0, 2]);
  // Whoever loses a deadlock begins again, and says so again.
  const begun = other.log.slice(from).filter(({ msg }) => msg === 'a batch of predictions is staged');
  expect(begun).toHaveLength(2);
  await removePause(world.database, 'prediction_key');
});

test('two contents under the same ids at once: one of the two is kept of each, the other rejected', async () => {
  const version = await versionOf(world.server, writer, 'contested', { signature: SIGNATURE });
  const batch = (value: number, backwards: boolean) => {
    const items = ids(200).map((id) => prediction(id, value));
    return backwards ? items.reverse() : items;
  };
  const values = [1, 2, 3, 4];
  const answers = await Promise.all(
    values.map((value, index) =>
      logPredictions(index % 2 ? other : world.server, writer, version, batch(value, value > 2)),
    ),
  );
  expect(answers.reduce((sum, { accepted }) => sum + accepted, 0)).toBe(200);
  for (const { accepted, rejects } of answers) {
    expect(rejects).toHaveLength(200 - accepted);
    expect(new Set(rejects.map(({ code }: { code: string }) => code))).toEqual(
      new Set(accepted < 200 ? ['IMMUTABLE'] : []),
    );
  }
  const rows = await world.database.query<{ number: number; count: number }>(
    'SELECT number, count(*)::integer AS count FROM prediction WHERE version_id = $1 GROUP BY number',
    [version],
  );
  for (const { number, count } of rows) expect(answers[values.indexOf(number)].accepted).toBe(count);
  expect((await summaries.read(version)).predictions).toBe(200);
});

/** What became of the batches of a server that was killed. */
interface Sent {
  readonly prefix: string;
  acknowledged: boolean;
}

/** Kills a server as soon as it says something, while four clients send batches to it. */
async function killedAt(
  server: TestServer,
  words: string,
  send: (prefix: string) => Promise<boolean>,
): Promise<Sent[]> {
  const sent: Sent[] = [];
  const from = server.log.length;
  let dead = false;
  const client = async (name: string): Promise<void> => {
    for (let batch = 0; !dead; batch += 1) {
      const one: Sent = { prefix: `${name}-${batch}`, acknowledged: false };
      sent.push(one);
      one.acknowledged = await send(one.prefix).catch(() => false);
    }
  };
  const clients = ['a', 'b', 'c', 'd'].map((name) => client(`${from}-${name}`));
  await server.logged((line) => line.msg === words && server.log.indexOf(line) >= from);
  const killed = server.kill();
  dead = true;
  await Promise.all([killed, ...clients]);
  await server.start();
  return sent;
}

test.each([
  'a batch of predictions is staged',
  'a batch of predictions is about to commit',
  'a batch of predictions has committed',
])(
  'killed when it says "%s", a server has lost nothing acknowledged, and every batch is whole or absent',
  async (words) => {
    const version = await versionOf(world.server, writer, words, { signature: SIGNATURE });
    const size = 40;
    for (let round = 1; round <= 3; round += 1) {
      const sent = await killedAt(other, words, async (prefix) => {
        const { accepted } = await logPredictions(
          other,
          writer,
          version,
          ids(size, prefix).map((id) => prediction(id, 1)),
        );
        return accepted === size;
      });
      const rows = await world.database.query<{ prefix: string; count: number }>(
        `SELECT regexp_replace(prediction_id, '-[0-9]+$', '') AS prefix, count(*)::integer AS count FROM prediction
       WHERE version_id = $1 GROUP BY 1`,
        [version],
      );
      const counts = new Map(rows.map(({ prefix, count }) => [prefix, count]));
      for (const { prefix, acknowledged } of sent)
        expect([prefix, counts.get(prefix) ?? 0]).toEqual([
          prefix,
          acknowledged || counts.has(prefix) ? size : 0,
        ]);
      const [{ recorded }] = (await world.database.query<{ recorded: number }>(
        'SELECT count(*)::integer AS recorded FROM ingest_record WHERE subject_id = $1',
        [version],
      )) as [{ recorded: number }];
      expect(recorded).toBe(rows.length);
      const read = await summaries.read(version);
      expect(read.predictions).toBe(rows.length * size);
      expect(await summaries.recompute(version)).toEqual(read);
      // Whoever heard nothing sends again, and every prediction is there once.
      const again = await Promise.all(
        sent.map(({ prefix }) =>
          logPredictions(
            other,
            writer,
            version,
            ids(size, prefix).map((id) => prediction(id, 1)),
          ),
        ),
      );
      for (const { accepted, duplicates } of again) expect(accepted + duplicates).toBe(size);
    }
  },
);

test.each(['a batch of actuals is about to commit', 'a batch of actuals has committed'])(
  'killed when it says "%s", a server has lost no acknowledged actual, and counts each once',
  async (words) => {
    const version = await versionOf(world.server, writer, words, { signature: SIGNATURE });
    const size = 20;
    const predicted = new Set<string>();
    const sent = await killedAt(other, words, async (prefix) => {
      const names = ids(size, prefix);
      await logPredictions(
        world.server,
        writer,
        version,
        names.map((id) => prediction(id, 1)),
      );
      predicted.add(prefix);
      const actuals = names.map((predictionId) => ({ predictionId, value: { number: 3 } }));
      return (await recordActuals(other, writer, words, actuals)).accepted === size;
    });
    const before = await summaries.read(version);
    expect(before.labelled % size).toBe(0);
    expect(before.labelled).toBeGreaterThanOrEqual(
      sent.filter(({ acknowledged }) => acknowledged).length * size,
    );
    expect(await summaries.recompute(version)).toEqual(before);
    await Promise.all(
      [...predicted].map((prefix) =>
        recordActuals(
          other,
          writer,
          words,
          ids(size, prefix).map((predictionId) => ({ predictionId, value: { number: 3 } })),
        ),
      ),
    );
    const after = await summaries.read(version);
    expect(after).toMatchObject({
      labelled: predicted.size * size,
      quality: { sums: { squaredError: predicted.size * size * 4 } },
    });
    expect(await summaries.recompute(version)).toEqual(after);
  },
);
