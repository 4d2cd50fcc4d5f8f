import { pauseInserts, removePause } from '../kit/pause';
import { logPredictions, recordActuals, versionOf } from '../kit/predictions';
import { makeWorld, type World } from '../kit/server';
import { openSummaries, type Summaries } from '../kit/summaries';

let world: World;
let writer: string;
let summaries: Summaries;
beforeAll(async () => {
  world = await makeWorld();
  writer = await world.token('WRITER', { subject: 'serving' });
  summaries = openSummaries(world.database);
});
afterAll(async () => {
  await summaries.close();
  await world.close();
});

const log = async (version: string, values: Record<string, number>, more: object = {}) => {
  const items = Object.entries(values).map(([predictionId, value]) => ({
    predictionId,
    occurredAt: '2026-03-01T10:15:00Z',
    output: { number: { value } },
    ...more,
  }));
  const answer = await logPredictions(world.server, writer, version, items);
  expect(answer).toMatchObject({ accepted: items.length, rejects: [] });
};
const record = (model: string, ...actuals: object[]) => recordActuals(world.server, writer, model, actuals);
const actual = (predictionId: string, number: number, more: object = {}) => ({
  predictionId,
  value: { number },
  actualAt: '2026-03-02T00:00:00Z',
  ...more,
});

/** Labelled predictions and the sum of their squared errors, as reports read them and the same from the rows. */
const quality = async (version: string) => {
  const read = await summaries.read(version);
  expect(await summaries.recompute(version)).toEqual(read);
  expect(read.quality?.task).toBe('REGRESSION');
  const { sums } = read.quality as { sums: { count: number; squaredError: number } };
  expect(sums.count).toBe(read.labelled);
  return { labelled: read.labelled, squaredError: sums.squaredError };
};

test('an actual counts once: late, twice, corrected, stale', async () => {
  const version = await versionOf(world.server, writer, 'late', {});
  await log(version, { a: 10, b: 20 });
  expect(await record('late', actual('a', 9), actual('b', 18))).toMatchObject({ accepted: 2, early: 0 });
  expect(await quality(version)).toEqual({ labelled: 2, squaredError: 5 });
  expect(await record('late', actual('a', 9), actual('b', 18, { actualAt: undefined }))).toMatchObject({
    accepted: 0,
    duplicates: 2,
    ingestId: null,
  });
  const corrected = actual('a', 7, { revision: 1 });
  expect(await record('late', corrected)).toMatchObject({ accepted: 1 });
  expect(await quality(version)).toEqual({ labelled: 2, squaredError: 13 });
  expect(await record('late', actual('a', 0, { actualAt: '2026-03-05T00:00:00Z' }))).toMatchObject({
    accepted: 0,
    stale: 1,
  });
  expect(await record('late', actual('b', 17, { actualAt: '2026-03-01T23:59:59.999999Z' }))).toMatchObject({
    stale: 1,
  });
  expect(await record('late', actual('b', 19, { actualAt: '2026-03-02T00:00:00.000001Z' }))).toMatchObject({
    accepted: 1,
  });
  expect(await quality(version)).toEqual({ labelled: 2, squaredError: 10 });
  await summaries.fold();
  expect(await quality(version)).toEqual({ labelled: 2, squaredError: 10 });
});

test('of several actuals of one prediction in a batch the newest counts', async () => {
  const version = await versionOf(world.server, writer, 'crowded', {});
  await log(version, { a: 10 });
  const answer = await record(
    'crowded',
    actual('a', 1),
    actual('a', 4, { revision: 2 }),
    actual('a', 4, { revision: 2 }),
    actual('a', 2, { revision: 1 }),
  );
  expect(answer).toMatchObject({ accepted: 1, duplicates: 1, stale: 2, early: 0, rejects: [] });
  expect(await quality(version)).toEqual({ labelled: 1, squaredError: 36 });
});

test('an actual before its prediction counts when that comes, for every version that logs it', async () => {
  const [shadow, production] = [
    await versionOf(world.server, writer, 'early', { stage: 'SHADOW' }),
    await versionOf(world.server, writer, 'early', { stage: 'STAGING' }),
  ];
  expect(await record('early', actual('a', 5))).toMatchObject({
    accepted: 0,
    early: 1,
    ingestId: expect.any(String),
  });
  expect(await record('early', actual('a', 6, { revision: 1 }))).toMatchObject({ accepted: 0, early: 1 });
  await log(shadow, { a: 10, b: 10 });
  expect(await quality(shadow)).toEqual({ labelled: 1, squaredError: 16 });
  expect(await record('early', actual('b', 9))).toMatchObject({ accepted: 1, early: 0 });
  await log(production, { a: 7, b: 7 });
  expect(await quality(shadow)).toEqual({ labelled: 2, squaredError: 17 });
  expect(await quality(production)).toEqual({ labelled: 2, squaredError: 5 });
  expect(await record('early', actual('b', 8, { revision: 1 }))).toMatchObject({ accepted: 1 });
  expect(await quality(shadow)).toEqual({ labelled: 2, squaredError: 20 });
  expect(await quality(production)).toEqual({ labelled: 2, squaredError: 2 });
});

