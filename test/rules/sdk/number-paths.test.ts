import { buildSchema, Kind, type OperationDefinitionNode, parse, validate } from 'graphql';

const { numberPaths } = require('../../../sdk/codegen/number-paths.cjs') as {
  numberPaths(
    schema: unknown,
    operation: OperationDefinitionNode,
    fragments: ReadonlyMap<string, unknown>,
  ): string[];
};

const schema = buildSchema(`
  scalar Number
  scalar SafeInt
  type Metric { name: String! value: Number! count: SafeInt! }
  type Version { name: String! metrics: [Metric!]! grid: [[Number!]!]! best: Metric output: Output scored: Scored parent: Version }
  type NumberOutput implements Scored { value: Number score: Number lower: Number }
  type ClassOutput implements Scored { label: String! score: Number probabilities: [Number!]! }
  union Output = NumberOutput | ClassOutput
  interface Scored { score: Number }
  type Connection { nodes: [Version!]! }
  type Query { versions: Connection! version: Version }
  type Subscription { versionChanged: Version! }
`);

const pathsOf = (text: string): string[] => {
  const document = parse(text);
  expect(validate(schema, document)).toEqual([]);
  const fragments = new Map(
    document.definitions.flatMap((one) =>
      one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [],
    ),
  );
  const operation = document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
  return numberPaths(schema, operation as OperationDefinitionNode, fragments);
};

test.each([
  ['no Number', '{ version { name best { name count } } }', []],
  ['lists', '{ versions { nodes { metrics { name value } } } }', ['versions.nodes[].metrics[].value']],
  ['lists of lists', '{ version { grid } }', ['version.grid[][]']],
  ['aliases', '{ v: version { top: best { x: value } best { value } } }', ['v.best.value', 'v.top.x']],
  [
    'fragments within fragments, each place once',
    `fragment M on Metric { value } fragment V on Version { best { ...M } metrics { ...M } }
     { version { ...V best { value } parent { ...V } } }`,
    [
      'version.best.value',
      'version.metrics[].value',
      'version.parent.best.value',
      'version.parent.metrics[].value',
    ],
  ],
  [
    'unions and interfaces',
    `{ version { output { __typename ... on NumberOutput { value } ... on ClassOutput { label probabilities } }
      scored { score ... on NumberOutput { lower } ... { again: score } } } }`,
    [
      'version.output.probabilities[]',
      'version.output.value',
      'version.scored.again',
      'version.scored.lower',
      'version.scored.score',
    ],
  ],
  ['subscriptions', 'subscription { versionChanged { best { value } } }', ['versionChanged.best.value']],
])('the paths of Number values: %s', (_, text, paths) => {
  expect(pathsOf(text)).toEqual(paths);
});
