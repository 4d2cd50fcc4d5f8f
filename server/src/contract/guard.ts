import { getDirective, MapperKind, mapSchema } from '@graphql-tools/utils';
import {
  defaultFieldResolver,
  type GraphQLFieldConfig,
  type GraphQLFieldResolver,
  type GraphQLSchema,
} from 'graphql';
import { includesRole, type Role } from './actor';
import type { Request } from './request';
import { ServiceError } from './service-error';
import { findIllFormed } from './text';
import { NotFoundError, Refusal } from './user-error';

type FieldConfig = GraphQLFieldConfig<unknown, Request>;

/**
 * Guards every root field for both doors: the role that the SDL requires, text that no database can hold, and the turning
 * of refusals into `userErrors` for mutations, into top-level errors for the others. A root field without `@requires` is a defect: it throws here.
 */
export const guardContract = (schema: GraphQLSchema): GraphQLSchema =>
  mapSchema(schema, {
    [MapperKind.QUERY_ROOT_FIELD]: (config: FieldConfig, name) => ({
      ...config,
      resolve: refusingAtTop(guarded(schema, name, config, config.resolve ?? defaultFieldResolver)),
    }),
    [MapperKind.MUTATION_ROOT_FIELD]: (config: FieldConfig, name) => ({
      ...config,
      resolve: answeringRefusals(guarded(schema, name, config, config.resolve ?? defaultFieldResolver)),
    }),
    [MapperKind.SUBSCRIPTION_ROOT_FIELD]: (config: FieldConfig, name) => ({
      ...config,
      subscribe: refusingAtTop(guarded(schema, name, config, config.subscribe ?? defaultFieldResolver)),
    }),
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
    const path = findIllFormed(judgedByItem ? without(args, judgedByItem) : args);
    if (path)
      throw new ServiceError(
        'BAD_REQUEST',
        `${path.join('.')} holds a NUL character or half a surrogate pair, which cannot be kept as text.`,
      );
    return resolve(source, args, request, info);
  };
}

const without = (args: { input?: Record<string, unknown> }, items: string) => ({
  ...args,
  input: { ...args.input, [items]: null },
});

const answeringRefusals =
  (resolve: Resolver): Resolver =>
  async (source, args, request, info) => {
    try {
      return await resolve(source, args, request, info);
    } catch (error) {
      if (error instanceof Refusal) return { replayed: false, userErrors: error.errors };
      throw error;
    }
  };

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
