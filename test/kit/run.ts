import type { World } from './server';

const RUN =
  'id name externalId experiment status params startedAt finishedAt durationMs error startedBy model { name } metrics { name step at value }';
const ERRORS = 'userErrors { __typename code message path ... on ConflictError { existingId } }';

const START = `mutation($input: StartTrainingRunInput!) { startTrainingRun(input: $input) { trainingRun { ${RUN} } replayed ${ERRORS} } }`;
const LOG = `mutation($input: LogTrainingMetricsInput!) { logTrainingMetrics(input: $input) {
  trainingRun { ${RUN} } accepted rejects { index code message path } ingestId ${ERRORS} } }`;
const FINISH = `mutation($input: FinishTrainingRunInput!) { finishTrainingRun(input: $input) { trainingRun { ${RUN} } ${ERRORS} } }`;

/** What a program that trains does, as the holder of a token. Answers are the payloads; a top-level error throws. */
export function trainer(world: Pick<World, 'server'>, token: string) {
  const send = async (query: string, variables: object, field: string) => {
    const { data, errors } = await world.server.graphql(query, variables, token);
    if (errors) throw new Error(JSON.stringify(errors));
    return data[field];
  };
  return {
    start: (input: object) => send(START, { input: { name: 'a run', ...input } }, 'startTrainingRun'),
    log: (run: object, points: object[], more: object = {}) =>
      send(LOG, { input: { run, points, ...more } }, 'logTrainingMetrics'),
    finish: (run: object, input: object = {}) =>
      send(FINISH, { input: { run, status: 'SUCCEEDED', ...input } }, 'finishTrainingRun'),
    find: (ref: object) =>
      send(`query($ref: TrainingRunRef!) { trainingRun(ref: $ref) { ${RUN} } }`, { ref }, 'trainingRun'),
    ask: async (query: string, variables: object = {}) => {
      const { data, errors } = await world.server.graphql(query, variables, token);
      if (errors) throw new Error(JSON.stringify(errors));
      return data;
    },
  };
}

export type Trainer = ReturnType<typeof trainer>;
