import { connect, Follower } from '../kit/follower';
import {
  ALERT_EVENTS,
  alertsOf,
  createReport,
  createRule,
  day,
  dayWindow,
  evaluated,
  reportDay,
  serve,
} from '../kit/monitored';
import { makeWorld, type World } from '../kit/server';

let world: World;
let writer: string;
let reader: string;
beforeAll(async () => {
  world = await makeWorld();
  writer = await world.token('WRITER', { subject: 'oncall' });
  reader = await world.token('READER', { subject: 'watcher' });
});
afterAll(() => world.close());

const rmseAbove = (model: string, more: object = {}) => ({
  model: { name: model },
  watch: 'RMSE',
  compare: 'ABOVE',
  value: 3,
  ...more,
});

const acknowledge = async (id: string, note: string | null = null, token = writer) => {
  const { data, errors } = await world.server.graphql(
    `mutation($input: AcknowledgeAlertInput!) { acknowledgeAlert(input: $input) {
       alert { id status acknowledgedBy acknowledgedAt note } userErrors { code message path } } }`,
    { input: { id, note } },
    token,
  );
  expect(errors).toBeUndefined();
  return data.acknowledgeAlert;
};

test('an incident from its first broken window to its end, and again', async () => {
  const served = await serve(world.server, writer, 'incident');
  await createRule(world.server, writer, rmseAbove('incident', { severity: 'CRITICAL' }));
  const client = connect(world.server, reader);
  const filter = { model: { name: 'incident' } };
  const follower = await new Follower(client, { filter }, ALERT_EVENTS).begun();
  const told = () => follower.events.map(({ event, status }) => `${event.type} ${status}`);

  await reportDay(world, writer, served, 0, 2);
  const second = await reportDay(world, writer, served, 1, 5);
  await follower.received(1);
  expect(follower.events[0]).toMatchObject({
    status: 'FIRING',
    event: { type: 'ALERT_FIRED', after: { status: 'FIRING', severity: 'CRITICAL', windows: 1 } },
    alert: { version: { id: served.versionId }, rule: { watch: 'RMSE' } },
  });
  const [alert] = await alertsOf(world.server, reader, 'incident');
  expect(alert).toMatchObject({
    status: 'FIRING',
    severity: 'CRITICAL',
    watch: 'RMSE',
    value: 5,
    threshold: 3,
    windows: 1,
    report: { id: second },
    message: 'The rmse of incident version 1 was 5 from 2013-01-02 00:00 to 2013-01-03 00:00 UTC, above 3.',
  });

  await reportDay(world, writer, served, 2, 6);
  await evaluated(world);
  expect(await alertsOf(world.server, reader, 'incident')).toMatchObject([{ windows: 2, value: 6 }]);
  expect(await acknowledge(alert.id, 'I look')).toMatchObject({
    alert: { status: 'ACKNOWLEDGED', acknowledgedBy: 'oncall', note: 'I look' },
  });
  // Taking on twice is as once.
  expect(await acknowledge(alert.id, 'me too')).toMatchObject({ alert: { note: 'I look' }, userErrors: [] });

  await reportDay(world, writer, served, 3, 1);
  await follower.received(3);
  expect(await acknowledge(alert.id)).toMatchObject({
    alert: null,
    userErrors: [{ code: 'UNEXPECTED_STATE', path: ['input', 'id'] }],
  });
  await reportDay(world, writer, served, 4, 7);
  await follower.received(4);
  expect(await alertsOf(world.server, reader, 'incident')).toMatchObject([
    { id: alert.id, status: 'FIRING', value: 7, acknowledgedAt: null, note: null, resolvedAt: null },
  ]);
  await reportDay(world, writer, served, 5, 1);
  // More than a day of windows after the good one: another incident.
  await reportDay(world, writer, served, 8, 5);
  await follower.received(6);
  const alerts = await alertsOf(world.server, reader, 'incident');
  expect(alerts.map(({ status }) => status)).toEqual(['FIRING', 'RESOLVED']);
  expect(alerts[1]).toMatchObject({
    id: alert.id,
    value: 7,
    resolvedAt: expect.any(String),
    message:
      'Over: The rmse of incident version 1 was 1 from 2013-01-06 00:00 to 2013-01-07 00:00 UTC, no longer above 3.',
  });
  expect(told()).toEqual([
    'ALERT_FIRED FIRING',
    'ALERT_ACKNOWLEDGED ACKNOWLEDGED',
    'ALERT_RESOLVED RESOLVED',
    'ALERT_REOPENED FIRING',
    'ALERT_RESOLVED RESOLVED',
    'ALERT_FIRED FIRING',
  ]);
  // The same again, from the cursor before the last.
  const behind = follower.envelopes.filter(({ event }) => event).at(-2)?.cursor;
  const resumed = await new Follower(client, { filter, after: behind }, ALERT_EVENTS).received(1);
  expect(resumed.events[0].event.position).toBe(follower.events.at(-1).event.position);
  await client.dispose();
});

