'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.JSONObjectScalar =
  exports.NumberScalar =
  exports.printNumber =
  exports.parseNumber =
  exports.SafeIntScalar =
  exports.DateTimeScalar =
    void 0;
const graphql_1 = require('graphql');
const instant_1 = require('./instant');
const json_object_1 = require('./json-object');
const refuse = (type, why) => {
  throw new graphql_1.GraphQLError(`${type}: ${why}`, { extensions: { code: 'BAD_USER_INPUT' } });
};
exports.DateTimeScalar = new graphql_1.GraphQLScalarType({
  name: 'DateTime',
  parseValue: (value) =>
    (typeof value === 'string' ? (0, instant_1.parseInstant)(value) : null) ??
    refuse(
      'DateTime',
      'give RFC 3339 text with a zone, such as "2026-11-20T19:27:43Z", from year 0001 to 9999.',
    ),
  parseLiteral: (node) =>
    (node.kind === graphql_1.Kind.STRING ? (0, instant_1.parseInstant)(node.value) : null) ??
    refuse(
      'DateTime',
      'give RFC 3339 text with a zone, such as "2026-11-20T19:27:43Z", from year 0001 to 9999.',
    ),
  serialize: (value) => (0, instant_1.printInstant)(value),
});
const LARGEST = Number.MAX_SAFE_INTEGER;
const safeInt = (value) =>
  typeof value === 'number' && Number.isSafeInteger(value)
    ? value
    : refuse('SafeInt', `give a whole number from -${LARGEST} to ${LARGEST}.`);
exports.SafeIntScalar = new graphql_1.GraphQLScalarType({
  name: 'SafeInt',
  parseValue: safeInt,
  parseLiteral: (node) => safeInt(node.kind === graphql_1.Kind.INT ? Number(node.value) : Number.NaN),
  serialize: (value) =>
    safeInt(typeof value === 'string' || typeof value === 'bigint' ? Number(value) : value),
});
const NON_FINITE = new Map([
  ['NaN', Number.NaN],
  ['Infinity', Number.POSITIVE_INFINITY],
  ['-Infinity', Number.NEGATIVE_INFINITY],
]);
/** A double from its JSON form, or undefined. `JSON.parse` turns 1e400 into Infinity, which is why a bare one is refused. */
const parseNumber = (value) => {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  return typeof value === 'string' ? NON_FINITE.get(value) : undefined;
};
exports.parseNumber = parseNumber;
/** A double in its JSON form. */
const printNumber = (value) => (Number.isFinite(value) ? value : String(value));
exports.printNumber = printNumber;
const NUMBER_RULE =
  'give a JSON number within the range of IEEE doubles, or one of the strings "NaN", "Infinity", "-Infinity".';
const numberLiteral = (node) => {
  if (node.kind === graphql_1.Kind.INT || node.kind === graphql_1.Kind.FLOAT) return Number(node.value);
  return node.kind === graphql_1.Kind.STRING ? node.value : undefined;
};
exports.NumberScalar = new graphql_1.GraphQLScalarType({
  name: 'Number',
  parseValue: (value) => (0, exports.parseNumber)(value) ?? refuse('Number', NUMBER_RULE),
  parseLiteral: (node) => (0, exports.parseNumber)(numberLiteral(node)) ?? refuse('Number', NUMBER_RULE),
  serialize: (value) =>
    typeof value === 'number'
      ? (0, exports.printNumber)(value)
      : (0, exports.printNumber)(
          (0, exports.parseNumber)(value) ?? refuse('Number', `the server holds ${typeof value} here.`),
        ),
});
exports.JSONObjectScalar = new graphql_1.GraphQLScalarType({
  name: 'JSONObject',
  parseValue: (value) => (0, json_object_1.parseJsonObject)(value, (why) => refuse('JSONObject', why)),
  parseLiteral: (node, variables) =>
    (0, json_object_1.parseJsonObject)((0, graphql_1.valueFromASTUntyped)(node, variables), (why) =>
      refuse('JSONObject', why),
    ),
  serialize: (value) => value,
});
//# sourceMappingURL=scalars.js.map
