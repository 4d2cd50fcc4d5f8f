// Generated from schema/ and the .graphql documents of the SDK by `npm run codegen`: do not edit.
/** What to make a project from. */
export type CreateProjectInput = {
  /** At most 2,000 characters. */
  readonly description?: string;
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
  /** The person or service it will speak for, 1 to 200 characters. */
  readonly subject: string;
};

/** An instant to compare with. The given comparators must all hold. */
export type DateTimeFilter = {
  /** At this instant or later. */
  readonly gte?: Date | string | null | undefined;
  /** Before this instant. */
  readonly lt?: Date | string | null | undefined;
};

/** Which events. The given conditions must all hold. */
export type EventFilter = {
  /** About this object. */
  readonly subjectId?: string | null | undefined;
  /** One of these types; at most 50. */
  readonly types?: ReadonlyArray<EventType> | null | undefined;
};

/** What happened. More may be added. */
export type EventType =
  /** A model was registered. */
  | 'MODEL_REGISTERED'
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

/** What to add to a run. Takes no idempotency key: a point with the same name, step, time and value is kept once; without `at`, a repetition is another point. */
export type LogTrainingMetricsInput = {
  /** More params: at most 1,000 keys of 1 to 200 characters, and 64 KiB as JSON in all. */
  readonly params?: Record<string, unknown> | null | undefined;
  /** At most 1,000 points, judged one by one; may be empty when params are given. A run has at most 1,000 different metrics. */
  readonly points: ReadonlyArray<MetricPointInput>;
  /** Which run; it must be RUNNING. */
  readonly run: TrainingRunRef;
};

/** A point of a metric. */
export type MetricPointInput = {
  /** When it was measured, from 1970 to tomorrow; now when left out, a microsecond later for each place in the list. */
  readonly at?: Date | string | null | undefined;
  /** 1 to 200 characters. */
  readonly name: string;
  /** 0 or more. */
  readonly step?: number;
  /** The value; NaN and infinities are kept. */
  readonly value: number;
};

/** Which models to list. The given conditions must all hold. */
export type ModelFilter = {
  /** Its name. */
  readonly name?: StringFilter | null | undefined;
  /** Its owner. */
  readonly owner?: StringFilter | null | undefined;
  /** Its tags. */
  readonly tags?: TagFilter | null | undefined;
  /** One of these tasks. */
  readonly task?: ReadonlyArray<ModelTask> | null | undefined;
};

/** How to order models. */
export type ModelOrder = {
  /** Which way. */
  readonly direction?: SortDirection;
  /** By what. */
  readonly field?: ModelOrderField;
};

/** What models can be ordered by. */
export type ModelOrderField =
  /** Their names, by Unicode code point. */
  | 'NAME'
  /** When they were registered. */
  | 'REGISTERED_AT';

/** Names a model: exactly one of the fields. */
export type ModelRef =
  {   /** By id. */
  readonly id: string; readonly name?: never; }
  |  { readonly id?: never;   /** By name. */
  readonly name: string; };

/** What a model predicts, which decides the shape of its outputs and actuals and the quality metrics of its reports. */
export type ModelTask =
  /** A score that says how unusual a row is. */
  | 'ANOMALY_DETECTION'
  /** One of two labels, with a probability: churn, conversion, fraud. */
  | 'BINARY_CLASSIFICATION'
  /** One of several labels, with probabilities. */
  | 'MULTICLASS_CLASSIFICATION'
  /** Items in order: recommendations, search results. */
  | 'RANKING'
  /** A number, with an interval if the model gives one. */
  | 'REGRESSION'
  /** A segment that an entity is assigned to. */
  | 'SEGMENTATION';

/** Names a project: exactly one of the fields. */
export type ProjectRef =
  {   /** By id. */
  readonly id: string; readonly name?: never; }
  |  { readonly id?: never;   /** By name. */
  readonly name: string; };

/** What to register a model from. */
export type RegisterModelInput = {
  /** At most 10,000 characters. */
  readonly description?: string;
  /** The field of business it serves, 1 to 200 characters. */
  readonly domain?: string | null | undefined;
  /** Makes a repetition harmless: the same key with the same input within 24 hours answers with the model registered the first time. 1 to 200 characters. */
  readonly idempotencyKey?: string | null | undefined;
  /** Anything else to keep with it. */
  readonly metadata?: Record<string, unknown> | null | undefined;
  /** 1 to 200 characters after Unicode NFC, no control characters, no space at either end; unique in the project. */
  readonly name: string;
  /** The person or team who answers for it, 1 to 200 characters. */
  readonly owner?: string | null | undefined;
  /** At most 50, with different keys. */
  readonly tags?: ReadonlyArray<TagInput>;
  /** What kind of output it has. */
  readonly task: ModelTask;
};

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

/**
 * What to start a run from. With an `externalId` that exists the answer is that run, set RUNNING again if it had ended: the
 * new params are added, and a model, experiment, dataset, sample count, environment or commit that it did not have is filled
 * in. A param or model that differs from the one it has is refused; all else stays as it was first told.
 */
export type StartTrainingRunInput = {
  /** What it is trained on. */
  readonly dataset?: RunDatasetInput | null | undefined;
  /** Anything about the machine and the software. */
  readonly environment?: Record<string, unknown> | null | undefined;
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
  readonly params?: Record<string, unknown> | null | undefined;
  /** When it started, from 1970 to tomorrow; now when left out. */
  readonly startedAt?: Date | string | null | undefined;
  /** At most 50, with different keys. */
  readonly tags?: ReadonlyArray<TagInput>;
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
  /** A model. */
  | 'MODEL'
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

/** Which tokens to list. The given conditions must all hold. */
export type TokenFilter = {
  /** True: only those that work now. False: only those revoked or expired. */
  readonly active?: boolean | null | undefined;
  /** The subject it speaks for. */
  readonly subject?: StringFilter | null | undefined;
};

/** Which runs to list. The given conditions must all hold. */
export type TrainingRunFilter = {
  /** Its experiment. */
  readonly experiment?: StringFilter | null | undefined;
  /** Of this model. */
  readonly model?: ModelRef | null | undefined;
  /** When it started. */
  readonly startedAt?: DateTimeFilter | null | undefined;
  /** One of these states. */
  readonly status?: ReadonlyArray<TrainingRunStatus> | null | undefined;
};

/** How to order runs. */
export type TrainingRunOrder = {
  /** Which way. */
  readonly direction?: SortDirection;
  /** By what. */
  readonly field?: TrainingRunOrderField;
};

/** What runs can be ordered by. */
export type TrainingRunOrderField =
  /** Their names, by Unicode code point. */
  | 'NAME'
  /** When they started. */
  | 'STARTED_AT';

/** Names a run: exactly one of the fields. */
export type TrainingRunRef =
  {   /** By the job's own id. */
  readonly externalId: string; readonly id?: never; }
  |  { readonly externalId?: never;   /** By id. */
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
