// Generated from schema/ and the .graphql documents of the SDK by `npm run codegen`: do not edit.
/** Which alert somebody takes on. Takes no idempotency key: taking on what is taken on changes nothing, and the first one stays named. */
export type AcknowledgeAlertInput = {
  /** Which one. */
  readonly id: string;
  /** For the others; at most 2,000 characters. */
  readonly note?: string | null | undefined;
};

/** What really was the case for one prediction. */
export type ActualInput = {
  /** When it was the case, from 1970 to tomorrow; now when left out, and then the same value again is a duplicate. */
  readonly actualAt?: Date | string | null | undefined;
  /** The client's id of the prediction, 1 to 200 characters. */
  readonly predictionId: string;
  /** Give a higher one to correct an earlier actual; 0 or more. */
  readonly revision?: number | undefined;
  /** What was the case. */
  readonly value: ActualValueInput;
};

/** What really was the case: exactly one of the fields, the one that the model's task needs. */
export type ActualValueInput =
  {
  /** For classification, 1 to 200 characters. With a prediction, or in a row of a baseline, one of the signature's labels, if it has any; in recordActuals, which may be about several versions, any. */
  readonly label: string; readonly number?: never; }
  |  { readonly label?: never;
  /** For regression; NaN and infinities are kept, but count in no quality metric. */
  readonly number: number; };

/** When a rule is broken. NaN satisfies no comparison. */
export type AlertComparison =
  /** The number is greater than `value`. */
  | 'ABOVE'
  /** The number is greater than `value` times that of the baseline; for metrics where higher is better, less than the baseline's divided by `value` (which needs one above 0). Only for quality metrics other than BIAS, and for MISSING_SHARE of one `feature`. */
  | 'ABOVE_BASELINE_RATIO'
  /** The number is less than `value`. */
  | 'BELOW';

/** Which alert events to send. The given conditions must all hold. */
export type AlertEventFilter = {
  /** Of any version of this model; it must exist when the subscription begins. */
  readonly model?: ModelRef | null | undefined;
  /** Of one of these severities. */
  readonly severity?: ReadonlyArray<AlertSeverity> | null | undefined;
  /** After which the alert stood in one of these states. */
  readonly status?: ReadonlyArray<AlertStatus> | null | undefined;
};

/** Which alerts to list. The given conditions must all hold. */
export type AlertFilter = {
  /** Of any version of this model. */
  readonly model?: ModelRef | null | undefined;
  /** Of one of these severities; at most 50. */
  readonly severity?: ReadonlyArray<AlertSeverity> | null | undefined;
  /** In one of these states; at most 50. */
  readonly status?: ReadonlyArray<AlertStatus> | null | undefined;
  /** Watching one of these; at most 50. */
  readonly watch?: ReadonlyArray<AlertMetric> | null | undefined;
};

/** What a rule watches. Each is a number of a report; a report without it (no actuals, no baseline, too few rows) neither breaks the rule nor mends it. A quality metric needs 10 labelled rows in the window, and for ABOVE_BASELINE_RATIO in the baseline too. RMSE, MAE, R2, BIAS and MAPE are of REGRESSION, ACCURACY to MCC of BINARY_CLASSIFICATION; a rule on a metric that the task of its model has not is refused. */
export type AlertMetric =
  /** Share of right labels. */
  | 'ACCURACY'
  /** Mean of predicted minus actual; it has no ratio to the baseline's, as it may be on either side of zero. */
  | 'BIAS'
  /** Brier score. */
  | 'BRIER'
  /** Number of features that drifted, the output among them, judged again at the level that the rule's own budget gives for the length of the window; or for one `feature` (`output` for the output) 1 when it drifted and 0 when not, by its own p-value, as it stands alone. Watch for any with ABOVE 0. */
  | 'DRIFT'
  /** Expected calibration error. */
  | 'ECE'
  /** Share of predictions that failed. */
  | 'ERROR_RATE'
  /** F1 of the positive label. */
  | 'F1'
  /** Mean latency in milliseconds. */
  | 'LATENCY_MEAN'
  /** 95th percentile of the latency in milliseconds. */
  | 'LATENCY_P95'
  /** Log loss. */
  | 'LOG_LOSS'
  /** Mean absolute error. */
  | 'MAE'
  /** Mean of |error / actual| over the actuals that are not zero, a fraction. */
  | 'MAPE'
  /** Matthews' correlation coefficient. */
  | 'MCC'
  /** Greatest missing share of any feature, or of one `feature`. */
  | 'MISSING_SHARE'
  /** Greatest share of NaN and infinities of any feature, or of one `feature`. */
  | 'NON_FINITE_SHARE'
  /** Precision of the positive label. */
  | 'PRECISION'
  /** Predictions in the window. */
  | 'PREDICTIONS'
  /** Area under the precision-recall curve, as average precision. */
  | 'PR_AUC'
  /** Coefficient of determination. */
  | 'R2'
  /** Recall of the positive label. */
  | 'RECALL'
  /** Root mean square error. */
  | 'RMSE'
  /** Area under the ROC curve. */
  | 'ROC_AUC'
  /** Greatest share of labels without a bin of their own in the baseline, of any CATEGORY feature, or of one `feature`. */
  | 'UNSEEN_SHARE';

/** How to order alerts. */
export type AlertOrder = {
  /** Which way. */
  readonly direction?: SortDirection | undefined;
  /** By what. */
  readonly field?: AlertOrderField | undefined;
};

/** What alerts can be ordered by. */
export type AlertOrderField =
  /** When they were opened. */
  | 'OPENED_AT';

/** Which rules to list. The given conditions must all hold. */
export type AlertRuleFilter = {
  /** Of this model. */
  readonly model?: ModelRef | null | undefined;
  /** Watching one of these; at most 50. */
  readonly watch?: ReadonlyArray<AlertMetric> | null | undefined;
};

/** Whether a rule can be evaluated. */
export type AlertRuleHealth =
  /** The last evaluation failed; see the server's log. */
  | 'EVALUATION_ERROR'
  /** The last report had no such number. */
  | 'NO_DATA'
  /** Its last evaluation had a number, or it was not evaluated yet. Reports that come too late to change anything do not count. */
  | 'OK';

/** How to order rules. */
export type AlertRuleOrder = {
  /** Which way. */
  readonly direction?: SortDirection | undefined;
  /** By what. */
  readonly field?: AlertRuleOrderField | undefined;
};

/** What rules can be ordered by. */
export type AlertRuleOrderField =
  /** When they were made. */
  | 'CREATED_AT';

