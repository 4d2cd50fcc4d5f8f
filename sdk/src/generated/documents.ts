// Generated from schema/ and the .graphql documents of the SDK by `npm run codegen`: do not edit.
import { TypedDocument } from '../transport/typed-document.js';
import type * as types from './operations.js';
const actualFragment = `fragment Actual on Actual {
  label
  number
  actualAt
  revision
  receivedAt
}`;

const artifactFragment = `fragment Artifact on Artifact {
  id
  path
  sizeBytes
  sha256
  mediaType
  downloadPath
}`;

const baselineFragment = `fragment Baseline on Baseline {
  ...BaselineSummary
  features {
    ...BaselineFeature
  }
  output {
    ...BaselineFeature
  }
}`;

const baselineFeatureFragment = `fragment BaselineFeature on BaselineFeature {
  name
  kind
  count
  missing
  nonFinite
  mean
  standardDeviation
  min
  max
  edges
  categories
  counts
}`;

const baselineSummaryFragment = `fragment BaselineSummary on Baseline {
  id
  state
  revision
  source
  rows
  labelledRows
  quality {
    ...Metric
  }
  error
  computedAt
}`;

const evaluationFragment = `fragment Evaluation on Evaluation {
  dataset
  metrics {
    ...Metric
  }
  evaluatedAt
}`;

const eventFragment = `fragment Event on Event {
  id
  position
  type
  actor
  subjectKind
  subjectId
  before
  after
  reason
  requestId
  occurredAt
  hash
}`;

const featureFragment = `fragment Feature on Feature {
  name
  kind
  nullable
  categories
}`;

const featureImportanceFragment = `fragment FeatureImportance on FeatureImportance {
  feature
  importance
}`;

const itemRejectFragment = `fragment ItemReject on ItemReject {
  index
  code
  message
  path
}`;

const labelProbabilityFragment = `fragment LabelProbability on LabelProbability {
  label
  probability
}`;

const metricFragment = `fragment Metric on Metric {
  name
  value
  direction
}`;

const metricPointFragment = `fragment MetricPoint on MetricPoint {
  name
  step
  at
  value
}`;

const modelFragment = `fragment Model on Model {
  id
  name
  description
  task
  owner
  domain
  tags {
    ...Tag
  }
  metadata
  registeredAt
  registeredBy
  archivedAt
}`;

const namedModelFragment = `fragment NamedModel on Model {
  id
  name
  task
}`;

const namedRunFragment = `fragment NamedRun on TrainingRun {
  id
  name
  externalId
  status
}`;

const numberedVersionFragment = `fragment NumberedVersion on Version {
  id
  model {
    ...NamedModel
  }
  number
  stage
}`;

const outputSpecFragment = `fragment OutputSpec on OutputSpec {
  task
  positiveLabel
  labels
  unit
}`;

const pageInfoFragment = `fragment PageInfo on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`;

const predictionFragment = `fragment Prediction on Prediction {
  version {
    ...NumberedVersion
  }
  predictionId
  entityId
  occurredAt
  receivedAt
  features
  output {
    ...PredictionOutput
  }
  latencyMs
  error
  variant
  actual {
    ...Actual
  }
}`;

const predictionOutputFragment = `fragment PredictionOutput on PredictionOutput {
  __typename
  ... on ClassOutput {
    label
    probability
    probabilities {
      ...LabelProbability
    }
  }
  ... on NumberOutput {
    value
    lower
    upper
  }
}`;

const projectFragment = `fragment Project on Project {
  id
  name
  description
  createdAt
}`;

const runDatasetFragment = `fragment RunDataset on RunDataset {
  name
  version
  digest
  rows
}`;

const signatureFragment = `fragment Signature on Signature {
  inputs {
    ...Feature
  }
  output {
    ...OutputSpec
  }
}`;

const stageTransitionFragment = `fragment StageTransition on StageTransition {
  id
  version {
    ...NumberedVersion
  }
  from
  to
  kind
  at
  actor
  reason
}`;

const tagFragment = `fragment Tag on Tag {
  key
  value
}`;

