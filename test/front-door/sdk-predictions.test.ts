import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { makeWorld, type World } from '../kit/server';
import { until } from '../kit/until';
import {
  ModelGraph,
  type ModelGraphOptions,
  NotFoundError,
  type Queued,
  type Reject,
  TimeoutError,
  ValidationError,
  type Version,
} from './sdk-built';
import { FaultyProxy, type Treatment } from './sdk-proxy';

let world: World;
let writer: string;
let mg: ModelGraph;
beforeAll(async () => {
  world = await makeWorld();
  writer = await world.token('WRITER');
  mg = clientTo(world.server.url);
});
afterAll(() => world.close());

const clientTo = (url: string, options: ModelGraphOptions = {}): ModelGraph =>
  new ModelGraph({ url, token: writer, ...options });
const thrown = (work: PromiseLike<unknown>): Promise<unknown> =>
  Promise.resolve(work).then(
    () => null,
    (error: unknown) => error,
  );

const signature = { inputs: [{ name: 'x', kind: 'NUMBER' }] } as const;
const serve = async (model: string): Promise<Version> =>
  (await mg.versions.register({ model, task: 'REGRESSION', signature })).version;
const answer = (x: number) => ({ features: { x }, output: { number: { value: 2 * x } } });

/** What a version has logged, the oldest first. */
async function loggedBy(version: Version): Promise<number[]> {
  const values: number[] = [];
  for await (const { output } of mg.predictions.list(version, { first: 100 }))
    values.push(output?.__typename === 'NumberOutput' ? output.value : Number.NaN);
  return values.sort((a, b) => a - b);
}
const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

test('predictions are queued at once, sent in batches by version, and read back with their actuals', async () => {
  const [one, two] = [await serve('queued-1'), await serve('queued-2')];
  const before = new Date().toISOString();
  const ids = numbers(150).map((x) => mg.predictions.log(x % 3 === 0 ? two : { id: one.id }, answer(x)));
  const after = new Date().toISOString();
  expect(new Set(ids).size).toBe(150);
  for (const id of ids)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  mg.predictions.recordActual('queued-1', { predictionId: ids[1] as string, value: { number: 3 } });
  await mg.predictions.flush();
  expect(mg.predictions.stats()).toEqual({ queued: 0, sent: 151, rejected: 0, dropped: 0, retries: 0 });
  const doubled = (rest: (x: number) => boolean) =>
    numbers(150)
      .filter(rest)
      .map((x) => 2 * x);
  expect(await loggedBy(one)).toEqual(doubled((x) => x % 3 !== 0));
  expect(await loggedBy(two)).toEqual(doubled((x) => x % 3 === 0));
  const prediction = await mg.predictions.get(one, ids[1] as string);
  expect(prediction).toMatchObject({
    version: { id: one.id, number: 1, model: { name: 'queued-1' } },
    predictionId: ids[1],
    features: { x: 1 },
    output: { __typename: 'NumberOutput', value: 2, lower: null, upper: null },
    actual: { number: 3, label: null, revision: 0 },
  });
  expect((prediction?.occurredAt ?? '') >= before && (prediction?.occurredAt ?? '') <= after).toBe(true);
  expect(await mg.predictions.get(two, ids[1] as string)).toBeNull();
});

test('what is used again after log() was called does not change what is sent', async () => {
  const version = await serve('reused');
  const features = { x: 0 };
  const output = { number: { value: 0 } };
  for (const x of [1, 2, 3]) {
    features.x = x;
    output.number.value = x;
    mg.predictions.log(version, { features, output });
  }
  await mg.predictions.flush();
  const { nodes } = await mg.predictions.list(version);
  expect(nodes.map((one) => one.features.x).sort()).toEqual([1, 2, 3]);
  expect(await loggedBy(version)).toEqual([1, 2, 3]);
});

