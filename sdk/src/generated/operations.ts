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
  readonly model: {
    readonly id: string,
    readonly name: string
  }
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
  /** What happened in the last broken window, in a sentence. */
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
  readonly rule: {
    readonly id: string
  },
  /** The version that broke it. */
  readonly version: {
    readonly id: string,
    readonly number: number,
    readonly model: {
      readonly id: string,
      readonly name: string
    }
  },
  /** The report of the last broken window. */
  readonly report: {
    readonly id: string,
    readonly verdict: Types.ReportVerdict,
    readonly window: {
      readonly from: string,
      readonly to: string
    }
  }
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
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ListAlertRules = {
  readonly alertRules: {
    readonly totalCount: number,
    readonly nodes: ReadonlyArray<AlertRule>,
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
    readonly totalCount: number,
    readonly nodes: ReadonlyArray<Alert>,
    readonly pageInfo: PageInfo
  }
};

export type CreateAlertRuleVariables = Exact<{
  input: Types.CreateAlertRuleInput;
}>;


export type CreateAlertRule = {
  readonly createAlertRule: {
    readonly replayed: boolean,
    readonly rule: AlertRule | null,
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
    readonly alert: Alert | null,
    readonly userErrors: ReadonlyArray<
      | UserErrors_ConflictError
      | UserErrors_NotFoundError
      | UserErrors_StageTransitionError
      | UserErrors_ValidationError
    >
  }
};