const tokenFragment = `fragment Token on Token {
  id
  subject
  role
  project {
    ...Project
  }
  prefix
  createdAt
  createdBy
  expiresAt
  revokedAt
}`;

const trainingRunFragment = `fragment TrainingRun on TrainingRun {
  id
  name
  externalId
  experiment
  model {
    ...NamedModel
  }
  status
  params
  metrics {
    ...MetricPoint
  }
  dataset {
    ...RunDataset
  }
  trainingSamples
  validationSamples
  environment
  gitCommit
  tags {
    ...Tag
  }
  error
  startedBy
  startedAt
  finishedAt
  durationMs
}`;

const userErrorsFragment = `fragment UserErrors on UserError {
  __typename
  code
  message
  path
  ... on ConflictError {
    existingId
  }
  ... on StageTransitionError {
    from
    to
    allowed
  }
}`;

const versionFragment = `fragment Version on Version {
  ...VersionSummary
  artifacts {
    ...Artifact
  }
  hyperparameters
  evaluations {
    ...Evaluation
  }
  signature {
    ...Signature
  }
  featureImportance {
    ...FeatureImportance
  }
  baseline {
    ...BaselineSummary
  }
  trainingRun {
    ...NamedRun
  }
  metadata
}`;

const versionEventFragment = `fragment VersionEvent on VersionEvent {
  event {
    ...Event
  }
  version {
    ...VersionSummary
  }
}`;

const versionSummaryFragment = `fragment VersionSummary on Version {
  id
  model {
    ...NamedModel
  }
  number
  stage
  description
  algorithm
  framework
  metrics {
    ...Metric
  }
  tags {
    ...Tag
  }
  manifestDigest
  createdAt
  registeredAt
  registeredBy
  deployedAt
}`;

const viewerFragment = `fragment Viewer on Viewer {
  subject
  role
  project {
    ...Project
  }
  expiresAt
}`;

export const AllEvents = new TypedDocument<types.AllEvents, types.AllEventsVariables>({
  kind: 'subscription',
  text: `subscription AllEvents($filter: EventFilter, $after: String) {
  events(filter: $filter, after: $after) {
    cursor
    kind
    event {
      ...Event
    }
  }
}
${eventFragment}`,
  takesKey: false,
  numbers: [],
});

export const CreateProject = new TypedDocument<types.CreateProject, types.CreateProjectVariables>({
  kind: 'mutation',
  text: `mutation CreateProject($input: CreateProjectInput!) {
  createProject(input: $input) {
    project {
      ...Project
    }
    replayed
    userErrors {
      ...UserErrors
    }
  }
}
${projectFragment}
${userErrorsFragment}`,
  takesKey: true,
  numbers: [],
});

export const CreateToken = new TypedDocument<types.CreateToken, types.CreateTokenVariables>({
  kind: 'mutation',
  text: `mutation CreateToken($input: CreateTokenInput!) {
  createToken(input: $input) {
    token {
      ...Token
    }
    secret
    replayed
    userErrors {
      ...UserErrors
    }
  }
}
${projectFragment}
${tokenFragment}
${userErrorsFragment}`,
  takesKey: true,
  numbers: [],
});

export const FinishTrainingRun = new TypedDocument<types.FinishTrainingRun, types.FinishTrainingRunVariables>({
  kind: 'mutation',
  text: `mutation FinishTrainingRun($input: FinishTrainingRunInput!) {
  finishTrainingRun(input: $input) {
    trainingRun {
      ...TrainingRun
    }
    userErrors {
      ...UserErrors
    }
  }
}
${metricPointFragment}
${namedModelFragment}
${runDatasetFragment}
${tagFragment}
${trainingRunFragment}
${userErrorsFragment}`,
  takesKey: false,
  numbers: ['finishTrainingRun.trainingRun.metrics[].value'],
});

