import { MapperKind, mapSchema } from '@graphql-tools/utils';
import {
  coerceInputValue,
  type GraphQLFieldConfig,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLLeafType,
  GraphQLScalarType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import type { Request } from './request';
import { coerceJsonInPlace } from './scalars';

/** What a mutation with a single argument `input` does, handed its input as GraphQL coerces it. */
export type FastMutation = (request: Request, input: never) => Promise<object>;

/**
 * The same schema for large batches given as the variable `input` of a mutation: coercing thousands of items as GraphQL does
 * it, and making class instances of them, costs more than taking them in. The input type becomes a leaf of the same name
 * that coerces by closures made once; wherever that finds anything wrong, GraphQL itself says what.
 */
export function withFastInputs(
  schema: GraphQLSchema,
  mutations: Readonly<Record<string, FastMutation>>,
): GraphQLSchema {
  const fields = schema.getMutationType()?.getFields() ?? {};
  const inputs = new Set(Object.keys(mutations).map((name) => inputOf(fields[name]!.args[0]!.type).name));
  return mapSchema(schema, {
    [MapperKind.TYPE]: (type) => (isInputObjectType(type) && inputs.has(type.name) ? leafOf(type) : type),
    [MapperKind.MUTATION_ROOT_FIELD]: (config: GraphQLFieldConfig<unknown, Request>, name) =>
      mutations[name]
        ? { ...config, resolve: (_, { input }, request) => mutations[name]!(request, input as never) }
        : config,
  });
}

function inputOf(type: GraphQLInputType): GraphQLInputObjectType {
  const named = getNamedType(type);
  if (!isInputObjectType(named)) throw new Error(`${type} is no input object.`);
  return named;
}

function leafOf(type: GraphQLInputObjectType): GraphQLScalarType {
  const coerce = coercing(type);
  return new GraphQLScalarType({
    name: type.name,
    description: type.description,
    parseValue: (value) => {
      try {
        return coerce(value);
      } catch {
        return coerceInputValue(value, type);
      }
    },
  });
}

type Coerce = (value: unknown) => unknown;

class NotSo extends Error {}

/** Coerces what JSON can hold as GraphQL does; throws, whatever it is, where GraphQL would find an error. */
export function coercing(type: GraphQLInputType, known = new Map<GraphQLInputType, Coerce>()): Coerce {
  const made = known.get(type);
  if (made) return made;
  // A type may hold itself.
  let coerce: Coerce = (value) => coerce(value);
  known.set(type, (value) => coerce(value));
  if (isNonNullType(type)) coerce = nonNull(coercing(type.ofType, known));
  else if (isListType(type)) coerce = list(coercing(type.ofType, known));
  else if (isInputObjectType(type)) coerce = object(type, known);
  else coerce = leaf(type);
  return coerce;
}

/** Maps are not copied: the mutations that come this way look at their own keys only. */
function leaf(type: GraphQLLeafType): Coerce {
  const parse = type.name === 'JSONObject' ? coerceJsonInPlace : (value: unknown) => type.parseValue(value);
  return (value) => (value == null ? null : parse(value));
}

const nonNull =
  (coerce: Coerce): Coerce =>
  (value) => {
    if (value == null) throw new NotSo();
    return coerce(value);
  };

const list =
  (coerce: Coerce): Coerce =>
  (value) => {
    if (value == null) return null;
    return Array.isArray(value) ? value.map(coerce) : [coerce(value)];
  };

function object(type: GraphQLInputObjectType, known: Map<GraphQLInputType, Coerce>): Coerce {
  const fields = Object.values(type.getFields()).map(({ name, type: of, defaultValue }) => ({
    name,
    defaultValue,
    needed: isNonNullType(of) && defaultValue === undefined,
    coerce: coercing(of, known),
  }));
  return (value) => {
    if (value == null) return null;
    if (typeof value !== 'object' || Array.isArray(value)) throw new NotSo();
    const given = value as Record<string, unknown>;
    const result: Record<string, unknown> = {};
    let found = 0;
    for (const { name, defaultValue, needed, coerce } of fields) {
      const item = Object.hasOwn(given, name) ? given[name] : undefined;
      if (item !== undefined) {
        found += 1;
        result[name] = coerce(item);
      } else if (defaultValue !== undefined) result[name] = defaultValue;
      else if (needed) throw new NotSo();
    }
    if (Object.keys(given).length > found) throw new NotSo();
    if (type.isOneOf && (found !== 1 || Object.values(result)[0] == null)) throw new NotSo();
    return result;
  };
}
