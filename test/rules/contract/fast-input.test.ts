import fc from 'fast-check';
import { buildSchema, coerceInputValue, type GraphQLInputType, type GraphQLScalarType } from 'graphql';
import { coercing } from '../../../server/src/contract/fast-input';
import { DateTimeScalar, JSONObjectScalar, NumberScalar } from '../../../server/src/contract/scalars';

const schema = buildSchema(`
  scalar DateTime
  scalar JSONObject
  scalar Number
  enum Colour { RED GREEN }
  input Value @oneOf { label: String number: Number }
  input Item {
    id: ID!
    at: DateTime
    count: Int! = 3
    map: JSONObject
    value: Value!
    colours: [Colour!]
    next: Item
  }
  input Batch { items: [Item!]! note: String }
  type Query { f(batch: Batch!): Int }
`);
for (const { name, parseValue, parseLiteral } of [DateTimeScalar, JSONObjectScalar, NumberScalar])
  Object.assign(schema.getType(name) as GraphQLScalarType, { parseValue, parseLiteral });
const type = schema.getQueryType()!.getFields().f!.args[0]!.type as GraphQLInputType;
const fast = coercing(type);

/** What GraphQL makes of a value; undefined where it finds an error. */
const slow = (value: unknown): unknown => {
  let isWrong = false;
  const result = coerceInputValue(value, type, () => {
    isWrong = true;
  });
  return isWrong ? undefined : result;
};
const quick = (value: unknown): unknown => {
  try {
    return fast(value);
  } catch {
    return undefined;
  }
};

const junk = fc.oneof(fc.string(), fc.integer(), fc.double(), fc.boolean(), fc.constantFrom(null, [], {}));
const orJunk = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 12, arbitrary }, { weight: 1, arbitrary: junk as fc.Arbitrary<unknown> });
const { item } = fc.letrec<{ item: unknown }>((tie) => ({
  item: fc.record(
    {
      id: orJunk(fc.string()),
      at: orJunk(fc.constantFrom('2026-01-01T00:00:00Z', '2026-01-01T01:00:00.123456+01:00', null)),
      count: orJunk(fc.integer({ min: 0, max: 9 })),
      map: orJunk(fc.constantFrom({ a: 'NaN', __proto__x: [1, { b: null }] }, {}, null)),
      value: orJunk(
        fc.constantFrom<unknown>(
          { label: 'x' },
          { number: 'Infinity' },
          { number: 1.5 },
          { label: 'x', number: 1 },
          { label: null },
          {},
        ),
      ),
      colours: orJunk(fc.constantFrom(['RED', 'GREEN'], 'RED', [], ['BLUE'], null)),
      next: fc.option(tie('item'), { depthSize: 'small', maxDepth: 2 }),
      surplus: fc.constant(1),
    },
    { requiredKeys: ['id', 'value'] },
  ),
}));
const batch = fc.record(
  { items: orJunk(fc.array(orJunk(item), { maxLength: 4 })), note: orJunk(fc.string()) },
  { requiredKeys: ['items'] },
);
/** As it comes over the wire. */
const wire = (value: unknown): unknown => JSON.parse(JSON.stringify(value) ?? 'null');

test('a value is coerced as GraphQL coerces it, or found wrong where GraphQL finds it wrong', () => {
  let right = 0;
  fc.assert(
    fc.property(batch, (value) => {
      const expected = slow(wire(value));
      if (expected !== undefined) right += 1;
      expect(quick(wire(value))).toEqual(expected);
    }),
    { numRuns: 2_000 },
  );
  expect(right).toBeGreaterThan(100);
});

test.each([
  ['no object', 7],
  ['a list', []],
  ['an unknown field', { items: [], more: 1 }],
  ['a missing field', { note: 'x' }],
  ['null for what may not be null', { items: null }],
  ['null for an item', { items: [null] }],
])('%s is wrong', (_, value) => {
  expect(slow(value)).toBeUndefined();
  expect(quick(value)).toBeUndefined();
});
