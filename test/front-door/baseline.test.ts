import { FIRST_PREDICTIONS } from '../../server/src/prediction/first-predictions';
import { logPredictions, rowsInput, versionOf } from '../kit/predictions';
import { makeWorld, type World } from '../kit/server';
import { openSummaries, type Summaries } from '../kit/summaries';
import { until } from '../kit/until';
import { registerVersion } from '../kit/versions';

let world: World;
let writer: string;
let summaries: Summaries;
beforeAll(async () => {
  world = await makeWorld();
  writer = await world.token('WRITER', { subject: 'trainer' });
  summaries = openSummaries(world.database);
});
afterAll(async () => {
  await summaries.close();
  await world.close();
});

const SIGNATURE = {
  inputs: [
    { name: 'x', kind: 'NUMBER', nullable: true },
    { name: 'city', kind: 'CATEGORY', nullable: true },
    { name: 'flag', kind: 'BOOLEAN' },
    { name: 'note', kind: 'TEXT', nullable: true },
  ],
  output: {},
};
const BASELINE = `state revision source rows labelledRows error computedAt
  features { name kind count missing nonFinite mean standardDeviation min max edges categories counts }
  output { name kind count missing counts mean } quality { name value direction }`;
const baselineOf = async (version: string) => {
  const query = `query($id: ID!) { version(ref: { pick: { id: $id } }) { baseline { ${BASELINE} } } }`;
  const { data, errors } = await world.server.graphql(query, { id: version }, writer);
  expect(errors).toBeUndefined();
  return data.version.baseline;
};
const row = (index: number, more: object = {}) => ({
  features: { x: index, city: index % 3 === 0 ? 'Bern' : 'Genf', flag: index % 2 === 0 },
  ...more,
});

test('rows give bins, counts and moments; the quality comes from those with an output and an actual', async () => {
  const rows = [
    ...Array.from({ length: 40 }, (_, index) => row(index)),
    { features: { x: 'NaN', flag: true } },
    { features: { x: null, city: null, flag: true, note: 'a' } },
    '',
    ...[1, 2, 3, 4].map((index) =>
      row(index, { output: { number: { value: index } }, actual: { number: index + 1 } }),
    ),
    row(5, { output: { number: { value: 100 } } }),
  ];
  const version = await versionOf(world.server, writer, 'rows', {
    signature: SIGNATURE,
    ...(await rowsInput(world.server, writer, rows)),
  });
  const baseline = await baselineOf(version);
  expect(baseline).toMatchObject({
    state: 'READY',
    revision: 1,
    source: 'ROWS',
    rows: 47,
    labelledRows: 4,
    error: null,
    computedAt: expect.any(String),
    output: { name: 'output', kind: 'NUMBER', count: 5, missing: 0, mean: 22 },
  });
  const [x, city, flag] = baseline.features;
  expect(baseline.features).toHaveLength(3);
  expect(x).toMatchObject({
    name: 'x',
    kind: 'NUMBER',
    count: 46,
    missing: 1,
    nonFinite: 1,
    min: 0,
    max: 39,
  });
  const values = [...Array.from({ length: 40 }, (_, index) => index), 1, 2, 3, 4, 5];
  const mean = values.reduce((sum, one) => sum + one, 0) / values.length;
  expect(x.mean).toBeCloseTo(mean, 12);
  const variance = values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (values.length - 1);
  expect(x.standardDeviation).toBeCloseTo(Math.sqrt(variance), 10);
  expect(x.edges).toHaveLength(19);
  expect(x.counts.reduce((sum: number, one: number) => sum + one, 0)).toBe(45);
  expect(city).toMatchObject({
    categories: ['Genf', 'Bern'],
    missing: 2,
    counts: [30, 15, 0],
    edges: [],
    mean: null,
  });
  expect(flag).toMatchObject({ categories: ['false', 'true'], counts: [23, 24, 0], missing: 0 });
  const quality = Object.fromEntries(baseline.quality.map(({ name, value }: never) => [name, value]));
  expect(quality).toMatchObject({ rmse: 1, mae: 1, bias: -1 });
  expect(baseline.quality[0]).toMatchObject({ name: 'rmse', direction: 'LOWER_IS_BETTER' });
});