test('a rule for two windows is PENDING after the first', async () => {
  const served = await serve(world.server, writer, 'patient');
  await createRule(world.server, writer, rmseAbove('patient', { forWindows: 2 }));
  await reportDay(world, writer, served, 0, 5);
  await evaluated(world);
  const [pending] = await alertsOf(world.server, reader, 'patient');
  expect(pending).toMatchObject({ status: 'PENDING', windows: 1, firedAt: null });
  expect(await acknowledge(pending.id)).toMatchObject({ userErrors: [{ code: 'UNEXPECTED_STATE' }] });
  // The same window once more is no second window.
  await reportDay(world, writer, served, 0, 6);
  await evaluated(world);
  expect(await alertsOf(world.server, reader, 'patient')).toMatchObject([
    { status: 'PENDING', windows: 1, value: 6 },
  ]);
  await reportDay(world, writer, served, 1, 5);
  await evaluated(world);
  expect(await alertsOf(world.server, reader, 'patient')).toMatchObject([
    { id: pending.id, status: 'FIRING', windows: 2, firedAt: expect.any(String) },
  ]);
});

test('a report on an earlier window comes too late; one without a number changes the health alone', async () => {
  const served = await serve(world.server, writer, 'late');
  const { rule } = await createRule(world.server, writer, rmseAbove('late'));
  await reportDay(world, writer, served, 5, 1);
  await reportDay(world, writer, served, 3, 9);
  await evaluated(world);
  expect(await alertsOf(world.server, reader, 'late')).toEqual([]);
  const health = async () =>
    (await world.server.graphql('query($id: ID!) { alertRule(id: $id) { health } }', { id: rule.id }, reader))
      .data.alertRule.health;
  expect(await health()).toBe('OK');
  await reportDay(world, writer, served, 6, 9);
  const empty = { version: { pick: { id: served.versionId } }, window: dayWindow(7) };
  expect((await createReport(world.server, writer, empty)).report.verdict).toBe('NO_DATA');
  await evaluated(world);
  expect(await health()).toBe('NO_DATA');
  expect(await alertsOf(world.server, reader, 'late')).toMatchObject([{ status: 'FIRING' }]);
});

test('a rule is not evaluated on reports that were made before it', async () => {
  const served = await serve(world.server, writer, 'before');
  await reportDay(world, writer, served, 0, 9);
  await createRule(world.server, writer, rmseAbove('before'));
  await evaluated(world);
  expect(await alertsOf(world.server, reader, 'before')).toEqual([]);
  await reportDay(world, writer, served, 0, 9);
  await evaluated(world);
  expect(await alertsOf(world.server, reader, 'before')).toHaveLength(1);
});

test('every rule and every version has its own alert', async () => {
  const first = await serve(world.server, writer, 'several');
  const second = await serve(world.server, writer, 'several');
  await createRule(world.server, writer, rmseAbove('several'));
  await createRule(world.server, writer, rmseAbove('several', { value: 8 }));
  await createRule(world.server, writer, {
    model: { name: 'several' },
    watch: 'PREDICTIONS',
    compare: 'BELOW',
    value: 100,
  });
  await reportDay(world, writer, first, 0, 5);
  await reportDay(world, writer, second, 0, 10);
  await evaluated(world);
  const alerts = await alertsOf(world.server, reader, 'several');
  const found = alerts.map(({ watch, threshold, version }) => [
    version.id === first.versionId ? 1 : 2,
    watch,
    threshold,
  ]);
  expect(found.sort()).toEqual(
    [
      [1, 'PREDICTIONS', 100],
      [1, 'RMSE', 3],
      [2, 'PREDICTIONS', 100],
      [2, 'RMSE', 3],
      [2, 'RMSE', 8],
    ].sort(),
  );
});

