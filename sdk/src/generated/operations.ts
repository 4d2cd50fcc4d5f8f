// Generated from schema/ and the .graphql documents of the SDK by `npm run codegen`: do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from './schema.js';

/** What is watched, and when somebody is to be told. Evaluated on every report of the model's versions that is made after it, in the order in which they are made. Fixed once made. */
export type AlertRule = {
  /** Opaque, stable. */
  readonly id: string,
  /** What it watches. */
  readonly watch: Types.AlertMetric,
  /** The feature it watches; null for all. */
  readonly feature: string | null,
  /** How it compares. */
  readonly compare: Types.AlertComparison,
  /** What it compares with. */
  readonly value: number,
  /** How grave it is. */
  readonly severity: Types.AlertSeverity,
  /** How many windows in a row it must be broken before it fires. Windows are told apart and ordered by their ends: one that is reported twice counts once, and one without a number does not interrupt. */
  readonly forWindows: number,
  /** The budget that DRIFT is judged by: false alarms per version and year. */
  readonly falseAlarmsPerYear: number,
  /** Whether it could be evaluated on the last report. */
  readonly health: Types.AlertRuleHealth,
  /** When it was made. */
  readonly createdAt: string,
  /** The subject that made it. */
  readonly createdBy: string,
  /** The model whose reports it is evaluated on. */
  readonly model: NamedModel
};

/**
 * One incident: a rule broken by a version, from the first broken window to the first good one. A rule has at most one open
 * alert per version. A further broken window that begins within 24 hours of the end of the good one re-opens the alert, and
 * takes it to PENDING or FIRING as `forWindows` says; a later one opens a new alert. Reports on windows that end before the
 * last one that was evaluated change nothing; of a window that is reported again the newer report holds.
 */
export type Alert = {
  /** Opaque, stable. */
  readonly id: string,
  /** Where it stands. */
  readonly status: Types.AlertStatus,
  /** Copied from the rule when it was opened. */
  readonly severity: Types.AlertSeverity,
  /** Copied from the rule when it was opened. */
  readonly watch: Types.AlertMetric,
  /** Copied from the rule when it was opened; null for all features. */
  readonly feature: string | null,
  /** The number of the last broken window. */
  readonly value: number,
  /** What that was compared with, the baseline worked in. */
  readonly threshold: number,
  /** What happened in the last broken window, in a sentence; once RESOLVED, what was found in the window that ended it. */
  readonly message: string,
  /** Windows in a row that were broken, up to the last broken one; 0 when the only one was reported again and found good. */
  readonly windows: number,
  /** When it was opened for the first time. */
  readonly openedAt: string,
  /** When it last fired; null when it has not since it was opened or re-opened. */
  readonly firedAt: string | null,
  /** When somebody took it on; null when nobody has since it last fired. */
  readonly acknowledgedAt: string | null,
  /** The subject that took it on. */
  readonly acknowledgedBy: string | null,
  /** What they said. */
  readonly note: string | null,
  /** When it was over; null while it is open. */
  readonly resolvedAt: string | null,
  /** The rule. */
  readonly rule: AlertRule,
  /** The version that broke it. */
  readonly version: NumberedVersion,
  /** The report of the last broken window. */
  readonly report: BriefReport
};

/** What happened to an alert: a typed view of the event. */
export type AlertEvent = {
  /** Where the alert stood after it. */
  readonly status: Types.AlertStatus,
  /** The event as the log has it: ALERT_OPENED, ALERT_FIRED, ALERT_ACKNOWLEDGED, ALERT_RESOLVED or ALERT_REOPENED. */
  readonly event: Event,
  /** The alert as it is now. */
  readonly alert: Alert
};

export type GetAlertRuleVariables = Exact<{
  id: string;
}>;


export type GetAlertRule = {
  readonly alertRule: AlertRule | null
};