test('labels that must be chosen are counted in the half of the rows that did not choose them; known ones in all', async () => {
  const rows = Array.from({ length: 1_000 }, (_, index) => ({
    features: { place: `p${index % 100}`, known: `k${index % 100}` },
  }));
  const known = Array.from({ length: 40 }, (_, index) => `k${index}`);
  const version = await versionOf(world.server, writer, 'many-labels', {
    signature: {
      inputs: [
        { name: 'place', kind: 'CATEGORY' },
        { name: 'known', kind: 'CATEGORY', categories: known },
      ],
      output: {},
    },
    ...(await rowsInput(world.server, writer, rows)),
  });
  const [place, other] = (await baselineOf(version)).features;
  expect(place.categories).toHaveLength(50);
  // The other fifty share a bin.
  expect(place.counts.at(-1)).toBeGreaterThan(150);
  expect(place.count).toBe(place.counts.reduce((sum: number, one: number) => sum + one));
  expect(Math.abs(place.count - 500)).toBeLessThan(100);
  expect(other).toMatchObject({ categories: known, count: 1_000 });
  expect(other.counts).toEqual([...known.map(() => 10), 600]);
});

test('classes give the distribution of the positive probability and the quality of labels', async () => {
  const classRow = (label: string, probability: number, actual: string) => ({
    features: { x: 1 },
    output: { class: { label, probability } },
    actual: { label: actual },
  });
  const version = await versionOf(world.server, writer, 'classes', {
    task: 'BINARY_CLASSIFICATION',
    signature: {
      inputs: [{ name: 'x', kind: 'NUMBER' }],
      output: { positiveLabel: 'yes', labels: ['yes', 'no'] },
    },
    ...(await rowsInput(world.server, writer, [
      classRow('yes', 0.9, 'yes'),
      classRow('yes', 0.8, 'no'),
      classRow('no', 0.7, 'no'),
      classRow('no', 0.9, 'no'),
    ])),
  });
  const { output, quality, labelledRows } = await baselineOf(version);
  expect(labelledRows).toBe(4);
  expect(output).toMatchObject({ kind: 'NUMBER', count: 4 });
  expect(output.mean).toBeCloseTo((0.9 + 0.8 + 0.3 + 0.1) / 4, 12);
  const of = Object.fromEntries(quality.map(({ name, value }: never) => [name, value]));
  expect(of).toMatchObject({ accuracy: 0.75, precision: 0.5, recall: 1, roc_auc: 1 });
});

test.each([
  ['text that is no JSON', '{"features":', /line 3: is not JSON/],
  ['no object', '[1]', /line 3: give a JSON object/],
  ['a field too many', { ...row(1), outputs: {} }, /line 3, outputs/],
  ['a missing feature', { features: { x: 1 } }, /line 3, features\.flag: is missing/],
  ['a feature of the wrong kind', { features: { x: '1', flag: true } }, /line 3, features\.x: give a number/],
  ['a number beyond doubles', '{"features":{"x":1e400,"flag":true}}', /line 3, features\.x/],
  ['an unknown feature', { features: { x: 1, flag: true, y: 2 } }, /line 3, features\.y/],
  ['an output of another task', row(1, { output: { class: { label: 'a' } } }), /line 3, output/],
  ['an actual of another task', row(1, { actual: { label: 'a' } }), /line 3, actual/],
])('%s refuses the registration, and nothing is registered', async (_, bad, why) => {
  const model = `refused-${String(why)}`.replace(/[^a-z0-9-]/gi, '');
  const answer = await registerVersion(world.server, writer, {
    model: { name: model },
    createModel: { task: 'REGRESSION' },
    signature: SIGNATURE,
    ...(await rowsInput(world.server, writer, [row(1), row(2), bad, row(4)])),
  });
  expect(answer).toMatchObject({
    version: null,
    userErrors: [
      {
        __typename: 'ValidationError',
        path: ['input', 'baseline', 'artifactPath'],
        message: expect.stringMatching(why),
      },
    ],
  });
  const { data } = await world.server.graphql(
    'query($name: String!) { model(ref: { name: $name }) { id } }',
    { name: model },
    writer,
  );
  expect(data.model).toBeNull();
});

