import { getDirective, MapperKind, mapSchema } from '@graphql-tools/utils';
import {
  defaultFieldResolver,
  GraphQLError,
  type GraphQLFieldConfig,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { includesRole, type Role } from './actor';
import { findTooLarge, TOO_LARGE_WHY } from './json-object';
import type { Request } from './request';
import { ServiceError } from './service-error';
import { findIllFormed } from './text';
import { NotFoundError, Refusal, ValidationError } from './user-error';

type FieldConfig = GraphQLFieldConfig<unknown, Request>;

/**
 * Guards every root field for both doors: the role that the SDL requires, text that no database can hold (in the arguments
 * of other fields too), and the turning of refusals into `userErrors` for mutations, into top-level errors for the others.
 * A root field without `@requires` is a defect: it throws here.
 */
export const guardContract = (schema: GraphQLSchema): GraphQLSchema =>
  mapSchema(schema, {
    [MapperKind.QUERY_ROOT_FIELD]: (config: FieldConfig, name) => ({
      ...config,
      resolve: refusingAtTop(guarded(schema, name, config, config.resolve ?? defaultFieldResolver)),
    }),
    [MapperKind.MUTATION_ROOT_FIELD]: (config: FieldConfig, name) => ({
      ...config,
      resolve: answeringRefusals(
        config,
        guarded(schema, name, config, config.resolve ?? defaultFieldResolver),
      ),
    }),
    [MapperKind.SUBSCRIPTION_ROOT_FIELD]: (config: FieldConfig, name) => ({
      ...config,
      subscribe: refusingAtTop(guarded(schema, name, config, config.subscribe ?? defaultFieldResolver)),
    }),
    [MapperKind.OBJECT_FIELD]: (config: FieldConfig) => {
      if (Object.keys(config.args ?? {}).length === 0) return config;
      const resolve = config.resolve ?? defaultFieldResolver;
      return {
        ...config,
        resolve: (source, args, request, info) => {
          refuseIllFormed(args);
          return resolve(source, args, request, info);
        },
      };
    },
  });

type Resolver = GraphQLFieldResolver<unknown, Request>;

function guarded(schema: GraphQLSchema, name: string, config: FieldConfig, resolve: Resolver): Resolver {
  const least = getDirective(schema, config, 'requires')?.[0]?.role as Role | undefined;
  if (!least)
    throw new Error(
      `The root field ${name} says nowhere who may use it: give it @requires(role: …) in schema/.`,
    );
  const judgedByItem = getDirective(schema, config, 'bulk')?.[0]?.items as string | undefined;
  return (source, args, request, info) => {
    if (!includesRole(request.actor.role, least)) {
      throw new ServiceError(
        'FORBIDDEN',
        `${name} needs the role ${least}; this token has ${request.actor.role}.`,
      );
    }
    const whole = judgedByItem ? without(args, judgedByItem) : args;
    refuseIllFormed(whole);
    refuseTooLarge(whole);
    return resolve(source, args, request, info);
  };
}

function refuseIllFormed(args: unknown): void {
  const path = findIllFormed(args);
  if (!path) return;
  if (path.length === 1 && path[0] === 'after')
    throw new ServiceError(
      'CURSOR_INVALID',
      'This cursor was not made by this server; begin again without `after`.',
    );
  throw new Refusal(
    new ValidationError(
      `${path.join('.')}: holds a NUL character or half a surrogate pair, which cannot be kept as text.`,
      path,
    ),
  );
}

function refuseTooLarge(args: unknown): void {
  const path = findTooLarge(args);
  if (!path) return;
  throw new GraphQLError(`${path.join('.')}: JSONObject: ${TOO_LARGE_WHY}.`, {
    extensions: { code: 'BAD_USER_INPUT' },
  });
}

const without = (args: { input?: Record<string, unknown> }, items: string) => ({
  ...args,
  input: { ...args.input, [items]: null },
});

function answeringRefusals(config: FieldConfig, resolve: Resolver): Resolver {
  const nothing = nothingOf(config);
  return async (source, args, request, info) => {
    try {
      return await resolve(source, args, request, info);
    } catch (error) {
      if (error instanceof Refusal) return { ...nothing, userErrors: error.errors };
      throw error;
    }
  };
}

/** What a payload says of a mutation that did nothing: false, zero and empty lists wherever it may not be null. */
function nothingOf({ type }: FieldConfig): Record<string, unknown> {
  const payload = getNamedType(type);
  if (!isObjectType(payload)) return {};
  const fields = Object.values(payload.getFields()).filter((field) => isNonNullType(field.type));
  return Object.fromEntries(
    fields.map(({ name, type: fieldType }) => {
      if (isListType(getNullableType(fieldType))) return [name, []];
      return [name, getNamedType(fieldType).name === 'Boolean' ? false : 0];
    }),
  );
}

const refusingAtTop =
  (resolve: Resolver): Resolver =>
  async (source, args, request, info) => {
    try {
      return await resolve(source, args, request, info);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const isMissing = error.errors.every((reason) => reason instanceof NotFoundError);
      throw new ServiceError(isMissing ? 'NOT_FOUND' : 'BAD_REQUEST', error.message);
    }
  };

/** For lookups: what is not there, or not in this project, is null. */
export const nullWhenMissing = async <T>(found: Promise<T>): Promise<T | null> => {
  try {
    return await found;
  } catch (error) {
    if (error instanceof Refusal && error.errors.every((reason) => reason instanceof NotFoundError))
      return null;
    throw error;
  }
};
