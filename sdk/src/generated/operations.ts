// Generated from schema/ and the .graphql documents of the SDK by `npm run codegen`: do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from './schema.js';

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
