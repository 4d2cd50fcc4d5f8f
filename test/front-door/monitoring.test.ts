import { createReport, day, dayWindow } from '../kit/monitored';
import { logPredictions, recordActuals, versionOf } from '../kit/predictions';
import { logRows, normals, type Row, rows, SIGNATURE, uploadBaseline } from '../kit/rows';
import { makeWorld, type World } from '../kit/server';
import { until } from '../kit/until';
import { uploadBytes } from '../kit/uploads';

let world: World;
let writer: string;
let reader: string;
beforeAll(async () => {
  world = await makeWorld();
  writer = await world.token('WRITER', { subject: 'serving' });
  reader = await world.token('READER');
});
afterAll(() => world.close());

const READ = `query($id: ID!) { monitoringReport(id: $id) {
  verdict reasons basis predictions labelled createdBy autocorrelation window { from to } version { number } baseline { revision state }
  quality { name value lower upper baseline baselineLower baselineUpper previous direction reason }
  drift { level tested drifted output { name verdict } features {
    name kind verdict reason pValue adjustedPValue effect effectFloor psi jensenShannon referenceCount currentCount mean baselineMean warnings
    tests { method statistic pValue law } } }
  dataQuality { name count missingShare nonFiniteShare unseenShare baselineMissingShare }
  operations { errorRate latencyMsMean latencyMsP95 } } }`;

const reportOn = async (version: string, index: number, more: object = {}) => {
  const made = await createReport(world.server, writer, {
    version: { pick: { id: version } },
    window: dayWindow(index),
    ...more,
  });
  if (!made.report) throw new Error(JSON.stringify(made));
  const { data, errors } = await world.server.graphql(READ, { id: made.report.id }, reader);
  expect(errors).toBeUndefined();
  return data.monitoringReport;
};

const rmseOf = (given: readonly Row[]): number =>
  Math.sqrt(given.reduce((sum, { predicted, actual }) => sum + (predicted - actual) ** 2, 0) / given.length);
const metric = (report: { quality: { name: string }[] }, name: string) =>
  // biome-ignore lint/suspicious/noExplicitAny: tests read answers of any shape
  report.quality.find((one) => one.name === name) as any;

