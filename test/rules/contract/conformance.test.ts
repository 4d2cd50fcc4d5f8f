import { buildSchema } from 'graphql';
import { differences } from '../../../server/src/contract/conformance';

const SDL = `
  directive @oneOf on INPUT_OBJECT
  scalar DateTime
  enum Colour { RED GREEN }
  interface Named { name: String! }
  "A thing."
  type Thing implements Named { name: String! size(unit: Colour! = RED, exact: Boolean): Int parts: [Thing!]! old: Int @deprecated(reason: "gone") }
  union Any = Thing | Other
  type Other { id: ID! }
  input Ref @oneOf { id: ID name: String }
  input Filter { first: Int! = 50 name: String }
  type Query { thing(ref: Ref!, filter: Filter): Any at: DateTime }
`;

const compare = (change: (sdl: string) => string): string[] =>
  differences(buildSchema(SDL), buildSchema(change(SDL)));

test('the same contract has no differences, whatever its descriptions and the order of its arguments', () => {
  expect(
    compare((sdl) =>
      sdl
        .replace('"A thing."', '"Another description."')
        .replace('ref: Ref!, filter: Filter', 'filter: Filter, ref: Ref!'),
    ),
  ).toEqual([]);
});

test.each([
  ['a wrong type', 'name: String! size', 'name: ID! size', 'type Thing.name: String!'],
  ['a missing field', ' parts: [Thing!]!', '', 'type Thing.parts: [Thing!]!'],
  ['a wrong default', 'first: Int! = 50', 'first: Int! = 20', 'input Filter.first: Int! = 50'],
  [
    'a missing default',
    'unit: Colour! = RED',
    'unit: Colour!',
    'type Thing.size(exact: Boolean, unit: Colour! = RED): Int',
  ],
  ['a wrong nullability', 'parts: [Thing!]!', 'parts: [Thing]!', 'type Thing.parts: [Thing!]!'],
  ['a missing argument', ', exact: Boolean', '', 'type Thing.size(exact: Boolean, unit: Colour! = RED): Int'],
  ['a missing enum value', 'RED GREEN', 'RED', 'enum Colour.GREEN'],
  ['a missing member of a union', 'Thing | Other', 'Thing', 'union Any = Other'],
  ['a missing interface', 'type Thing implements Named', 'type Thing', 'type Thing implements Named'],
  ['a missing @oneOf', 'input Ref @oneOf', 'input Ref', 'input Ref @oneOf'],
  ['a missing deprecation', '@deprecated(reason: "gone")', '', 'type Thing.old: Int @deprecated(gone)'],
  ['a missing type', 'scalar DateTime', 'scalar Date', 'scalar DateTime'],
])('%s is caught, and the written line is shown', (_, written, found, line) => {
  const changed =
    written === 'scalar DateTime'
      ? (sdl: string) => sdl.replaceAll('DateTime', 'Date')
      : (sdl: string) => sdl.replace(written, found);
  expect(compare(changed)).toContain(`- ${line}`);
});

test('what only the code has is caught too', () => {
  expect(compare((sdl) => sdl.replace('type Other {', 'type Other { extra: Int '))).toEqual([
    '+ type Other.extra: Int',
  ]);
});