test('an actual whose label the signature does not know refuses the registration', async () => {
  const answer = await registerVersion(world.server, writer, {
    model: { name: 'unknown-label' },
    createModel: { task: 'BINARY_CLASSIFICATION' },
    signature: {
      inputs: [{ name: 'x', kind: 'NUMBER' }],
      output: { positiveLabel: 'yes', labels: ['yes', 'no'] },
    },
    ...(await rowsInput(world.server, writer, [
      { features: { x: 1 }, output: { class: { label: 'yes' } }, actual: { label: 'maybe' } },
    ])),
  });
  expect(answer.userErrors).toMatchObject([{ message: expect.stringMatching(/line 1, actual\.label/) }]);
});

test.each([
  ['an empty artifact', [], SIGNATURE, 'artifactPath', /no rows/],
  ['no signature', [row(1)], undefined, undefined, /signature/],
])('%s is refused', async (_, rows, signature, field, why) => {
  const answer = await registerVersion(world.server, writer, {
    model: { name: 'refused' },
    createModel: { task: 'REGRESSION' },
    signature,
    ...(await rowsInput(world.server, writer, rows)),
  });
  const path = ['input', 'baseline', ...(field ? [field] : [])];
  expect(answer.userErrors).toMatchObject([{ path, message: expect.stringMatching(why) }]);
});

test("rows of another project's artifact are not read", async () => {
  await world.project('stranger');
  const stranger = await world.token('WRITER', { project: 'stranger' });
  const answer = await registerVersion(world.server, stranger, {
    model: { name: 'thief' },
    createModel: { task: 'REGRESSION' },
    signature: SIGNATURE,
    ...(await rowsInput(world.server, writer, [{ secret: 1 }])),
  });
  expect(answer.userErrors).toMatchObject([{ __typename: 'NotFoundError' }]);
});

test('a path that is no artifact of the registration is refused', async () => {
  const { artifacts } = await rowsInput(world.server, writer, [row(1)]);
  const answer = await registerVersion(world.server, writer, {
    model: { name: 'pathless' },
    createModel: { task: 'REGRESSION' },
    signature: SIGNATURE,
    artifacts,
    baseline: { artifactPath: 'other.ndjson' },
  });
  expect(answer.userErrors).toMatchObject([{ path: ['input', 'baseline', 'artifactPath'] }]);
});

test('beyond 100,000 rows a job computes the baseline, or says what is wrong with a row', async () => {
  const text = JSON.stringify({ features: { x: 1, flag: true } });
  const many: (object | string)[] = new Array(100_001).fill(text);
  const good = await versionOf(world.server, writer, 'many', {
    signature: SIGNATURE,
    ...(await rowsInput(world.server, writer, many)),
  });
  const bad = await versionOf(world.server, writer, 'many-bad', {
    signature: SIGNATURE,
    ...(await rowsInput(world.server, writer, [...many, { features: {} }])),
  });
  expect(['PENDING', 'READY']).toContain((await baselineOf(good)).state);
  const settled = (version: string) =>
    until(
      async () => {
        const baseline = await baselineOf(version);
        return baseline.state === 'PENDING' ? null : baseline;
      },
      'the baseline',
      60_000,
    );
  expect(await settled(good)).toMatchObject({
    state: 'READY',
    rows: 100_001,
    features: [{ count: 100_001 }, {}, {}],
  });
  expect(await settled(bad)).toMatchObject({
    state: 'FAILED',
    error: expect.stringMatching(/line 100002, features\.flag/),
    features: [],
  });
});

test('a large file that need not be read to its end is answered for, each time', async () => {
  const text = JSON.stringify({ features: { x: 1, city: 'Bern', flag: true, note: 'n'.repeat(40) } });
  const bad = { features: { x: 'one', flag: true } };
  const tooMany = await rowsInput(world.server, writer, new Array(140_000).fill(text));
  const badLine = await rowsInput(world.server, writer, [bad, ...new Array(90_000).fill(text)]);
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    const register = (rows: object, model: string) =>
      registerVersion(
        world.server,
        writer,
        { model: { name: model }, createModel: { task: 'REGRESSION' }, signature: SIGNATURE, ...rows },
        'baseline { state }',
      );
    expect(await register(tooMany, 'too-many')).toMatchObject({ version: { baseline: {} }, userErrors: [] });
    expect(await register(badLine, 'bad-line')).toMatchObject({
      version: null,
      userErrors: [{ message: expect.stringMatching(/line 1, features\.x: give a number/) }],
    });
  }
});