describe('a regression with a baseline', () => {
  const normal = normals(2013);
  const reference = rows(2_000, normal);
  let version: string;
  beforeAll(async () => {
    version = await versionOf(world.server, writer, 'house-prices', {
      signature: SIGNATURE,
      ...(await uploadBaseline(world.server, writer, reference)),
    });
  });

  test('a day like the baseline is OK, with numbers that can be worked out by hand', async () => {
    const today = rows(192, normal);
    await logRows(world.server, writer, version, day(0), today, (_, index) => ({
      latencyMs: 10 + (index % 4),
    }));
    const report = await reportOn(version, 0);
    expect(report).toMatchObject({
      verdict: 'OK',
      basis: 'SUMMARY',
      predictions: 192,
      labelled: 192,
      createdBy: 'serving',
      version: { number: 1 },
      baseline: { revision: 1, state: 'READY' },
      drift: { tested: 3, drifted: 0, output: { name: 'output', verdict: 'OK' } },
      operations: { errorRate: 0, latencyMsMean: 11.5 },
    });
    expect(report.drift.level).toBeCloseTo(1 / 365, 12);
    expect(Math.abs(report.operations.latencyMsP95 / 13 - 1)).toBeLessThanOrEqual(0.1);
    expect(metric(report, 'rmse').value).toBeCloseTo(rmseOf(today), 9);
    expect(metric(report, 'rmse').baseline).toBeCloseTo(rmseOf(reference), 9);
    expect(metric(report, 'rmse')).toMatchObject({
      direction: 'LOWER_IS_BETTER',
      previous: null,
      reason: null,
    });
    expect(metric(report, 'rmse').lower).toBeLessThan(metric(report, 'rmse').value);
    const mean = today.reduce((sum, { x }) => sum + x, 0) / 192;
    expect(report.drift.features[0]).toMatchObject({
      name: 'x',
      kind: 'NUMBER',
      verdict: 'OK',
      referenceCount: 2000,
      currentCount: 192,
    });
    expect(report.drift.features[0].mean).toBeCloseTo(mean, 9);
    expect(
      report.drift.features.map(({ tests }: { tests: { method: string }[] }) =>
        tests.map(({ method }) => method),
      ),
    ).toEqual([['WEIGHTED_GAP', 'CHI_SQUARE'], ['CHI_SQUARE']]);
    expect(report.reasons[0]).toMatch(/^Quality is as in the baseline: rmse/);
  });

  test('a shifted feature is a WARNING that names it', async () => {
    await logRows(world.server, writer, version, day(1), rows(192, normal, { shift: 1.5 }));
    const report = await reportOn(version, 1);
    expect(report.verdict).toBe('WARNING');
    expect(report.drift).toMatchObject({ tested: 3, drifted: 1, output: { verdict: 'OK' } });
    expect(report.drift.features).toMatchObject([{ verdict: 'DRIFT' }, { verdict: 'OK' }]);
    expect(report.drift.features[0].effect).toBeGreaterThan(report.drift.features[0].effectFloor);
    expect(report.drift.features[0].adjustedPValue).toBeLessThan(report.drift.level);
    expect(report.reasons[0]).toMatch(/^x drifted: effect .* mean 1\.\d+ against/);
    expect(metric(report, 'rmse').previous).toBeCloseTo(metric(await reportOn(version, 0), 'rmse').value, 12);
  });

  test('errors four times as large are CRITICAL, and told before the drift', async () => {
    await logRows(world.server, writer, version, day(2), rows(192, normal, { shift: 3, error: 8 }));
    const report = await reportOn(version, 2);
    expect(report.verdict).toBe('CRITICAL');
    expect(report.reasons[0]).toMatch(/^rmse is .* far worse than/);
    expect(report.reasons.findIndex((reason: string) => reason.startsWith('x drifted'))).toBeGreaterThan(0);
  });

  test('what is missing, unseen or not finite is counted, and drifts', async () => {
    await logRows(world.server, writer, version, day(3), rows(200, normal), (row, index) => ({
      features: {
        x: index % 10 === 0 ? 'NaN' : row.x,
        city: index % 4 === 0 ? null : index % 4 === 1 ? 'Genf' : row.city,
      },
    }));
    const report = await reportOn(version, 3);
    expect(report.dataQuality).toEqual([
      {
        name: 'x',
        count: 200,
        missingShare: 0,
        nonFiniteShare: 0.1,
        unseenShare: null,
        baselineMissingShare: 0,
      },
      {
        name: 'city',
        count: 200,
        missingShare: 0.25,
        nonFiniteShare: 0,
        unseenShare: 0.25,
        baselineMissingShare: 0,
      },
    ]);
    expect(report.drift.features).toMatchObject([{ name: 'x' }, { name: 'city', verdict: 'DRIFT' }]);
  });

  test('without actuals quality is not known; with them, and with corrected ones, it is', async () => {
    const today = rows(48, normal, { error: 2 });
    await logRows(world.server, writer, version, day(5), today, () => ({ actual: undefined }));
    const before = await reportOn(version, 5);
    expect(before).toMatchObject({ verdict: 'OK', labelled: 0 });
    expect(metric(before, 'rmse')).toMatchObject({ value: null, lower: null, reason: expect.any(String) });
    expect(before.reasons.join()).toContain('has its actual yet');
    const actuals = (error: number, revision: number) =>
      today.map(({ predicted }, index) => ({
        predictionId: `${day(5)}-${index}`,
        value: { number: predicted + error },
        revision,
      }));
    await recordActuals(world.server, writer, 'house-prices', actuals(2, 0));
    expect(metric(await reportOn(version, 5), 'rmse').value).toBeCloseTo(2, 12);
    await recordActuals(world.server, writer, 'house-prices', actuals(-3, 1));
    const corrected = await reportOn(version, 5);
    expect(metric(corrected, 'rmse').value).toBeCloseTo(3, 12);
    expect(metric(corrected, 'bias').value).toBeCloseTo(3, 12);
  });

  test('failed predictions are told, and are no drift of the output', async () => {
    await logRows(world.server, writer, version, day(7), rows(96, normal), (_, index) =>
      index % 4 === 0 ? {} : { output: undefined, actual: undefined, error: 'out of memory' },
    );
    const report = await reportOn(version, 7);
    expect(report).toMatchObject({
      verdict: 'CRITICAL',
      predictions: 96,
      labelled: 24,
      operations: { errorRate: 0.75 },
    });
    expect(report.reasons[0]).toBe('75 % of 96 predictions failed.');
    expect(report.drift.output.verdict).toBe('OK');
  });

  test('too few predictions are INSUFFICIENT_DATA, with how many are needed; none are NO_DATA', async () => {
    await logRows(world.server, writer, version, day(9), rows(2, normal), () => ({ actual: undefined }));
    const report = await reportOn(version, 9);
    expect(report.verdict).toBe('INSUFFICIENT_DATA');
    expect(report.drift).toMatchObject({ tested: 0, drifted: 0 });
    expect(report.drift.features[0]).toMatchObject({ verdict: 'INSUFFICIENT_DATA', adjustedPValue: null });
    expect(report.reasons.join()).toMatch(/2 came, and \d+ are needed/);
    expect(await reportOn(version, 11)).toMatchObject({
      verdict: 'NO_DATA',
      predictions: 0,
      operations: { errorRate: null },
    });
  });

  test('a smaller budget asks for more before it calls a thing drift', async () => {
    const levels = await Promise.all(
      [0.01, 1, 100].map(
        async (falseAlarmsPerYear) => (await reportOn(version, 1, { falseAlarmsPerYear })).drift.level,
      ),
    );
    expect(levels.map((level) => level * 365)).toEqual(
      [0.01, 1, 100].map((budget) => expect.closeTo(budget, 9)),
    );
  });
});

