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

const alertFragment = `fragment Alert on Alert {
  id
  rule {
    ...AlertRule
  }
  version {
    ...NumberedVersion
  }
  status
  severity
  watch
  feature
  value
  threshold
  message
  report {
    ...BriefReport
  }
  windows
  openedAt
  firedAt
  acknowledgedAt
  acknowledgedBy
  note
  resolvedAt
}`;

const alertEventFragment = `fragment AlertEvent on AlertEvent {
  event {
    ...Event
  }
  status
  alert {
    ...Alert
  }
}`;

const alertRuleFragment = `fragment AlertRule on AlertRule {
  id
  model {
    ...NamedModel
  }
  watch
  feature
  compare
  value
  severity
  forWindows
  falseAlarmsPerYear
  health
  createdAt
  createdBy
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

const briefReportFragment = `fragment BriefReport on MonitoringReport {
  id
  window {
    ...TimeWindow
  }
  verdict
}`;

const driftCountsFragment = `fragment DriftCounts on DriftSummary {
  level
  tested
  drifted
}`;

const driftSummaryFragment = `fragment DriftSummary on DriftSummary {
  ...DriftCounts
  features {
    ...FeatureDrift
  }
  output {
    ...FeatureDrift
  }
}`;

const driftTestFragment = `fragment DriftTest on DriftTest {
  method
  statistic
  pValue
  law
}`;

const evaluationFragment = `fragment Evaluation on Evaluation {
  id
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

const featureDriftFragment = `fragment FeatureDrift on FeatureDrift {
  name
  kind
  verdict
  reason
  tests {
    ...DriftTest
  }
  pValue
  adjustedPValue
  effect
  effectFloor
  psi
  jensenShannon
  referenceCount
  currentCount
  mean
  baselineMean
  warnings
}`;

const featureImportanceFragment = `fragment FeatureImportance on FeatureImportance {
  feature
  importance
}`;

const featureQualityFragment = `fragment FeatureQuality on FeatureQuality {
  name
  count
  missingShare
  nonFiniteShare
  unseenShare
  baselineMissingShare
}`;

const itemRejectFragment = `fragment ItemReject on ItemReject {
  index
  code
  message
  path
}`;

const jobFragment = `fragment Job on Job {
  id
  kind
  state
  progress
  attempts
  error
  result
  createdAt
  startedAt
  finishedAt
  nextRunAt
}`;

const labelProbabilityFragment = `fragment LabelProbability on LabelProbability {
  label
  probability
}`;

const listedArtifactFragment = `fragment ListedArtifact on Artifact {
  ...Artifact
  version {
    ...NumberedVersion
  }
}`;

const listedBaselineFragment = `fragment ListedBaseline on Baseline {
  ...BaselineSummary
  version {
    ...NumberedVersion
  }
}`;

const listedEvaluationFragment = `fragment ListedEvaluation on Evaluation {
  ...Evaluation
  version {
    ...NumberedVersion
  }
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

const monitoringReportFragment = `fragment MonitoringReport on MonitoringReport {
  ...MonitoringReportSummary
  baseline {
    ...BaselineSummary
  }
  drift {
    ...DriftSummary
  }
  dataQuality {
    ...FeatureQuality
  }
}`;

const monitoringReportSummaryFragment = `fragment MonitoringReportSummary on MonitoringReport {
  id
  version {
    ...NumberedVersion
  }
  window {
    ...TimeWindow
  }
  verdict
  reasons
  basis
  predictions
  labelled
  quality {
    ...QualityMetric
  }
  drift {
    ...DriftCounts
  }
  operations {
    ...OperationsSummary
  }
  autocorrelation
  rulesEvaluated
  createdAt
  createdBy
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

const operationsSummaryFragment = `fragment OperationsSummary on OperationsSummary {
  errorRate
  latencyMsMean
  latencyMsP95
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

const qualityMetricFragment = `fragment QualityMetric on QualityMetric {
  name
  value
  lower
  upper
  baseline
  baselineLower
  baselineUpper
  previous
  direction
  reason
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

const timeWindowFragment = `fragment TimeWindow on TimeWindow {
  from
  to
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

export const AcknowledgeAlert = new TypedDocument<types.AcknowledgeAlert, types.AcknowledgeAlertVariables>({
  kind: 'mutation',
  text: `mutation AcknowledgeAlert($input: AcknowledgeAlertInput!) {
  acknowledgeAlert(input: $input) {
    alert {
      ...Alert
    }
    userErrors {
      ...UserErrors
    }
  }
}
${alertFragment}
${alertRuleFragment}
${briefReportFragment}
${namedModelFragment}
${numberedVersionFragment}
${timeWindowFragment}
${userErrorsFragment}`,
  takesKey: false,
  numbers: ['acknowledgeAlert.alert.rule.falseAlarmsPerYear', 'acknowledgeAlert.alert.rule.value', 'acknowledgeAlert.alert.threshold', 'acknowledgeAlert.alert.value'],
});

export const AlertEvents = new TypedDocument<types.AlertEvents, types.AlertEventsVariables>({
  kind: 'subscription',
  text: `subscription AlertEvents($filter: AlertEventFilter, $after: String) {
  alertEvents(filter: $filter, after: $after) {
    cursor
    kind
    event {
      ...AlertEvent
    }
  }
}
${alertFragment}
${alertEventFragment}
${alertRuleFragment}
${briefReportFragment}
${eventFragment}
${namedModelFragment}
${numberedVersionFragment}
${timeWindowFragment}`,
  takesKey: false,
  numbers: ['alertEvents.event.alert.rule.falseAlarmsPerYear', 'alertEvents.event.alert.rule.value', 'alertEvents.event.alert.threshold', 'alertEvents.event.alert.value'],
});

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

export const CreateAlertRule = new TypedDocument<types.CreateAlertRule, types.CreateAlertRuleVariables>({
  kind: 'mutation',
  text: `mutation CreateAlertRule($input: CreateAlertRuleInput!) {
  createAlertRule(input: $input) {
    rule {
      ...AlertRule
    }
    replayed
    userErrors {
      ...UserErrors
    }
  }
}
${alertRuleFragment}
${namedModelFragment}
${userErrorsFragment}`,
  takesKey: true,
  numbers: ['createAlertRule.rule.falseAlarmsPerYear', 'createAlertRule.rule.value'],
});

export const CreateMonitoringReport = new TypedDocument<types.CreateMonitoringReport, types.CreateMonitoringReportVariables>({
  kind: 'mutation',
  text: `mutation CreateMonitoringReport($input: CreateMonitoringReportInput!) {
  createMonitoringReport(input: $input) {
    report {
      ...MonitoringReport
    }
    replayed
    userErrors {
      ...UserErrors
    }
  }
}
${baselineSummaryFragment}
${driftCountsFragment}
${driftSummaryFragment}
${driftTestFragment}
${featureDriftFragment}
${featureQualityFragment}
${metricFragment}
${monitoringReportFragment}
${monitoringReportSummaryFragment}
${namedModelFragment}
${numberedVersionFragment}
${operationsSummaryFragment}
${qualityMetricFragment}
${timeWindowFragment}
${userErrorsFragment}`,
  takesKey: true,
  numbers: ['createMonitoringReport.report.autocorrelation', 'createMonitoringReport.report.baseline.quality[].value', 'createMonitoringReport.report.dataQuality[].baselineMissingShare', 'createMonitoringReport.report.dataQuality[].missingShare', 'createMonitoringReport.report.dataQuality[].nonFiniteShare', 'createMonitoringReport.report.dataQuality[].unseenShare', 'createMonitoringReport.report.drift.features[].adjustedPValue', 'createMonitoringReport.report.drift.features[].baselineMean', 'createMonitoringReport.report.drift.features[].effect', 'createMonitoringReport.report.drift.features[].effectFloor', 'createMonitoringReport.report.drift.features[].jensenShannon', 'createMonitoringReport.report.drift.features[].mean', 'createMonitoringReport.report.drift.features[].pValue', 'createMonitoringReport.report.drift.features[].psi', 'createMonitoringReport.report.drift.features[].tests[].pValue', 'createMonitoringReport.report.drift.features[].tests[].statistic', 'createMonitoringReport.report.drift.level', 'createMonitoringReport.report.drift.output.adjustedPValue', 'createMonitoringReport.report.drift.output.baselineMean', 'createMonitoringReport.report.drift.output.effect', 'createMonitoringReport.report.drift.output.effectFloor', 'createMonitoringReport.report.drift.output.jensenShannon', 'createMonitoringReport.report.drift.output.mean', 'createMonitoringReport.report.drift.output.pValue', 'createMonitoringReport.report.drift.output.psi', 'createMonitoringReport.report.drift.output.tests[].pValue', 'createMonitoringReport.report.drift.output.tests[].statistic', 'createMonitoringReport.report.operations.errorRate', 'createMonitoringReport.report.operations.latencyMsMean', 'createMonitoringReport.report.operations.latencyMsP95', 'createMonitoringReport.report.quality[].baseline', 'createMonitoringReport.report.quality[].baselineLower', 'createMonitoringReport.report.quality[].baselineUpper', 'createMonitoringReport.report.quality[].lower', 'createMonitoringReport.report.quality[].previous', 'createMonitoringReport.report.quality[].upper', 'createMonitoringReport.report.quality[].value'],
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

export const GetAlert = new TypedDocument<types.GetAlert, types.GetAlertVariables>({
  kind: 'query',
  text: `query GetAlert($id: ID!) {
  alert(id: $id) {
    ...Alert
  }
}
${alertFragment}
${alertRuleFragment}
${briefReportFragment}
${namedModelFragment}
${numberedVersionFragment}
${timeWindowFragment}`,
  takesKey: false,
  numbers: ['alert.rule.falseAlarmsPerYear', 'alert.rule.value', 'alert.threshold', 'alert.value'],
});

export const GetAlertRule = new TypedDocument<types.GetAlertRule, types.GetAlertRuleVariables>({
  kind: 'query',
  text: `query GetAlertRule($id: ID!) {
  alertRule(id: $id) {
    ...AlertRule
  }
}
${alertRuleFragment}
${namedModelFragment}`,
  takesKey: false,
  numbers: ['alertRule.falseAlarmsPerYear', 'alertRule.value'],
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

export const GetEvent = new TypedDocument<types.GetEvent, types.GetEventVariables>({
  kind: 'query',
  text: `query GetEvent($id: ID!) {
  event(id: $id) {
    ...Event
  }
}
${eventFragment}`,
  takesKey: false,
  numbers: [],
});

export const GetJob = new TypedDocument<types.GetJob, types.GetJobVariables>({
  kind: 'query',
  text: `query GetJob($id: ID!) {
  job(id: $id) {
    ...Job
  }
}
${jobFragment}`,
  takesKey: false,
  numbers: ['job.progress'],
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

export const GetMonitoringReport = new TypedDocument<types.GetMonitoringReport, types.GetMonitoringReportVariables>({
  kind: 'query',
  text: `query GetMonitoringReport($id: ID!) {
  monitoringReport(id: $id) {
    ...MonitoringReport
  }
}
${baselineSummaryFragment}
${driftCountsFragment}
${driftSummaryFragment}
${driftTestFragment}
${featureDriftFragment}
${featureQualityFragment}
${metricFragment}
${monitoringReportFragment}
${monitoringReportSummaryFragment}
${namedModelFragment}
${numberedVersionFragment}
${operationsSummaryFragment}
${qualityMetricFragment}
${timeWindowFragment}`,
  takesKey: false,
  numbers: ['monitoringReport.autocorrelation', 'monitoringReport.baseline.quality[].value', 'monitoringReport.dataQuality[].baselineMissingShare', 'monitoringReport.dataQuality[].missingShare', 'monitoringReport.dataQuality[].nonFiniteShare', 'monitoringReport.dataQuality[].unseenShare', 'monitoringReport.drift.features[].adjustedPValue', 'monitoringReport.drift.features[].baselineMean', 'monitoringReport.drift.features[].effect', 'monitoringReport.drift.features[].effectFloor', 'monitoringReport.drift.features[].jensenShannon', 'monitoringReport.drift.features[].mean', 'monitoringReport.drift.features[].pValue', 'monitoringReport.drift.features[].psi', 'monitoringReport.drift.features[].tests[].pValue', 'monitoringReport.drift.features[].tests[].statistic', 'monitoringReport.drift.level', 'monitoringReport.drift.output.adjustedPValue', 'monitoringReport.drift.output.baselineMean', 'monitoringReport.drift.output.effect', 'monitoringReport.drift.output.effectFloor', 'monitoringReport.drift.output.jensenShannon', 'monitoringReport.drift.output.mean', 'monitoringReport.drift.output.pValue', 'monitoringReport.drift.output.psi', 'monitoringReport.drift.output.tests[].pValue', 'monitoringReport.drift.output.tests[].statistic', 'monitoringReport.operations.errorRate', 'monitoringReport.operations.latencyMsMean', 'monitoringReport.operations.latencyMsP95', 'monitoringReport.quality[].baseline', 'monitoringReport.quality[].baselineLower', 'monitoringReport.quality[].baselineUpper', 'monitoringReport.quality[].lower', 'monitoringReport.quality[].previous', 'monitoringReport.quality[].upper', 'monitoringReport.quality[].value'],
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

export const ListAlertRules = new TypedDocument<types.ListAlertRules, types.ListAlertRulesVariables>({
  kind: 'query',
  text: `query ListAlertRules($filter: AlertRuleFilter, $order: AlertRuleOrder, $first: Int, $after: String) {
  alertRules(filter: $filter, order: $order, first: $first, after: $after) {
    nodes {
      ...AlertRule
    }
    pageInfo {
      ...PageInfo
    }
    totalCount
  }
}
${alertRuleFragment}
${namedModelFragment}
${pageInfoFragment}`,
  takesKey: false,
  numbers: ['alertRules.nodes[].falseAlarmsPerYear', 'alertRules.nodes[].value'],
});

export const ListAlerts = new TypedDocument<types.ListAlerts, types.ListAlertsVariables>({
  kind: 'query',
  text: `query ListAlerts($filter: AlertFilter, $order: AlertOrder, $first: Int, $after: String) {
  alerts(filter: $filter, order: $order, first: $first, after: $after) {
    nodes {
      ...Alert
    }
    pageInfo {
      ...PageInfo
    }
    totalCount
  }
}
${alertFragment}
${alertRuleFragment}
${briefReportFragment}
${namedModelFragment}
${numberedVersionFragment}
${pageInfoFragment}
${timeWindowFragment}`,
  takesKey: false,
  numbers: ['alerts.nodes[].rule.falseAlarmsPerYear', 'alerts.nodes[].rule.value', 'alerts.nodes[].threshold', 'alerts.nodes[].value'],
});

export const ListArtifacts = new TypedDocument<types.ListArtifacts, types.ListArtifactsVariables>({
  kind: 'query',
  text: `query ListArtifacts($filter: ArtifactFilter, $order: ArtifactOrder, $first: Int, $after: String) {
  artifacts(filter: $filter, order: $order, first: $first, after: $after) {
    nodes {
      ...ListedArtifact
    }
    pageInfo {
      ...PageInfo
    }
  }
}
${artifactFragment}
${listedArtifactFragment}
${namedModelFragment}
${numberedVersionFragment}
${pageInfoFragment}`,
  takesKey: false,
  numbers: [],
});

export const ListBaselines = new TypedDocument<types.ListBaselines, types.ListBaselinesVariables>({
  kind: 'query',
  text: `query ListBaselines($filter: BaselineFilter, $order: BaselineOrder, $first: Int, $after: String) {
  baselines(filter: $filter, order: $order, first: $first, after: $after) {
    nodes {
      ...ListedBaseline
    }
    pageInfo {
      ...PageInfo
    }
  }
}
${baselineSummaryFragment}
${listedBaselineFragment}
${metricFragment}
${namedModelFragment}
${numberedVersionFragment}
${pageInfoFragment}`,
  takesKey: false,
  numbers: ['baselines.nodes[].quality[].value'],
});

export const ListEvaluations = new TypedDocument<types.ListEvaluations, types.ListEvaluationsVariables>({
  kind: 'query',
  text: `query ListEvaluations($filter: EvaluationFilter, $order: EvaluationOrder, $first: Int, $after: String) {
  evaluations(filter: $filter, order: $order, first: $first, after: $after) {
    nodes {
      ...ListedEvaluation
    }
    pageInfo {
      ...PageInfo
    }
    totalCount
  }
}
${evaluationFragment}
${listedEvaluationFragment}
${metricFragment}
${namedModelFragment}
${numberedVersionFragment}
${pageInfoFragment}`,
  takesKey: false,
  numbers: ['evaluations.nodes[].metrics[].value'],
});

export const ListEvents = new TypedDocument<types.ListEvents, types.ListEventsVariables>({
  kind: 'query',
  text: `query ListEvents($filter: EventFilter, $order: EventOrder, $first: Int, $after: String) {
  events(filter: $filter, order: $order, first: $first, after: $after) {
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

export const ListJobs = new TypedDocument<types.ListJobs, types.ListJobsVariables>({
  kind: 'query',
  text: `query ListJobs($filter: JobFilter, $order: JobOrder, $first: Int, $after: String) {
  jobs(filter: $filter, order: $order, first: $first, after: $after) {
    nodes {
      ...Job
    }
    pageInfo {
      ...PageInfo
    }
  }
}
${jobFragment}
${pageInfoFragment}`,
  takesKey: false,
  numbers: ['jobs.nodes[].progress'],
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

export const ListMonitoringReports = new TypedDocument<types.ListMonitoringReports, types.ListMonitoringReportsVariables>({
  kind: 'query',
  text: `query ListMonitoringReports($filter: MonitoringReportFilter, $order: MonitoringReportOrder, $first: Int, $after: String) {
  monitoringReports(filter: $filter, order: $order, first: $first, after: $after) {
    nodes {
      ...MonitoringReportSummary
    }
    pageInfo {
      ...PageInfo
    }
    totalCount
  }
}
${driftCountsFragment}
${monitoringReportSummaryFragment}
${namedModelFragment}
${numberedVersionFragment}
${operationsSummaryFragment}
${pageInfoFragment}
${qualityMetricFragment}
${timeWindowFragment}`,
  takesKey: false,
  numbers: ['monitoringReports.nodes[].autocorrelation', 'monitoringReports.nodes[].drift.level', 'monitoringReports.nodes[].operations.errorRate', 'monitoringReports.nodes[].operations.latencyMsMean', 'monitoringReports.nodes[].operations.latencyMsP95', 'monitoringReports.nodes[].quality[].baseline', 'monitoringReports.nodes[].quality[].baselineLower', 'monitoringReports.nodes[].quality[].baselineUpper', 'monitoringReports.nodes[].quality[].lower', 'monitoringReports.nodes[].quality[].previous', 'monitoringReports.nodes[].quality[].upper', 'monitoringReports.nodes[].quality[].value'],
});

export const ListPredictions = new TypedDocument<types.ListPredictions, types.ListPredictionsVariables>({
  kind: 'query',
  text: `query ListPredictions($version: VersionRef!, $filter: PredictionFilter, $order: PredictionOrder, $first: Int, $after: String) {
  predictions(
    version: $version
    filter: $filter
    order: $order
    first: $first
    after: $after
  ) {
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
  text: `query ListProjects($filter: ProjectFilter, $order: ProjectOrder, $first: Int, $after: String) {
  projects(filter: $filter, order: $order, first: $first, after: $after) {
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
  text: `query ListTokens($filter: TokenFilter, $order: TokenOrder, $first: Int, $after: String) {
  tokens(filter: $filter, order: $order, first: $first, after: $after) {
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