test('an actual is what it was, and of the time, when it was recorded', async () => {
  const version = await serve('recorded');
  const ids = mg.predictions.log(version, [answer(1), answer(2)]);
  const value = { number: 0 };
  const before = new Date().toISOString();
  for (const predictionId of ids) {
    value.number += 1;
    mg.predictions.recordActual('recorded', { predictionId, value });
  }
  const after = new Date().toISOString();
  await mg.predictions.flush();
  const found = await Promise.all(ids.map((id) => mg.predictions.get(version, id)));
  expect(found.map((one) => one?.actual?.number)).toEqual([1, 2]);
  for (const one of found) {
    const { actualAt = '' } = one?.actual ?? {};
    expect(actualAt >= before && actualAt <= after).toBe(true);
  }
});

test('what a proxy answers in place of the server is waited out, and told', async () => {
  const version = await serve('misrouted');
  const page = { headers: { 'content-type': 'text/html' }, body: '<h1>default backend</h1>' };
  const plan: Treatment[] = [404, 500, 413, 200].map((status) => ({ status, ...page }));
  const proxy = await new FaultyProxy(world.server.url, plan).open();
  const errors: boolean[] = [];
  const behind = clientTo(proxy.url, { predictions: { onError: (_, willRetry) => errors.push(willRetry) } });
  behind.predictions.log(version, numbers(50).map(answer));
  await behind.predictions.close();
  expect(behind.predictions.stats()).toMatchObject({ sent: 50, rejected: 0, retries: 3 });
  // After 413 a half of the batch is sent within the same try.
  expect(errors).toEqual([true, true, true]);
  expect(proxy.passed).toHaveLength(5);
  await proxy.close();
  expect(await loggedBy(version)).toEqual(numbers(50).map((x) => 2 * x));
});

test('a close in an outage ends in time, with what is queued still there', async () => {
  const other = await world.another();
  const client = clientTo(other.url, { predictions: { onError: () => {} } });
  await other.kill();
  client.predictions.log({ model: 'nobody' }, answer(1));
  expect(await thrown(client.predictions.close({ timeoutMs: 100 }))).toBeInstanceOf(TimeoutError);
  expect(client.predictions.stats()).toMatchObject({ queued: 1, rejected: 0 });
});

test('a process that ends with predictions unsent says how many', async () => {
  const script = `
    const { ModelGraph } = require(${JSON.stringify(resolve(__dirname, '../../sdk/dist/cjs/index.js'))});
    const mg = new ModelGraph({ url: ${JSON.stringify(world.server.url)}, token: ${JSON.stringify(writer)} });
    for (const x of [1, 2, 3]) mg.predictions.log({ id: 'a' }, { features: { x } });`;
  const { stderr } = await promisify(execFile)(process.execPath, ['-e', script]);
  expect(stderr).toMatch(/^ModelGraphWarning: 3 queued predictions and actuals were not sent.*close\(\)/);
});

test('a list is queued as a list, labels and probabilities as a classifier gives them', async () => {
  const { version } = await mg.versions.register({
    model: 'classifier',
    task: 'BINARY_CLASSIFICATION',
    signature: {
      inputs: [{ name: 'x', kind: 'NUMBER', nullable: true }],
      output: { positiveLabel: 'yes', labels: ['yes', 'no'] },
    },
  });
  const ids = mg.predictions.log(version, [
    { predictionId: 'mine', output: { class: { label: 'yes', probabilities: { yes: 0.75, no: 0.25 } } } },
    { error: 'out of memory', latencyMs: 12.5, entityId: 'customer-1', variant: 'canary' },
  ]);
  expect(ids[0]).toBe('mine');
  await mg.predictions.flush();
  expect(await mg.predictions.get(version, 'mine')).toMatchObject({
    output: {
      __typename: 'ClassOutput',
      label: 'yes',
      probability: 0.75,
      probabilities: expect.arrayContaining([{ label: 'no', probability: 0.25 }]),
    },
  });
  const filtered = await mg.predictions.list(version, { filter: { entityId: 'customer-1' } });
  expect(filtered.nodes).toMatchObject([
    { output: null, error: 'out of memory', latencyMs: 12.5, variant: 'canary' },
  ]);
});

