import { makeWorld, OPERATOR, type World } from '../kit/server';
import { until } from '../kit/until';

let world: World;
let reader: string;
let writer: string;
let approver: string;
let admin: string;
beforeAll(async () => {
  world = await makeWorld();
  reader = await world.token('READER');
  writer = await world.token('WRITER', { subject: 'trainer' });
  approver = await world.token('APPROVER', { subject: 'boss' });
  admin = await world.token('ADMIN', { subject: 'root' });
});
afterAll(() => world.close());

const ERRORS = `userErrors { __typename code message path
  ... on ConflictError { existingId } ... on StageTransitionError { from to allowed } }`;
const FIELDS = `id number stage description algorithm framework manifestDigest hyperparameters metrics { name value direction }
  evaluations { dataset evaluatedAt metrics { name value direction } }
  signature { inputs { name kind nullable categories } output { task positiveLabel labels unit } }
  featureImportance { feature importance } tags { key value } metadata createdAt registeredAt registeredBy deployedAt
  model { id name task } artifacts { path sizeBytes sha256 mediaType downloadPath }`;

const register = async (input: object, token = writer) => {
  const { data, errors } = await world.server.graphql(
    `mutation($input: RegisterVersionInput!) { registerVersion(input: $input) { version { ${FIELDS} } replayed ${ERRORS} } }`,
    { input },
    token,
  );
  if (errors) return { errors };
  return data.registerVersion;
};

test('what a version was registered with is read back, NaN and infinities too', async () => {
  const { version, userErrors, errors } = await register({
    model: { name: 'full' },
    createModel: { task: 'BINARY_CLASSIFICATION', owner: 'ada' },
    description: 'first',
    algorithm: 'random forest',
    framework: 'hand-made 1',
    hyperparameters: { trees: 100, 'max.depth': null, nested: { a: [1, 2.5, 'NaN'] } },
    metrics: [
      { name: 'accuracy', value: 0.9 },
      { name: 'rmse', value: 'NaN' },
      { name: 'odd', value: '-Infinity', direction: 'LOWER_IS_BETTER' },
      { name: 'other', value: 5e-324 },
    ],
    evaluations: [
      { dataset: 'old', metrics: [{ name: 'f1', value: 'Infinity' }], evaluatedAt: '2020-01-01T00:00:00Z' },
      { dataset: 'new', metrics: [{ name: 'f1', value: 1 }], evaluatedAt: '2021-01-01T00:00:00.123456Z' },
    ],
    signature: {
      inputs: [
        { name: 'x', kind: 'NUMBER' },
        { name: 'c', kind: 'CATEGORY', nullable: true, categories: ['a', 'b'] },
      ],
      output: { positiveLabel: 'yes', labels: ['no', 'yes'] },
    },
    featureImportance: [{ feature: 'c', importance: 'NaN' }],
    tags: [{ key: 'z' }, { key: 'a', value: '1' }],
    metadata: { k: 'v' },
    createdAt: '2026-01-02T03:04:05.678901+01:00',
  });
  expect({ userErrors, errors }).toEqual({ userErrors: [], errors: undefined });
  expect(version).toMatchObject({
    number: 1,
    stage: 'DEVELOPMENT',
    description: 'first',
    algorithm: 'random forest',
    hyperparameters: { trees: 100, 'max.depth': null, nested: { a: [1, 2.5, 'NaN'] } },
    metrics: [
      { name: 'accuracy', value: 0.9, direction: 'HIGHER_IS_BETTER' },
      { name: 'rmse', value: 'NaN', direction: 'LOWER_IS_BETTER' },
      { name: 'odd', value: '-Infinity', direction: 'LOWER_IS_BETTER' },
      { name: 'other', value: 5e-324, direction: null },
    ],
    evaluations: [
      { dataset: 'new', evaluatedAt: '2021-01-01T00:00:00.123456Z' },
      { dataset: 'old', metrics: [{ name: 'f1', value: 'Infinity', direction: 'HIGHER_IS_BETTER' }] },
    ],
    signature: {
      inputs: [
        { name: 'x', kind: 'NUMBER', nullable: false, categories: null },
        { name: 'c', kind: 'CATEGORY', nullable: true, categories: ['a', 'b'] },
      ],
      output: { task: 'BINARY_CLASSIFICATION', positiveLabel: 'yes', labels: ['no', 'yes'], unit: null },
    },
    featureImportance: [{ feature: 'c', importance: 'NaN' }],
    tags: [
      { key: 'a', value: '1' },
      { key: 'z', value: null },
    ],
    metadata: { k: 'v' },
    createdAt: '2026-01-02T02:04:05.678901Z',
    registeredBy: 'trainer',
    deployedAt: null,
    model: { name: 'full', task: 'BINARY_CLASSIFICATION' },
    artifacts: [],
  });
});