test('without a baseline there is nothing to compare with; with a small one it is said', async () => {
  const normal = normals(7);
  const bare = await versionOf(world.server, writer, 'bare', { signature: SIGNATURE });
  await logRows(world.server, writer, bare, day(0), rows(48, normal));
  const report = await reportOn(bare, 0);
  expect(report).toMatchObject({ verdict: 'NO_BASELINE', drift: null, baseline: null, predictions: 48 });
  expect(metric(report, 'rmse')).toMatchObject({ value: expect.any(Number), baseline: null });
  const small = await versionOf(world.server, writer, 'small', {
    signature: SIGNATURE,
    ...(await uploadBaseline(world.server, writer, rows(90, normal))),
  });
  await logRows(world.server, writer, small, day(0), rows(31, normal));
  const warned = await reportOn(small, 0);
  expect(warned.drift.features[0].warnings).toHaveLength(1);
  expect(warned.reasons.filter((reason: string) => reason.includes('a tenth of the baseline'))).toHaveLength(
    1,
  );
});

test('a binary classification is judged by its labels and probabilities', async () => {
  const row = (index: number, rightness: number) => {
    const actual = index % 3 === 0 ? 'yes' : 'no';
    const label = (index * 7919) % 100 < 100 * rightness === (actual === 'yes') ? 'yes' : 'no';
    return { label, actual, probability: label === 'yes' ? 0.8 : 0.3 };
  };
  const lines = Array.from({ length: 600 }, (_, index) => {
    const { label, actual, probability } = row(index, 0.9);
    const output = { class: { label, probabilities: { yes: probability, no: 1 - probability } } };
    return JSON.stringify({ features: { x: index % 17 }, output, actual: { label: actual } });
  });
  const artifact = await uploadBytes(world.server, writer, Buffer.from(lines.join('\n')), 'rows.ndjson');
  const version = await versionOf(world.server, writer, 'churn', {
    task: 'BINARY_CLASSIFICATION',
    signature: {
      inputs: [{ name: 'x', kind: 'NUMBER' }],
      output: { positiveLabel: 'yes', labels: ['yes', 'no'] },
    },
    artifacts: [artifact],
    baseline: { artifactPath: artifact.path },
  });
  const log = async (index: number, rightness: number) => {
    const predictions = Array.from({ length: 300 }, (_, place) => {
      const { label, actual, probability } = row(place, rightness);
      return {
        predictionId: `${index}-${place}`,
        occurredAt: new Date(Date.parse(day(index)) + place * 200_000).toISOString(),
        features: { x: place % 17 },
        output: { class: { label, probabilities: { yes: probability, no: 1 - probability } } },
        actual: { label: actual },
      };
    });
    expect(await logPredictions(world.server, writer, version, predictions)).toMatchObject({ accepted: 300 });
  };
  await log(0, 0.9);
  const good = await reportOn(version, 0);
  expect(good.verdict).toBe('OK');
  const wrong = Array.from({ length: 300 }, (_, index) => row(index, 0.9)).filter(
    ({ label, actual }) => label !== actual,
  ).length;
  expect(metric(good, 'accuracy').value).toBeCloseTo(1 - wrong / 300, 12);
  expect(metric(good, 'roc_auc')).toMatchObject({ direction: 'HIGHER_IS_BETTER', lower: expect.any(Number) });
  await log(1, 0.55);
  const bad = await reportOn(version, 1);
  expect(bad.verdict).toBe('CRITICAL');
  expect(bad.reasons[0]).toMatch(/^(accuracy|f1|roc_auc) is .* far worse than/);
});

