import { Client } from 'pg';
import { alertsOf, createRule, evaluated, reportDay, serve } from '../kit/monitored';
import { makeWorld, type TestServer, type World } from '../kit/server';
import { until } from '../kit/until';

let world: World;
let writer: string;
beforeAll(async () => {
  world = await makeWorld({ MODELGRAPH_CONSUMER_RETRY_MS: '1' });
  writer = await world.token('WRITER', { subject: 'oncall' });
});
afterAll(() => world.close());

const rmseAbove = (model: string) => ({ model: { name: model }, watch: 'RMSE', compare: 'ABOVE', value: 3 });

/** How often each thing happened to the alerts of a model. */
const eventsOf = async (model: string): Promise<Record<string, number>> => {
  const rows = await world.database.query<{ type: string; count: string }>(
    `SELECT type, count(*) FROM event WHERE subject_kind = 'ALERT' AND model_id = (SELECT id FROM model WHERE name = $1) GROUP BY type`,
    [model],
  );
  return Object.fromEntries(rows.map(({ type, count }) => [type, Number(count)]));
};

/** A transaction of ours, that holds something until it is ended. */
async function holding(sql: string): Promise<{ release(): Promise<void> }> {
  const client = new Client({ connectionString: world.database.url });
  await client.connect();
  await client.query('BEGIN');
  await client.query(sql);
  return {
    release: async () => {
      await client.query('ROLLBACK');
      await client.end();
    },
  };
}

test('two servers at once: every alert is raised once', async () => {
  const other = await world.another({ MODELGRAPH_CONSUMER_RETRY_MS: '1' });
  const served = await Promise.all(
    Array.from({ length: 8 }, async (_, index) => {
      const one = await serve(world.server, writer, `twice-${index}`);
      await createRule(world.server, writer, rmseAbove(one.model));
      return one;
    }),
  );
  const servers: TestServer[] = [world.server, other];
  // Every window is broken, reported through both, in order.
  for (let index = 0; index < 4; index++) {
    await Promise.all(
      served.map((one, place) => reportDay(world, writer, one, index, 5, servers[(place + index) % 2])),
    );
  }
  await evaluated(world);
  for (const { model } of served) {
    expect(await alertsOf(other, writer, model)).toMatchObject([{ status: 'FIRING', windows: 4 }]);
    expect(await eventsOf(model)).toEqual({ ALERT_FIRED: 1 });
  }
  await other.stop();
});

test('a server killed between report and alert: the alert is raised once, after the restart', async () => {
  const served = await serve(world.server, writer, 'killed-before');
  await createRule(world.server, writer, rmseAbove('killed-before'));
  await evaluated(world);
  const held = await holding("SELECT FROM event_consumer WHERE name = 'alert-rules' FOR UPDATE");
  await reportDay(world, writer, served, 0, 5);
  await world.server.kill();
  await held.release();
  expect(await eventsOf('killed-before')).toEqual({});
  await world.server.start();
  await evaluated(world);
  expect(await eventsOf('killed-before')).toEqual({ ALERT_FIRED: 1 });
  expect(await alertsOf(world.server, writer, 'killed-before')).toMatchObject([
    { status: 'FIRING', windows: 1 },
  ]);
});

test('a server killed in the middle of raising alerts: effect and position are one', async () => {
  const models = ['killed-in-a', 'killed-in-b'];
  const served = await Promise.all(models.map((model) => serve(world.server, writer, model)));
  for (const model of models) {
    await createRule(world.server, writer, rmseAbove(model));
    await createRule(world.server, writer, { ...rmseAbove(model), severity: 'CRITICAL' });
  }
  for (const index of [0, 1, 2]) {
    // Raising an alert waits here, in the middle of its transaction.
    const held = await holding('LOCK TABLE alert IN SHARE MODE');
    for (const one of served) await reportDay(world, writer, one, index, index === 1 ? 1 : 5);
    await until(async () => {
      const [row] = await world.database.query<{ waiting: boolean }>(
        "SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted AND relation = 'alert'::regclass) AS waiting",
      );
      return row?.waiting ? true : null;
    }, 'the consumer to be in the middle');
    await world.server.kill();
    await held.release();
    await world.server.start();
    await evaluated(world);
  }
  for (const model of models) {
    expect(await eventsOf(model)).toEqual({ ALERT_FIRED: 2, ALERT_RESOLVED: 2, ALERT_REOPENED: 2 });
    const alerts = await alertsOf(world.server, writer, model);
    expect(alerts).toHaveLength(2);
    for (const alert of alerts) expect(alert).toMatchObject({ status: 'FIRING', windows: 1 });
  }
});