/** How grave an alert is. */
export type AlertSeverity =
  /** To act on. */
  | 'CRITICAL'
  /** To know. */
  | 'INFO'
  /** To look at. */
  | 'WARNING';

/** Where an alert stands. */
export type AlertStatus =
  /** Somebody is looking. */
  | 'ACKNOWLEDGED'
  /** Somebody should look. */
  | 'FIRING'
  /** Broken, but not for as many windows in a row as the rule asks. */
  | 'PENDING'
  /** Over: a later window was not broken. */
  | 'RESOLVED';

/** Which artifacts to list. The given conditions must all hold. */
export type ArtifactFilter = {
  /** Its place in its version or run. */
  readonly path?: StringFilter | null | undefined;
  /** With these bytes: their SHA-256 as 64 hexadecimal digits. */
  readonly sha256?: string | null | undefined;
};

/** A file to keep with what is being registered. Its bytes must have been uploaded to this project, see `Artifact`. */
export type ArtifactInput = {
  /** 1 to 200 characters. */
  readonly mediaType?: string | undefined;
  /** Relative, 1 to 500 characters, `/` between folders, no empty, `.` or `..` part and no `\`; unique in its version or run, and not the folder of another. */
  readonly path: string;
  /** SHA-256 of the bytes as 64 hexadecimal digits. */
  readonly sha256: string;
  /** Bytes, 0 or more; refused when the uploaded bytes are more or fewer. */
  readonly sizeBytes: number;
};

/** How to order artifacts. */
export type ArtifactOrder = {
  /** Which way. */
  readonly direction?: SortDirection | undefined;
  /** By what. */
  readonly field?: ArtifactOrderField | undefined;
};

/** What artifacts can be ordered by. */
export type ArtifactOrderField =
  /** Their paths, by Unicode code point. */
  | 'PATH'
  /** When they were registered, as their ids tell it: to the millisecond, by the clock of the server that made them. */
  | 'REGISTERED_AT';

/** Which baselines to list. The given conditions must all hold. */
export type BaselineFilter = {
  /** From one of these sources; at most 50. */
  readonly source?: ReadonlyArray<BaselineSource> | null | undefined;
  /** In one of these states; at most 50. */
  readonly state?: ReadonlyArray<BaselineState> | null | undefined;
};

/** Where to take a baseline from. */
export type BaselineInput = {
  /**
   * The path of the artifact, among those being registered, that holds the rows: NDJSON, a line each, `{"features": {…},
   * "output": {…}, "actual": {…}}` in the shapes of PredictionInput and ActualInput. `features` must keep the signature;
   * `output` and `actual` belong to rows the model was not fitted on (hold-out): only those count for quality.
   */
  readonly artifactPath: string;
};

/** How to order baselines. */
export type BaselineOrder = {
  /** Which way. */
  readonly direction?: SortDirection | undefined;
  /** By what. */
  readonly field?: BaselineOrderField | undefined;
};

/** What baselines can be ordered by. */
export type BaselineOrderField =
  /** When they were asked for. */
  | 'CREATED_AT';

/** Where a baseline came from. */
export type BaselineSource =
  /** The first 1,000 predictions of a version that was registered without rows: provisional. */
  | 'FIRST_PREDICTIONS'
  /** The rows of an artifact given with the version. */
  | 'ROWS';

/** Where a baseline stands. */
export type BaselineState =
  /** Could not be computed, for a bad row above all; see `error`. The version stays. */
  | 'FAILED'
  /** Being computed by a job, because it has more than 100,000 rows or 16 MiB or the server was busy; reports answer NO_BASELINE meanwhile. */
  | 'PENDING'
  /** Frozen. */
  | 'READY';

/** What results were computed from. */
export type Basis =
  /** The rows themselves. */
  | 'ROWS'
  /** Counts and sums kept at ingest. Costs the same at any number of predictions. */
  | 'SUMMARY';

/** A label, and how likely labels are. */
export type ClassOutputInput = {
  /** The label that was answered, 1 to 200 characters; one of the signature's, if it has labels. */
  readonly label: string;
  /** How likely each label is: a JSON object of label and number from 0 to 1, for at most 1,000 labels. */
  readonly probabilities?: object | null | undefined;
  /** How likely it is, 0 to 1. For BINARY_CLASSIFICATION it may also be given through `probabilities`. */
  readonly probability?: number | null | undefined;
};

/** What to watch. */
export type CreateAlertRuleInput = {
  /** How it compares. */
  readonly compare: AlertComparison;
  /** The budget that DRIFT is judged by: false alarms per version and year. Above 0, at most 1,000. */
  readonly falseAlarmsPerYear?: number | undefined;
  /** The feature it watches, for DRIFT, MISSING_SHARE, NON_FINITE_SHARE and UNSEEN_SHARE only, 1 to 200 characters; all when left out. It need not exist yet. */
  readonly feature?: string | null | undefined;
  /** How many windows in a row it must be broken before it fires; 1 to 100. */
  readonly forWindows?: number | undefined;
  /** Makes a repetition harmless. 1 to 200 characters. */
  readonly idempotencyKey?: string | null | undefined;
  /** The model whose reports it is evaluated on. */
  readonly model: ModelRef;
  /** How grave it is. */
  readonly severity?: AlertSeverity | undefined;
  /** What it compares with: finite; above 0 for ABOVE_BASELINE_RATIO. */
  readonly value: number;
  /** What it watches. */
  readonly watch: AlertMetric;
};

/** What to report on. */
export type CreateMonitoringReportInput = {
  /** How many false alarms of drift a year one is ready to bear, and again of quality, if reports followed one another without gap: the level of the report is this times the length of the window over a year of 365 days. Above 0, at most 1,000. */
  readonly falseAlarmsPerYear?: number | undefined;
  /** Makes a repetition harmless: the same key with the same input within 24 hours answers with the report made the first time. 1 to 200 characters. */
  readonly idempotencyKey?: string | null | undefined;
  /** Which version. */
  readonly version: VersionRef;
  /** Which window. */
  readonly window: TimeWindowInput;
};

/** What to make a project from. */
export type CreateProjectInput = {
  /** At most 2,000 characters. */
  readonly description?: string | undefined;
  /** Makes a repetition harmless: the same key with the same input within 24 hours answers with the project made the first time. 1 to 200 characters. */
  readonly idempotencyKey?: string | null | undefined;
  /** 1 to 100 characters of a-z, 0-9, `.`, `_` and `-`, starting with a letter or digit; unique on the server. */
  readonly name: string;
};

