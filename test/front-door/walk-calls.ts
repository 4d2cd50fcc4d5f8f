/** What exists in a project, by what it is: real ids of one project, or ids that nothing has. */
export interface Things {
  readonly project: string;
  readonly token: string;
  readonly model: string;
  readonly version: string;
  readonly event: string;
  readonly artifact: string;
  /** The SHA-256 of the artifact. */
  readonly bytes: string;
  readonly baseline: string;
  readonly evaluation: string;
  readonly run: string;
  readonly prediction: string;
  readonly report: string;
  readonly rule: string;
  readonly alert: string;
  readonly job: string;
}

export interface Call {
  readonly document: string;
  readonly variables: Record<string, unknown>;
}

const USER_ERRORS = 'userErrors { __typename code message path }';
const LIST = '{ nodes { __typename } pageInfo { endCursor } }';

const query = (field: string, parameters: string, args: string, selection: string) =>
  `query(${parameters}) { ${field}(${args}) ${selection} }`.replace('query()', 'query').replace(/\(\)/g, '');
const mutation = (field: string, type: string, selection: string) =>
  `mutation($input: ${type}!) { ${field}(input: $input) { ${selection} ${USER_ERRORS} } }`;

/** One call of each root field that names things. The walk fails for a root field that is missing here. */
export const CALLS: Record<string, (things: Things) => Call> = {
  viewer: () => ({ document: '{ viewer { role } }', variables: {} }),
  project: ({ project }) => ({
    document: query('project', '$ref: ProjectRef!', 'ref: $ref', '{ name }'),
    variables: { ref: { id: project } },
  }),
  projects: () => ({ document: query('projects', '', '', LIST), variables: {} }),
  token: ({ token }) => ({
    document: query('token', '$id: ID!', 'id: $id', '{ subject }'),
    variables: { id: token },
  }),
  tokens: () => ({ document: query('tokens', '', '', LIST), variables: {} }),
  events: ({ model }) => ({
    document: query('events', '$filter: EventFilter', 'filter: $filter', LIST),
    variables: { filter: { subjectId: model } },
  }),
  event: ({ event }) => ({
    document: query('event', '$id: ID!', 'id: $id', '{ type }'),
    variables: { id: event },
  }),
  artifact: ({ artifact }) => ({
    document: query('artifact', '$id: ID!', 'id: $id', '{ path version { number } }'),
    variables: { id: artifact },
  }),
  artifacts: ({ bytes }) => ({
    document: query('artifacts', '$filter: ArtifactFilter', 'filter: $filter', LIST),
    variables: { filter: { sha256: bytes } },
  }),
  baseline: ({ baseline }) => ({
    document: query('baseline', '$id: ID!', 'id: $id', '{ state version { number } }'),
    variables: { id: baseline },
  }),
  baselines: () => ({ document: query('baselines', '', '', LIST), variables: {} }),
  evaluation: ({ evaluation }) => ({
    document: query('evaluation', '$id: ID!', 'id: $id', '{ dataset version { number } }'),
    variables: { id: evaluation },
  }),
  evaluations: ({ model }) => ({
    document: query('evaluations', '$filter: EvaluationFilter', 'filter: $filter', LIST),
    variables: { filter: { model: { id: model } } },
  }),
  model: ({ model }) => ({
    document: query('model', '$ref: ModelRef!', 'ref: $ref', '{ name }'),
    variables: { ref: { id: model } },
  }),
  models: () => ({
    document: query('models', '$filter: ModelFilter', 'filter: $filter', LIST),
    variables: { filter: { name: { startsWith: 'walked' } } },
  }),
  trainingRun: ({ run }) => ({
    document: query('trainingRun', '$ref: TrainingRunRef!', 'ref: $ref', '{ name }'),
    variables: { ref: { id: run } },
  }),
  trainingRuns: ({ model }) => ({
    document: query('trainingRuns', '$filter: TrainingRunFilter', 'filter: $filter', LIST),
    variables: { filter: { model: { id: model } } },
  }),
  version: ({ version }) => ({
    document: query('version', '$ref: VersionRef!', 'ref: $ref', '{ number }'),
    variables: { ref: { pick: { id: version } } },
  }),
  versions: ({ model }) => ({
    document: query('versions', '$filter: VersionFilter', 'filter: $filter', LIST),
    variables: { filter: { model: { id: model } } },
  }),
  prediction: ({ version, prediction }) => ({
    document: query('prediction', '$ref: PredictionRef!', 'ref: $ref', '{ predictionId }'),
    variables: { ref: { version: { pick: { id: version } }, predictionId: prediction } },
  }),
  predictions: ({ version }) => ({
    document: query('predictions', '$version: VersionRef!', 'version: $version', LIST),
    variables: { version: { pick: { id: version } } },
  }),
  monitoringReport: ({ report }) => ({
    document: query('monitoringReport', '$id: ID!', 'id: $id', '{ verdict }'),
    variables: { id: report },
  }),
  monitoringReports: ({ version }) => ({
    document: query('monitoringReports', '$filter: MonitoringReportFilter', 'filter: $filter', LIST),
    variables: { filter: { version: { pick: { id: version } } } },
  }),
  alertRule: ({ rule }) => ({
    document: query('alertRule', '$id: ID!', 'id: $id', '{ watch }'),
    variables: { id: rule },
  }),
  alertRules: ({ model }) => ({
    document: query('alertRules', '$filter: AlertRuleFilter', 'filter: $filter', LIST),
    variables: { filter: { model: { id: model } } },
  }),
  alert: ({ alert }) => ({
    document: query('alert', '$id: ID!', 'id: $id', '{ status }'),
    variables: { id: alert },
  }),
  alerts: ({ model }) => ({
    document: query('alerts', '$filter: AlertFilter', 'filter: $filter', LIST),
    variables: { filter: { model: { id: model } } },
  }),
  job: ({ job }) => ({ document: query('job', '$id: ID!', 'id: $id', '{ kind }'), variables: { id: job } }),
  jobs: () => ({ document: query('jobs', '', '', LIST), variables: {} }),

  createProject: () => ({
    document: mutation('createProject', 'CreateProjectInput', 'project { name }'),
    variables: { input: { name: `walked-${process.hrtime.bigint()}` } },
  }),
  createToken: () => ({
    document: mutation('createToken', 'CreateTokenInput', 'token { role }'),
    variables: { input: { subject: 'walked', role: 'READER' } },
  }),
  revokeToken: ({ token }) => ({
    document: mutation('revokeToken', 'RevokeTokenInput', 'token { subject }'),
    variables: { input: { id: token } },
  }),
  registerModel: () => ({
    document: mutation('registerModel', 'RegisterModelInput', 'model { task }'),
    variables: { input: { name: `walking-${process.hrtime.bigint()}`, task: 'REGRESSION' } },
  }),
  startTrainingRun: ({ model }) => ({
    document: mutation('startTrainingRun', 'StartTrainingRunInput', 'trainingRun { name }'),
    variables: { input: { name: 'walked', model: { id: model } } },
  }),
  logTrainingMetrics: ({ run }) => ({
    document: mutation('logTrainingMetrics', 'LogTrainingMetricsInput', 'accepted'),
    variables: { input: { run: { id: run }, points: [{ name: 'loss', value: 1 }] } },
  }),
  finishTrainingRun: ({ run }) => ({
    document: mutation('finishTrainingRun', 'FinishTrainingRunInput', 'trainingRun { status }'),
    variables: { input: { run: { id: run }, status: 'SUCCEEDED' } },
  }),
  registerVersion: ({ model }) => ({
    document: mutation('registerVersion', 'RegisterVersionInput', 'version { stage }'),
    variables: { input: { model: { id: model } } },
  }),
  transitionVersion: ({ version }) => ({
    document: mutation('transitionVersion', 'TransitionVersionInput', 'version { stage }'),
    variables: { input: { version: { pick: { id: version } }, to: 'STAGING' } },
  }),
  rollbackModel: ({ model }) => ({
    document: mutation('rollbackModel', 'RollbackModelInput', 'restored { number }'),
    variables: { input: { model: { id: model } } },
  }),
  setStageGraph: ({ model }) => ({
    document: mutation('setStageGraph', 'SetStageGraphInput', 'model { stageGraph }'),
    variables: { input: { model: { id: model }, stageGraph: 'STANDARD' } },
  }),
  logPredictions: ({ version }) => ({
    document: mutation('logPredictions', 'LogPredictionsInput', 'accepted duplicates'),
    variables: {
      input: {
        version: { pick: { id: version } },
        predictions: [
          {
            predictionId: 'walked',
            occurredAt: '2026-01-01T00:00:00Z',
            features: { x: 1 },
            output: { number: { value: 1 } },
          },
        ],
      },
    },
  }),
  recordActuals: ({ model, prediction }) => ({
    document: mutation('recordActuals', 'RecordActualsInput', 'stale'),
    variables: {
      input: { model: { id: model }, actuals: [{ predictionId: prediction, value: { number: 1 } }] },
    },
  }),
  createMonitoringReport: ({ version }) => ({
    document: mutation('createMonitoringReport', 'CreateMonitoringReportInput', 'report { predictions }'),
    variables: {
      input: {
        version: { pick: { id: version } },
        window: { from: '2026-01-01T00:00:00Z', to: '2026-01-02T00:00:00Z' },
      },
    },
  }),
  createAlertRule: ({ model }) => ({
    document: mutation('createAlertRule', 'CreateAlertRuleInput', 'rule { watch }'),
    variables: { input: { model: { id: model }, watch: 'PREDICTIONS', compare: 'BELOW', value: 0 } },
  }),
  acknowledgeAlert: ({ alert }) => ({
    document: mutation('acknowledgeAlert', 'AcknowledgeAlertInput', 'alert { status }'),
    variables: { input: { id: alert } },
  }),

  'subscription events': () => ({ document: 'subscription { events { kind } }', variables: {} }),
  modelEvents: ({ model }) => ({
    document: 'subscription($filter: ModelEventFilter) { modelEvents(filter: $filter) { kind } }',
    variables: { filter: { model: { id: model } } },
  }),
  versionEvents: ({ model }) => ({
    document: 'subscription($filter: VersionEventFilter) { versionEvents(filter: $filter) { kind } }',
    variables: { filter: { model: { id: model } } },
  }),
  alertEvents: ({ model }) => ({
    document: 'subscription($filter: AlertEventFilter) { alertEvents(filter: $filter) { kind } }',
    variables: { filter: { model: { id: model } } },
  }),
};

/** Fields that name nothing of a project: what they answer another one says nothing of this one. Upkeep jobs are everybody's. */
export const NAMES_NOTHING = new Set([
  'viewer',
  'projects',
  'tokens',
  'models',
  'baselines',
  'job',
  'jobs',
  'createProject',
  'createToken',
  'registerModel',
  'subscription events',
]);
