import type { TestServer } from './server';
import { uploadBytes } from './uploads';
import { registerVersion } from './versions';

/** What tests of predictions ask a server, without the SDK. */

// biome-ignore lint/suspicious/noExplicitAny: tests read answers of any shape
type Answer = any;

const LOG = `mutation Log($input: LogPredictionsInput!) { logPredictions(input: $input) {
  accepted duplicates rejects { index code message path } ingestId userErrors { __typename code message path } } }`;
const RECORD = `mutation Record($input: RecordActualsInput!) { recordActuals(input: $input) {
  accepted duplicates stale early rejects { index code message path } ingestId userErrors { __typename code message path } } }`;

export const DOORS = ['/graphql', '/graphql/ingest'] as const;
export type Door = (typeof DOORS)[number];

/** One GraphQL request through a door. */
export async function ask(
  server: TestServer,
  token: string | null,
  door: Door,
  query: string,
  variables: object,
): Promise<{ status: number; data?: Answer; errors?: Answer }> {
  const authorization: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
  const response = await fetch(`${server.url}${door}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...authorization },
    body: JSON.stringify({ query, variables }),
  });
  return { status: response.status, ...((await response.json()) as object) };
}

export const logPredictions = async (
  server: TestServer,
  token: string,
  version: string,
  predictions: readonly object[],
  door: Door = '/graphql',
): Promise<Answer> => {
  const input = { version: { pick: { id: version } }, predictions };
  const { data, errors } = await ask(server, token, door, LOG, { input });
  return errors ? { errors } : data.logPredictions;
};

export const recordActuals = async (
  server: TestServer,
  token: string,
  model: string,
  actuals: readonly object[],
): Promise<Answer> => {
  const { data, errors } = await server.graphql(
    RECORD,
    { input: { model: { name: model }, actuals } },
    token,
  );
  return errors ? { errors } : data.recordActuals;
};

/** A new version of a model that is made when it is new; its id. */
export async function versionOf(
  server: TestServer,
  token: string,
  model: string,
  input: { task?: string; [field: string]: unknown },
): Promise<string> {
  const { task = 'REGRESSION', ...rest } = input;
  const answer = await registerVersion(server, token, {
    model: { name: model },
    createModel: { task },
    ...rest,
  });
  if (!answer.version) throw new Error(JSON.stringify(answer));
  return answer.version.id;
}

/** Uploads rows as the artifact `rows.ndjson`; what a registration needs to take its baseline from them. */
export async function rowsInput(
  server: TestServer,
  token: string,
  rows: readonly (object | string)[],
): Promise<{ artifacts: object[]; baseline: { artifactPath: string } }> {
  const text = rows.map((row) => (typeof row === 'string' ? row : JSON.stringify(row))).join('\n');
  const artifact = await uploadBytes(server, token, new TextEncoder().encode(text), 'rows.ndjson');
  return { artifacts: [artifact], baseline: { artifactPath: artifact.path } };
}