export const GetBaseline = new TypedDocument<types.GetBaseline, types.GetBaselineVariables>({
  kind: 'query',
  text: `query GetBaseline($ref: VersionRef!) {
  version(ref: $ref) {
    baseline {
      ...Baseline
    }
  }
}
${baselineFragment}
${baselineFeatureFragment}
${baselineSummaryFragment}
${metricFragment}`,
  takesKey: false,
  numbers: ['version.baseline.features[].edges[]', 'version.baseline.features[].max', 'version.baseline.features[].mean', 'version.baseline.features[].min', 'version.baseline.features[].standardDeviation', 'version.baseline.output.edges[]', 'version.baseline.output.max', 'version.baseline.output.mean', 'version.baseline.output.min', 'version.baseline.output.standardDeviation', 'version.baseline.quality[].value'],
});

export const GetMetricHistory = new TypedDocument<types.GetMetricHistory, types.GetMetricHistoryVariables>({
  kind: 'query',
  text: `query GetMetricHistory($ref: TrainingRunRef!, $name: String!, $first: Int, $after: String) {
  trainingRun(ref: $ref) {
    metricHistory(name: $name, first: $first, after: $after) {
      nodes {
        ...MetricPoint
      }
      pageInfo {
        ...PageInfo
      }
    }
  }
}
${metricPointFragment}
${pageInfoFragment}`,
  takesKey: false,
  numbers: ['trainingRun.metricHistory.nodes[].value'],
});

export const GetModel = new TypedDocument<types.GetModel, types.GetModelVariables>({
  kind: 'query',
  text: `query GetModel($ref: ModelRef!) {
  model(ref: $ref) {
    ...Model
  }
}
${modelFragment}
${tagFragment}`,
  takesKey: false,
  numbers: [],
});

export const GetPrediction = new TypedDocument<types.GetPrediction, types.GetPredictionVariables>({
  kind: 'query',
  text: `query GetPrediction($ref: PredictionRef!) {
  prediction(ref: $ref) {
    ...Prediction
  }
}
${actualFragment}
${labelProbabilityFragment}
${namedModelFragment}
${numberedVersionFragment}
${predictionFragment}
${predictionOutputFragment}`,
  takesKey: false,
  numbers: ['prediction.actual.number', 'prediction.latencyMs', 'prediction.output.lower', 'prediction.output.probabilities[].probability', 'prediction.output.probability', 'prediction.output.upper', 'prediction.output.value'],
});

export const GetProject = new TypedDocument<types.GetProject, types.GetProjectVariables>({
  kind: 'query',
  text: `query GetProject($ref: ProjectRef!) {
  project(ref: $ref) {
    ...Project
  }
}
${projectFragment}`,
  takesKey: false,
  numbers: [],
});

export const GetToken = new TypedDocument<types.GetToken, types.GetTokenVariables>({
  kind: 'query',
  text: `query GetToken($id: ID!) {
  token(id: $id) {
    ...Token
  }
}
${projectFragment}
${tokenFragment}`,
  takesKey: false,
  numbers: [],
});

export const GetTrainingRun = new TypedDocument<types.GetTrainingRun, types.GetTrainingRunVariables>({
  kind: 'query',
  text: `query GetTrainingRun($ref: TrainingRunRef!) {
  trainingRun(ref: $ref) {
    ...TrainingRun
  }
}
${metricPointFragment}
${namedModelFragment}
${runDatasetFragment}
${tagFragment}
${trainingRunFragment}`,
  takesKey: false,
  numbers: ['trainingRun.metrics[].value'],
});

export const GetVersion = new TypedDocument<types.GetVersion, types.GetVersionVariables>({
  kind: 'query',
  text: `query GetVersion($ref: VersionRef!) {
  version(ref: $ref) {
    ...Version
  }
}
${artifactFragment}
${baselineSummaryFragment}
${evaluationFragment}
${featureFragment}
${featureImportanceFragment}
${metricFragment}
${namedModelFragment}
${namedRunFragment}
${outputSpecFragment}
${signatureFragment}
${tagFragment}
${versionFragment}
${versionSummaryFragment}`,
  takesKey: false,
  numbers: ['version.baseline.quality[].value', 'version.evaluations[].metrics[].value', 'version.featureImportance[].importance', 'version.metrics[].value'],
});