/** What to make a token from. */
export type CreateTokenInput = {
  /** When it stops working by itself; never when left out. Must lie in the future. */
  readonly expiresAt?: Date | string | null | undefined;
  /** Makes a repetition harmless: the same key with the same input within 24 hours answers with the token made the first time, without its secret. 1 to 200 characters. */
  readonly idempotencyKey?: string | null | undefined;
  /** The project it belongs to; the maker's own when left out. Another one needs OPERATOR. */
  readonly project?: ProjectRef | null | undefined;
  /** What it may do. OPERATOR cannot be given. An ADMIN may give roles up to ADMIN. */
  readonly role: Role;
  /** The person or service it will speak for, 1 to 200 characters. Not `operator`, in capitals or not: that is whoever has the operator's secret (ValidationError, INVALID_INPUT). */
  readonly subject: string;
};

/** An instant to compare with. The given comparators must all hold. */
export type DateTimeFilter = {
  /** At this instant or later. */
  readonly gte?: Date | string | null | undefined;
  /** Before this instant. */
  readonly lt?: Date | string | null | undefined;
};

/** How a p-value was computed. */
export type DriftLaw =
  /** By the limit law: Brownian bridge or chi-square. */
  | 'ASYMPTOTIC'
  /** Exactly, given the pooled counts. */
  | 'EXACT'
  /** By conditional simulation with a fixed seed. */
  | 'SIMULATED';

/** A test of whether two binned samples come from one distribution. */
export type DriftMethod =
  /** Pearson's chi-square on the 2 x K contingency table. */
  | 'CHI_SQUARE'
  /** Weighted largest gap between the cumulative shares, max over inner edges of |R_k/n - C_k/m| / sqrt(u(1-u)); exact law given the pooled counts. */
  | 'WEIGHTED_GAP';

/** What a drift test comes to for one feature. */
export type DriftVerdict =
  /** Its distribution differs: the adjusted p-value is below the level of the report and the effect above its floor. */
  | 'DRIFT'
  /** Too few rows: even if all of them fell into one bin of the values that the baseline knows, the p-value could not reach the level; `reason` says how many are needed, and which shares of missing, non-finite or unseen values changed all the same. */
  | 'INSUFFICIENT_DATA'
  /** No row in the baseline, not even one where it is missing. */
  | 'NO_BASELINE'
  /** No row in the window, not even one where it is missing. */
  | 'NO_DATA'
  /** No drift found at the level of the report. */
  | 'OK';

/** What an envelope carries. */
export type EnvelopeKind =
  /** No event, only a fresh cursor: the first envelope of every subscription, and then every 30 seconds and at the end of a replay. */
  | 'CHECKPOINT'
  /** An event. */
  | 'EVENT';

/** Which evaluations to list. The given conditions must all hold. */
export type EvaluationFilter = {
  /** On this dataset. */
  readonly dataset?: StringFilter | null | undefined;
  /** Of any version of this model. */
  readonly model?: ModelRef | null | undefined;
};

/** Metrics on a named dataset. */
export type EvaluationInput = {
  /** 1 to 200 characters. */
  readonly dataset: string;
  /** When it was made, from 1970 to tomorrow; now when left out. */
  readonly evaluatedAt?: Date | string | null | undefined;
  /** 1 to 1,000 metrics with different names. */
  readonly metrics: ReadonlyArray<MetricInput>;
};

/** How to order evaluations. */
export type EvaluationOrder = {
  /** Which way. */
  readonly direction?: SortDirection | undefined;
  /** By what. */
  readonly field?: EvaluationOrderField | undefined;
};

/** What evaluations can be ordered by. */
export type EvaluationOrderField =
  /** When they were made. */
  | 'EVALUATED_AT';

/** Which events. The given conditions must all hold. */
export type EventFilter = {
  /** About this object. */
  readonly subjectId?: string | null | undefined;
  /** One of these types; at most 50. */
  readonly types?: ReadonlyArray<EventType> | null | undefined;
};

/** How to order events. */
export type EventOrder = {
  /** Which way. */
  readonly direction?: SortDirection | undefined;
  /** By what. */
  readonly field?: EventOrderField | undefined;
};

/** What events can be ordered by. */
export type EventOrderField =
  /** Their place in the log, which is the order in which they were committed. */
  | 'POSITION';

/** What happened. More may be added. */
export type EventType =
  /** Somebody has taken on an alert. */
  | 'ALERT_ACKNOWLEDGED'
  /** An alert is FIRING: a new one of a rule that asks for one window only, or one that was PENDING. */
  | 'ALERT_FIRED'
  /** A rule is broken, but not yet for as many windows in a row as it asks: there is an alert, and it is PENDING. */
  | 'ALERT_OPENED'
  /** A resolved alert is open again, PENDING or FIRING as `after` says. */
  | 'ALERT_REOPENED'
  /** The rule of an alert is not broken any more. */
  | 'ALERT_RESOLVED'
  /** An alert rule was made. */
  | 'ALERT_RULE_CREATED'
  /** A part of the server could not handle an event in ten attempts and went on without it. `after` says which part, which event and why. */
  | 'CONSUMER_STUCK'
  /** A model was registered. */
  | 'MODEL_REGISTERED'
  /** A model was given another stage graph. */
  | 'MODEL_STAGE_GRAPH_CHANGED'
  /** A monitoring report was made. `after` has its verdict, window and version. */
  | 'MONITORING_REPORT_CREATED'
  /** A project was made. */
  | 'PROJECT_CREATED'
  /** A token was made. */
  | 'TOKEN_CREATED'
  /** A token was revoked. */
  | 'TOKEN_REVOKED'
  /** A training run ended. */
  | 'TRAINING_RUN_FINISHED'
  /** A training run was started, or set running again after it had ended. */
  | 'TRAINING_RUN_STARTED'
  /** A training run was told more about itself: its model, params or data. Metric points are data, not events. */
  | 'TRAINING_RUN_UPDATED'
  /** A version was registered. */
  | 'VERSION_REGISTERED'
  /** A version moved to another stage: by itself, by a demotion or by a rollback. */
  | 'VERSION_STAGE_CHANGED';

/** How much a feature contributes. */
export type FeatureImportanceInput = {
  /** 1 to 200 characters; a feature of the signature if there is one. */
  readonly feature: string;
  /** How much, on whatever scale the training code uses; NaN and infinities are kept. */
  readonly importance: number;
};