const baselineJobs = (versions: readonly string[]) =>
  world.database.query(
    `SELECT FROM job JOIN baseline ON baseline.id::text = job.payload->>'baselineId'
     WHERE job.kind = 'COMPUTE_BASELINE' AND baseline.version_id = ANY($1)`,
    [versions],
  );
const ready = (version: string) =>
  until(
    async () => {
      const baseline = await baselineOf(version);
      return baseline.state === 'READY' ? baseline : null;
    },
    'the baseline',
    100_000,
  );

test('few rows of many bytes are left to a job, too', async () => {
  const text = JSON.stringify({ features: { x: 1, flag: true, note: 'n'.repeat(1_000) } });
  const version = await versionOf(world.server, writer, 'many-bytes', {
    signature: SIGNATURE,
    ...(await rowsInput(world.server, writer, new Array(17_000).fill(text))),
  });
  expect(await baselineJobs([version])).toHaveLength(1);
  expect(await ready(version)).toMatchObject({ rows: 17_000 });
});

test('a crowd of registrations is answered before its deadline; whoever had to wait too long has its baseline from a job', async () => {
  const inputs = Array.from({ length: 20 }, (_, index) => ({ name: `f${index}`, kind: 'NUMBER' }));
  const features = Object.fromEntries(inputs.map(({ name }, index) => [name, index + 0.123456]));
  const rows = await rowsInput(world.server, writer, new Array(40_000).fill(JSON.stringify({ features })));
  const versions = await Promise.all(
    Array.from({ length: 32 }, (_, index) =>
      versionOf(world.server, writer, `crowd-${index}`, { signature: { inputs, output: {} }, ...rows }),
    ),
  );
  for (const version of versions) expect(await ready(version)).toMatchObject({ rows: 40_000 });
});

test('a frozen baseline cannot be changed', async () => {
  const version = await versionOf(world.server, writer, 'frozen', {
    signature: SIGNATURE,
    ...(await rowsInput(world.server, writer, [row(1), row(2)])),
  });
  const update = world.database.query('UPDATE baseline SET rows = 7 WHERE version_id = $1', [version]);
  await expect(update).rejects.toThrow(/frozen/);
});

test('without rows the first predictions are frozen, once, though two servers find it due at the same time', async () => {
  const other = await world.another();
  const version = await versionOf(world.server, writer, 'provisional', { signature: SIGNATURE });
  const batch = (from: number, count: number) =>
    Array.from({ length: count }, (_, index) => ({
      predictionId: `p-${from + index}`,
      occurredAt: '2026-03-01T10:00:00Z',
      ...row(from + index),
      output: { number: { value: from + index } },
    }));
  await logPredictions(world.server, writer, version, batch(0, FIRST_PREDICTIONS - 100));
  expect(await baselineOf(version)).toBeNull();
  const before = await summaries.read(version);
  expect(before).toMatchObject({ baseline: null, predictions: FIRST_PREDICTIONS - 100 });
  expect(before.features[0]).toMatchObject({ name: 'x', counts: [FIRST_PREDICTIONS - 100] });
  const servers = [world.server, other, world.server, other];
  await Promise.all(
    servers.map((server, index) =>
      logPredictions(server, writer, version, batch(FIRST_PREDICTIONS + index * 200, 200)),
    ),
  );
  const baseline = await baselineOf(version);
  expect(baseline).toMatchObject({
    state: 'READY',
    revision: 1,
    source: 'FIRST_PREDICTIONS',
    rows: FIRST_PREDICTIONS,
    labelledRows: 0,
    quality: [],
    features: [{ count: FIRST_PREDICTIONS }, {}, {}],
  });
  const read = await summaries.read(version);
  expect(read.predictions).toBe(FIRST_PREDICTIONS + 700);
  expect(read.features[0]!.counts).toHaveLength(20);
  expect(read.features[0]!.counts.reduce((sum, one) => sum + one, 0)).toBe(read.predictions);
  expect(await summaries.recompute(version)).toEqual(read);
  await summaries.fold();
  expect(await summaries.read(version)).toEqual(read);
  const { recomputed } = await summaries.fold();
  expect(recomputed).toBe(0);
});
