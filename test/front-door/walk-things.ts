import { rowsInput } from '../kit/predictions';
import type { World } from '../kit/server';
import { until } from '../kit/until';
import type { Things } from './walk-calls';

/** One of everything in a project, made through the front door. */
export async function makeThings(world: World, admin: string): Promise<Things> {
  const ask = async (document: string, variables: object = {}) => {
    const { data, errors } = await world.server.graphql(document, variables, admin);
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  };
  const { viewer } = await ask('{ viewer { project { id } } }');
  const { createToken } = await ask(
    'mutation { createToken(input: { subject: "walked", role: READER }) { token { id } } }',
  );
  const { registerModel } = await ask(
    'mutation { registerModel(input: { name: "walked", task: REGRESSION }) { model { id } } }',
  );
  const model = registerModel.model.id;
  const { startTrainingRun } = await ask(
    'mutation($m: ID!) { startTrainingRun(input: { name: "walked", model: { id: $m } }) { trainingRun { id } } }',
    { m: model },
  );
  const rows = await rowsInput(world.server, admin, [{ features: { x: 1 } }, { features: { x: 2 } }]);
  const input = {
    model: { id: model },
    stage: 'PRODUCTION',
    signature: { inputs: [{ name: 'x', kind: 'NUMBER' }] },
    evaluations: [{ dataset: 'walked', metrics: [{ name: 'rmse', value: 1 }] }],
    ...rows,
  };
  const register = () =>
    ask(
      'mutation($input: RegisterVersionInput!) { registerVersion(input: $input) { version { id artifacts { id sha256 } baseline { id } evaluations { id } } } }',
      { input },
    );
  await register();
  const { registerVersion } = await register();
  const { id: version, artifacts, baseline, evaluations } = registerVersion.version;
  const { events } = await until(async () => {
    const found = await ask('query($of: ID!) { events(filter: { subjectId: $of }) { nodes { id } } }', {
      of: version,
    });
    return found.events.nodes[0] ? found : null;
  }, 'the event of the version');
  await ask(
    'mutation($v: ID!) { logPredictions(input: { version: { pick: { id: $v } }, predictions: [{ predictionId: "p", occurredAt: "2026-01-01T00:30:00Z", features: { x: 1 }, output: { number: { value: 1 } } }] }) { accepted } }',
    { v: version },
  );
  const { createAlertRule } = await ask(
    'mutation($m: ID!) { createAlertRule(input: { model: { id: $m }, watch: PREDICTIONS, compare: ABOVE, value: 0 }) { rule { id } } }',
    { m: model },
  );
  const { createMonitoringReport } = await ask(
    'mutation($v: ID!) { createMonitoringReport(input: { version: { pick: { id: $v } }, window: { from: "2026-01-01T00:00:00Z", to: "2026-01-02T00:00:00Z" } }) { report { id } } }',
    { v: version },
  );
  const alert = await until(
    async () => (await ask('{ alerts { nodes { id } } }')).alerts.nodes[0]?.id ?? null,
    'the alert',
  );
  const { jobs } = await ask('{ jobs { nodes { id } } }');
  return {
    project: viewer.project.id,
    token: createToken.token.id,
    model,
    version,
    event: events.nodes[0].id,
    artifact: artifacts[0].id,
    bytes: artifacts[0].sha256,
    baseline: baseline.id,
    evaluation: evaluations[0].id,
    run: startTrainingRun.trainingRun.id,
    prediction: 'p',
    report: createMonitoringReport.report.id,
    rule: createAlertRule.rule.id,
    alert,
    job: jobs.nodes[0].id,
  };
}