/** One input feature. */
export type FeatureInput = {
  /** 1 to 1,000 different labels of 1 to 200 characters, for CATEGORY only. */
  readonly categories?: ReadonlyArray<string> | null | undefined;
  /** What values it takes. */
  readonly kind: FeatureKind;
  /** 1 to 200 characters. */
  readonly name: string;
  /** Whether it may be null or left out. */
  readonly nullable?: boolean | undefined;
};

/** What values an input feature takes. */
export type FeatureKind =
  /** true or false. */
  | 'BOOLEAN'
  /** One of a set of labels, as text of at most 200 characters. */
  | 'CATEGORY'
  /** A whole number from -9007199254740991 to 9007199254740991. */
  | 'INTEGER'
  /** An IEEE double; in JSON a number, or `"NaN"`, `"Infinity"`, `"-Infinity"`. */
  | 'NUMBER'
  /** Free text; kept, not monitored. */
  | 'TEXT';

/** How a run ended. Takes no idempotency key: the same end twice is the same as once. */
export type FinishTrainingRunInput = {
  /** Why it failed; at most 10,000 characters; only with FAILED or KILLED. */
  readonly error?: string | null | undefined;
  /** When it ended, from 1970 to tomorrow and not before it started; now when left out. */
  readonly finishedAt?: Date | string | null | undefined;
  /** Which run. */
  readonly run: TrainingRunRef;
  /** How it ended: anything but RUNNING. */
  readonly status: TrainingRunStatus;
};

/** Which jobs to list. The given conditions must all hold. */
export type JobFilter = {
  /** One of these kinds; at most 50. */
  readonly kind?: ReadonlyArray<JobKind> | null | undefined;
  /** One of these states; at most 50. */
  readonly state?: ReadonlyArray<JobState> | null | undefined;
};

/** What a job does. More may be added. */
export type JobKind =
  /** Computes a baseline whose rows were too many for a registration, or came while the server was busy. `result` says how many rows there were, or what was wrong with one. */
  | 'COMPUTE_BASELINE'
  /** Adds what batches of predictions brought to the summaries of their hours, and recomputes the hours in which an actual was corrected, every 10 seconds. `result` counts both. */
  | 'FOLD_SUMMARIES'
  /** Removes what has outlived its time, every hour: idempotency keys past their 24 hours, and jobs that ended 30 days ago. `result` counts them. */
  | 'FORGET_EXPIRED'
  /** Makes the partitions of predictions for today and the next three days, every hour. `result` names the new ones. */
  | 'PREDICTION_PARTITIONS';

/** How to order jobs. */
export type JobOrder = {
  /** Which way. */
  readonly direction?: SortDirection | undefined;
  /** By what. */
  readonly field?: JobOrderField | undefined;
};

/** What jobs can be ordered by. */
export type JobOrderField =
  /** When they were asked for. */
  | 'CREATED_AT';

/** Where a job stands. */
export type JobState =
  /** Given up after its last attempt, see `error`; upkeep is tried again when it is due. */
  | 'FAILED'
  /** Waiting for a server, for the first time or, after a failed attempt, for another. */
  | 'QUEUED'
  /** Being worked on by a server that holds its lease. */
  | 'RUNNING'
  /** Done. Upkeep stays so until it is due again. */
  | 'SUCCEEDED';

/** Answers to keep. Takes no idempotency key: every item has its own identity. */
export type LogPredictionsInput = {
  /** 1 to 5,000 answers, judged one by one. */
  readonly predictions: ReadonlyArray<PredictionInput>;
  /** The version that answered. A serving program names it by id, so that a promotion in between cannot mix versions. */
  readonly version: VersionRef;
};

/** What to add to a run. Takes no idempotency key: a point with the same name, step, time and value is kept once; without `at`, a repetition is another point. */
export type LogTrainingMetricsInput = {
  /** More params: at most 1,000 keys of 1 to 200 characters, and 64 KiB as JSON in all. */
  readonly params?: object | null | undefined;
  /** At most 1,000 points, judged one by one; may be empty when params are given. A run has at most 1,000 different metrics. */
  readonly points: ReadonlyArray<MetricPointInput>;
  /** Which run; it must be RUNNING. */
  readonly run: TrainingRunRef;
};

/** Which way a metric is better. */
export type MetricDirection =
  /** Accuracy, R2, AUC. */
  | 'HIGHER_IS_BETTER'
  /** RMSE, log loss, latency. */
  | 'LOWER_IS_BETTER';

/** A named number that says how good something is. */
export type MetricInput = {
  /** Which way it is better; known for the names of the quality metrics of reports (`rmse`, `accuracy` ...) when left out. */
  readonly direction?: MetricDirection | null | undefined;
  /** 1 to 200 characters; unique in its list. */
  readonly name: string;
  /** NaN and infinities are kept and are never the best. */
  readonly value: number;
};

/** A point of a metric. */
export type MetricPointInput = {
  /** When it was measured, from 1970 to tomorrow; now when left out, a microsecond later for each place in the list. */
  readonly at?: Date | string | null | undefined;
  /** 1 to 200 characters. */
  readonly name: string;
  /** 0 or more. */
  readonly step?: number | undefined;
  /** The value; NaN and infinities are kept. */
  readonly value: number;
};

/** Which events of models to send. The given conditions must all hold. */
export type ModelEventFilter = {
  /** Of this model; it must exist when the subscription begins. */
  readonly model?: ModelRef | null | undefined;
  /** One of these types; at most 50. */
  readonly types?: ReadonlyArray<EventType> | null | undefined;
};

/** Which models to list. The given conditions must all hold. */
export type ModelFilter = {
  /** Its name. */
  readonly name?: StringFilter | null | undefined;
  /** Its owner. */
  readonly owner?: StringFilter | null | undefined;
  /** Its tags. */
  readonly tags?: TagFilter | null | undefined;
  /** One of these tasks; at most 50. */
  readonly task?: ReadonlyArray<ModelTask> | null | undefined;
};

/** How to order models. */
export type ModelOrder = {
  /** Which way. */
  readonly direction?: SortDirection | undefined;
  /** By what. */
  readonly field?: ModelOrderField | undefined;
};

/** What models can be ordered by. */
export type ModelOrderField =
  /** Their names, by Unicode code point. */
  | 'NAME'
  /** When they were registered. */
  | 'REGISTERED_AT';

/** Names a model: exactly one of the fields. */
export type ModelRef =
  {
  /** By id. */
  readonly id: string; readonly name?: never; }
  |  { readonly id?: never;
  /** By name. */
  readonly name: string; };

