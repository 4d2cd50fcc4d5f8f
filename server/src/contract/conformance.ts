import {
  astFromValue,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  isUnionType,
  print,
} from 'graphql';

/**
 * What the written contract and the code say differently, a line each: `-` stands only in the SDL, `+` only in the code.
 * Descriptions and directives are left out, except `@deprecated` and `@oneOf`.
 */
export function differences(sdl: GraphQLSchema, code: GraphQLSchema): string[] {
  const written = new Set(statements(sdl));
  const found = new Set(statements(code));
  return [
    ...[...written].filter((line) => !found.has(line)).map((line) => `- ${line}`),
    ...[...found].filter((line) => !written.has(line)).map((line) => `+ ${line}`),
  ].sort((a, b) => (a.slice(2) < b.slice(2) ? -1 : 1));
}

const statements = (schema: GraphQLSchema): string[] =>
  Object.values(schema.getTypeMap())
    .filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type))
    .flatMap(describe);

function describe(type: GraphQLNamedType): string[] {
  if (isEnumType(type)) {
    return type
      .getValues()
      .map((value) => `enum ${type.name}.${value.name}${deprecated(value.deprecationReason)}`);
  }
  if (isUnionType(type)) return type.getTypes().map((member) => `union ${type.name} = ${member.name}`);
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields());
    return [
      `input ${type.name}${isOneOf(type) ? ' @oneOf' : ''}`,
      ...fields.map((field) => `input ${type.name}.${input(field)}`),
    ];
  }
  if (isObjectType(type) || isInterfaceType(type)) {
    const kind = isObjectType(type) ? 'type' : 'interface';
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

function input(field: GraphQLArgument | GraphQLInputField): string {
  const value = field.defaultValue === undefined ? undefined : astFromValue(field.defaultValue, field.type);
  return `${field.name}: ${field.type}${value ? ` = ${print(value)}` : ''}${deprecated(field.deprecationReason)}`;
}

const deprecated = (reason: string | null | undefined): string =>
  reason == null ? '' : ` @deprecated(${reason})`;

// type-graphql keeps directives in the syntax tree only; graphql-js reads `isOneOf` from there when it builds from SDL.
const isOneOf = (type: GraphQLNamedType & { isOneOf?: boolean }): boolean =>
  type.isOneOf === true ||
  (type.astNode?.directives ?? []).some((directive) => directive.name.value === 'oneOf');
