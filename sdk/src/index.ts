export type {
  AcknowledgedAlert,
  Alerts,
  CreatedAlertRule,
  ListAlertRulesQuery,
  ListAlertsQuery,
  SubscribeToAlerts,
} from './alerts/alerts.js';
export type { ArtifactLike, Bytes, NamedBytes, NamedFile } from './artifact/given.js';
export type { TransferOptions } from './artifact/transfer-options.js';
export { ModelGraph } from './client.js';
export type { Accepted } from './errors/accepted.js';
export { ModelGraphError } from './errors/model-graph-error.js';
export {
  ArtifactLostError,
  ArtifactMismatchError,
  ConfigurationError,
  ConnectionError,
  CursorExpiredError,
  ForbiddenError,
  RateLimitedError,
  TimeoutError,
  UnauthenticatedError,
  UnavailableError,
} from './errors/service-errors.js';
export { ModelGraphUserError } from './errors/user-error.js';
export type { Events, ListEventsQuery, SubscribeToEvents } from './events/events.js';
export type {
  Actual,
  Alert,
  AlertEvent,
  AlertRule,
  Artifact,
  Baseline,
  BaselineFeature,
  BaselineSummary,
  BriefReport,
  DriftCounts,
  DriftSummary,
  DriftTest,
  Evaluation,
  Event,
  Feature,
  FeatureDrift,
  FeatureImportance,
  FeatureQuality,
  ItemReject,
  Job,
  LabelProbability,
  ListedArtifact,
  ListedBaseline,
  ListedEvaluation,
  Metric,
  MetricPoint,
  Model,
  MonitoringReport,
  MonitoringReportSummary,
  NamedModel,
  NamedRun,
  NumberedVersion,
  OperationsSummary,
  OutputSpec,
  PageInfo,
  Prediction,
  PredictionOutput,
  Project,
  QualityMetric,
  RunDataset,
  Signature,
  StageTransition,
  Tag,
  TimeWindow,
  Token,
  TrainingRun,
  Version,
  VersionEvent,
  VersionSummary,
  Viewer,
} from './generated/operations.js';
export type * from './generated/schema.js';
export {
  ConflictError,
  NotFoundError,
  StageTransitionError,
  ValidationError,
} from './generated/user-errors.js';
export type { Jobs, ListJobsQuery } from './jobs/jobs.js';
export type { ModelLike, WithModelLike } from './models/model-like.js';
export type {
  ListModelsQuery,
  Models,
  RegisteredModel,
  RollbackInput,
  RolledBackModel,
  SubscribeToModels,
  WatchModel,
} from './models/models.js';
export { List, Page, type Paging } from './paging/list.js';
export type {
  ListPredictionsQuery,
  LoggedPredictions,
  NewPrediction,
  PredictionQueueOptions,
  Predictions,
  RecordedActuals,
} from './predictions/predictions.js';
export type { Queued, QueuedActual, QueuedPrediction } from './predictions/queued.js';
export type { CreatedProject, ListProjectsQuery, Projects } from './projects/projects.js';
export type { FlushOptions, QueueOptions, QueueStats, Reject } from './queue/queue-options.js';
export type {
  CreatedReport,
  CreateReportInput,
  ListReportsQuery,
  ReportFilter,
  Reports,
} from './reports/reports.js';
export type { RunLike } from './runs/run-like.js';
export type { ListRunsQuery, LoggedMetrics, RunEnd, Runs, StartedRun, StartRunInput } from './runs/runs.js';
export type { ModelGraphOptions } from './settings.js';
export type { Delivery, SubscribeOptions, Subscription } from './subscription/subscription.js';
export { SecretLostError } from './tokens/secret-lost.js';
export type { CreatedToken, ListTokensQuery, RevokedToken, Tokens } from './tokens/tokens.js';
export type { CallOptions } from './transport/call-options.js';
export type { GraphqlArguments, GraphqlDocument } from './transport/own-document.js';
export type { Typed } from './transport/typed-document.js';
export type { BaselineLike, BaselineRow, BaselineRows } from './versions/baseline-rows.js';
export type { WithExpectedCurrent } from './versions/expected-current.js';
export type {
  ListArtifactsQuery,
  ListBaselinesQuery,
  ListEvaluationsQuery,
  ListVersionsQuery,
} from './versions/list-queries.js';
export type { DownloadedVersion, LoadedVersion } from './versions/loaded-version.js';
export type { VersionLike, WithVersionLike } from './versions/version-like.js';
export type {
  DownloadOptions,
  LoadOptions,
  RegisteredVersion,
  RegisterInput,
  SubscribeToVersions,
  TransitionedVersion,
  TransitionInput,
  Versions,
} from './versions/versions.js';