/** What a model predicts, which decides the shape of its outputs and actuals and the quality metrics of its reports. */
export type ModelTask =
  /** A score that says how unusual a row is. For the registry only: this server takes no outputs and actuals of it, in predictions as in baselines. */
  | 'ANOMALY_DETECTION'
  /** One of two labels, with a probability: churn, conversion, fraud. */
  | 'BINARY_CLASSIFICATION'
  /** One of several labels, with probabilities. */
  | 'MULTICLASS_CLASSIFICATION'
  /** Items in order: recommendations, search results. For the registry only: this server takes no outputs and actuals of it, in predictions as in baselines. */
  | 'RANKING'
  /** A number, with an interval if the model gives one. */
  | 'REGRESSION'
  /** A segment that an entity is assigned to. For the registry only: this server takes no outputs and actuals of it, in predictions as in baselines. */
  | 'SEGMENTATION';

/** Which reports to list. The given conditions must all hold. */
export type MonitoringReportFilter = {
  /** On any version of this model. */
  readonly model?: ModelRef | null | undefined;
  /** One of these verdicts; at most 50. */
  readonly verdict?: ReadonlyArray<ReportVerdict> | null | undefined;
  /** On this version. */
  readonly version?: VersionRef | null | undefined;
};

/** How to order reports. */
export type MonitoringReportOrder = {
  /** Which way. */
  readonly direction?: SortDirection | undefined;
  /** By what. */
  readonly field?: MonitoringReportOrderField | undefined;
};

/** What reports can be ordered by. */
export type MonitoringReportOrderField =
  /** When they were made. */
  | 'CREATED_AT'
  /** The end of their windows. */
  | 'WINDOW_TO';

/** The model to make when the name in `model` is free. */
export type NewModelInput = {
  /** At most 10,000 characters. */
  readonly description?: string | undefined;
  /** The field of business it serves, 1 to 200 characters. */
  readonly domain?: string | null | undefined;
  /** Anything else to keep with it; empty when left out. */
  readonly metadata?: object | null | undefined;
  /** The person or team who answers for it, 1 to 200 characters. */
  readonly owner?: string | null | undefined;
  /** At most 50, with different keys. */
  readonly tags?: ReadonlyArray<TagInput> | undefined;
  /** What kind of output it has. When the model exists already with another task, the registration is refused. */
  readonly task: ModelTask;
};

/** A number with its interval. */
export type NumberOutputInput = {
  /** The lower end of its interval; NaN and infinities are kept. */
  readonly lower?: number | null | undefined;
  /** The upper end of its interval, not below `lower`; NaN and infinities are kept. */
  readonly upper?: number | null | undefined;
  /** The number that was answered; NaN and infinities are kept, but count in no quality metric. */
  readonly value: number;
};

/** The output of a version. */
export type OutputSpecInput = {
  /** 2 to 1,000 different labels of 1 to 200 characters, for classification; exactly 2 for BINARY_CLASSIFICATION. */
  readonly labels?: ReadonlyArray<string> | null | undefined;
  /** The label that counts as positive, for BINARY_CLASSIFICATION, where it is needed: 1 to 200 characters, one of `labels` if those are given. */
  readonly positiveLabel?: string | null | undefined;
  /** The unit of the number, for REGRESSION; 1 to 50 characters. */
  readonly unit?: string | null | undefined;
};

/** Which predictions to list. The given conditions must all hold. */
export type PredictionFilter = {
  /** Whom or what it is about. */
  readonly entityId?: string | null | undefined;
  /** When the server took it in. */
  readonly receivedAt?: DateTimeFilter | null | undefined;
};

/** One answer of a version. */
export type PredictionInput = {
  /** What really was the case, where it is known already: an actual of revision 0 whose `actualAt` is `occurredAt`. It is part of the content; later ones go through recordActuals. One that came before the prediction, through recordActuals, and is newer by revision or `actualAt`, counts instead; this one is then not kept apart and appears in no count of the payload. */
  readonly actual?: ActualValueInput | null | undefined;
  /** Whom or what it is about; 1 to 200 characters. */
  readonly entityId?: string | null | undefined;
  /** Why the version failed, at most 2,000 characters; then there is no output. */
  readonly error?: string | null | undefined;
  /** The inputs, by feature, checked against the signature; a feature that the signature does not have is rejected. None when left out. */
  readonly features?: object | null | undefined;
  /** Milliseconds that the answer took, 0 to 1,000,000,000. */
  readonly latencyMs?: number | null | undefined;
  /** When it was answered: from 1970 to tomorrow; now when left out. */
  readonly occurredAt?: Date | string | null | undefined;
  /** What was answered; needed unless `error` is given. */
  readonly output?: PredictionOutputInput | null | undefined;
  /** The client's id: 1 to 200 characters, unique in its version. The same again with the same content is a duplicate and has no effect; with another content it is rejected. */
  readonly predictionId: string;
  /** The variant that answered, 1 to 100 characters. */
  readonly variant?: string | null | undefined;
};

/** How to order predictions. */
export type PredictionOrder = {
  /** Which way. */
  readonly direction?: SortDirection | undefined;
  /** By what. */
  readonly field?: PredictionOrderField | undefined;
};

/** What predictions can be ordered by. */
export type PredictionOrderField =
  /** When the server took them in. */
  | 'RECEIVED_AT';

/** What a version answered: exactly one of the fields, the one that the model's task needs. */
export type PredictionOutputInput =
  {
  /** For BINARY_CLASSIFICATION and MULTICLASS_CLASSIFICATION. */
  readonly class: ClassOutputInput; readonly number?: never; }
  |  { readonly class?: never;
  /** For REGRESSION. */
  readonly number: NumberOutputInput; };

/** Names a prediction. */
export type PredictionRef = {
  /** The client's id. */
  readonly predictionId: string;
  /** The version that answered. */
  readonly version: VersionRef;
};

/** Which projects to list. The given conditions must all hold. */
export type ProjectFilter = {
  /** Its name. */
  readonly name?: StringFilter | null | undefined;
};

/** How to order projects. */
export type ProjectOrder = {
  /** Which way. */
  readonly direction?: SortDirection | undefined;
  /** By what. */
  readonly field?: ProjectOrderField | undefined;
};

/** What projects can be ordered by. */
export type ProjectOrderField =
  /** When they were made. */
  | 'CREATED_AT'
  /** Their names, by Unicode code point. */
  | 'NAME';

/** Names a project: exactly one of the fields. */
export type ProjectRef =
  {
  /** By id. */
  readonly id: string; readonly name?: never; }
  |  { readonly id?: never;
  /** By name. */
  readonly name: string; };