test('a batch whose answer was lost, and one that found the server away, are there once', async () => {
  const version = await serve('resent');
  const plan: Treatment[] = ['LOSE_ANSWER', { status: 503 }, 'LOSE_ANSWER'];
  const proxy = await new FaultyProxy(world.server.url, plan).open();
  const errors: boolean[] = [];
  const behind = clientTo(proxy.url, {
    predictions: { batchSize: 10, onError: (_, willRetry) => errors.push(willRetry) },
  });
  behind.predictions.log(version, numbers(30).map(answer));
  await behind.predictions.close();
  expect(behind.predictions.stats()).toMatchObject({ sent: 30, rejected: 0, retries: 3 });
  expect(errors).toEqual([true, true, true]);
  await proxy.close();
  expect(await loggedBy(version)).toEqual(numbers(30).map((x) => 2 * x));
});

test('an outage of the server costs nothing that the queue could hold; the rest is dropped and reported', async () => {
  const version = await serve('outage');
  const other = await world.another();
  const dropped: [Queued, string][] = [];
  const patient = clientTo(other.url, {
    predictions: { maxQueue: 200, onDrop: (item, why) => dropped.push([item, why]) },
  });
  patient.predictions.log(version, answer(0));
  await patient.predictions.flush();
  await other.kill();
  patient.predictions.log(
    version,
    numbers(205).map((x) => answer(x + 1)),
  );
  expect(patient.predictions.stats()).toMatchObject({ queued: 200, dropped: 5, sent: 1 });
  expect(dropped).toHaveLength(5);
  expect(dropped[0]).toEqual([
    { version: { pick: { id: version.id } }, prediction: expect.objectContaining({ features: { x: 201 } }) },
    'FULL',
  ]);
  const reason = new Error('not now');
  const aborted = patient.predictions.flush({ signal: AbortSignal.abort(reason) });
  expect(await thrown(aborted)).toBe(reason);
  const closed = patient.predictions.close();
  await other.start();
  await closed;
  expect(await loggedBy(version)).toEqual(numbers(201).map((x) => 2 * x));
  patient.predictions.log(version, answer(1));
  expect(dropped.at(-1)?.[1]).toBe('CLOSED');
});

test('one bad item takes no other with it, whether the server or JSON cannot read it', async () => {
  const version = await serve('mixed');
  const other = await serve('mixed-other');
  const rejected: [unknown, Reject | Error][] = [];
  const client = clientTo(world.server.url, {
    predictions: {
      onReject: (item, why) =>
        rejected.push(['prediction' in item ? item.prediction.features?.x : item.model, why]),
    },
  });
  const bad: [unknown, string | undefined][] = [
    ['text', 'INVALID_INPUT'],
    [10n, 'INVALID_INPUT'],
  ];
  numbers(40).forEach((x) => void client.predictions.log(version, answer(x)));
  for (const [x] of bad) client.predictions.log(version, { ...answer(0), features: { x } });
  client.predictions.log(version, { ...answer(0), features: { x: -1 }, latencyMs: 'fast' as never });
  client.predictions.log({ id: other.model.id }, { ...answer(0), features: { x: -2 } });
  client.predictions.log(other, answer(1));
  client.predictions.recordActual('nobody', { predictionId: 'a', value: { number: 1 } });
  await client.predictions.close();
  expect(await loggedBy(version)).toEqual(numbers(40).map((x) => 2 * x));
  expect(await loggedBy(other)).toEqual([2]);
  expect(rejected.map(([what, why]) => [what, (why as Reject).code])).toEqual([
    ...bad,
    [-1, expect.stringMatching(/^BAD_/)],
    [-2, 'NOT_FOUND'],
    [{ name: 'nobody' }, 'NOT_FOUND'],
  ]);
  expect(client.predictions.stats()).toMatchObject({ sent: 41, rejected: 5 });
});

