import { logPredictions, recordActuals } from './predictions';
import type { TestServer, World } from './server';
import { until } from './until';
import { registerVersion } from './versions';

/** What tests of reports and alerts ask a server, without the SDK. */

// biome-ignore lint/suspicious/noExplicitAny: tests read answers of any shape
type Answer = any;

/** The start of a day of 2013, counted from 0. */
export const day = (index: number): string => new Date(Date.UTC(2013, 0, 1 + index)).toISOString();

export const dayWindow = (index: number, days = 1) => ({ from: day(index), to: day(index + days) });

export interface Served {
  readonly model: string;
  readonly modelId: string;
  readonly versionId: string;
}

/** A new version of a regression. */
export async function serve(server: TestServer, token: string, model: string): Promise<Served> {
  const { version } = await registerVersion(
    server,
    token,
    {
      model: { name: model },
      createModel: { task: 'REGRESSION' },
      signature: { inputs: [{ name: 'x', kind: 'NUMBER' }] },
    },
    'id model { id }',
  );
  return { model, modelId: version.model.id, versionId: version.id };
}

/**
 * A day of predictions, one an hour, each wrong by as much: the RMSE and MAE of the day. Logged again with another error,
 * the actuals are corrected.
 */
async function logDay(
  server: TestServer,
  token: string,
  { model, versionId }: Served,
  index: number,
  error: number,
): Promise<void> {
  revision += 1;
  const hours = Array.from({ length: 24 }, (_, hour) => ({
    predictionId: `${versionId}-${index}-${hour}`,
    value: 10 + Math.sin(hour),
    occurredAt: new Date(Date.parse(day(index)) + hour * 3_600_000).toISOString(),
  }));
  const logged = await logPredictions(
    server,
    token,
    versionId,
    hours.map(({ value, ...hour }) => ({ ...hour, features: { x: value }, output: { number: { value } } })),
  );
  const recorded = await recordActuals(
    server,
    token,
    model,
    hours.map(({ predictionId, value }, hour) => ({
      predictionId,
      value: { number: value + (hour % 2 === 0 ? error : -error) },
      revision,
    })),
  );
  if (logged.accepted + logged.duplicates !== 24 || recorded.accepted !== 24)
    throw new Error(JSON.stringify({ logged, recorded }));
}

let revision = 0;

const REPORT = `mutation($input: CreateMonitoringReportInput!) { createMonitoringReport(input: $input) {
  report { id verdict reasons window { from to } predictions labelled quality { name value } }
  replayed userErrors { __typename code message path } } }`;

export async function createReport(server: TestServer, token: string, input: object): Promise<Answer> {
  const { data, errors } = await server.graphql(REPORT, { input }, token);
  return errors ? { errors } : data.createMonitoringReport;
}

/** Logs a day and reports on it; the id of the report. */
export async function reportDay(
  world: World,
  token: string,
  served: Served,
  index: number,
  error: number,
  server: TestServer = world.server,
): Promise<string> {
  await logDay(server, token, served, index, error);
  const answer = await createReport(server, token, {
    version: { pick: { id: served.versionId } },
    window: dayWindow(index),
  });
  if (!answer.report) throw new Error(JSON.stringify(answer));
  return answer.report.id;
}

const RULE = `mutation($input: CreateAlertRuleInput!) { createAlertRule(input: $input) {
  rule { id watch feature compare value severity forWindows falseAlarmsPerYear health createdBy model { name } }
  replayed userErrors { __typename code message path } } }`;

export async function createRule(server: TestServer, token: string, input: object): Promise<Answer> {
  const { data, errors } = await server.graphql(RULE, { input }, token);
  return errors ? { errors } : data.createAlertRule;
}

const ALERTS = `query($filter: AlertFilter) { alerts(filter: $filter) { totalCount nodes {
  id status severity watch feature value threshold message windows openedAt firedAt acknowledgedAt acknowledgedBy note resolvedAt
  rule { id } version { id } report { id } } } }`;

/** Newest first. */
export async function alertsOf(server: TestServer, token: string, model: string): Promise<Answer[]> {
  const { data, errors } = await server.graphql(ALERTS, { filter: { model: { name: model } } }, token);
  if (errors) throw new Error(JSON.stringify(errors));
  return data.alerts.nodes;
}

/** Waits until the rules have been evaluated on every report that there is. */
export const evaluated = (world: World): Promise<true> =>
  until(async () => {
    const [row] = await world.database.query<{ behind: string }>(
      `SELECT (SELECT count(*) FROM event WHERE type = 'MONITORING_REPORT_CREATED' AND position IS NULL)
            + (SELECT count(*) FROM event LEFT JOIN event_consumer c ON c.name = 'alert-rules' AND c.project_id = event.project_id
               WHERE event.type = 'MONITORING_REPORT_CREATED' AND event.position > coalesce(c.position, 0)) AS behind`,
    );
    return Number(row?.behind) === 0 ? true : null;
  }, 'the rules to be evaluated');

export const ALERT_EVENTS = `subscription($after: String, $filter: AlertEventFilter) {
  alertEvents(after: $after, filter: $filter) { cursor kind event {
    status event { position type subjectId after } alert { id status version { id } rule { watch } } } } }`;