test('numbers beyond the finite, and a feature named after one, come through', async () => {
  const version = await versionOf(world.server, writer, 'odd', {
    signature: { inputs: [{ name: 'NaN', kind: 'NUMBER' }] },
  });
  const predictions = Array.from({ length: 20 }, (_, index) => ({
    predictionId: `p-${index}`,
    occurredAt: day(0),
    features: { NaN: index % 2 === 0 ? 'Infinity' : 1e308 },
    output: { number: { value: index % 2 === 0 ? 'NaN' : -1e308 } },
    actual: { number: 1e308 },
  }));
  expect(await logPredictions(world.server, writer, version, predictions)).toMatchObject({ accepted: 20 });
  const report = await reportOn(version, 0);
  expect(report.dataQuality).toMatchObject([{ name: 'NaN', count: 20, nonFiniteShare: 0.5 }]);
  const reason = 'The numbers are too large to be added up.';
  expect(report.quality).toMatchObject([
    { name: 'rmse', value: null, reason },
    { name: 'mae', value: null, reason },
    { name: 'r2', value: null, reason },
    { name: 'bias', value: null, reason },
    { name: 'mape', value: 2, reason: null },
  ]);
});

test("a feature that comes no more has drifted in a window larger than the baseline, too, at an hour's level", async () => {
  const normal = normals(2015);
  const version = await versionOf(world.server, writer, 'vanished', {
    signature: { ...SIGNATURE, inputs: [{ name: 'x', kind: 'NUMBER', nullable: true }, SIGNATURE.inputs[1]] },
    ...(await uploadBaseline(world.server, writer, rows(200, normal))),
  });
  await logRows(world.server, writer, version, day(0), rows(600, normal), ({ city }) => ({
    features: { x: null, city },
  }));
  const report = await reportOn(version, 0, { falseAlarmsPerYear: 1 / 24 });
  expect(report).toMatchObject({ verdict: 'WARNING', drift: { drifted: 1, output: { verdict: 'OK' } } });
  expect(report.drift.features).toMatchObject([
    { name: 'x', verdict: 'DRIFT', currentCount: 600, referenceCount: 200 },
    { name: 'city', verdict: 'OK' },
  ]);
  expect(report.drift.features[0].adjustedPValue).toBeLessThan(1e-20);
});

test('a baseline with a number too large to be squared is no baseline of zero', async () => {
  const normal = normals(2014);
  const [first, ...others] = rows(400, normal) as [Row, ...Row[]];
  const version = await versionOf(world.server, writer, 'sentinel', {
    signature: SIGNATURE,
    ...(await uploadBaseline(world.server, writer, [{ ...first, actual: -Number.MAX_VALUE }, ...others])),
  });
  await logRows(world.server, writer, version, day(0), rows(192, normal));
  const report = await reportOn(version, 0);
  expect(report).toMatchObject({ verdict: 'OK', labelled: 192 });
  expect(metric(report, 'rmse')).toMatchObject({
    value: expect.any(Number),
    baseline: null,
    baselineUpper: null,
  });
});

describe('a request for a report', () => {
  let version: string;
  beforeAll(async () => {
    version = await versionOf(world.server, writer, 'asked', { signature: SIGNATURE });
  });
  const hours = (from: string, to: string) => ({ window: { from, to } });

  test.each([
    ['that begins within an hour', hours('2013-01-01T00:30:00Z', day(1)), ['input', 'window', 'from']],
    ['that ends a microsecond late', hours(day(0), '2013-01-02T00:00:00.000001Z'), ['input', 'window', 'to']],
    ['of nothing', hours(day(1), day(1)), ['input', 'window', 'to']],
    ['that ends before it begins', hours(day(2), day(1)), ['input', 'window', 'to']],
    ['longer than 400 days', hours(day(0), day(401)), ['input', 'window', 'to']],
    ['of the year 1', hours('0001-01-01T00:00:00Z', '0001-01-02T00:00:00Z'), ['input', 'window', 'from']],
    [
      'that ends in the year 9999',
      hours('9999-01-01T00:00:00Z', '9999-01-02T00:00:00Z'),
      ['input', 'window', 'to'],
    ],
    ['with no budget', { falseAlarmsPerYear: 0 }, ['input', 'falseAlarmsPerYear']],
    ['with NaN for a budget', { falseAlarmsPerYear: 'NaN' }, ['input', 'falseAlarmsPerYear']],
    ['with an endless budget', { falseAlarmsPerYear: 'Infinity' }, ['input', 'falseAlarmsPerYear']],
  ])('%s is refused', async (_, more, path) => {
    const input = { version: { pick: { id: version } }, window: dayWindow(0), ...more };
    expect(await createReport(world.server, writer, input)).toMatchObject({
      report: null,
      userErrors: [{ __typename: 'ValidationError', path }],
    });
  });

  test('on a version that is not there is refused; a reader may ask for none', async () => {
    const input = { version: { pick: { id: '00000000-0000-7000-8000-00000000abcd' } }, window: dayWindow(0) };
    expect(await createReport(world.server, writer, input)).toMatchObject({
      userErrors: [{ code: 'NOT_FOUND' }],
    });
    expect(await createReport(world.server, reader, input)).toMatchObject({
      errors: [{ extensions: { code: 'FORBIDDEN' } }],
    });
  });

  test('with one key makes one report, also at once, and one event', async () => {
    const input = { version: { pick: { id: version } }, window: dayWindow(20), idempotencyKey: 'once' };
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => createReport(world.server, writer, input)),
    );
    expect(new Set(answers.map(({ report }) => report.id)).size).toBe(1);
    expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1);
    const other = await createReport(world.server, writer, { ...input, window: dayWindow(21) });
    expect(other).toMatchObject({ report: null, userErrors: [{ code: 'IDEMPOTENCY_MISMATCH' }] });
    const events = await until(async () => {
      const { data } = await world.server.graphql(
        'query($id: ID) { events(filter: { subjectId: $id }) { nodes { type actor subjectKind after } } }',
        { id: answers[0].report.id },
        reader,
      );
      return data.events.nodes.length > 0 ? data.events.nodes : null;
    }, 'the event');
    expect(events).toEqual([
      {
        type: 'MONITORING_REPORT_CREATED',
        actor: 'serving',
        subjectKind: 'MONITORING_REPORT',
        after: { version: { id: version, number: 1 }, window: dayWindow(20), verdict: 'NO_DATA' },
      },
    ]);
  });
});

