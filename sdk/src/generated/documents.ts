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

const itemRejectFragment = `fragment ItemReject on ItemReject {
  index
  code
  message
  path
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

const runDatasetFragment = `fragment RunDataset on RunDataset {
  name
  version
  digest
  rows
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