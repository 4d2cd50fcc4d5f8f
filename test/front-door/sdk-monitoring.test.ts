import { makeWorld, type World } from '../kit/server';
import { until } from '../kit/until';
import {
  type AlertEvent,
  ConflictError,
  ForbiddenError,
  ModelGraph,
  NotFoundError,
  ValidationError,
  type Version,
} from './sdk-built';

let world: World;
let mg: ModelGraph;
let admin: ModelGraph;
beforeAll(async () => {
  world = await makeWorld();
  mg = new ModelGraph({ url: world.server.url, token: await world.token('WRITER', { subject: 'trainer' }) });
  admin = new ModelGraph({ url: world.server.url, token: await world.token('ADMIN') });
});
afterAll(() => world.close());

const thrown = (work: PromiseLike<unknown>): Promise<unknown> =>
  Promise.resolve(work).then(
    () => null,
    (error: unknown) => error,
  );

const hour = (day: number, index: number): Date => new Date(Date.UTC(2025, 0, 1 + day, index));
const window = (day: number) => ({ from: hour(day, 0), to: hour(day + 1, 0) });

/** A version whose hold-out error is 1. */
async function serve(model: string): Promise<Version> {
  const rows = Array.from({ length: 200 }, (_, n) => ({
    features: { x: n % 20 },
    output: { number: { value: n % 20 } },
    actual: { number: (n % 20) + (n % 2 === 0 ? 1 : -1) },
  }));
  const { version } = await mg.versions.register({
    model,
    task: 'REGRESSION',
    signature: { inputs: [{ name: 'x', kind: 'NUMBER' }] },
    baseline: { rows },
  });
  return version;
}

/** A day of predictions that are all wrong by as much. */
async function logDay(version: Version, day: number, error: number, shift = 0): Promise<void> {
  const predictions = Array.from({ length: 120 }, (_, n) => ({
    occurredAt: hour(day, n % 24),
    features: { x: (n % 20) + shift },
    output: { number: { value: n % 20 } },
    actual: { number: (n % 20) + (n % 2 === 0 ? error : -error) },
  }));
  const { accepted } = await mg.predictions.logNow(version, predictions);
  expect(accepted).toBe(120);
}

test('a report is made, read whole, and listed as a summary', async () => {
  const version = await serve('reported');
  await logDay(version, 0, 1);
  await logDay(version, 1, 1, 100);
  const calm = await mg.reports.create({ version, window: window(0) });
  expect(calm).toMatchObject({
    replayed: false,
    report: {
      verdict: 'OK',
      predictions: 120,
      labelled: 120,
      version: { id: version.id, model: { name: 'reported' } },
    },
  });
  const { report } = await mg.reports.create({
    version: { model: 'reported', pick: { number: 1 } },
    window: window(1),
  });
  expect(report).toMatchObject({
    window: { from: hour(1, 0).toISOString(), to: hour(2, 0).toISOString() },
    verdict: 'WARNING',
    basis: 'SUMMARY',
    createdBy: 'trainer',
    baseline: { id: version.baseline?.id },
    drift: { drifted: 1, features: [{ name: 'x', verdict: 'DRIFT', baselineMean: 9.5, mean: 109.5 }] },
    dataQuality: [{ name: 'x', count: 120, missingShare: 0 }],
    operations: { errorRate: 0, latencyMsMean: null },
  });
  expect(report.drift?.features[0]?.tests.map(({ method }) => method)).toEqual([
    'WEIGHTED_GAP',
    'CHI_SQUARE',
  ]);
  expect(report.quality.find(({ name }) => name === 'rmse')).toMatchObject({
    value: 1,
    baseline: 1,
    previous: 1,
  });
  const evaluated = await until(async () => {
    const found = await mg.reports.get(report.id);
    return found?.rulesEvaluated ? found : null;
  }, 'the rules to be evaluated');
  expect(evaluated).toEqual({ ...report, rulesEvaluated: true });
  const listed = await mg.reports.list({
    filter: { model: 'reported' },
    order: { field: 'WINDOW_TO' },
    first: 100,
  });
  expect(listed.totalCount).toBe(2);
  expect(listed.nodes[0]).toMatchObject({ id: report.id, drift: { drifted: 1 } });
  expect(listed.nodes[0]).not.toHaveProperty('dataQuality');
  expect(listed.nodes[0]?.drift).not.toHaveProperty('features');
  expect((await mg.reports.list({ filter: { version, verdict: ['WARNING'] } })).totalCount).toBe(1);
  expect(await mg.reports.get(version.id)).toBeNull();
  const missing = mg.reports.create({ version: { model: 'nobody' }, window: window(0) });
  expect(await thrown(missing)).toBeInstanceOf(NotFoundError);
  const backwards = mg.reports.create({ version, window: { from: hour(1, 0), to: hour(0, 0) } });
  expect(await thrown(backwards)).toBeInstanceOf(ValidationError);
});