test('an event that cannot be handled is parked after ten failures, and those behind it are handled', async () => {
  const bad = await serve(world.server, writer, 'stuck');
  const good = await serve(world.server, writer, 'unstuck');
  for (const { model } of [bad, good]) await createRule(world.server, writer, rmseAbove(model));
  await world.database.query(`
    CREATE FUNCTION refuse_alert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'on purpose'; END $$;
    CREATE TRIGGER refuse_alert BEFORE INSERT ON alert FOR EACH ROW WHEN (NEW.model_id = '${bad.modelId}') EXECUTE FUNCTION refuse_alert()`);
  await reportDay(world, writer, bad, 0, 5);
  await reportDay(world, writer, good, 0, 5);
  await evaluated(world);
  expect(await alertsOf(world.server, writer, 'stuck')).toEqual([]);
  expect(await alertsOf(world.server, writer, 'unstuck')).toMatchObject([{ status: 'FIRING' }]);
  const { data } = await world.server.graphql(
    '{ events(filter: { types: [CONSUMER_STUCK] }) { nodes { actor subjectKind subjectId after } } }',
    {},
    writer,
  );
  const [parked] = await world.database.query('SELECT event_id, failures, error FROM event_parked');
  expect(parked).toMatchObject({ failures: 10, error: 'on purpose' });
  expect(data.events.nodes).toEqual([
    {
      actor: 'system:alert-rules',
      subjectKind: 'EVENT',
      subjectId: parked?.event_id,
      after: expect.objectContaining({
        consumer: 'alert-rules',
        type: 'MONITORING_REPORT_CREATED',
        failures: 10,
        error: 'on purpose',
      }),
    },
  ]);
  const metrics = await (await fetch(`${world.server.url}/metrics`)).text();
  expect(metrics).toContain('modelgraph_events_parked_total{consumer="alert-rules"} 1');
  expect(metrics).toMatch(/modelgraph_consumer_lag_events\{consumer="alert-rules"\} \d/);
  await world.database.query('DROP TRIGGER refuse_alert ON alert');
});

test('a rule that cannot be evaluated says so and does not keep the others from it', async () => {
  const served = await serve(world.server, writer, 'odd-rule');
  const { rule: odd } = await createRule(world.server, writer, rmseAbove('odd-rule'));
  await createRule(world.server, writer, rmseAbove('odd-rule'));
  // As if an older server met a rule of a newer one.
  await world.database.query('ALTER TABLE alert_rule DISABLE TRIGGER alert_rule_is_fixed');
  await world.database.query("UPDATE alert_rule SET watch = 'TOMORROW' WHERE id = $1", [odd.id]);
  await reportDay(world, writer, served, 0, 5);
  await evaluated(world);
  const health = await world.database.query('SELECT health FROM alert_rule WHERE id = $1', [odd.id]);
  expect(health).toEqual([{ health: 'EVALUATION_ERROR' }]);
  expect(await alertsOf(world.server, writer, 'odd-rule')).toHaveLength(1);
  await world.database.query('DELETE FROM alert_rule WHERE id = $1', [odd.id]);
  await world.database.query('ALTER TABLE alert_rule ENABLE TRIGGER alert_rule_is_fixed');
});

test('the database itself refuses a second open alert and a consumer that goes back', async () => {
  const [alert] = await world.database.query<{ id: string }>(
    "SELECT id FROM alert WHERE status <> 'RESOLVED' LIMIT 1",
  );
  const copy = `INSERT INTO alert (id, project_id, model_id, rule_id, version_id, status, severity, watch, value, threshold, message, report_id, windows, fired_at)
    SELECT gen_random_uuid(), project_id, model_id, rule_id, version_id, status, severity, watch, value, threshold, message, report_id, windows, fired_at FROM alert WHERE id = $1`;
  await expect(world.database.query(copy, [alert?.id])).rejects.toThrow(/alert_one_open/);
  await expect(
    world.database.query('UPDATE event_consumer SET position = position - 1 WHERE position > 0'),
  ).rejects.toThrow(/twice/);
  await expect(world.database.query("UPDATE monitoring_report SET verdict = 'OK'")).rejects.toThrow(/fixed/);
});
