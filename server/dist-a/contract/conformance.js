'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.differences = differences;
const graphql_1 = require('graphql');
/**
 * What the written contract and the code say differently, a line each: `-` stands only in the SDL, `+` only in the code.
 * Descriptions and directives are left out, except `@deprecated` and `@oneOf`.
 */
function differences(sdl, code) {
  const written = new Set(statements(sdl));
  const found = new Set(statements(code));
  return [
    ...[...written].filter((line) => !found.has(line)).map((line) => `- ${line}`),
    ...[...found].filter((line) => !written.has(line)).map((line) => `+ ${line}`),
  ].sort((a, b) => (a.slice(2) < b.slice(2) ? -1 : 1));
}
const statements = (schema) =>
  Object.values(schema.getTypeMap())
    .filter(
      (type) => !(0, graphql_1.isIntrospectionType)(type) && !(0, graphql_1.isSpecifiedScalarType)(type),
    )
    .flatMap(describe);
function describe(type) {
  if ((0, graphql_1.isEnumType)(type)) {
    return type
      .getValues()
      .map((value) => `enum ${type.name}.${value.name}${deprecated(value.deprecationReason)}`);
  }
  if ((0, graphql_1.isUnionType)(type))
    return type.getTypes().map((member) => `union ${type.name} = ${member.name}`);
  if ((0, graphql_1.isInputObjectType)(type)) {
    const fields = Object.values(type.getFields());
    return [
      `input ${type.name}${isOneOf(type) ? ' @oneOf' : ''}`,
      ...fields.map((field) => `input ${type.name}.${input(field)}`),
    ];
  }
  if ((0, graphql_1.isObjectType)(type) || (0, graphql_1.isInterfaceType)(type)) {
    const kind = (0, graphql_1.isObjectType)(type) ? 'type' : 'interface';
    return [
      `${kind} ${type.name}`,
      ...type.getInterfaces().map((parent) => `${kind} ${type.name} implements ${parent.name}`),
      ...Object.values(type.getFields()).map((field) => {
        const args = [...field.args].sort((a, b) => (a.name < b.name ? -1 : 1)).map(input);
        const parameters = args.length > 0 ? `(${args.join(', ')})` : '';
        return `${kind} ${type.name}.${field.name}${parameters}: ${field.type}${deprecated(field.deprecationReason)}`;
      }),
    ];
  }
  return [`scalar ${type.name}`];
}
function input(field) {
  const value =
    field.defaultValue === undefined
      ? undefined
      : (0, graphql_1.astFromValue)(field.defaultValue, field.type);
  return `${field.name}: ${field.type}${value ? ` = ${(0, graphql_1.print)(value)}` : ''}${deprecated(field.deprecationReason)}`;
}
const deprecated = (reason) => (reason == null ? '' : ` @deprecated(${reason})`);
// type-graphql keeps directives in the syntax tree only; graphql-js reads `isOneOf` from there when it builds from SDL.
const isOneOf = (type) =>
  type.isOneOf === true ||
  (type.astNode?.directives ?? []).some((directive) => directive.name.value === 'oneOf');
//# sourceMappingURL=conformance.js.map
