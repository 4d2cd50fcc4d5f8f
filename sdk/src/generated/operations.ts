// Generated from schema/ and the .graphql documents of the SDK by `npm run codegen`: do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from './schema.js';

type UserErrors_ConflictError = {
  readonly __typename: 'ConflictError',
  readonly existingId: string | null,
  readonly code: Types.UserErrorCode,
  readonly message: string,
  readonly path: ReadonlyArray<string>
};

type UserErrors_NotFoundError = {
  readonly __typename: 'NotFoundError',
  readonly code: Types.UserErrorCode,
  readonly message: string,
  readonly path: ReadonlyArray<string>
};

type UserErrors_ValidationError = {
  readonly __typename: 'ValidationError',
  readonly code: Types.UserErrorCode,
  readonly message: string,
  readonly path: ReadonlyArray<string>
};

export type UserErrors =
  | UserErrors_ConflictError
  | UserErrors_NotFoundError
  | UserErrors_ValidationError
;

export type Event = {
  readonly id: string,
  readonly position: number,
  readonly type: Types.EventType,
  readonly actor: string,
  readonly subjectKind: Types.SubjectKind,
  readonly subjectId: string,
  readonly before: Record<string, unknown> | null,
  readonly after: Record<string, unknown> | null,
  readonly reason: string | null,
  readonly requestId: string | null,
  readonly occurredAt: string,
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

export type Model = {
  readonly id: string,
  readonly name: string,
  readonly description: string,
  readonly task: Types.ModelTask,
  readonly owner: string | null,
  readonly domain: string | null,
  readonly metadata: Record<string, unknown>,
  readonly registeredAt: string,
  readonly registeredBy: string,
  readonly archivedAt: string | null,
  readonly tags: ReadonlyArray<Tag>
};

export type Tag = {
  readonly key: string,
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
      | UserErrors_ValidationError
    >
  }
};

export type PageInfo = {
  readonly hasNextPage: boolean,
  readonly hasPreviousPage: boolean,
  readonly startCursor: string | null,
  readonly endCursor: string | null
};

export type Project = {
  readonly id: string,
  readonly name: string,
  readonly description: string,
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
      | UserErrors_ValidationError
    >
  }
};

export type Token = {
  readonly id: string,
  readonly subject: string,
  readonly role: Types.Role,
  readonly prefix: string,
  readonly createdAt: string,
  readonly createdBy: string,
  readonly expiresAt: string | null,
  readonly revokedAt: string | null,
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
      | UserErrors_ValidationError
    >
  }
};

export type Viewer = {
  readonly subject: string,
  readonly role: Types.Role,
  readonly expiresAt: string | null,
  readonly project: Project
};

export type GetViewerVariables = Exact<{ [key: string]: never; }>;


export type GetViewer = {
  readonly viewer: Viewer
};