export const GetVersionAt = new TypedDocument<types.GetVersionAt, types.GetVersionAtVariables>({
  kind: 'query',
  text: `query GetVersionAt($model: ModelRef!, $stage: Stage!, $at: DateTime!) {
  model(ref: $model) {
    versionAt(stage: $stage, at: $at) {
      ...Version
    }
  }
}
${artifactFragment}
${baselineSummaryFragment}
${evaluationFragment}
${featureFragment}
${featureImportanceFragment}
${metricFragment}
${namedModelFragment}
${namedRunFragment}
${outputSpecFragment}
${signatureFragment}
${tagFragment}
${versionFragment}
${versionSummaryFragment}`,
  takesKey: false,
  numbers: ['model.versionAt.baseline.quality[].value', 'model.versionAt.evaluations[].metrics[].value', 'model.versionAt.featureImportance[].importance', 'model.versionAt.metrics[].value'],
});

export const GetViewer = new TypedDocument<types.GetViewer, types.GetViewerVariables>({
  kind: 'query',
  text: `query GetViewer {
  viewer {
    ...Viewer
  }
}
${projectFragment}
${viewerFragment}`,
  takesKey: false,
  numbers: [],
});

export const ListEvents = new TypedDocument<types.ListEvents, types.ListEventsVariables>({
  kind: 'query',
  text: `query ListEvents($filter: EventFilter, $first: Int, $after: String) {
  events(filter: $filter, first: $first, after: $after) {
    nodes {
      ...Event
    }
    pageInfo {
      ...PageInfo
    }
  }
}
${eventFragment}
${pageInfoFragment}`,
  takesKey: false,
  numbers: [],
});

export const ListModels = new TypedDocument<types.ListModels, types.ListModelsVariables>({
  kind: 'query',
  text: `query ListModels($filter: ModelFilter, $order: ModelOrder, $first: Int, $after: String) {
  models(filter: $filter, order: $order, first: $first, after: $after) {
    nodes {
      ...Model
    }
    pageInfo {
      ...PageInfo
    }
    totalCount
  }
}
${modelFragment}
${pageInfoFragment}
${tagFragment}`,
  takesKey: false,
  numbers: [],
});

export const ListPredictions = new TypedDocument<types.ListPredictions, types.ListPredictionsVariables>({
  kind: 'query',
  text: `query ListPredictions($version: VersionRef!, $filter: PredictionFilter, $first: Int, $after: String) {
  predictions(version: $version, filter: $filter, first: $first, after: $after) {
    nodes {
      ...Prediction
    }
    pageInfo {
      ...PageInfo
    }
  }
}
${actualFragment}
${labelProbabilityFragment}
${namedModelFragment}
${numberedVersionFragment}
${pageInfoFragment}
${predictionFragment}
${predictionOutputFragment}`,
  takesKey: false,
  numbers: ['predictions.nodes[].actual.number', 'predictions.nodes[].latencyMs', 'predictions.nodes[].output.lower', 'predictions.nodes[].output.probabilities[].probability', 'predictions.nodes[].output.probability', 'predictions.nodes[].output.upper', 'predictions.nodes[].output.value'],
});

export const ListProjects = new TypedDocument<types.ListProjects, types.ListProjectsVariables>({
  kind: 'query',
  text: `query ListProjects($first: Int, $after: String) {
  projects(first: $first, after: $after) {
    nodes {
      ...Project
    }
    pageInfo {
      ...PageInfo
    }
    totalCount
  }
}
${pageInfoFragment}
${projectFragment}`,
  takesKey: false,
  numbers: [],
});

export const ListStageHistory = new TypedDocument<types.ListStageHistory, types.ListStageHistoryVariables>({
  kind: 'query',
  text: `query ListStageHistory($ref: VersionRef!, $first: Int, $after: String) {
  version(ref: $ref) {
    stageHistory(first: $first, after: $after) {
      nodes {
        ...StageTransition
      }
      pageInfo {
        ...PageInfo
      }
    }
  }
}
${namedModelFragment}
${numberedVersionFragment}
${pageInfoFragment}
${stageTransitionFragment}`,
  takesKey: false,
  numbers: [],
});