/** Actuals to keep. Takes no idempotency key: of one prediction the newest by revision, then actualAt, then arrival counts. */
export type RecordActualsInput = {
  /** 1 to 5,000 actuals, judged one by one. */
  readonly actuals: ReadonlyArray<ActualInput>;
  /** The model: every version that logged such a prediction gets the actual. */
  readonly model: ModelRef;
};

/** What to register a model from. */
export type RegisterModelInput = {
  /** At most 10,000 characters. */
  readonly description?: string | undefined;
  /** The field of business it serves, 1 to 200 characters. */
  readonly domain?: string | null | undefined;
  /** Makes a repetition harmless: the same key with the same input within 24 hours answers with the model registered the first time. 1 to 200 characters. */
  readonly idempotencyKey?: string | null | undefined;
  /** Anything else to keep with it; empty when left out. */
  readonly metadata?: object | null | undefined;
  /** 1 to 200 characters after Unicode NFC, no control characters, no space at either end; unique in the project. */
  readonly name: string;
  /** The person or team who answers for it, 1 to 200 characters. */
  readonly owner?: string | null | undefined;
  /** At most 50, with different keys. */
  readonly tags?: ReadonlyArray<TagInput> | undefined;
  /** What kind of output it has. */
  readonly task: ModelTask;
};

/** What to register a version from: all of it is kept, or nothing. */
export type RegisterVersionInput = {
  /** 1 to 200 characters. */
  readonly algorithm?: string | null | undefined;
  /** At most 1,000 files, uploaded before: `POST /v1/uploads?digest=sha256:<hex>` with the bytes of each, or in parts, see `Artifact`. */
  readonly artifacts?: ReadonlyArray<ArtifactInput> | undefined;
  /**
   * Where to take the baseline from; needs a signature. Up to 100,000 rows of up to 16 MiB are computed within the registration,
   * which a bad row then refuses; more, and what a busy server has not computed after 5 s, by a job of kind COMPUTE_BASELINE.
   */
  readonly baseline?: BaselineInput | null | undefined;
  /** Make the model when the name in `model` is free. Left out, a model that does not exist is NotFoundError. */
  readonly createModel?: NewModelInput | null | undefined;
  /** When it was made, from 1970 to tomorrow; nobody said when left out. */
  readonly createdAt?: Date | string | null | undefined;
  /** At most 10,000 characters. */
  readonly description?: string | undefined;
  /** At most 100. */
  readonly evaluations?: ReadonlyArray<EvaluationInput> | undefined;
  /** At most 1,000 with different features. */
  readonly featureImportance?: ReadonlyArray<FeatureImportanceInput> | undefined;
  /** 1 to 200 characters. */
  readonly framework?: string | null | undefined;
  /** What the training was told; empty when left out. */
  readonly hyperparameters?: object | null | undefined;
  /** Makes a repetition harmless: the same key with the same input within 24 hours answers with the version registered the first time. 1 to 200 characters. */
  readonly idempotencyKey?: string | null | undefined;
  /** Anything else to keep with it; empty when left out. */
  readonly metadata?: object | null | undefined;
  /** At most 1,000 with different names. */
  readonly metrics?: ReadonlyArray<MetricInput> | undefined;
  /** Its model. */
  readonly model: ModelRef;
  /** What it takes and gives. */
  readonly signature?: SignatureInput | null | undefined;
  /** Where it begins. PRODUCTION needs APPROVER and demotes the incumbent. */
  readonly stage?: Stage | undefined;
  /** At most 50, with different keys. */
  readonly tags?: ReadonlyArray<TagInput> | undefined;
  /** The run it came from, running or ended. A run without a model becomes one of this model; one of another model is refused. */
  readonly trainingRun?: TrainingRunRef | null | undefined;
};

/**
 * What a report comes to. The gravest sign decides, and a sign of trouble is never hidden behind something that is missing.
 *
 * Quality is judged by `rmse` and `mae`, or by `accuracy`, `roc_auc`, `log_loss` and `brier`, where window and baseline have at
 * least 10 labelled rows each; `roc_auc` also needs 5 positives and 5 negatives on either side. What cannot be judged is named
 * in `reasons`, with what it needs. Both kinds of metrics follow one rule, on their error: the value itself where lower is
 * better, 1 - value where higher is better. Each has a one-sided test of "the error of the window is greater than that of the
 * baseline", whose p-value, adjusted for the number of judged metrics (Hochberg 1988), must be below the level of the report:
 * `falseAlarmsPerYear` times the length of the window over a year. It holds for small hold-outs too, and for a baseline without a
 * single error: what is not known of it costs power, not false alarms.
 *
 * - `rmse` (by the mean square), `mae`, `log_loss`, `brier`: means of losses, compared by the permutation law of the window's part
 *   in the sum of both sides, as the beta law of its mean and variance (Pitman 1937; Box and Andersen 1955; for squared normal
 *   errors the F test), the variance pooled over both sides. Two bounds keep the level where losses are zero but for a few rows
 *   (the law of rare events, given the sum of both) and where a single row of a heavy tail could be the cause; the greatest of the
 *   three p-values counts.
 * - `accuracy`: Fisher's exact test; against the line of CRITICAL limits of Clopper and Pearson (1934) at half the level each.
 * - `roc_auc`: the variance by DeLong, DeLong and Clarke-Pearson (1988), pooled over both sides; 1 - AUC is compared as above.
 *
 * The other metrics are told and not judged: they move with the share of positives (precision, recall, f1, pr_auc), with the
 * spread or size of the actuals (r2, mape), or with the number of rows (ece).
 *
 * Labelled rows of a regression whose output or actual is not finite count in no metric; they weigh as failed predictions do.
 */
export type ReportVerdict =
  /** The error of a judged metric is, by the same test, greater than twice the baseline's, or than half the way from the baseline's to that of the toss of a coin (accuracy, roc_auc 0.5, log_loss ln 2, brier 0.25), whichever comes first; or more than half of the predictions failed, or of the labelled rows are not finite (lower end of the 95 % interval). */
  | 'CRITICAL'
  /** No sign of trouble, but neither drift nor quality could be judged; `reasons` says what is needed. */
  | 'INSUFFICIENT_DATA'
  /** No sign of trouble, but no frozen baseline to compare with. */
  | 'NO_BASELINE'
  /** No prediction occurred in the window. */
  | 'NO_DATA'
  /** Something could be judged, and there is nothing to worry about. */
  | 'OK'
  /** A feature or the output drifted; or the error of a judged metric is greater than the baseline's, by its test; or more than 5 % of the predictions failed, or of the labelled rows are not finite (lower end of the 95 % interval). */
  | 'WARNING';