test('reports are listed by version, model and verdict, in both orders, page by page', async () => {
  const version = await versionOf(world.server, writer, 'listed', { signature: SIGNATURE });
  const second = await versionOf(world.server, writer, 'listed', { signature: SIGNATURE });
  const ids: string[] = [];
  for (const index of [3, 1, 2])
    ids.push(
      (
        await createReport(world.server, writer, {
          version: { pick: { id: version } },
          window: dayWindow(index),
        })
      ).report.id,
    );
  await logRows(world.server, writer, second, day(0), rows(4, normals(1)));
  await createReport(world.server, writer, { version: { pick: { id: second } }, window: dayWindow(0) });
  const list = async (variables: object) => {
    const { data, errors } = await world.server.graphql(
      `query($filter: MonitoringReportFilter, $order: MonitoringReportOrder, $first: Int! = 50, $after: String) {
         monitoringReports(filter: $filter, order: $order, first: $first, after: $after) { totalCount nodes { id reasons } pageInfo { hasNextPage endCursor } } }`,
      variables,
      reader,
    );
    expect(errors).toBeUndefined();
    return {
      ...data.monitoringReports,
      ids: data.monitoringReports.nodes.map(({ id }: { id: string }) => id),
    };
  };
  const ofVersion = { version: { pick: { id: version } } };
  const [a, b, c] = ids as [string, string, string];
  expect(await list({ filter: ofVersion })).toMatchObject({ totalCount: 3, ids: [c, b, a] });
  const order = { field: 'WINDOW_TO', direction: 'ASC' };
  const first = await list({ filter: ofVersion, order, first: 2 });
  expect(first).toMatchObject({ ids: [b, c], pageInfo: { hasNextPage: true } });
  expect(await list({ filter: ofVersion, order, first: 2, after: first.pageInfo.endCursor })).toMatchObject({
    ids: [a],
  });
  expect(await list({ filter: { model: { name: 'listed' } } })).toMatchObject({ totalCount: 4 });
  expect(await list({ filter: { model: { name: 'listed' }, verdict: ['NO_BASELINE'] } })).toMatchObject({
    totalCount: 1,
  });
  expect(await list({ filter: { model: { name: 'nowhere' } } })).toMatchObject({ totalCount: 0, ids: [] });
  const { data } = await world.server.graphql(
    `{ model(ref: { name: "listed" }) { versions { nodes { number monitoringReports(first: 2) { totalCount nodes { id verdict } } } } } }`,
    {},
    reader,
  );
  expect(data.model.versions.nodes).toEqual([
    {
      number: 2,
      monitoringReports: { totalCount: 1, nodes: [{ id: expect.any(String), verdict: 'NO_BASELINE' }] },
    },
    {
      number: 1,
      monitoringReports: {
        totalCount: 3,
        nodes: [
          { id: c, verdict: 'NO_DATA' },
          { id: b, verdict: 'NO_DATA' },
        ],
      },
    },
  ]);
});
