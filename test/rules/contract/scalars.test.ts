import fc from 'fast-check';
import { buildASTSchema, graphqlSync, parse } from 'graphql';
import { findTooLarge, isTooLarge } from '../../../server/src/contract/json-object';
import {
  coerceJsonInPlace,
  JSONObjectScalar,
  NumberScalar,
  SafeIntScalar,
} from '../../../server/src/contract/scalars';

test('a Number goes out and comes back the same, NaN and infinities included', () => {
  fc.assert(
    fc.property(fc.double(), (value) =>
      Object.is(
        NumberScalar.parseValue(JSON.parse(JSON.stringify(NumberScalar.serialize(value)))),
        Object.is(value, -0) ? 0 : value,
      ),
    ),
  );
});

test.each([[JSON.parse('1e400')], ['1'], [''], ['nan'], [null], [true], [{}], [[1]]])(
  '%p is no Number',
  (value) => {
    expect(() => NumberScalar.parseValue(value)).toThrow(/IEEE double/);
  },
);

test('a Number written in the document keeps the same rules', () => {
  const schema = buildASTSchema(parse('scalar Number type Query { echo(value: Number!): Number }'));
  Object.assign(schema.getType('Number')!, {
    parseLiteral: NumberScalar.parseLiteral,
    parseValue: NumberScalar.parseValue,
    serialize: NumberScalar.serialize,
  });
  const echo = (literal: string) =>
    graphqlSync({
      schema,
      source: `{ echo(value: ${literal}) }`,
      rootValue: { echo: ({ value }: { value: number }) => value },
    });
  expect(echo('1.5').data).toEqual({ echo: 1.5 });
  expect(echo('"NaN"').data).toEqual({ echo: 'NaN' });
  expect(echo('1e400').errors).toHaveLength(1);
  expect(echo('"1"').errors).toHaveLength(1);
});

test.each([[2 ** 53], [-(2 ** 53)], [0.5], ['1'], [Number.NaN]])('%p is no SafeInt', (value) => {
  expect(() => SafeIntScalar.parseValue(value)).toThrow(/whole number/);
});

test('a key __proto__ is a key like any other and sets no prototype', () => {
  const value = JSONObjectScalar.parseValue(
    JSON.parse('{"__proto__": {"admin": true}, "a": [{"constructor": 1}]}'),
  );
  expect(Object.getPrototypeOf(value)).toBeNull();
  expect((value as { admin?: unknown }).admin).toBeUndefined();
  expect(JSON.stringify(value)).toBe('{"__proto__":{"admin":true},"a":[{"constructor":1}]}');
});

test.each([
  ['a list', [], /JSON object/],
  ['a text', 'x', /JSON object/],
  ['a number beyond doubles', JSON.parse('{"a": [1e400]}'), /beyond IEEE doubles/],
  ['more than 20 levels', JSON.parse(`${'{"a":'.repeat(30)}1${'}'.repeat(30)}`), /20 levels/],
])('%s is no JSONObject', (_, value, why) => {
  expect(() => JSONObjectScalar.parseValue(value)).toThrow(why);
});

test.each([JSONObjectScalar.parseValue, coerceJsonInPlace])(
  'more than 64 KiB is marked for whoever judges it, wherever it stands',
  (parse) => {
    const large = parse({ a: 'x'.repeat(65_537) }) as object;
    const small = parse({ a: 'x'.repeat(65_000), b: 'é'.repeat(200) }) as object;
    expect(isTooLarge(large)).toBe(true);
    expect(isTooLarge(small)).toBe(false);
    expect(Object.keys(large)).toEqual(['a']);
    expect(findTooLarge({ input: [{ map: small }, { map: large }] })).toEqual(['input', '1', 'map']);
    expect(findTooLarge({ input: [{ map: small }] })).toBeNull();
  },
);