/** Which token to revoke. Takes no idempotency key: revoking twice is the same as once. */
export type RevokeTokenInput = {
  /** The token's id, not its secret. */
  readonly id: string;
  /** Why, for the event; at most 1,000 characters. */
  readonly reason?: string | null | undefined;
};

/** What a token may do. Each role may do all that the roles before it may. */
export type Role =
  /** Also makes and revokes tokens, and forces what a rule refuses, with a reason. */
  | 'ADMIN'
  /** Also moves versions into PRODUCTION and rolls back. */
  | 'APPROVER'
  /** Also makes projects and their first tokens. Comes only from the server's environment, never from `createToken`. */
  | 'OPERATOR'
  /** Reads everything in its project, and subscribes. */
  | 'READER'
  /** Also registers models, versions and runs, logs predictions and actuals, makes reports and rules, and moves versions anywhere but into PRODUCTION. */
  | 'WRITER';

/** Which model to roll back. */
export type RollbackModelInput = {
  /** The id of the version that is thought to be in PRODUCTION, null for none: when it is another, nothing is changed. Left out: not checked. */
  readonly expectedCurrent?: string | null | undefined;
  /** Makes a repetition harmless: without it a second call goes back one version more. 1 to 200 characters. */
  readonly idempotencyKey?: string | null | undefined;
  /** Which model. */
  readonly model: ModelRef;
  /** Why; at most 1,000 characters. */
  readonly reason?: string | null | undefined;
};

/** The data a run is trained on. */
export type RunDatasetInput = {
  /** A digest of its bytes, with the algorithm in front: `sha256:…`; at most 200 characters. */
  readonly digest?: string | null | undefined;
  /** 1 to 200 characters. */
  readonly name: string;
  /** 0 or more. */
  readonly rows?: number | null | undefined;
  /** 1 to 200 characters. */
  readonly version?: string | null | undefined;
};

/** What a version takes and gives. */
export type SignatureInput = {
  /** 1 to 1,000 features with different names, in order. */
  readonly inputs: ReadonlyArray<FeatureInput>;
  /** The output; only the model's task is known when left out. */
  readonly output?: OutputSpecInput | null | undefined;
};

/** Which way a list runs. */
export type SortDirection =
  /** From the smallest, oldest or first in the alphabet. Missing values come last. */
  | 'ASC'
  /** From the greatest, newest or last in the alphabet. Missing values come last. */
  | 'DESC';

/** Where a version stands on its way into production and out of it. */
export type Stage =
  /** Put away. */
  | 'ARCHIVED'
  /** Answers a part of the requests. */
  | 'CANARY'
  /** Was good, is to be used no more. */
  | 'DEPRECATED'
  /** Being worked on. Where every version begins unless told otherwise. */
  | 'DEVELOPMENT'
  /** Answers. A model has at most one such version, at every instant. */
  | 'PRODUCTION'
  /** Receives every request and answers none. */
  | 'SHADOW'
  /** Being checked. */
  | 'STAGING';

/** Why a version moved. */
export type StageTransitionKind =
  /** Another version took its place. */
  | 'DEMOTION'
  /** It was registered in this stage. */
  | 'REGISTRATION'
  /** A rollback put it in or out. */
  | 'ROLLBACK'
  /** Somebody moved it. */
  | 'TRANSITION';

/**
 * What to start a run from. With an `externalId` that exists the answer is that run, set RUNNING again if it had ended: the
 * new params are added, and a model, experiment, dataset, sample count, environment or commit that it did not have is filled
 * in. A param or model that differs from the one it has is refused; all else stays as it was first told.
 */
export type StartTrainingRunInput = {
  /** What it is trained on. */
  readonly dataset?: RunDatasetInput | null | undefined;
  /** Anything about the machine and the software; empty when left out. */
  readonly environment?: object | null | undefined;
  /** 1 to 200 characters; the model's name unless given. */
  readonly experiment?: string | null | undefined;
  /** 1 to 200 characters; makes a repetition the same run. */
  readonly externalId?: string | null | undefined;
  /** 1 to 200 characters. */
  readonly gitCommit?: string | null | undefined;
  /** Makes a repetition harmless where there is no `externalId`: the same key with the same input within 24 hours answers with the run started the first time. 1 to 200 characters. */
  readonly idempotencyKey?: string | null | undefined;
  /** The model it trains. */
  readonly model?: ModelRef | null | undefined;
  /** 1 to 200 characters. */
  readonly name: string;
  /** Immutable once set; at most 1,000 keys of 1 to 200 characters, and 64 KiB as JSON in all. */
  readonly params?: object | null | undefined;
  /** When it started, from 1970 to tomorrow; now when left out. */
  readonly startedAt?: Date | string | null | undefined;
  /** At most 50, with different keys. */
  readonly tags?: ReadonlyArray<TagInput> | undefined;
  /** 0 or more. */
  readonly trainingSamples?: number | null | undefined;
  /** 0 or more. */
  readonly validationSamples?: number | null | undefined;
};

/** Text to compare with. The given comparators must all hold. */
export type StringFilter = {
  /** Exactly this text, case-sensitive, after Unicode NFC. */
  readonly eq?: string | null | undefined;
  /** One of these texts; at most 50. */
  readonly in?: ReadonlyArray<string> | null | undefined;
  /** Begins with this text, case-sensitive. */
  readonly startsWith?: string | null | undefined;
};

/** The kind of object an event is about. More may be added. */
export type SubjectKind =
  /** An alert. */
  | 'ALERT'
  /** An alert rule. */
  | 'ALERT_RULE'
  /** An event of this log. */
  | 'EVENT'
  /** A model. */
  | 'MODEL'
  /** A monitoring report. */
  | 'MONITORING_REPORT'
  /** A project. */
  | 'PROJECT'
  /** A token. */
  | 'TOKEN'
  /** A training run. */
  | 'TRAINING_RUN'
  /** A version of a model. */
  | 'VERSION';

/** Tags to look for. `all` and `any` must both hold where both are given. */
export type TagFilter = {
  /** The object has every one of these; at most 10. Without a value any value will do. */
  readonly all?: ReadonlyArray<TagInput> | null | undefined;
  /** The object has at least one of these; at most 10. Without a value any value will do. */
  readonly any?: ReadonlyArray<TagInput> | null | undefined;
};