test('what nobody listens for is a warning of the process, once', async () => {
  const version = await serve('unheard');
  const script = `
    const { ModelGraph } = require(${JSON.stringify(resolve(__dirname, '../../sdk/dist/cjs/index.js'))});
    const mg = new ModelGraph({ url: ${JSON.stringify(world.server.url)}, token: ${JSON.stringify(writer)} });
    for (const x of ['a', 'b', 'c'])
      mg.predictions.log({ id: '${version.id}' }, { features: { x }, output: { number: { value: 1 } } });
    mg.predictions.close().then(() => console.log(mg.predictions.stats().rejected));`;
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ['-e', script]);
  expect(stdout).toBe('3\n');
  expect(
    stderr.match(/ModelGraphWarning: A prediction or actual was refused: .*predictions\.onReject/g),
  ).toHaveLength(1);
});

test('logNow answers with what became of each item, for batches far larger than other requests may be', async () => {
  const version = await serve('at once');
  const predictions = numbers(5_000).map((x) => ({
    predictionId: `request-${x}`,
    entityId: 'e'.repeat(150),
    ...answer(x),
  }));
  const logged = await mg.predictions.logNow(version, predictions);
  expect(logged).toMatchObject({ accepted: 5_000, duplicates: 0, rejects: [], ingestId: expect.any(String) });
  expect(logged.predictionIds.slice(0, 2)).toEqual(['request-0', 'request-1']);
  const again = await mg.predictions.logNow(version, [
    predictions[0] as (typeof predictions)[0],
    { ...answer(1), predictionId: 'request-1', entityId: 'another' },
    { features: { x: 1 }, output: { class: { label: 'yes' } } },
    answer(Number.NaN),
  ]);
  expect(again).toMatchObject({ accepted: 1, duplicates: 1 });
  expect(again.rejects.map(({ index }) => index)).toEqual([1, 2]);
  expect(await mg.predictions.get(version, again.predictionIds[3] as string)).toMatchObject({
    features: { x: 'NaN' },
    output: { value: Number.NaN },
  });
  expect(await thrown(mg.predictions.logNow({ model: 'nobody' }, predictions))).toBeInstanceOf(NotFoundError);
  expect(await thrown(mg.predictions.logNow(version, []))).toBeInstanceOf(ValidationError);
});

test('actuals come early, twice, corrected and outdated', async () => {
  const version = await serve('truth');
  const actual = (predictionId: string, number: number, revision = 0) => ({
    predictionId,
    value: { number },
    actualAt: new Date(1_000),
    revision,
  });
  expect(await mg.predictions.recordActuals('truth', [actual('a', 1)])).toMatchObject({
    early: 1,
    accepted: 0,
  });
  await mg.predictions.logNow(version, [
    { ...answer(1), predictionId: 'a' },
    { ...answer(2), predictionId: 'b' },
  ]);
  const recorded = await mg.predictions.recordActuals(version.model, [
    actual('a', 1),
    actual('b', 5),
    { predictionId: 'b', value: { label: 'no number' } },
  ]);
  expect(recorded).toMatchObject({ accepted: 1, duplicates: 1, stale: 0, early: 0 });
  expect(recorded.rejects).toMatchObject([{ index: 2, code: 'INVALID_INPUT' }]);
  expect(await mg.predictions.recordActuals('truth', [actual('b', 6, 1)])).toMatchObject({ accepted: 1 });
  expect(await mg.predictions.recordActuals('truth', [actual('b', 5)])).toMatchObject({
    accepted: 0,
    stale: 1,
  });
  expect(await mg.predictions.get(version, 'b')).toMatchObject({ actual: { number: 6, revision: 1 } });
  expect(await mg.predictions.get(version, 'a')).toMatchObject({ actual: { number: 1 } });
});

test('a batch is sent after its interval without anybody asking', async () => {
  const version = await serve('impatient');
  const client = clientTo(world.server.url, { predictions: { intervalMs: 20 } });
  client.predictions.log(version, answer(1));
  await until(async () => (client.predictions.stats().sent === 1 ? true : null), 'the batch');
  expect(await loggedBy(version)).toEqual([2]);
});
