import { buildSchema, type OperationDefinitionNode, parse } from 'graphql';
import { checkOperation, type OperationLimits } from '../../../server/src/contract/limits';

const schema = buildSchema(
  `type Query { node(first: Int): Node pages(first: Int): Page } type Mutation { a: Int b: Int }
   type Node { node(first: Int): Node id: ID nodes: [Node!]! texts: [String!] map: JSONObject }
   type Page { nodes: [Node!]! pageInfo: Node } scalar JSONObject`,
);
const limits: OperationLimits = {
  depth: 4,
  aliases: 3,
  rootFields: 3,
  mutationRootFields: 1,
  complexity: 500,
};

const check = (source: string, variables: Record<string, unknown> = {}, most = limits) => {
  const document = parse(source);
  checkOperation(schema, document, document.definitions[0] as OperationDefinitionNode, variables, most);
};

test.each([
  ['{ node { node { node { id } } } }'],
  ['{ a: node { id } b: node { id } }'],
  ['query($n: Int) { node(first: $n) { id } }'],
  ['{ __schema { types { fields { type { ofType { ofType { ofType { name } } } } } } } }'],
])('%s passes', (source) => expect(() => check(source, { n: 100 })).not.toThrow());

test.each([
  ['depth', '{ node { node { node { node { id } } } } }', /levels of depth/],
  [
    'depth through fragments',
    'query { ...A } fragment A on Query { node { ...B } } fragment B on Node { node { node { node { id } } } }',
    /levels of depth/,
  ],
  ['aliases', '{ a: node { id } b: node { c: id d: id } }', /4 aliases/],
  [
    'aliases through fragments',
    '{ node { ...A node { ...A } } } fragment A on Node { a: id b: id }',
    /4 aliases/,
  ],
  ['root fields', '{ node { id } node { id } a: node { id } b: node { id } }', /4 root fields/],
  ['mutations', 'mutation { a b }', /2 mutations/],
  [
    'pages within pages given by literals',
    '{ node(first: 100) { node(first: 100) { id } } }',
    /by worst case/,
  ],
  [
    'introspection beside something else',
    '{ __typename node { node { node { node { id } } } } }',
    /levels of depth/,
  ],
])('%s beyond the limit is refused', (_, source, why) => expect(() => check(source)).toThrow(why));

test('pages within pages are counted by the variables given, which a look at the document alone would miss', () => {
  const source = 'query($n: Int) { node(first: $n) { node(first: $n) { id } } }';
  expect(() => check(source, { n: 5 })).not.toThrow();
  expect(() => check(source, { n: 100 })).toThrow(/by worst case/);
});

test.each([
  ['a list without pages as 10 rows', '{ node { nodes { nodes { id } } } }', 1 + 1 + 10 * (1 + 10)],
  ['a list of text as 10 values', '{ node { texts } }', 1 + 1 + 10],
  ['a map as 10 values', '{ node { map } }', 1 + 10],
  ['the rows of a page once', '{ pages(first: 50) { nodes { id map } } }', 1 + 50 * (1 + 1 + 10)],
])('%s', (_, source, fields) => {
  const within = (complexity: number) => () => check(source, {}, { ...limits, complexity });
  expect(within(fields)).not.toThrow();
  expect(within(fields - 1)).toThrow(new RegExp(`${fields} fields by worst case`));
});

test('fragments that multiply each other are refused rather than walked', () => {
  const fragments = Array.from(
    { length: 40 },
    (_, index) => `fragment F${index} on Node { ...F${index + 1} ...F${index + 1} }`,
  ).join(' ');
  expect(() => check(`{ node { ...F0 } } ${fragments} fragment F40 on Node { id }`)).toThrow(
    /cannot be measured/,
  );
});