test('a rule is broken, whoever is subscribed hears of it, somebody takes it on, and it is over', async () => {
  const version = await serve('alerting');
  const { rule } = await mg.alerts.createRule({
    model: 'alerting',
    watch: 'RMSE',
    compare: 'ABOVE_BASELINE_RATIO',
    value: 1.5,
    severity: 'CRITICAL',
  });
  expect(rule).toMatchObject({
    model: { name: 'alerting' },
    forWindows: 1,
    health: 'OK',
    createdBy: 'trainer',
  });
  expect(await mg.alerts.getRule(rule.id)).toEqual(rule);
  expect((await mg.alerts.listRules({ filter: { model: version.model } })).nodes).toEqual([rule]);

  const stop = new AbortController();
  const subscription = mg.alerts.subscribe({ filter: { model: 'alerting' }, signal: stop.signal });
  const events: AlertEvent[] = [];
  const heard = (async () => {
    for await (const { event } of subscription) events.push(event);
  })().catch((error: unknown) => error);
  const isHeard = (status: AlertEvent['status']) =>
    until(async () => events.find((one) => one.status === status) ?? null, `an alert that is ${status}`);
  await until(async () => {
    const text = await (await fetch(`${world.server.url}/metrics`)).text();
    return /modelgraph_subscribers(?:\{[^}]*\})? 1\n/.test(text) ? true : null;
  }, 'the subscription');

  await logDay(version, 0, 3);
  const { report } = await mg.reports.create({ version, window: window(0) });
  const { alert } = await isHeard('FIRING');
  expect(alert).toMatchObject({
    rule: { id: rule.id },
    version: { number: 1, model: { name: 'alerting' } },
    severity: 'CRITICAL',
    watch: 'RMSE',
    value: 3,
    threshold: 1.5,
    report: { id: report.id, window: { from: hour(0, 0).toISOString() } },
  });
  const taken = await mg.alerts.acknowledge({ id: alert.id, note: 'looking' });
  expect(taken.alert).toMatchObject({ status: 'ACKNOWLEDGED', acknowledgedBy: 'trainer', note: 'looking' });
  expect((await mg.alerts.acknowledge(alert.id)).alert).toEqual(taken.alert);
  expect((await mg.alerts.list({ filter: { model: 'alerting', status: ['ACKNOWLEDGED'] } })).nodes).toEqual([
    taken.alert,
  ]);
  await logDay(version, 1, 1);
  await mg.reports.create({ version, window: window(1) });
  await isHeard('RESOLVED');
  expect(await mg.alerts.get(alert.id)).toMatchObject({ status: 'RESOLVED' });
  expect(await thrown(mg.alerts.acknowledge(alert.id))).toBeInstanceOf(ConflictError);
  expect(await thrown(mg.alerts.acknowledge(version.id))).toBeInstanceOf(NotFoundError);
  stop.abort(new Error('enough'));
  expect(await heard).toMatchObject({ message: 'enough' });
  expect(events.map(({ event }) => event.type)).toEqual(
    expect.arrayContaining(['ALERT_ACKNOWLEDGED', 'ALERT_RESOLVED']),
  );
  expect((await mg.alerts.list({ first: 100 })).totalCount).toBe(1);
  expect((await mg.alerts.listRules({ first: 100 })).totalCount).toBe(1);
});

test('jobs are for administrators', async () => {
  const page = await admin.jobs.list({ filter: { kind: ['FORGET_EXPIRED'] }, first: 100 });
  expect(page.nodes[0]).toMatchObject({ kind: 'FORGET_EXPIRED', attempts: expect.any(Number) });
  expect(await admin.jobs.get(page.nodes[0]?.id ?? '')).toMatchObject({ kind: 'FORGET_EXPIRED' });
  expect(await admin.jobs.get('nothing')).toBeNull();
  expect(await thrown(mg.jobs.list())).toBeInstanceOf(ForbiddenError);
});