export type SubscribeAlertsVariables = Exact<{
  filter?: Types.AlertEventFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type SubscribeAlerts = {
  readonly alertEvents: {
    readonly cursor: string,
    readonly kind: Types.EnvelopeKind,
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

export type ListEventsVariables = Exact<{
  filter?: Types.EventFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ListEvents = {
  readonly events: {
    readonly nodes: ReadonlyArray<Event>,
    readonly pageInfo: PageInfo
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
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ListJobs = {
  readonly jobs: {
    readonly nodes: ReadonlyArray<Job>,
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
    readonly totalCount: number,
    readonly nodes: ReadonlyArray<Model>,
    readonly pageInfo: PageInfo
  }
};

export type RegisterModelVariables = Exact<{
  input: Types.RegisterModelInput;
}>;


export type RegisterModel = {
  readonly registerModel: {
    readonly replayed: boolean,
    readonly model: Model | null,
    readonly userErrors: ReadonlyArray<
      | UserErrors_ConflictError
      | UserErrors_NotFoundError
      | UserErrors_StageTransitionError
      | UserErrors_ValidationError
    >
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
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ListProjects = {
  readonly projects: {
    readonly totalCount: number,
    readonly nodes: ReadonlyArray<Project>,
    readonly pageInfo: PageInfo
  }
};

export type CreateProjectVariables = Exact<{
  input: Types.CreateProjectInput;
}>;


export type CreateProject = {
  readonly createProject: {
    readonly replayed: boolean,
    readonly project: Project | null,
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
  /** When it was made. */
  readonly createdAt: string,
  /** The subject that made it. */
  readonly createdBy: string,
  /** The version. */
  readonly version: {
    readonly id: string,
    readonly number: number,
    readonly model: {
      readonly id: string,
      readonly name: string
    }
  },
  /** The window. */
  readonly window: {
    readonly from: string,
    readonly to: string
  },
  /** How good the predictions were, every metric of the task, without a value where there are no actuals; empty for tasks without metrics yet, and where the signature names no positive label. */
  readonly quality: ReadonlyArray<QualityMetric>,
  /** How the version ran. */
  readonly operations: {
    readonly errorRate: number | null,
    readonly latencyMsMean: number | null,
    readonly latencyMsP95: number | null
  }
};

export type MonitoringReport = (
  {
  readonly drift: {
    readonly level: number,
    readonly tested: number,
    readonly drifted: number,
    readonly features: ReadonlyArray<FeatureDrift>,
    readonly output: FeatureDrift | null
  } | null,
  readonly dataQuality: ReadonlyArray<FeatureQuality>
}
  & MonitoringReportSummary
);

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
  /** Its value in the latest report on the window of the same length right before; null where there is none. */
  readonly previous: number | null,
  /** Which way it is better; null for bias. */
  readonly direction: Types.MetricDirection | null,
  /** Why there is no value: no labelled prediction, one class only, all actuals alike. */
  readonly reason: string | null
};

/** How far a feature, or the output, is from the baseline. Missing values of a feature, and NaN and infinities, are bins beside the others, so that a feature that is suddenly missing has drifted. */
export type FeatureDrift = {
  /** The feature's name, or `output`. */
  readonly name: string,
  /** What values it takes. */
  readonly kind: Types.FeatureKind,
  /** What the tests come to. */
  readonly verdict: Types.DriftVerdict,
  /** Why, in words; null for OK. */
  readonly reason: string | null,
  /** Combined over the tests: min(1, 2 min p) for two, as each of them has half the level; 0 to 1; null without data. */
  readonly pValue: number | null,
  /** Adjusted by Benjamini and Hochberg (1995) over all features that were tested, the output among them; compared with `level`. Null for INSUFFICIENT_DATA and without data. */
  readonly adjustedPValue: number | null,
  /** How much it differs: for numbers the weighted gap, or the difference of the shares of missing or non-finite values where that is larger; for labels the largest difference of shares; 0 or more. */
  readonly effect: number | null,
  /** The effect that must be exceeded for a difference to count, whatever its p-value: 0.1. */
  readonly effectFloor: number,
  /** Population stability index with its bias removed (natural logarithm); may be slightly negative without drift. */
  readonly psi: number | null,
  /** Jensen-Shannon distance, base 2, 0 to 1. */
  readonly jensenShannon: number | null,
  /** Rows of the baseline that the tests count: values, missing and non-finite ones; of the output only values. */
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
  readonly tests: ReadonlyArray<{
    readonly method: Types.DriftMethod,
    readonly statistic: number,
    readonly pValue: number,
    readonly law: Types.DriftLaw
  }>
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
    readonly totalCount: number,
    readonly nodes: ReadonlyArray<MonitoringReportSummary>,
    readonly pageInfo: PageInfo
  }
};

export type CreateMonitoringReportVariables = Exact<{
  input: Types.CreateMonitoringReportInput;
}>;


export type CreateMonitoringReport = {
  readonly createMonitoringReport: {
    readonly replayed: boolean,
    readonly report: MonitoringReport | null,
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
    readonly totalCount: number,
    readonly nodes: ReadonlyArray<TrainingRun>,
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
    readonly metricHistory: {
      readonly nodes: ReadonlyArray<MetricPoint>,
      readonly pageInfo: PageInfo
    }
  } | null
};

export type StartTrainingRunVariables = Exact<{
  input: Types.StartTrainingRunInput;
}>;


export type StartTrainingRun = {
  readonly startTrainingRun: {
    readonly replayed: boolean,
    readonly trainingRun: TrainingRun | null,
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
    readonly accepted: number,
    readonly ingestId: string | null,
    readonly rejects: ReadonlyArray<ItemReject>,
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
    readonly trainingRun: TrainingRun | null,
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
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ListTokens = {
  readonly tokens: {
    readonly totalCount: number,
    readonly nodes: ReadonlyArray<Token>,
    readonly pageInfo: PageInfo
  }
};

export type CreateTokenVariables = Exact<{
  input: Types.CreateTokenInput;
}>;


export type CreateToken = {
  readonly createToken: {
    readonly secret: string | null,
    readonly replayed: boolean,
    readonly token: Token | null,
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
    readonly token: Token | null,
    readonly userErrors: ReadonlyArray<
      | UserErrors_ConflictError
      | UserErrors_NotFoundError
      | UserErrors_StageTransitionError
      | UserErrors_ValidationError
    >
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