export const ListTokens = new TypedDocument<types.ListTokens, types.ListTokensVariables>({
  kind: 'query',
  text: `query ListTokens($filter: TokenFilter, $first: Int, $after: String) {
  tokens(filter: $filter, first: $first, after: $after) {
    nodes {
      ...Token
    }
    pageInfo {
      ...PageInfo
    }
    totalCount
  }
}
${pageInfoFragment}
${projectFragment}
${tokenFragment}`,
  takesKey: false,
  numbers: [],
});

export const ListTrainingRuns = new TypedDocument<types.ListTrainingRuns, types.ListTrainingRunsVariables>({
  kind: 'query',
  text: `query ListTrainingRuns($filter: TrainingRunFilter, $order: TrainingRunOrder, $first: Int, $after: String) {
  trainingRuns(filter: $filter, order: $order, first: $first, after: $after) {
    nodes {
      ...TrainingRun
    }
    pageInfo {
      ...PageInfo
    }
    totalCount
  }
}
${metricPointFragment}
${namedModelFragment}
${pageInfoFragment}
${runDatasetFragment}
${tagFragment}
${trainingRunFragment}`,
  takesKey: false,
  numbers: ['trainingRuns.nodes[].metrics[].value'],
});

export const ListVersions = new TypedDocument<types.ListVersions, types.ListVersionsVariables>({
  kind: 'query',
  text: `query ListVersions($filter: VersionFilter, $order: VersionOrder, $first: Int, $after: String) {
  versions(filter: $filter, order: $order, first: $first, after: $after) {
    nodes {
      ...VersionSummary
    }
    pageInfo {
      ...PageInfo
    }
    totalCount
  }
}
${metricFragment}
${namedModelFragment}
${pageInfoFragment}
${tagFragment}
${versionSummaryFragment}`,
  takesKey: false,
  numbers: ['versions.nodes[].metrics[].value'],
});

export const LogPredictions = new TypedDocument<types.LogPredictions, types.LogPredictionsVariables>({
  kind: 'mutation',
  text: `mutation LogPredictions($input: LogPredictionsInput!) {
  logPredictions(input: $input) {
    accepted
    duplicates
    rejects {
      ...ItemReject
    }
    ingestId
    userErrors {
      ...UserErrors
    }
  }
}
${itemRejectFragment}
${userErrorsFragment}`,
  takesKey: false,
  numbers: [],
});

export const LogTrainingMetrics = new TypedDocument<types.LogTrainingMetrics, types.LogTrainingMetricsVariables>({
  kind: 'mutation',
  text: `mutation LogTrainingMetrics($input: LogTrainingMetricsInput!) {
  logTrainingMetrics(input: $input) {
    accepted
    rejects {
      ...ItemReject
    }
    ingestId
    userErrors {
      ...UserErrors
    }
  }
}
${itemRejectFragment}
${userErrorsFragment}`,
  takesKey: false,
  numbers: [],
});

export const ModelEvents = new TypedDocument<types.ModelEvents, types.ModelEventsVariables>({
  kind: 'subscription',
  text: `subscription ModelEvents($filter: ModelEventFilter, $after: String) {
  modelEvents(filter: $filter, after: $after) {
    cursor
    kind
    event {
      ...Event
    }
  }
}
${eventFragment}`,
  takesKey: false,
  numbers: [],
});

export const RecordActuals = new TypedDocument<types.RecordActuals, types.RecordActualsVariables>({
  kind: 'mutation',
  text: `mutation RecordActuals($input: RecordActualsInput!) {
  recordActuals(input: $input) {
    accepted
    duplicates
    stale
    early
    rejects {
      ...ItemReject
    }
    ingestId
    userErrors {
      ...UserErrors
    }
  }
}
${itemRejectFragment}
${userErrorsFragment}`,
  takesKey: false,
  numbers: [],
});

export const RegisterModel = new TypedDocument<types.RegisterModel, types.RegisterModelVariables>({
  kind: 'mutation',
  text: `mutation RegisterModel($input: RegisterModelInput!) {
  registerModel(input: $input) {
    model {
      ...Model
    }
    replayed
    userErrors {
      ...UserErrors
    }
  }
}
${modelFragment}
${tagFragment}
${userErrorsFragment}`,
  takesKey: true,
  numbers: [],
});