/** A label to put on an object. A plain label is a key without a value. */
export type TagInput = {
  /** 1 to 100 characters, unique on its object. */
  readonly key: string;
  /** At most 500 characters; leave it out for a plain label. */
  readonly value?: string | null | undefined;
};

/** A stretch of time. */
export type TimeWindowInput = {
  /** Its beginning, inclusive, on a full hour UTC, from 1970. */
  readonly from: Date | string;
  /** Its end, exclusive, on a full hour UTC, after the beginning, at most 400 days later, and at most two days from now. */
  readonly to: Date | string;
};

/** Which tokens to list. The given conditions must all hold. */
export type TokenFilter = {
  /** True: only those that work now. False: only those revoked or expired. */
  readonly active?: boolean | null | undefined;
  /** The subject it speaks for. */
  readonly subject?: StringFilter | null | undefined;
};

/** How to order tokens. */
export type TokenOrder = {
  /** Which way. */
  readonly direction?: SortDirection | undefined;
  /** By what. */
  readonly field?: TokenOrderField | undefined;
};

/** What tokens can be ordered by. */
export type TokenOrderField =
  /** When they were made. */
  | 'CREATED_AT'
  /** The subjects they speak for, by Unicode code point. */
  | 'SUBJECT';

/** Which runs to list. The given conditions must all hold. */
export type TrainingRunFilter = {
  /** Its experiment. */
  readonly experiment?: StringFilter | null | undefined;
  /** Of this model. */
  readonly model?: ModelRef | null | undefined;
  /** When it started. */
  readonly startedAt?: DateTimeFilter | null | undefined;
  /** One of these states; at most 50. */
  readonly status?: ReadonlyArray<TrainingRunStatus> | null | undefined;
};

/** How to order runs. */
export type TrainingRunOrder = {
  /** Which way. */
  readonly direction?: SortDirection | undefined;
  /** By what. */
  readonly field?: TrainingRunOrderField | undefined;
};

/** What runs can be ordered by. */
export type TrainingRunOrderField =
  /** Their names, by Unicode code point. */
  | 'NAME'
  /** When they started. */
  | 'STARTED_AT';

/** Names a run: exactly one of the fields. */
export type TrainingRunRef =
  {
  /** By the job's own id. */
  readonly externalId: string; readonly id?: never; }
  |  { readonly externalId?: never;
  /** By id. */
  readonly id: string; };

/** Where a training run stands. */
export type TrainingRunStatus =
  /** Ended by an error. */
  | 'FAILED'
  /** Ended from outside. */
  | 'KILLED'
  /** Under way. */
  | 'RUNNING'
  /** Ended well. */
  | 'SUCCEEDED';

/** Which version to move where. */
export type TransitionVersionInput = {
  /** The id of the version that is thought to stand in the target stage, null for none: when it is another, nothing is changed and the error is ConflictError (UNEXPECTED_STATE). Left out: not checked. */
  readonly expectedCurrent?: string | null | undefined;
  /** Make a move that the stage graph does not have. Needs ADMIN and a reason. */
  readonly force?: boolean | undefined;
  /** Makes a repetition harmless. 1 to 200 characters. */
  readonly idempotencyKey?: string | null | undefined;
  /** Why; at most 1,000 characters. */
  readonly reason?: string | null | undefined;
  /** Where to. PRODUCTION needs APPROVER and demotes the incumbent to DEPRECATED in the same transaction. */
  readonly to: Stage;
  /** Which version. */
  readonly version: VersionRef;
};

/** What is wrong with the request, in a word that programs may branch on. More may be added. */
export type UserErrorCode =
  /** The bytes are not what was declared: another size or another SHA-256. */
  | 'ARTIFACT_MISMATCH'
  /** The idempotency key was used within 24 hours for the same mutation with another input. */
  | 'IDEMPOTENCY_MISMATCH'
  /** A value that is fixed once set was given again with another value. */
  | 'IMMUTABLE'
  /** A value is outside what its description allows; `path` says which. */
  | 'INVALID_INPUT'
  /** The name belongs to another object already; `existingId` says which. */
  | 'NAME_TAKEN'
  /** What the input refers to does not exist in this project, or may not be seen by this token. */
  | 'NOT_FOUND'
  /** The object cannot change any more: it is archived, finished or revoked. */
  | 'READ_ONLY'
  /** The stage graph of the model has no such move. */
  | 'STAGE_TRANSITION_NOT_ALLOWED'
  /** The object is not in the state that the request expected. */
  | 'UNEXPECTED_STATE';

/** Which events of versions to send. The given conditions must all hold. */
export type VersionEventFilter = {
  /** Of the versions of this model; it must exist when the subscription begins. */
  readonly model?: ModelRef | null | undefined;
  /** Only moves into one of these stages, and registrations in one of them. */
  readonly stage?: ReadonlyArray<Stage> | null | undefined;
};

/** Which versions to list. The given conditions must all hold. */
export type VersionFilter = {
  /** Of this model. */
  readonly model?: ModelRef | null | undefined;
  /** When it was registered. */
  readonly registeredAt?: DateTimeFilter | null | undefined;
  /** In one of these stages; at most 50. */
  readonly stage?: ReadonlyArray<Stage> | null | undefined;
  /** Its tags. */
  readonly tags?: TagFilter | null | undefined;
};

/** How to order versions. */
export type VersionOrder = {
  /** Which way. */
  readonly direction?: SortDirection | undefined;
  /** By what. */
  readonly field?: VersionOrderField | undefined;
};

/** What versions can be ordered by. */
export type VersionOrderField =
  /** Their numbers; sensible within one model. */
  | 'NUMBER'
  /** When they were registered. */
  | 'REGISTERED_AT';

/** Picks one version of a model: exactly one of the fields. */
export type VersionPick =
  {
  /** By id. */
  readonly id: string; readonly latest?: never; readonly number?: never; readonly stage?: never; }
  |  { readonly id?: never;
  /** `true` for the highest number; `false` is refused. */
  readonly latest: boolean; readonly number?: never; readonly stage?: never; }
  |  { readonly id?: never; readonly latest?: never;
  /** By number. */
  readonly number: number; readonly stage?: never; }
  |  { readonly id?: never; readonly latest?: never; readonly number?: never;
  /** The one in this stage; the last to enter where there are several. */
  readonly stage: Stage; };

/** Names a version. Without `pick` the PRODUCTION version of `model`. */
export type VersionRef = {
  /** Needed unless `pick` has an id. */
  readonly model?: ModelRef | null | undefined;
  /** Which of its versions. */
  readonly pick?: VersionPick | null | undefined;
};
