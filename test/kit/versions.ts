import type { TestServer } from './server';

/** What tests of versions ask a server, without the SDK. */

const ERRORS = `userErrors { __typename code message path
  ... on ConflictError { existingId } ... on StageTransitionError { from to allowed } }`;

// biome-ignore lint/suspicious/noExplicitAny: tests read answers of any shape
type Answer = any;

async function mutate(
  server: TestServer,
  token: string,
  field: string,
  type: string,
  selection: string,
  input: object,
): Promise<Answer> {
  const { data, errors } = await server.graphql(
    `mutation($input: ${type}!) { ${field}(input: $input) { ${selection} replayed ${ERRORS} } }`,
    { input },
    token,
  );
  return errors ? { errors } : data[field];
}

export const registerVersion = (
  server: TestServer,
  token: string,
  input: object,
  selection = 'id number stage',
): Promise<Answer> =>
  mutate(server, token, 'registerVersion', 'RegisterVersionInput', `version { ${selection} }`, input);

export const transitionVersion = (server: TestServer, token: string, input: object): Promise<Answer> =>
  mutate(
    server,
    token,
    'transitionVersion',
    'TransitionVersionInput',
    'version { id number stage deployedAt } demoted { id number stage }',
    input,
  );

export const rollbackModel = (server: TestServer, token: string, input: object): Promise<Answer> =>
  mutate(
    server,
    token,
    'rollbackModel',
    'RollbackModelInput',
    'model { name production { number } } restored { id number stage } demoted { id number stage }',
    input,
  );

export async function setStageGraph(server: TestServer, token: string, input: object): Promise<Answer> {
  const { data, errors } = await server.graphql(
    `mutation($input: SetStageGraphInput!) { setStageGraph(input: $input) { model { name stageGraph } ${ERRORS} } }`,
    { input },
    token,
  );
  return errors ? { errors } : data.setStageGraph;
}

/** A new model with versions 1 to `count`; their ids, that of version 1 at place 0. */
export async function modelWith(
  server: TestServer,
  token: string,
  name: string,
  count: number,
): Promise<string[]> {
  const ids: string[] = [];
  for (let number = 1; number <= count; number += 1) {
    const { version } = await registerVersion(server, token, {
      model: { name },
      createModel: { task: 'REGRESSION' },
    });
    ids.push(version.id);
  }
  return ids;
}
