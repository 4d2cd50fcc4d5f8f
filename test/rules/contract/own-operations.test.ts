import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSchema,
  type GraphQLInputType,
  getIntrospectionQuery,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  Kind,
  type OperationDefinitionNode,
  parse,
  typeFromAST,
} from 'graphql';
import { readConfig } from '../../../server/src/config';
import { checkOperation } from '../../../server/src/contract/limits';
import { readSdl } from '../../../server/src/contract/sdl';

const ROOT = join(__dirname, '../../..');
const schema = buildSchema(
  readSdl(join(ROOT, 'schema'))
    .map(({ text }) => text)
    .join('\n'),
);
const read = readConfig({});
if ('problems' in read) throw new Error(read.problems.join());
const { config } = read;
const LIMITS = {
  depth: config.MODELGRAPH_MAX_DEPTH,
  aliases: config.MODELGRAPH_MAX_ALIASES,
  rootFields: config.MODELGRAPH_MAX_ROOT_FIELDS,
  mutationRootFields: config.MODELGRAPH_MAX_MUTATIONS,
  complexity: config.MODELGRAPH_MAX_COMPLEXITY,
};

const sdk = parse(
  readdirSync(join(ROOT, 'sdk/src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.graphql'))
    .map((file) => readFileSync(join(ROOT, 'sdk/src', file), 'utf8'))
    .join('\n'),
);
const operations = sdk.definitions.filter(
  (one): one is OperationDefinitionNode => one.kind === Kind.OPERATION_DEFINITION,
);

/** The least that a type takes. */
function leastOf(type: GraphQLInputType): unknown {
  if (!isNonNullType(type)) return null;
  if (isListType(type.ofType)) return [];
  const named = getNamedType(type);
  if (isEnumType(named)) return named.getValues()[0]!.name;
  if (named.name === 'DateTime') return '2026-03-01T00:00:00Z';
  if (named.name === 'JSONObject') return {};
  if (!isInputObjectType(named)) return named.name === 'ID' || named.name === 'String' ? 'x' : 1;
  const fields = Object.values(named.getFields()).filter(
    ({ type: of, defaultValue }) => isNonNullType(of) && defaultValue === undefined,
  );
  if (!named.isOneOf) return Object.fromEntries(fields.map(({ name, type: of }) => [name, leastOf(of)]));
  return { [Object.keys(named.getFields())[0]!]: 'x' };
}

test.each(operations.map((operation) => [operation.name!.value, operation] as const))(
  "the SDK's %s, with the largest page, is within the limits",
  (_, operation) => {
    const variables = Object.fromEntries(
      (operation.variableDefinitions ?? []).map(({ variable: { name }, type }) => [
        name.value,
        name.value === 'first' ? 100 : leastOf(typeFromAST(schema, type as never) as GraphQLInputType),
      ]),
    );
    expect(() => checkOperation(schema, sdk, operation, variables, LIMITS)).not.toThrow();
  },
);

const check = (source: string): void => {
  const document = parse(source);
  const operation = document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION)!;
  checkOperation(schema, document, operation, {}, LIMITS);
};

test('the schema may be asked for once, with all that there is to say of it', () => {
  const everything = {
    specifiedByUrl: true,
    schemaDescription: true,
    inputValueDeprecation: true,
    oneOf: true,
  };
  expect(() => check(getIntrospectionQuery())).not.toThrow();
  expect(() => check(getIntrospectionQuery(everything))).not.toThrow();
  expect(() => check('{ __type(name: "Query") { fields { name args { name } } } __typename }')).not.toThrow();
});

const times = (count: number, field: string): string =>
  Array.from({ length: count }, (_, index) => `a${index}: ${field}`).join(' ');
test.each([
  [
    'the schema many times over',
    `{ ${times(19, '__schema { types { name fields { name description } } }')} }`,
  ],
  [
    'its types many times over',
    `{ __schema { ${times(28, 'types { description fields { description } }')} } }`,
  ],
  [
    'the same through a fragment and beside other fields',
    `{ viewer { role } __schema { ${times(28, 'types { ...T }')} } } fragment T on __Type { fields { description } }`,
  ],
])('%s is refused', (_, source) => expect(() => check(source)).toThrow(/values of introspection/));