export type ListAlertRulesVariables = Exact<{
  filter?: Types.AlertRuleFilter | null | undefined;
  order?: Types.AlertRuleOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ListAlertRules = {
  readonly alertRules: {
    /** How many rows the whole list has. */
    readonly totalCount: number,
    /** The rows without their cursors. */
    readonly nodes: ReadonlyArray<AlertRule>,
    /** Where the page stands. */
    readonly pageInfo: PageInfo
  }
};

export type GetAlertVariables = Exact<{
  id: string;
}>;


export type GetAlert = {
  readonly alert: Alert | null
};

export type ListAlertsVariables = Exact<{
  filter?: Types.AlertFilter | null | undefined;
  order?: Types.AlertOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ListAlerts = {
  readonly alerts: {
    /** How many rows the whole list has. */
    readonly totalCount: number,
    /** The rows without their cursors. */
    readonly nodes: ReadonlyArray<Alert>,
    /** Where the page stands. */
    readonly pageInfo: PageInfo
  }
};

export type CreateAlertRuleVariables = Exact<{
  input: Types.CreateAlertRuleInput;
}>;


export type CreateAlertRule = {
  readonly createAlertRule: {
    /** Whether this is the answer to a request that had been carried out before under the same idempotency key. */
    readonly replayed: boolean,
    /** Null when `userErrors` is not empty. */
    readonly rule: AlertRule | null,
    /** Why nothing was made. */
    readonly userErrors: ReadonlyArray<
      | UserErrors_ConflictError
      | UserErrors_NotFoundError
      | UserErrors_StageTransitionError
      | UserErrors_ValidationError
    >
  }
};

export type AcknowledgeAlertVariables = Exact<{
  input: Types.AcknowledgeAlertInput;
}>;


export type AcknowledgeAlert = {
  readonly acknowledgeAlert: {
    /** Null when `userErrors` is not empty. */
    readonly alert: Alert | null,
    /** Why nothing was changed. */
    readonly userErrors: ReadonlyArray<
      | UserErrors_ConflictError
      | UserErrors_NotFoundError
      | UserErrors_StageTransitionError
      | UserErrors_ValidationError
    >
  }
};

export type AlertEventsVariables = Exact<{
  filter?: Types.AlertEventFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type AlertEvents = {
  readonly alertEvents: {
    /** Give it as `after` to go on behind this place, from any server, after any interruption. */
    readonly cursor: string,
    /** What this envelope carries. */
    readonly kind: Types.EnvelopeKind,
    /** The event; null in a CHECKPOINT. */
    readonly event: AlertEvent | null
  }
};

/** The request is well-formed but stands against what is there: a name that is taken, a key used otherwise, a state that has moved on. */
type UserErrors_ConflictError = {
  readonly __typename: 'ConflictError',
  /** The object that stands in the way, where there is one that this token may see. */
  readonly existingId: string | null,
  /** NAME_TAKEN, IDEMPOTENCY_MISMATCH, READ_ONLY, IMMUTABLE, UNEXPECTED_STATE or ARTIFACT_MISMATCH. */
  readonly code: Types.UserErrorCode,
  /** What stands in the way, and what to do. */
  readonly message: string,
  /** The input field that collides, from `input` downwards. */
  readonly path: ReadonlyArray<string>
};

/** What the input refers to does not exist, or belongs to another project: the two look exactly alike. */
type UserErrors_NotFoundError = {
  readonly __typename: 'NotFoundError',
  /** Always NOT_FOUND. */
  readonly code: Types.UserErrorCode,
  /** What was not found, and how it was named. */
  readonly message: string,
  /** The reference, from `input` downwards. */
  readonly path: ReadonlyArray<string>
};

/** The stage graph of the model has no such move. */
type UserErrors_StageTransitionError = {
  readonly __typename: 'StageTransitionError',
  /** Where the version stands. */
  readonly from: Types.Stage,
  /** Where it was to go. */
  readonly to: Types.Stage,
  /** Where it may go. */
  readonly allowed: ReadonlyArray<Types.Stage>,
  /** Always STAGE_TRANSITION_NOT_ALLOWED. */
  readonly code: Types.UserErrorCode,
  /** Which move was asked for, and where one may go instead. */
  readonly message: string,
  /** The target, from `input` downwards. */
  readonly path: ReadonlyArray<string>
};

/** The input breaks a rule that its description states. */
type UserErrors_ValidationError = {
  readonly __typename: 'ValidationError',
  /** Always INVALID_INPUT. */
  readonly code: Types.UserErrorCode,
  /** What the rule is and what was given. */
  readonly message: string,
  /** The field that breaks it, from `input` downwards. */
  readonly path: ReadonlyArray<string>
};

/**
 * Why a mutation changed nothing. Every payload lists them in `userErrors`; when that list is not empty, nothing was
 * changed.
 */
export type UserErrors =
  | UserErrors_ConflictError
  | UserErrors_NotFoundError
  | UserErrors_StageTransitionError
  | UserErrors_ValidationError
;

/**
 * One change of the control plane, written in the same transaction as the change itself. The events of a project form one
 * gapless sequence, chained by hashes: the log serves audit and subscriptions alike.
 */
export type Event = {
  /** Opaque, stable. */
  readonly id: string,
  /** 1, 2, 3... in the project, without gaps, in the order in which the changes were committed. */
  readonly position: number,
  /** What happened. */
  readonly type: Types.EventType,
  /** The subject of the token that did it, or `system:` and the part of the server that did. */
  readonly actor: string,
  /** The kind of object it is about. */
  readonly subjectKind: Types.SubjectKind,
  /** The id of the object it is about. */
  readonly subjectId: string,
  /** The changed fields as they were; null for something new. */
  readonly before: Record<string, unknown> | null,
  /** The changed fields as they are now; null for something gone. */
  readonly after: Record<string, unknown> | null,
  /** Why, in the words of whoever did it. */
  readonly reason: string | null,
  /** The request it came from, as in the server's log and in error answers; null for the server's own doing. */
  readonly requestId: string | null,
  /** When the transaction wrote it, by the database's clock. Order is by `position`, never by this. */
  readonly occurredAt: string,
  /** SHA-256 over the hash before it, position, type, subject, time and payload digest, as 64 hexadecimal digits. */
  readonly hash: string
};

export type GetEventVariables = Exact<{
  id: string;
}>;


export type GetEvent = {
  readonly event: Event | null
};

export type ListEventsVariables = Exact<{
  filter?: Types.EventFilter | null | undefined;
  order?: Types.EventOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ListEvents = {
  readonly events: {
    /** The rows without their cursors. */
    readonly nodes: ReadonlyArray<Event>,
    /** Where the page stands. */
    readonly pageInfo: PageInfo
  }
};

export type AllEventsVariables = Exact<{
  filter?: Types.EventFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type AllEvents = {
  readonly events: {
    /** Give it as `after` to go on behind this place, from any server, after any interruption. It keeps no filter: another one may be used with it. */
    readonly cursor: string,
    /** What this envelope carries. */
    readonly kind: Types.EnvelopeKind,
    /** The event; null in a CHECKPOINT. */
    readonly event: Event | null
  }
};

/** Long or recurring work, leased by one of the servers at a time; when that server is lost, another one begins it again. */
export type Job = {
  /** Opaque, stable. */
  readonly id: string,
  /** What it does. */
  readonly kind: Types.JobKind,
  /** Where it stands. */
  readonly state: Types.JobState,
  /** Part that is done, 0 to 1; null when it cannot be told. */
  readonly progress: number | null,
  /** How often it was begun; of upkeep, since it was due. */
  readonly attempts: number,
  /** Why its last attempt failed; null once it succeeded. */
  readonly error: string | null,
  /** What it came to; the shape depends on the kind; null until it succeeded. */
  readonly result: Record<string, unknown> | null,
  /** When it was asked for. */
  readonly createdAt: string,
  /** When its last attempt began. */
  readonly startedAt: string | null,
  /** When it ended. */
  readonly finishedAt: string | null,
  /** When upkeep is due again; null while it runs, and for work that is done once. */
  readonly nextRunAt: string | null
};

export type GetJobVariables = Exact<{
  id: string;
}>;


export type GetJob = {
  readonly job: Job | null
};

export type ListJobsVariables = Exact<{
  filter?: Types.JobFilter | null | undefined;
  order?: Types.JobOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ListJobs = {
  readonly jobs: {
    /** The rows without their cursors. */
    readonly nodes: ReadonlyArray<Job>,
    /** Where the page stands. */
    readonly pageInfo: PageInfo
  }
};

/** A thing to be predicted, in all its versions. */
export type Model = {
  /** Opaque, stable. */
  readonly id: string,
  /** Unique in its project, NFC. */
  readonly name: string,
  /** What it predicts, for whom; empty when nobody said. */
  readonly description: string,
  /** What kind of output it has. Fixed once registered. */
  readonly task: Types.ModelTask,
  /** The person or team who answers for it; null when nobody does. */
  readonly owner: string | null,
  /** The field of business it serves, for example `credit`; null when nobody said. */
  readonly domain: string | null,
  /** Anything else its owners keep with it. */
  readonly metadata: Record<string, unknown>,
  /** When it was registered. */
  readonly registeredAt: string,
  /** The subject that registered it. */
  readonly registeredBy: string,
  /** When it was archived: read-only, predictions still accepted; null while it lives. */
  readonly archivedAt: string | null,
  /** Labels, sorted by key. */
  readonly tags: ReadonlyArray<Tag>
};

/** A thing to be predicted, in all its versions. */
export type NamedModel = {
  /** Opaque, stable. */
  readonly id: string,
  /** Unique in its project, NFC. */
  readonly name: string,
  /** What kind of output it has. Fixed once registered. */
  readonly task: Types.ModelTask
};

/** A label on an object. A plain label is a key without a value. */
export type Tag = {
  /** 1 to 100 characters, unique on its object. */
  readonly key: string,
  /** At most 500 characters; null for a plain label. */
  readonly value: string | null
};

export type GetModelVariables = Exact<{
  ref: Types.ModelRef;
}>;


export type GetModel = {
  readonly model: Model | null
};

export type ListModelsVariables = Exact<{
  filter?: Types.ModelFilter | null | undefined;
  order?: Types.ModelOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ListModels = {
  readonly models: {
    /** How many rows the whole list has. */
    readonly totalCount: number,
    /** The rows without their cursors. */
    readonly nodes: ReadonlyArray<Model>,
    /** Where the page stands. */
    readonly pageInfo: PageInfo
  }
};

export type RegisterModelVariables = Exact<{
  input: Types.RegisterModelInput;
}>;


export type RegisterModel = {
  readonly registerModel: {
    /** Whether this is the answer to a request that had been carried out before under the same idempotency key. */
    readonly replayed: boolean,
    /** Null when `userErrors` is not empty. */
    readonly model: Model | null,
    /** Why nothing was registered. */
    readonly userErrors: ReadonlyArray<
      | UserErrors_ConflictError
      | UserErrors_NotFoundError
      | UserErrors_StageTransitionError
      | UserErrors_ValidationError
    >
  }
};

export type RollbackModelVariables = Exact<{
  input: Types.RollbackModelInput;
}>;


export type RollbackModel = {
  readonly rollbackModel: {
    /** Whether this is the answer to a request that had been carried out before under the same idempotency key. */
    readonly replayed: boolean,
    /** The model; null when `userErrors` is not empty. */
    readonly model: Model | null,
    /** The version that is in PRODUCTION again. */
    readonly restored: VersionSummary | null,
    /** The version that left PRODUCTION for it; null when PRODUCTION was vacant, and on a replay. */
    readonly demoted: VersionSummary | null,
    /** Why nothing was changed. */
    readonly userErrors: ReadonlyArray<
      | UserErrors_ConflictError
      | UserErrors_NotFoundError
      | UserErrors_StageTransitionError
      | UserErrors_ValidationError
    >
  }
};

export type ModelEventsVariables = Exact<{
  filter?: Types.ModelEventFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type ModelEvents = {
  readonly modelEvents: {
    /** Give it as `after` to go on behind this place, from any server, after any interruption. It keeps no filter: another one may be used with it. */
    readonly cursor: string,
    /** What this envelope carries. */
    readonly kind: Types.EnvelopeKind,
    /** The event; null in a CHECKPOINT. */
    readonly event: Event | null
  }
};

/** Where a page stands in its list, as in the Relay connection specification. */
export type PageInfo = {
  /** Whether more rows follow this page. */
  readonly hasNextPage: boolean,
  /** Whether rows stand before this page; true as soon as `after` was given. */
  readonly hasPreviousPage: boolean,
  /** The cursor of the first row of the page; null when the page is empty. */
  readonly startCursor: string | null,
  /** The cursor of the last row of the page, to be given as `after` for the next one; null when the page is empty. */
  readonly endCursor: string | null
};

/** One answer of a version. */
export type Prediction = {
  /** The client's id, unique in its version. */
  readonly predictionId: string,
  /** Whom or what it is about; null when nobody said. */
  readonly entityId: string | null,
  /** When it was answered, by the client. */
  readonly occurredAt: string,
  /** When the server took it in. */
  readonly receivedAt: string,
  /** The inputs, by feature, in the order of the signature; null where one was null or left out. */
  readonly features: Record<string, unknown>,
  /** Milliseconds that the answer took. */
  readonly latencyMs: number | null,
  /** Why the version failed; null when it answered. */
  readonly error: string | null,
  /** The variant that answered, as the serving code names it. */
  readonly variant: string | null,
  /** The version that answered. */
  readonly version: NumberedVersion,
  /** What was answered; null when the version failed. */
  readonly output:
    | PredictionOutput_ClassOutput
    | PredictionOutput_NumberOutput
   | null,
  /** What really was the case; null until somebody says. */
  readonly actual: Actual | null
};

/** A label with what the model thought of it. */
type PredictionOutput_ClassOutput = {
  readonly __typename: 'ClassOutput',
  /** The label that was answered. */
  readonly label: string,
  /** How likely the label is, 0 to 1; null when the model does not say. */
  readonly probability: number | null,
  /** How likely each label is, 0 to 1; empty when the model does not say. */
  readonly probabilities: ReadonlyArray<LabelProbability>
};

/** A number with its interval. */
type PredictionOutput_NumberOutput = {
  readonly __typename: 'NumberOutput',
  /** The number that was answered. */
  readonly value: number,
  /** The lower end of its interval; null without one. */
  readonly lower: number | null,
  /** The upper end of its interval; null without one. */
  readonly upper: number | null
};

/** What a version answered; its type follows the task of the model. */
export type PredictionOutput =
  | PredictionOutput_ClassOutput
  | PredictionOutput_NumberOutput
;

/** A label and how likely it is. */
export type LabelProbability = {
  /** The label. */
  readonly label: string,
  /** 0 to 1. */
  readonly probability: number
};

/** What really was the case. */
export type Actual = {
  /** The label, for classification. */
  readonly label: string | null,
  /** The number, for regression. */
  readonly number: number | null,
  /** When it was the case, by the client. */
  readonly actualAt: string,
  /** 0 unless corrected; the highest wins. */
  readonly revision: number,
  /** When the server took it in. */
  readonly receivedAt: string
};

export type GetPredictionVariables = Exact<{
  ref: Types.PredictionRef;
}>;


export type GetPrediction = {
  readonly prediction: Prediction | null
};

export type ListPredictionsVariables = Exact<{
  version: Types.VersionRef;
  filter?: Types.PredictionFilter | null | undefined;
  order?: Types.PredictionOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ListPredictions = {
  readonly predictions: {
    /** The rows without their cursors. */
    readonly nodes: ReadonlyArray<Prediction>,
    /** Where the page stands. */
    readonly pageInfo: PageInfo
  }
};

export type LogPredictionsVariables = Exact<{
  input: Types.LogPredictionsInput;
}>;


export type LogPredictions = {
  readonly logPredictions: {
    /** Answers that were new and are kept. */
    readonly accepted: number,
    /** Answers that had been kept before with the same content. */
    readonly duplicates: number,
    /** The record of this batch; null when nothing was new. */
    readonly ingestId: string | null,
    /** Answers that were not kept, each with the reason. */
    readonly rejects: ReadonlyArray<ItemReject>,
    /** Why nothing was kept. */
    readonly userErrors: ReadonlyArray<
      | UserErrors_ConflictError
      | UserErrors_NotFoundError
      | UserErrors_StageTransitionError
      | UserErrors_ValidationError
    >
  }
};

export type RecordActualsVariables = Exact<{
  input: Types.RecordActualsInput;
}>;


export type RecordActuals = {
  readonly recordActuals: {
    /** Actuals that now count for a prediction. */
    readonly accepted: number,
    /** Actuals that had been kept before with the same content. */
    readonly duplicates: number,
    /** Actuals older than the one that counts: kept out, not counted. */
    readonly stale: number,
    /** Actuals whose prediction is not here yet: kept, and they will count when it comes. */
    readonly early: number,
    /** The record of this batch; null when nothing was new. */
    readonly ingestId: string | null,
    /** Actuals that were not kept, each with the reason. */
    readonly rejects: ReadonlyArray<ItemReject>,
    /** Why nothing was kept. */
    readonly userErrors: ReadonlyArray<
      | UserErrors_ConflictError
      | UserErrors_NotFoundError
      | UserErrors_StageTransitionError
      | UserErrors_ValidationError
    >
  }
};

/** A tenant. Every model, run, prediction, alert and token belongs to exactly one project and is invisible to the others. */
export type Project = {
  /** Opaque, stable. */
  readonly id: string,
  /** Unique on the server. `default` exists from the start. */
  readonly name: string,
  /** What it is for; empty when nobody said. */
  readonly description: string,
  /** When it was made. */
  readonly createdAt: string
};

export type GetProjectVariables = Exact<{
  ref: Types.ProjectRef;
}>;


export type GetProject = {
  readonly project: Project | null
};

export type ListProjectsVariables = Exact<{
  filter?: Types.ProjectFilter | null | undefined;
  order?: Types.ProjectOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ListProjects = {
  readonly projects: {
    /** How many rows the whole list has. */
    readonly totalCount: number,
    /** The rows without their cursors. */
    readonly nodes: ReadonlyArray<Project>,
    /** Where the page stands. */
    readonly pageInfo: PageInfo
  }
};

export type CreateProjectVariables = Exact<{
  input: Types.CreateProjectInput;
}>;


export type CreateProject = {
  readonly createProject: {
    /** Whether this is the answer to a request that had been carried out before under the same idempotency key. */
    readonly replayed: boolean,
    /** Null when `userErrors` is not empty. */
    readonly project: Project | null,
    /** Why nothing was made. */
    readonly userErrors: ReadonlyArray<
      | UserErrors_ConflictError
      | UserErrors_NotFoundError
      | UserErrors_StageTransitionError
      | UserErrors_ValidationError
    >
  }
};

/** How a version did in a window, by the times when its predictions occurred. Fixed once made. */
export type MonitoringReportSummary = {
  /** Opaque, stable. */
  readonly id: string,
  /** What it comes to; `ReportVerdict` has the rules. */
  readonly verdict: Types.ReportVerdict,
  /** Why, in words: what the verdict follows from, the gravest first; then what could not be judged, and what to keep in mind; then what is well. */
  readonly reasons: ReadonlyArray<string>,
  /** What it was computed from. */
  readonly basis: Types.Basis,
  /** Predictions in the window, failed ones included. */
  readonly predictions: number,
  /** Predictions with an output and an actual. */
  readonly labelled: number,
  /** Lag-1 autocorrelation of the hourly means of the output, over the hours that had one, -1 to 1; null with fewer than 8 of them. Above 0.2 the p-values are too small, and `reasons` says so. */
  readonly autocorrelation: number | null,
  /** Whether the alert rules of the model have been evaluated on it; soon after it was made they have. */
  readonly rulesEvaluated: boolean,
  /** When it was made. */
  readonly createdAt: string,
  /** The subject that made it. */
  readonly createdBy: string,
  /** The version. */
  readonly version: NumberedVersion,
  /** The window. */
  readonly window: TimeWindow,
  /** How good the predictions were, every metric of the task, without a value where there are no actuals; empty for tasks without metrics yet, and where the signature names no positive label. */
  readonly quality: ReadonlyArray<QualityMetric>,
  /** How far the inputs and the output are from the baseline; null without a frozen one. */
  readonly drift: DriftCounts | null,
  /** How the version ran. */
  readonly operations: OperationsSummary
};

/** How a version did in a window, by the times when its predictions occurred. Fixed once made. */
export type MonitoringReport = (
  {
  /** The baseline it compares with; null when there was none that was frozen. */
  readonly baseline: BaselineSummary | null,
  /** How far the inputs and the output are from the baseline; null without a frozen one. */
  readonly drift: DriftSummary | null,
  /** What came in, feature by feature in the order of the signature; TEXT features are left out. */
  readonly dataQuality: ReadonlyArray<FeatureQuality>
}
  & MonitoringReportSummary
);

/** How a version did in a window, by the times when its predictions occurred. Fixed once made. */
export type BriefReport = {
  /** Opaque, stable. */
  readonly id: string,
  /** What it comes to; `ReportVerdict` has the rules. */
  readonly verdict: Types.ReportVerdict,
  /** The window. */
  readonly window: TimeWindow
};

/** A stretch of time, by the hours of UTC. */
export type TimeWindow = {
  /** Its beginning, inclusive, on a full hour. */
  readonly from: string,
  /** Its end, exclusive, on a full hour. */
  readonly to: string
};

/** How good the predictions of a window were. */
export type QualityMetric = {
  /** For REGRESSION rmse, mae, r2, bias, mape; for BINARY_CLASSIFICATION accuracy, precision, recall, f1, roc_auc, pr_auc, log_loss, brier, ece, mcc. */
  readonly name: string,
  /** Its value; null with a `reason`. */
  readonly value: number | null,
  /** Lower end of its 95 % interval; null where none is known. */
  readonly lower: number | null,
  /** Upper end of its 95 % interval; null where none is known. */
  readonly upper: number | null,
  /** Its value on the hold-out rows of the baseline; null without them. */
  readonly baseline: number | null,
  /** Lower end of the 95 % interval of `baseline`; null where none is known. */
  readonly baselineLower: number | null,
  /** Upper end of the 95 % interval of `baseline`; null where none is known. */
  readonly baselineUpper: number | null,
  /** Its value in the latest report on the window of the same length right before; null where there is none. */
  readonly previous: number | null,
  /** Which way it is better; null for bias. */
  readonly direction: Types.MetricDirection | null,
  /** Why there is no value: no labelled prediction, one class only, all actuals alike. */
  readonly reason: string | null
};

/** Drift over all features and the output, which are one family of tests. */
export type DriftCounts = {
  /** The level of the report: probability of any false alarm when nothing has drifted, from the budget of false alarms and the length of the window. */
  readonly level: number,
  /** Features that were tested, the output among them. */
  readonly tested: number,
  /** Features that drifted, the output among them. */
  readonly drifted: number
};

/** Drift over all features and the output, which are one family of tests. */
export type DriftSummary = (
  {
  /** Each feature in the order of the signature; TEXT features are left out. */
  readonly features: ReadonlyArray<FeatureDrift>,
  /** The output: its number, the probability of the positive label, or its label; null for tasks whose outputs are not counted yet. Failed predictions have none and are told by `operations`. */
  readonly output: FeatureDrift | null
}
  & DriftCounts
);

/** How far a feature, or the output, is from the baseline. Missing values of a feature, and NaN and infinities, are bins beside the others, so that a feature that is suddenly missing has drifted; so has an output that comes without its probability. */
export type FeatureDrift = {
  /** The feature's name, or `output`. */
  readonly name: string,
  /** What values it takes. */
  readonly kind: Types.FeatureKind,
  /** What the tests come to. */
  readonly verdict: Types.DriftVerdict,
  /** Why, in words, with the shares of missing, non-finite and unseen values where they changed by more than the floor of the effect; null for OK. */
  readonly reason: string | null,
  /** Combined over the tests: min(1, 2 min p) for two, as each of them has half the level; 0 to 1; null without data. */
  readonly pValue: number | null,
  /** Adjusted by Benjamini and Hochberg (1995) over all features that were tested, the output among them; compared with `level`. Null for INSUFFICIENT_DATA and without data. */
  readonly adjustedPValue: number | null,
  /** How much it differs: for numbers the weighted gap, or the difference of the shares of missing or non-finite values where that is larger; for labels the largest difference of shares; 0 or more. */
  readonly effect: number | null,
  /** The effect that must be exceeded for a difference to count, whatever its p-value: 0.1. */
  readonly effectFloor: number,
  /** Population stability index with its bias removed (natural logarithm), over the bins that the baseline has rows in: against an empty one every share is infinitely greater, and `dataQuality` tells the missing and unseen. May be slightly negative without drift; null with fewer than two rows in those bins. */
  readonly psi: number | null,
  /** Jensen-Shannon distance, base 2, 0 to 1. */
  readonly jensenShannon: number | null,
  /** Rows of the baseline that the tests count: values, missing and non-finite ones; for the output, of the rows that had one. */
  readonly referenceCount: number,
  /** Rows of the window that the tests count. */
  readonly currentCount: number,
  /** Mean of the finite values in the window; null for labels and without any. */
  readonly mean: number | null,
  /** Mean of the finite values in the baseline; null for labels and without any. */
  readonly baselineMean: number | null,
  /** Where care is needed: a window of more than a tenth of its baseline. */
  readonly warnings: ReadonlyArray<string>,
  /** The tests, each at its share of the level. */
  readonly tests: ReadonlyArray<DriftTest>
};

/** One test of a feature. */
export type DriftTest = {
  /** Which test. */
  readonly method: Types.DriftMethod,
  /** Its statistic. */
  readonly statistic: number,
  /** Probability of such a statistic or a greater one without drift, 0 to 1. */
  readonly pValue: number,
  /** How the p-value was computed. */
  readonly law: Types.DriftLaw
};

/** What came in for a feature. */
export type FeatureQuality = {
  /** The feature. */
  readonly name: string,
  /** Predictions in the window. */
  readonly count: number,
  /** Share that was null or left out, 0 to 1. */
  readonly missingShare: number,
  /** Share that was NaN or infinite, 0 to 1. */
  readonly nonFiniteShare: number,
  /** Share with a label that has no bin of its own in the baseline, 0 to 1; null for all but CATEGORY. */
  readonly unseenShare: number | null,
  /** The missing share of the baseline; null without one. */
  readonly baselineMissingShare: number | null
};

/** How the version ran. */
export type OperationsSummary = {
  /** Share of predictions that failed, 0 to 1; null without predictions. */
  readonly errorRate: number | null,
  /** Mean latency in milliseconds; null when none was logged. */
  readonly latencyMsMean: number | null,
  /** 95th percentile of the latency in milliseconds, from its histogram (within 10 %; beyond 4.2 hours it says 4.2 hours); null when none was logged. */
  readonly latencyMsP95: number | null
};

export type GetMonitoringReportVariables = Exact<{
  id: string;
}>;


export type GetMonitoringReport = {
  readonly monitoringReport: MonitoringReport | null
};

export type ListMonitoringReportsVariables = Exact<{
  filter?: Types.MonitoringReportFilter | null | undefined;
  order?: Types.MonitoringReportOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ListMonitoringReports = {
  readonly monitoringReports: {
    /** How many rows the whole list has. */
    readonly totalCount: number,
    /** The rows without their cursors. */
    readonly nodes: ReadonlyArray<MonitoringReportSummary>,
    /** Where the page stands. */
    readonly pageInfo: PageInfo
  }
};

export type CreateMonitoringReportVariables = Exact<{
  input: Types.CreateMonitoringReportInput;
}>;


export type CreateMonitoringReport = {
  readonly createMonitoringReport: {
    /** Whether this is the answer to a request that had been carried out before under the same idempotency key. */
    readonly replayed: boolean,
    /** Null when `userErrors` is not empty. */
    readonly report: MonitoringReport | null,
    /** Why nothing was made. */
    readonly userErrors: ReadonlyArray<
      | UserErrors_ConflictError
      | UserErrors_NotFoundError
      | UserErrors_StageTransitionError
      | UserErrors_ValidationError
    >
  }
};

/** One training of a model: what went in, how it went, what came out. */
export type TrainingRun = {
  /** Opaque, stable. */
  readonly id: string,
  /** A name for people; not unique. */
  readonly name: string,
  /** The job's own id, unique in the project: a job that is started again is the same run. */
  readonly externalId: string | null,
  /** A name that groups runs: the one given, else the model's, else null. */
  readonly experiment: string | null,
  /** Where it stands. */
  readonly status: Types.TrainingRunStatus,
  /** What it was given, immutable once set: keys may be added, never changed. NaN and infinities stand as strings. */
  readonly params: Record<string, unknown>,
  /** Rows it was fitted on. */
  readonly trainingSamples: number | null,
  /** Rows it was validated on. */
  readonly validationSamples: number | null,
  /** Anything about the machine and the software; empty when nobody said. */
  readonly environment: Record<string, unknown>,
  /** The commit of the training code. */
  readonly gitCommit: string | null,
  /** Why it failed; null unless FAILED or KILLED. */
  readonly error: string | null,
  /** The subject that started it. */
  readonly startedBy: string,
  /** When it started. */
  readonly startedAt: string,
  /** When it ended; null while RUNNING. */
  readonly finishedAt: string | null,
  /** Milliseconds from start to end, or until now while RUNNING; 0 while its start lies ahead. */
  readonly durationMs: number,
  /** The model it trains; null until somebody says, then fixed. */
  readonly model: NamedModel | null,
  /** The latest point of each metric, by name: the one with the highest step, then time, then value; NaN loses to any number of the same step and time. */
  readonly metrics: ReadonlyArray<MetricPoint>,
  /** What it was trained on. */
  readonly dataset: RunDataset | null,
  /** Labels, sorted by key. */
  readonly tags: ReadonlyArray<Tag>
};

/** One training of a model: what went in, how it went, what came out. */
export type NamedRun = {
  /** Opaque, stable. */
  readonly id: string,
  /** A name for people; not unique. */
  readonly name: string,
  /** The job's own id, unique in the project: a job that is started again is the same run. */
  readonly externalId: string | null,
  /** Where it stands. */
  readonly status: Types.TrainingRunStatus
};

/** The value of a metric at one step. */
export type MetricPoint = {
  /** The metric. */
  readonly name: string,
  /** 0 or more: epochs, batches, trees. */
  readonly step: number,
  /** When it was measured, by the client. */
  readonly at: string,
  /** The value; NaN and infinities are kept. */
  readonly value: number
};

/** The data a run was trained on, as the run tells it. */
export type RunDataset = {
  /** Its name. */
  readonly name: string,
  /** Its version; null when it has none. */
  readonly version: string | null,
  /** A digest of its bytes, with the algorithm in front: `sha256:…`. */
  readonly digest: string | null,
  /** How many rows. */
  readonly rows: number | null
};

/**
 * An item of a list that was not kept, of a mutation that judges its items one by one. The good items of the same list were
 * kept.
 */
export type ItemReject = {
  /** Its place in the list, from 0. */
  readonly index: number,
  /** The kind of error, stable across releases. */
  readonly code: Types.UserErrorCode,
  /** What is wrong with it and what to do; the first fault where it has several. */
  readonly message: string,
  /** The field of the item that is wrong, list positions as decimal text; empty when it is the whole item. */
  readonly path: ReadonlyArray<string>
};

export type GetTrainingRunVariables = Exact<{
  ref: Types.TrainingRunRef;
}>;


export type GetTrainingRun = {
  readonly trainingRun: TrainingRun | null
};

export type ListTrainingRunsVariables = Exact<{
  filter?: Types.TrainingRunFilter | null | undefined;
  order?: Types.TrainingRunOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ListTrainingRuns = {
  readonly trainingRuns: {
    /** How many rows the whole list has. */
    readonly totalCount: number,
    /** The rows without their cursors. */
    readonly nodes: ReadonlyArray<TrainingRun>,
    /** Where the page stands. */
    readonly pageInfo: PageInfo
  }
};

export type GetMetricHistoryVariables = Exact<{
  ref: Types.TrainingRunRef;
  name: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type GetMetricHistory = {
  readonly trainingRun: {
    /** The history of one metric, by step, then time, then value, NaN last; empty for a metric that the run does not have. */
    readonly metricHistory: {
      /** The rows without their cursors. */
      readonly nodes: ReadonlyArray<MetricPoint>,
      /** Where the page stands. */
      readonly pageInfo: PageInfo
    }
  } | null
};

export type StartTrainingRunVariables = Exact<{
  input: Types.StartTrainingRunInput;
}>;


export type StartTrainingRun = {
  readonly startTrainingRun: {
    /** Whether the run was there before: the same `externalId` or idempotency key. */
    readonly replayed: boolean,
    /** Null when `userErrors` is not empty. */
    readonly trainingRun: TrainingRun | null,
    /** Why nothing was started. */
    readonly userErrors: ReadonlyArray<
      | UserErrors_ConflictError
      | UserErrors_NotFoundError
      | UserErrors_StageTransitionError
      | UserErrors_ValidationError
    >
  }
};

export type LogTrainingMetricsVariables = Exact<{
  input: Types.LogTrainingMetricsInput;
}>;


export type LogTrainingMetrics = {
  readonly logTrainingMetrics: {
    /** Points that were kept, repetitions included. */
    readonly accepted: number,
    /** The record of this batch: who sent it, when, through which request; null when no point was kept. */
    readonly ingestId: string | null,
    /** Points that were not, each with the reason. */
    readonly rejects: ReadonlyArray<ItemReject>,
    /** Why nothing was kept. */
    readonly userErrors: ReadonlyArray<
      | UserErrors_ConflictError
      | UserErrors_NotFoundError
      | UserErrors_StageTransitionError
      | UserErrors_ValidationError
    >
  }
};

export type FinishTrainingRunVariables = Exact<{
  input: Types.FinishTrainingRunInput;
}>;


export type FinishTrainingRun = {
  readonly finishTrainingRun: {
    /** Null when `userErrors` is not empty. */
    readonly trainingRun: TrainingRun | null,
    /** Why nothing was changed. */
    readonly userErrors: ReadonlyArray<
      | UserErrors_ConflictError
      | UserErrors_NotFoundError
      | UserErrors_StageTransitionError
      | UserErrors_ValidationError
    >
  }
};

/** The right to use one project in one role. Its secret is shown once, when it is made; the server keeps only a SHA-256 of it. */
export type Token = {
  /** Opaque, stable; not the secret. */
  readonly id: string,
  /** The person or service that this token speaks for: the actor of what it does. Fixed. */
  readonly subject: string,
  /** What it may do. */
  readonly role: Types.Role,
  /** The first characters of the secret, to recognise it in a configuration. */
  readonly prefix: string,
  /** When it was made. */
  readonly createdAt: string,
  /** The subject that made it. */
  readonly createdBy: string,
  /** When it stops working by itself; null for never. */
  readonly expiresAt: string | null,
  /** When it was revoked; null while it works. */
  readonly revokedAt: string | null,
  /** The project it belongs to. */
  readonly project: Project
};

export type GetTokenVariables = Exact<{
  id: string;
}>;


export type GetToken = {
  readonly token: Token | null
};

export type ListTokensVariables = Exact<{
  filter?: Types.TokenFilter | null | undefined;
  order?: Types.TokenOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ListTokens = {
  readonly tokens: {
    /** How many rows the whole list has. */
    readonly totalCount: number,
    /** The rows without their cursors. */
    readonly nodes: ReadonlyArray<Token>,
    /** Where the page stands. */
    readonly pageInfo: PageInfo
  }
};

export type CreateTokenVariables = Exact<{
  input: Types.CreateTokenInput;
}>;


export type CreateToken = {
  readonly createToken: {
    /** The secret, `mg_` and 43 characters (256 bits). Shown this once: it is not kept, and a replay has null. */
    readonly secret: string | null,
    /** Whether this is the answer to a request that had been carried out before under the same idempotency key. */
    readonly replayed: boolean,
    /** Null when `userErrors` is not empty. */
    readonly token: Token | null,
    /** Why nothing was made. */
    readonly userErrors: ReadonlyArray<
      | UserErrors_ConflictError
      | UserErrors_NotFoundError
      | UserErrors_StageTransitionError
      | UserErrors_ValidationError
    >
  }
};

export type RevokeTokenVariables = Exact<{
  input: Types.RevokeTokenInput;
}>;


export type RevokeToken = {
  readonly revokeToken: {
    /** Null when `userErrors` is not empty. */
    readonly token: Token | null,
    /** Why nothing was changed. */
    readonly userErrors: ReadonlyArray<
      | UserErrors_ConflictError
      | UserErrors_NotFoundError
      | UserErrors_StageTransitionError
      | UserErrors_ValidationError
    >
  }
};

/** A model as it was registered at one time. Bytes and numbers are immutable. */
export type VersionSummary = {
  /** Opaque, stable. */
  readonly id: string,
  /** 1, 2, 3... per model, dense, never reused. */
  readonly number: number,
  /** Where it stands. */
  readonly stage: Types.Stage,
  /** What is new about it; empty when nobody said. */
  readonly description: string,
  /** For example `random forest`; null when nobody said. */
  readonly algorithm: string | null,
  /** For example `scikit-learn 1.9.1`; null when nobody said. */
  readonly framework: string | null,
  /** SHA-256, as 64 hexadecimal digits, of its manifest: canonical JSON (RFC 8785) of `format` (`modelgraph.manifest/1`), model (id and name), number, artifacts (path, sha256, sizeBytes, mediaType; by path), signature, hyperparameters and metrics. */
  readonly manifestDigest: string,
  /** When it was made, by the client; null when nobody said. */
  readonly createdAt: string | null,
  /** When it was registered. */
  readonly registeredAt: string,
  /** The subject that registered it. */
  readonly registeredBy: string,
  /** When it last entered PRODUCTION; null when it never did. */
  readonly deployedAt: string | null,
  /** Its model. */
  readonly model: NamedModel,
  /** How good it is, in the order given. */
  readonly metrics: ReadonlyArray<Metric>,
  /** Labels, sorted by key. */
  readonly tags: ReadonlyArray<Tag>
};

/** A model as it was registered at one time. Bytes and numbers are immutable. */
export type Version = (
  {
  /** What the training was told. */
  readonly hyperparameters: Record<string, unknown>,
  /** Anything else its makers keep with it. */
  readonly metadata: Record<string, unknown>,
  /** Its files, by path. */
  readonly artifacts: ReadonlyArray<Artifact>,
  /** How good it is on named datasets, newest first. */
  readonly evaluations: ReadonlyArray<Evaluation>,
  /** What it takes and gives; null when nobody said, and then features are not checked. */
  readonly signature: Signature | null,
  /** How much each feature contributes, in the order given. */
  readonly featureImportance: ReadonlyArray<FeatureImportance>,
  /** What its inputs and outputs looked like when it was made; without rows given with it, provisionally what its first 1,000 predictions look like; null until there is one. */
  readonly baseline: BaselineSummary | null,
  /** The run it came from; null when nobody said. */
  readonly trainingRun: NamedRun | null
}
  & VersionSummary
);

/**
 * A file that belongs to one version or one run, named by its path in it. Its bytes are kept once under their SHA-256,
 * whoever else has the same. They are uploaded over HTTP before the registration that names them: in one request, `POST
 * /v1/uploads?digest=sha256:<hex>` with the bytes; or in parts, `POST /v1/uploads`, then to the `Location` that it answers
 * `PATCH` with bytes, `GET` to learn how many are there, and `PUT ?digest=sha256:<hex>` to end. See docs/http.md.
 */
export type Artifact = {
  /** Opaque, stable. */
  readonly id: string,
  /** Its place in its version or run, relative, with `/` between folders; unique there. */
  readonly path: string,
  /** Bytes. */
  readonly sizeBytes: number,
  /** SHA-256 of the bytes as 64 hexadecimal digits, verified when they were uploaded. */
  readonly sha256: string,
  /** Media type as given, `application/octet-stream` when nobody said. */
  readonly mediaType: string,
  /** Where to read the bytes on this server, with the same token: `GET`, with ranges. */
  readonly downloadPath: string
};

/** A named number that says how good something is. */
export type Metric = {
  /** Its name, for example `rmse`. */
  readonly name: string,
  /** Its value; NaN and infinities are kept and are never the best. */
  readonly value: number,
  /** Which way it is better; null when nobody said. */
  readonly direction: Types.MetricDirection | null
};

/** Metrics on a named dataset. */
export type Evaluation = {
  /** Opaque, stable. */
  readonly id: string,
  /** The dataset. */
  readonly dataset: string,
  /** When it was made. */
  readonly evaluatedAt: string,
  /** The metrics, in the order given. */
  readonly metrics: ReadonlyArray<Metric>
};

/** Metrics on a named dataset. */
export type ListedEvaluation = (
  {
  /** The version that was evaluated. */
  readonly version: NumberedVersion
}
  & Evaluation
);

/**
 * A file that belongs to one version or one run, named by its path in it. Its bytes are kept once under their SHA-256,
 * whoever else has the same. They are uploaded over HTTP before the registration that names them: in one request, `POST
 * /v1/uploads?digest=sha256:<hex>` with the bytes; or in parts, `POST /v1/uploads`, then to the `Location` that it answers
 * `PATCH` with bytes, `GET` to learn how many are there, and `PUT ?digest=sha256:<hex>` to end. See docs/http.md.
 */
export type ListedArtifact = (
  {
  /** The version it belongs to. */
  readonly version: NumberedVersion
}
  & Artifact
);

/**
 * What a version's inputs and outputs looked like when it was made, frozen: bin edges at reference quantiles with open ends,
 * counts and moments. Every report compares with it.
 */
export type ListedBaseline = (
  {
  /** The version it belongs to. */
  readonly version: NumberedVersion
}
  & BaselineSummary
);

/** How much a feature contributes. */
export type FeatureImportance = {
  /** The feature, as in the signature. */
  readonly feature: string,
  /** How much, on whatever scale the training code uses. */
  readonly importance: number
};

/** What a version takes and gives. Predictions are checked against it. */
export type Signature = {
  /** The input features, in order. */
  readonly inputs: ReadonlyArray<Feature>,
  /** The output. */
  readonly output: OutputSpec
};

/** One input feature. */
export type Feature = {
  /** Unique in its signature. */
  readonly name: string,
  /** What values it takes. */
  readonly kind: Types.FeatureKind,
  /** Whether it may be null or left out. */
  readonly nullable: boolean,
  /** The labels that are known, for CATEGORY; null when nobody said. Others are accepted and counted as unseen, where these are at most 50. */
  readonly categories: ReadonlyArray<string> | null
};

/** The output of a version. */
export type OutputSpec = {
  /** The model's task. */
  readonly task: Types.ModelTask,
  /** The label that counts as positive, for BINARY_CLASSIFICATION. */
  readonly positiveLabel: string | null,
  /** All labels, for classification; null when nobody said. */
  readonly labels: ReadonlyArray<string> | null,
  /** The unit of the number, for REGRESSION. */
  readonly unit: string | null
};

/**
 * What a version's inputs and outputs looked like when it was made, frozen: bin edges at reference quantiles with open ends,
 * counts and moments. Every report compares with it.
 */
export type BaselineSummary = {
  /** Opaque, stable. */
  readonly id: string,
  /** Where it stands. */
  readonly state: Types.BaselineState,
  /** 1, 2, 3... per version. */
  readonly revision: number,
  /** Where it came from: `ROWS` of an artifact, or `FIRST_PREDICTIONS` where none was given. */
  readonly source: Types.BaselineSource,
  /** Rows it was computed from. */
  readonly rows: number,
  /** Rows with an output and an actual. */
  readonly labelledRows: number,
  /** Why it could not be computed. */
  readonly error: string | null,
  /** When it was frozen; null while PENDING. */
  readonly computedAt: string | null,
  /** The quality on its hold-out rows, those with an output and an actual: the metrics of reports that have a value. Empty when there are none. */
  readonly quality: ReadonlyArray<Metric>
};

/**
 * What a version's inputs and outputs looked like when it was made, frozen: bin edges at reference quantiles with open ends,
 * counts and moments. Every report compares with it.
 */
export type Baseline = (
  {
  /** Its features, in the order of the signature, without those of kind TEXT; empty until READY. */
  readonly features: ReadonlyArray<BaselineFeature>,
  /** The output; null when no row had one, for tasks whose outputs are not counted, and until READY. */
  readonly output: BaselineFeature | null
}
  & BaselineSummary
);

/** A feature, or the output, in a baseline. */
export type BaselineFeature = {
  /** The feature's name, or `output`. */
  readonly name: string,
  /** What values it takes. Of the output: CATEGORY where its labels are counted, NUMBER where its number or the probability of the positive label is. */
  readonly kind: Types.FeatureKind,
  /** Rows that had a value, NaN and infinities included; for the output, of the rows that had an output. Where labels had to be chosen (see `categories`), of the half of the rows that they are counted in. */
  readonly count: number,
  /** Rows where it was null or left out; for the output, rows whose output had no probability. */
  readonly missing: number,
  /** Rows where it was NaN or infinite. */
  readonly nonFinite: number,
  /** Mean of the finite values; null for labels or when there are none. */
  readonly mean: number | null,
  /** Sample standard deviation of the finite values (n - 1); null for labels or fewer than two. */
  readonly standardDeviation: number | null,
  /** The least finite value; null for labels or when there are none. */
  readonly min: number | null,
  /** The greatest finite value; null for labels or when there are none. */
  readonly max: number | null,
  /** The inner edges of its bins, ascending; a value belongs to the bin whose lower edge it reaches. Empty for labels. */
  readonly edges: ReadonlyArray<number>,
  /**
   * The labels that have a bin of their own, at most 50 (`false` and `true` for BOOLEAN); empty for numbers. Others share the unseen bin.
   * Those of the signature where it names 50 or fewer; else the most frequent ones first, all of them where there are at most 50 and each came at least 5 times. Otherwise they are chosen by one half of the rows, taken at random, and counted in the other: labels chosen because they came often would come less often in every window, and be called drift.
   */
  readonly categories: ReadonlyArray<string>,
  /** Values by bin: one more than `edges`, or one per category and the unseen bin last. */
  readonly counts: ReadonlyArray<number>
};

/** A model as it was registered at one time. Bytes and numbers are immutable. */
export type NumberedVersion = {
  /** Opaque, stable. */
  readonly id: string,
  /** 1, 2, 3... per model, dense, never reused. */
  readonly number: number,
  /** Where it stands. */
  readonly stage: Types.Stage,
  /** Its model. */
  readonly model: NamedModel
};

/** A move of a version. */
export type StageTransition = {
  /** Opaque, stable. */
  readonly id: string,
  /** Where it was; null when it was registered. */
  readonly from: Types.Stage | null,
  /** Where it went. */
  readonly to: Types.Stage,
  /** Why it moved. */
  readonly kind: Types.StageTransitionKind,
  /** When, by the database's clock, different and ascending for the moves of one model. */
  readonly at: string,
  /** The subject that moved it. */
  readonly actor: string,
  /** Why, in the words of whoever did it. */
  readonly reason: string | null,
  /** The version that moved. */
  readonly version: NumberedVersion
};

export type GetVersionVariables = Exact<{
  ref: Types.VersionRef;
}>;


export type GetVersion = {
  readonly version: Version | null
};

export type GetVersionAtVariables = Exact<{
  model: Types.ModelRef;
  stage: Types.Stage;
  at: Date | string;
}>;


export type GetVersionAt = {
  readonly model: {
    /** The version that stood in a stage at a time; the last to have entered where there were several; null when none did. At the instant of its leaving a version still counts: where one takes another's place there is no instant without one. */
    readonly versionAt: Version | null
  } | null
};

export type GetBaselineVariables = Exact<{
  ref: Types.VersionRef;
}>;


export type GetBaseline = {
  readonly version: {
    /** What its inputs and outputs looked like when it was made; without rows given with it, provisionally what its first 1,000 predictions look like; null until there is one. */
    readonly baseline: Baseline | null
  } | null
};

export type ListVersionsVariables = Exact<{
  filter?: Types.VersionFilter | null | undefined;
  order?: Types.VersionOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ListVersions = {
  readonly versions: {
    /** How many rows the whole list has. */
    readonly totalCount: number,
    /** The rows without their cursors. */
    readonly nodes: ReadonlyArray<VersionSummary>,
    /** Where the page stands. */
    readonly pageInfo: PageInfo
  }
};

export type ListStageHistoryVariables = Exact<{
  ref: Types.VersionRef;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ListStageHistory = {
  readonly version: {
    /** Its moves, newest first. */
    readonly stageHistory: {
      /** The rows without their cursors. */
      readonly nodes: ReadonlyArray<StageTransition>,
      /** Where the page stands. */
      readonly pageInfo: PageInfo
    }
  } | null
};

export type RegisterVersionVariables = Exact<{
  input: Types.RegisterVersionInput;
}>;


export type RegisterVersion = {
  readonly registerVersion: {
    /** Whether this is the answer to a request that had been carried out before under the same idempotency key. */
    readonly replayed: boolean,
    /** Null when `userErrors` is not empty. */
    readonly version: Version | null,
    /** Why nothing was registered. */
    readonly userErrors: ReadonlyArray<
      | UserErrors_ConflictError
      | UserErrors_NotFoundError
      | UserErrors_StageTransitionError
      | UserErrors_ValidationError
    >
  }
};

export type TransitionVersionVariables = Exact<{
  input: Types.TransitionVersionInput;
}>;


export type TransitionVersion = {
  readonly transitionVersion: {
    /** Whether this is the answer to a request that had been carried out before under the same idempotency key. */
    readonly replayed: boolean,
    /** Null when `userErrors` is not empty. */
    readonly version: VersionSummary | null,
    /** The version that had to leave PRODUCTION for it; null when none did, and on a replay. */
    readonly demoted: VersionSummary | null,
    /** Why nothing was moved. */
    readonly userErrors: ReadonlyArray<
      | UserErrors_ConflictError
      | UserErrors_NotFoundError
      | UserErrors_StageTransitionError
      | UserErrors_ValidationError
    >
  }
};

export type VersionEventsVariables = Exact<{
  filter?: Types.VersionEventFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type VersionEvents = {
  readonly versionEvents: {
    /** Give it as `after` to go on behind this place, from any server, after any interruption. */
    readonly cursor: string,
    /** What this envelope carries. */
    readonly kind: Types.EnvelopeKind,
    /** The event; null in a CHECKPOINT. */
    readonly event: VersionEvent | null
  }
};

/** What happened to a version. */
export type VersionEvent = {
  /** The event as the log has it. */
  readonly event: Event,
  /** The version as it is when the event is sent, not as it was when it happened; null when it has been purged since. */
  readonly version: VersionSummary | null
};

export type ListEvaluationsVariables = Exact<{
  filter?: Types.EvaluationFilter | null | undefined;
  order?: Types.EvaluationOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ListEvaluations = {
  readonly evaluations: {
    /** How many rows the whole list has. */
    readonly totalCount: number,
    /** The rows without their cursors. */
    readonly nodes: ReadonlyArray<ListedEvaluation>,
    /** Where the page stands. */
    readonly pageInfo: PageInfo
  }
};

export type ListArtifactsVariables = Exact<{
  filter?: Types.ArtifactFilter | null | undefined;
  order?: Types.ArtifactOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ListArtifacts = {
  readonly artifacts: {
    /** The rows without their cursors. */
    readonly nodes: ReadonlyArray<ListedArtifact>,
    /** Where the page stands. */
    readonly pageInfo: PageInfo
  }
};

export type ListBaselinesVariables = Exact<{
  filter?: Types.BaselineFilter | null | undefined;
  order?: Types.BaselineOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ListBaselines = {
  readonly baselines: {
    /** The rows without their cursors. */
    readonly nodes: ReadonlyArray<ListedBaseline>,
    /** Where the page stands. */
    readonly pageInfo: PageInfo
  }
};

/** Who the request is made by. */
export type Viewer = {
  /** The subject of the token: the actor of what it does. */
  readonly subject: string,
  /** What the token may do. */
  readonly role: Types.Role,
  /** When the token stops working; null for never. */
  readonly expiresAt: string | null,
  /** The project of the token. */
  readonly project: Project
};

export type GetViewerVariables = Exact<{ [key: string]: never; }>;


export type GetViewer = {
  readonly viewer: Viewer
};