test('an item may carry its actual, which counts as of when it occurred', async () => {
  const first = await versionOf(world.server, writer, 'carried', {});
  const second = await versionOf(world.server, writer, 'carried', {});
  await log(first, { a: 10, b: 10, c: 10 });
  expect(
    await record('carried', actual('b', 8), actual('c', 8, { actualAt: '2026-02-01T00:00:00Z' })),
  ).toMatchObject({ accepted: 2 });
  await log(second, { a: 7, b: 7, c: 7 }, { actual: { number: 9 } });
  // a: the first actual of both; b: the one that was there is newer; c: the carried one is newer.
  expect(await quality(first)).toEqual({ labelled: 3, squaredError: 1 + 4 + 1 });
  expect(await quality(second)).toEqual({ labelled: 3, squaredError: 4 + 1 + 4 });
});

test('a failed prediction has an actual but is not labelled', async () => {
  const version = await versionOf(world.server, writer, 'failing', {});
  await log(version, { a: 1 }, { output: undefined, error: 'down' });
  expect(await record('failing', actual('a', 3))).toMatchObject({ accepted: 1 });
  expect(await quality(version)).toEqual({ labelled: 0, squaredError: 0 });
  expect((await summaries.read(version)).failed).toBe(1);
});

test('each bad actual is rejected with its index and path', async () => {
  const version = await versionOf(world.server, writer, 'bad-actuals', {});
  await log(version, { a: 1 });
  const answer = await record(
    'bad-actuals',
    actual('', 1),
    actual('a\u0000', 1),
    actual('a', 1, { revision: -1 }),
    actual('a', 1, { actualAt: '1960-01-01T00:00:00Z' }),
    { predictionId: 'a', value: { label: 'yes' } },
    actual('a', 1),
  );
  expect(answer).toMatchObject({ accepted: 1, userErrors: [] });
  expect(
    answer.rejects.map(({ index, path }: { index: number; path: string[] }) => [index, path.join('.')]),
  ).toEqual([
    [0, 'predictionId'],
    [1, 'predictionId'],
    [2, 'revision'],
    [3, 'actualAt'],
    [4, 'value'],
  ]);
});

test('an actual that comes while its prediction is being taken in waits for it', async () => {
  const version = await versionOf(world.server, writer, 'overtaken', {});
  const pause = await pauseInserts(world.database, 'summary_delta', `NEW.version_id = '${version}'`);
  const logging = log(version, { a: 10 });
  await pause.waiting(1);
  let answered = false;
  const recording = record('overtaken', actual('a', 8)).finally(() => {
    answered = true;
  });
  await pause.waiting(2, () => answered);
  await pause.over();
  await logging;
  expect(await recording).toMatchObject({ accepted: 1, early: 0 });
  expect(await quality(version)).toEqual({ labelled: 1, squaredError: 4 });
  await removePause(world.database, 'summary_delta');
});

test('predictions and their actuals sent at once by two servers meet, whoever comes first', async () => {
  const other = await world.another();
  const version = await versionOf(world.server, writer, 'meeting', {});
  const ids = Array.from({ length: 400 }, (_, index) => `m-${index}`);
  const chunks = Array.from({ length: 20 }, (_, chunk) => ids.slice(chunk * 20, chunk * 20 + 20));
  const predictions = chunks.map((chunk) =>
    logPredictions(
      world.server,
      writer,
      version,
      chunk.map((predictionId) => ({ predictionId, output: { number: { value: 1 } } })),
    ),
  );
  const actuals = chunks.map((chunk) =>
    recordActuals(
      other,
      writer,
      'meeting',
      chunk.map((predictionId) => actual(predictionId, 0)),
    ),
  );
  for (const answer of await Promise.all(predictions)) expect(answer).toMatchObject({ accepted: 20 });
  for (const { accepted, early } of await Promise.all(actuals)) expect(accepted + early).toBe(20);
  expect(await quality(version)).toEqual({ labelled: 400, squaredError: 400 });
});