test('a subscription sends what its filter says, by severity and by where the alert stands', async () => {
  const served = await serve(world.server, writer, 'filtered');
  await createRule(world.server, writer, rmseAbove('filtered', { severity: 'INFO' }));
  await createRule(world.server, writer, rmseAbove('filtered', { severity: 'CRITICAL' }));
  const client = connect(world.server, reader);
  const model = { name: 'filtered' };
  const grave = await new Follower(
    client,
    { filter: { model, severity: ['CRITICAL'] } },
    ALERT_EVENTS,
  ).begun();
  const over = await new Follower(client, { filter: { model, status: ['RESOLVED'] } }, ALERT_EVENTS).begun();
  await reportDay(world, writer, served, 0, 5);
  await reportDay(world, writer, served, 1, 1);
  await grave.received(2);
  await over.received(2);
  expect(grave.events.map(({ status }) => status)).toEqual(['FIRING', 'RESOLVED']);
  expect(over.events.map(({ event }) => event.after.severity).sort()).toEqual(['CRITICAL', 'INFO']);
  const missing = new Follower(client, { filter: { model: { name: 'nowhere' } } }, ALERT_EVENTS);
  expect((await missing.ended).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  await client.dispose();
});

describe('a rule', () => {
  beforeAll(() => serve(world.server, writer, 'ruled'));

  test.each([
    ['a value that is no number', { value: 'NaN' }, ['input', 'value']],
    ['an infinite value', { value: 'Infinity' }, ['input', 'value']],
    ['no window', { forWindows: 0 }, ['input', 'forWindows']],
    ['too many windows', { forWindows: 101 }, ['input', 'forWindows']],
    ['no budget', { falseAlarmsPerYear: 0 }, ['input', 'falseAlarmsPerYear']],
    ['a feature for a metric of the whole', { feature: 'x' }, ['input', 'feature']],
    ['a ratio of nothing', { compare: 'ABOVE_BASELINE_RATIO', value: 0 }, ['input', 'value']],
    [
      'a ratio of what no baseline has',
      { watch: 'ERROR_RATE', compare: 'ABOVE_BASELINE_RATIO' },
      ['input', 'compare'],
    ],
    [
      'a ratio of a bias, which may be on either side of zero',
      { watch: 'BIAS', compare: 'ABOVE_BASELINE_RATIO' },
      ['input', 'compare'],
    ],
    ['a metric that the task of the model has not', { watch: 'ACCURACY' }, ['input', 'watch']],
    ['an empty feature', { watch: 'DRIFT', feature: '' }, ['input', 'feature']],
  ])('with %s is refused', async (_, more, path) => {
    expect(await createRule(world.server, writer, rmseAbove('ruled', more))).toMatchObject({
      rule: null,
      userErrors: [{ __typename: 'ValidationError', path }],
    });
  });

  test('is read back as it was given, once for one key', async () => {
    const input = {
      model: { name: 'ruled' },
      watch: 'DRIFT',
      feature: 'x',
      compare: 'ABOVE',
      value: 0,
      severity: 'INFO',
      forWindows: 3,
      falseAlarmsPerYear: 0.5,
      idempotencyKey: 'once',
    };
    const made = await createRule(world.server, writer, input);
    const { idempotencyKey: _, model: __, ...given } = input;
    expect(made).toMatchObject({
      replayed: false,
      rule: { ...given, health: 'OK', createdBy: 'oncall', model: { name: 'ruled' } },
    });
    expect(await createRule(world.server, writer, input)).toMatchObject({
      replayed: true,
      rule: { id: made.rule.id },
    });
    const { data } = await world.server.graphql(
      '{ alertRules(filter: { model: { name: "ruled" }, watch: [DRIFT] }) { totalCount nodes { id } } }',
      {},
      reader,
    );
    expect(data.alertRules).toEqual({ totalCount: 1, nodes: [{ id: made.rule.id }] });
  });

  test('of a model that is not there is refused, and a reader may make none', async () => {
    expect(await createRule(world.server, writer, rmseAbove('nowhere'))).toMatchObject({
      userErrors: [{ code: 'NOT_FOUND', path: ['input', 'model'] }],
    });
    expect(await createRule(world.server, reader, rmseAbove('ruled'))).toMatchObject({
      errors: [{ extensions: { code: 'FORBIDDEN' } }],
    });
  });
});

test('another project sees nothing of it', async () => {
  const project = await world.project('elsewhere');
  const stranger = await world.token('WRITER', { project });
  const served = await serve(world.server, writer, 'private');
  const { rule } = await createRule(world.server, writer, rmseAbove('private'));
  const report = await reportDay(world, writer, served, 0, 5);
  await evaluated(world);
  const [alert] = await alertsOf(world.server, reader, 'private');
  const { data } = await world.server.graphql(
    `query($rule: ID!, $alert: ID!, $report: ID!) {
       alertRule(id: $rule) { id } alert(id: $alert) { id } monitoringReport(id: $report) { id }
       alertRules { totalCount } alerts { totalCount } monitoringReports { totalCount } }`,
    { rule: rule.id, alert: alert.id, report },
    stranger,
  );
  expect(data).toEqual({
    alertRule: null,
    alert: null,
    monitoringReport: null,
    alertRules: { totalCount: 0 },
    alerts: { totalCount: 0 },
    monitoringReports: { totalCount: 0 },
  });
  expect(await acknowledge(alert.id, null, stranger)).toMatchObject({
    alert: null,
    userErrors: [{ code: 'NOT_FOUND' }],
  });
  const foreign = { version: { pick: { id: served.versionId } }, window: { from: day(0), to: day(1) } };
  expect(await createReport(world.server, stranger, foreign)).toMatchObject({
    report: null,
    userErrors: [{ code: 'NOT_FOUND' }],
  });
});
