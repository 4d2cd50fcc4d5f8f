// Generated from schema/ and the .graphql documents of the SDK by `npm run codegen`: do not edit.
import { TypedDocument } from '../transport/typed-document.js';
import type * as types from './operations.js';
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

const pageInfoFragment = `fragment PageInfo on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`;

const projectFragment = `fragment Project on Project {
  id
  name
  description
  createdAt
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

const userErrorsFragment = `fragment UserErrors on UserError {
  __typename
  code
  message
  path
  ... on ConflictError {
    existingId
  }
}`;

const viewerFragment = `fragment Viewer on Viewer {
  subject
  role
  project {
    ...Project
  }
  expiresAt
}`;

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