export const RegisterVersion = new TypedDocument<types.RegisterVersion, types.RegisterVersionVariables>({
  kind: 'mutation',
  text: `mutation RegisterVersion($input: RegisterVersionInput!) {
  registerVersion(input: $input) {
    version {
      ...Version
    }
    replayed
    userErrors {
      ...UserErrors
    }
  }
}
${artifactFragment}
${baselineSummaryFragment}
${evaluationFragment}
${featureFragment}
${featureImportanceFragment}
${metricFragment}
${namedModelFragment}
${namedRunFragment}
${outputSpecFragment}
${signatureFragment}
${tagFragment}
${userErrorsFragment}
${versionFragment}
${versionSummaryFragment}`,
  takesKey: true,
  numbers: ['registerVersion.version.baseline.quality[].value', 'registerVersion.version.evaluations[].metrics[].value', 'registerVersion.version.featureImportance[].importance', 'registerVersion.version.metrics[].value'],
});

export const RevokeToken = new TypedDocument<types.RevokeToken, types.RevokeTokenVariables>({
  kind: 'mutation',
  text: `mutation RevokeToken($input: RevokeTokenInput!) {
  revokeToken(input: $input) {
    token {
      ...Token
    }
    userErrors {
      ...UserErrors
    }
  }
}
${projectFragment}
${tokenFragment}
${userErrorsFragment}`,
  takesKey: false,
  numbers: [],
});

export const RollbackModel = new TypedDocument<types.RollbackModel, types.RollbackModelVariables>({
  kind: 'mutation',
  text: `mutation RollbackModel($input: RollbackModelInput!) {
  rollbackModel(input: $input) {
    model {
      ...Model
    }
    restored {
      ...VersionSummary
    }
    demoted {
      ...VersionSummary
    }
    replayed
    userErrors {
      ...UserErrors
    }
  }
}
${metricFragment}
${modelFragment}
${namedModelFragment}
${tagFragment}
${userErrorsFragment}
${versionSummaryFragment}`,
  takesKey: true,
  numbers: ['rollbackModel.demoted.metrics[].value', 'rollbackModel.restored.metrics[].value'],
});

export const StartTrainingRun = new TypedDocument<types.StartTrainingRun, types.StartTrainingRunVariables>({
  kind: 'mutation',
  text: `mutation StartTrainingRun($input: StartTrainingRunInput!) {
  startTrainingRun(input: $input) {
    trainingRun {
      ...TrainingRun
    }
    replayed
    userErrors {
      ...UserErrors
    }
  }
}
${metricPointFragment}
${namedModelFragment}
${runDatasetFragment}
${tagFragment}
${trainingRunFragment}
${userErrorsFragment}`,
  takesKey: true,
  numbers: ['startTrainingRun.trainingRun.metrics[].value'],
});

export const TransitionVersion = new TypedDocument<types.TransitionVersion, types.TransitionVersionVariables>({
  kind: 'mutation',
  text: `mutation TransitionVersion($input: TransitionVersionInput!) {
  transitionVersion(input: $input) {
    version {
      ...VersionSummary
    }
    demoted {
      ...VersionSummary
    }
    replayed
    userErrors {
      ...UserErrors
    }
  }
}
${metricFragment}
${namedModelFragment}
${tagFragment}
${userErrorsFragment}
${versionSummaryFragment}`,
  takesKey: true,
  numbers: ['transitionVersion.demoted.metrics[].value', 'transitionVersion.version.metrics[].value'],
});

export const VersionEvents = new TypedDocument<types.VersionEvents, types.VersionEventsVariables>({
  kind: 'subscription',
  text: `subscription VersionEvents($filter: VersionEventFilter, $after: String) {
  versionEvents(filter: $filter, after: $after) {
    cursor
    kind
    event {
      ...VersionEvent
    }
  }
}
${eventFragment}
${metricFragment}
${namedModelFragment}
${tagFragment}
${versionEventFragment}
${versionSummaryFragment}`,
  takesKey: false,
  numbers: ['versionEvents.event.version.metrics[].value'],
});