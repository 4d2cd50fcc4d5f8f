import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { buildSchema, type DocumentNode, type GraphQLSchema, parse } from 'graphql';

type Plugin = { plugin(schema: GraphQLSchema, files: { document: DocumentNode }[]): { content: string } };
const documents = require('../../../sdk/codegen/documents.cjs') as Plugin;
const userErrors = require('../../../sdk/codegen/user-errors.cjs') as Plugin;

// typescript-operations has parts that are ES modules, which jest does not let one require.
const DESCRIBED = `
  const { buildSchema, parse } = require('graphql');
  const [which, sdl, texts, config] = JSON.parse(process.argv[1]);
  const { plugin } = require('./sdk/codegen/' + which);
  const files = texts.map((text) => ({ document: parse(text) }));
  plugin(buildSchema(sdl), files, config, { outputFile: 'operations.ts' }).then(({ content }) => console.log(content));`;
const describedTypes = (...texts: string[]): string => described('described-operations.cjs', texts);
const described = (plugin: string, texts: string[], more: object = {}): string => {
  const config = {
    ...{ skipTypename: true, inlineFragmentTypes: 'combine', omitOperationSuffix: true },
    ...{ printFieldsOnNewLines: true, immutableTypes: true, scalars: { Number: 'number' } },
    ...more,
  };
  const given = JSON.stringify([plugin, SDL, texts, config]);
  return execFileSync(process.execPath, ['-e', DESCRIBED, given], {
    cwd: join(__dirname, '../../..'),
    encoding: 'utf8',
  });
};

const SDL = `
  scalar Number
  interface UserError { code: String! message: String! path: [String!]! }
  "Plain."
  type ValidationError implements UserError { code: String! message: String! path: [String!]! }
  "A move */ that is not allowed."
  type StageTransitionError implements UserError {
    code: String! message: String! path: [String!]!
    "Where it stands."
    from: String!
    allowed: [String!]!
  }
  input MakeInput { name: String! idempotencyKey: String }
  input EndInput { id: ID! }
  input Pick @oneOf {
    "By id."
    id: ID
    "By number."
    number: Int
  }
  input Order { first: Boolean! = true after: String }
  "What came of it."
  type MakePayload {
    "What was made."
    made: Thing
    "Whether it was there."
    replayed: Boolean!
  }
  "A thing."
  type Thing {
    "What it is called."
    name: String!
    """
    How good it is,
    in two lines.
    """
    score: Number
    output: Output
  }
  "What came out as a number."
  type NumberOutput {
    "The number."
    value: Number!
  }
  type LabelOutput { label: String! }
  "What came out."
  union Output = NumberOutput | LabelOutput
  type Query { thing: Thing things: [Thing!]! }
  type Mutation { make(input: MakeInput!): Thing makeOne(pick: Pick!, order: Order): MakePayload! end(input: EndInput!): Thing }
`;
const schema = buildSchema(SDL);
const content = (from: Plugin, ...texts: string[]): string =>
  from.plugin(
    schema,
    texts.map((text) => ({ document: parse(text) })),
  ).content;
const WHOLE =
  'fragment UserErrors on UserError { __typename code message path ... on StageTransitionError { from allowed } }';

test('every error type becomes a class with its own fields and its description', () => {
  const text = content(userErrors, WHOLE);
  expect(text).toContain('/** A move *\\/ that is not allowed. */\nexport class StageTransitionError');
  expect(text).toContain(
    "  /** Where it stands. */\n  readonly from: Reason<'StageTransitionError'>['from'];",
  );
  expect(text).toContain('    this.allowed = reason.allowed;');
  expect(text).toContain('export class ValidationError extends ModelGraphUserError {\n}');
  expect(text).toMatch(/USER_ERRORS = \{\n {2}StageTransitionError,\n {2}ValidationError,\n\}/);
});

test('a fragment that leaves out a field of an error is refused by name', () => {
  expect(() => content(userErrors, WHOLE.replace(' allowed', ''))).toThrow('StageTransitionError.allowed');
});

test('a document knows its fragments, its Number paths and whether it takes a key', () => {
  const text = content(
    documents,
    'fragment Thing on Thing { name score }',
    'query GetThing { thing { ...Thing } }',
    'mutation Make($input: MakeInput!) { make(input: $input) { ...Thing } }',
    'mutation End($input: EndInput!) { end(input: $input) { name } }',
  );
  const of = (name: string): string =>
    text.slice(text.indexOf(`export const ${name} =`)).split('});')[0] ?? '';
  expect(of('GetThing')).toContain("numbers: ['thing.score']");
  expect(of('GetThing')).toContain('takesKey: false');
  expect(of('Make')).toContain('takesKey: true');
  expect(of('Make')).toContain(`\${thingFragment}`);
  expect(of('End')).toContain('takesKey: false');
  expect(of('End')).not.toContain('thingFragment');
  expect(text.indexOf('const End')).toBeLessThan(text.indexOf('const GetThing'));
});

test('text that means something inside a template literal is kept as it is written', () => {
  const name = `"a\`b\${c}\\\\d"`;
  const odd = content(documents, `mutation Odd { make(input: { name: ${name} }) { name } }`);
  const literal = /text: (`[\s\S]*?[^\\]`),/.exec(odd)?.[1] ?? '';
  // The text is evaluated as the compiler would.
  expect(new Function(`return ${literal}`)()).toContain(`name: ${name}`);
});

test('the types of fragments carry the descriptions of the SDL, under aliases and in unions too', () => {
  const text = describedTypes(
    'fragment Thing on Thing { title: name score output { ...Output } }',
    'fragment Output on Output { ... on NumberOutput { value } ... on LabelOutput { label } }',
  );
  expect(text).toContain('/** A thing. */\nexport type Thing = {');
  expect(text).toContain('  /** What it is called. */\n  readonly title: string');
  expect(text).toContain(
    '  /**\n   * How good it is,\n   * in two lines.\n   */\n  readonly score: number | null',
  );
  expect(text).toMatch(/\/\*\* What came out as a number\. \*\/\n(export )?type Output_NumberOutput = \{/);
  expect(text).toContain('  /** The number. */\n  readonly value: number');
  expect(text).toContain('/** What came out. */\nexport type Output =\n');
});

test('the types of answers carry the descriptions of what they hold, at any depth', () => {
  const text = describedTypes(
    'mutation MakeOne($pick: Pick!) { makeOne(pick: $pick) { wasThere: replayed made { score } } }',
  );
  expect(text).toContain('    /** Whether it was there. */\n    readonly wasThere: boolean');
  expect(text).toContain('    /** What was made. */\n    readonly made: {');
  expect(text).toMatch(/ {6}\/\*\*\n {7}\* How good it is,\n[^/]*\*\/\n {6}readonly score/);
});

test('inputs describe each member of a choice, and what has a default may be undefined', () => {
  const text = described(
    'described-schema.cjs',
    ['mutation MakeOne($pick: Pick!, $order: Order) { makeOne(pick: $pick, order: $order) { replayed } }'],
    { generateOperationTypes: false },
  );
  expect(text).toMatch(/\{\n {2}\/\*\* By id\. \*\/\n {2}readonly id: string[^;]*; readonly number\?: never/);
  expect(text).toMatch(/;\n {2}\/\*\* By number\. \*\/\n {2}readonly number: number/);
  expect(text).toContain('  readonly first?: boolean | undefined;');
  expect(text).toMatch(/readonly after\?: string \| null \| undefined;/);
});

test('a document with several root fields is refused', () => {
  expect(() => content(documents, 'query Both { thing { name } things { name } }')).toThrow('exactly one');
});
