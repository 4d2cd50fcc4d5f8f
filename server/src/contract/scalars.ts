import { GraphQLError, GraphQLScalarType, Kind, type ValueNode, valueFromASTUntyped } from 'graphql';
import { parseInstant, printInstant } from './instant';
import { checkJsonObject, parseJsonObject } from './json-object';
import { parseNumber, printNumber } from './number';

export { parseNumber, printNumber };

/** `literal`: where a document says it, for `locations`; of a variable GraphQL itself adds the place. */
const refuse = (type: string, why: string, literal?: ValueNode): never => {
  throw new GraphQLError(`${type}: ${why}`, { nodes: literal, extensions: { code: 'BAD_USER_INPUT' } });
};

const DATE_TIME_RULE =
  'give RFC 3339 text with a zone, such as "2026-11-20T19:27:43Z", from year 0001 to 9999.';

export const DateTimeScalar = new GraphQLScalarType<string, string>({
  name: 'DateTime',
  parseValue: (value) =>
    (typeof value === 'string' ? parseInstant(value) : null) ?? refuse('DateTime', DATE_TIME_RULE),
  parseLiteral: (node) =>
    (node.kind === Kind.STRING ? parseInstant(node.value) : null) ?? refuse('DateTime', DATE_TIME_RULE, node),
  serialize: (value) => printInstant(value),
});

const LARGEST = Number.MAX_SAFE_INTEGER;

const safeInt = (value: unknown, literal?: ValueNode): number =>
  typeof value === 'number' && Number.isSafeInteger(value)
    ? value
    : refuse('SafeInt', `give a whole number from -${LARGEST} to ${LARGEST}.`, literal);

export const SafeIntScalar = new GraphQLScalarType<number, number>({
  name: 'SafeInt',
  parseValue: (value) => safeInt(value),
  parseLiteral: (node) => safeInt(node.kind === Kind.INT ? Number(node.value) : Number.NaN, node),
  serialize: (value) =>
    safeInt(typeof value === 'string' || typeof value === 'bigint' ? Number(value) : value),
});

const NUMBER_RULE =
  'give a JSON number within the range of IEEE doubles, or one of the strings "NaN", "Infinity", "-Infinity".';

const numberLiteral = (node: ValueNode): unknown => {
  if (node.kind === Kind.INT || node.kind === Kind.FLOAT) return Number(node.value);
  return node.kind === Kind.STRING ? node.value : undefined;
};

export const NumberScalar = new GraphQLScalarType<number, number | string>({
  name: 'Number',
  parseValue: (value) => parseNumber(value) ?? refuse('Number', NUMBER_RULE),
  parseLiteral: (node) => parseNumber(numberLiteral(node)) ?? refuse('Number', NUMBER_RULE, node),
  serialize: (value) =>
    typeof value === 'number'
      ? printNumber(value)
      : printNumber(parseNumber(value) ?? refuse('Number', `the server holds ${typeof value} here.`)),
});

/** For inputs that are read key by key, see `checkJsonObject`. */
export const coerceJsonInPlace = (value: unknown): Record<string, unknown> =>
  checkJsonObject(value, (why) => refuse('JSONObject', why));

export const JSONObjectScalar = new GraphQLScalarType<Record<string, unknown>, unknown>({
  name: 'JSONObject',
  parseValue: (value) => parseJsonObject(value, (why) => refuse('JSONObject', why)),
  parseLiteral: (node, variables) =>
    parseJsonObject(valueFromASTUntyped(node, variables), (why) => refuse('JSONObject', why, node)),
  serialize: (value) => value,
});
