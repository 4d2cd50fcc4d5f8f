'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.nullWhenMissing = exports.guardContract = void 0;
const utils_1 = require('@graphql-tools/utils');
const graphql_1 = require('graphql');
const actor_1 = require('./actor');
const service_error_1 = require('./service-error');
const text_1 = require('./text');
const user_error_1 = require('./user-error');
/**
 * Guards every root field for both doors: the role that the SDL requires, text that no database can hold (in the arguments
 * of other fields too), and the turning of refusals into `userErrors` for mutations, into top-level errors for the others.
 * A root field without `@requires` is a defect: it throws here.
 */
const guardContract = (schema) =>
  (0, utils_1.mapSchema)(schema, {
    [utils_1.MapperKind.QUERY_ROOT_FIELD]: (config, name) => ({
      ...config,
      resolve: refusingAtTop(guarded(schema, name, config, config.resolve ?? graphql_1.defaultFieldResolver)),
    }),
    [utils_1.MapperKind.MUTATION_ROOT_FIELD]: (config, name) => ({
      ...config,
      resolve: answeringRefusals(
        config,
        guarded(schema, name, config, config.resolve ?? graphql_1.defaultFieldResolver),
      ),
    }),
    [utils_1.MapperKind.SUBSCRIPTION_ROOT_FIELD]: (config, name) => ({
      ...config,
      subscribe: refusingAtTop(
        guarded(schema, name, config, config.subscribe ?? graphql_1.defaultFieldResolver),
      ),
    }),
    [utils_1.MapperKind.OBJECT_FIELD]: (config) => {
      if (Object.keys(config.args ?? {}).length === 0) return config;
      const resolve = config.resolve ?? graphql_1.defaultFieldResolver;
      return {
        ...config,
        resolve: (source, args, request, info) => {
          refuseIllFormed(args);
          return resolve(source, args, request, info);
        },
      };
    },
  });
exports.guardContract = guardContract;
function guarded(schema, name, config, resolve) {
  const least = (0, utils_1.getDirective)(schema, config, 'requires')?.[0]?.role;
  if (!least)
    throw new Error(
      `The root field ${name} says nowhere who may use it: give it @requires(role: …) in schema/.`,
    );
  const judgedByItem = (0, utils_1.getDirective)(schema, config, 'bulk')?.[0]?.items;
  return (source, args, request, info) => {
    if (!(0, actor_1.includesRole)(request.actor.role, least)) {
      throw new service_error_1.ServiceError(
        'FORBIDDEN',
        `${name} needs the role ${least}; this token has ${request.actor.role}.`,
      );
    }
    refuseIllFormed(judgedByItem ? without(args, judgedByItem) : args);
    return resolve(source, args, request, info);
  };
}
function refuseIllFormed(args) {
  const path = (0, text_1.findIllFormed)(args);
  if (!path) return;
  throw new service_error_1.ServiceError(
    'BAD_REQUEST',
    `${path.join('.')} holds a NUL character or half a surrogate pair, which cannot be kept as text.`,
  );
}
const without = (args, items) => ({
  ...args,
  input: { ...args.input, [items]: null },
});
function answeringRefusals(config, resolve) {
  const nothing = nothingOf(config);
  return async (source, args, request, info) => {
    try {
      return await resolve(source, args, request, info);
    } catch (error) {
      if (error instanceof user_error_1.Refusal) return { ...nothing, userErrors: error.errors };
      throw error;
    }
  };
}
/** What a payload says of a mutation that did nothing: false, zero and empty lists wherever it may not be null. */
function nothingOf({ type }) {
  const payload = (0, graphql_1.getNamedType)(type);
  if (!(0, graphql_1.isObjectType)(payload)) return {};
  const fields = Object.values(payload.getFields()).filter((field) =>
    (0, graphql_1.isNonNullType)(field.type),
  );
  return Object.fromEntries(
    fields.map(({ name, type: fieldType }) => {
      if ((0, graphql_1.isListType)((0, graphql_1.getNullableType)(fieldType))) return [name, []];
      return [name, (0, graphql_1.getNamedType)(fieldType).name === 'Boolean' ? false : 0];
    }),
  );
}
const refusingAtTop = (resolve) => async (source, args, request, info) => {
  try {
    return await resolve(source, args, request, info);
  } catch (error) {
    if (!(error instanceof user_error_1.Refusal)) throw error;
    const isMissing = error.errors.every((reason) => reason instanceof user_error_1.NotFoundError);
    throw new service_error_1.ServiceError(isMissing ? 'NOT_FOUND' : 'BAD_REQUEST', error.message);
  }
};
/** For lookups: what is not there, or not in this project, is null. */
const nullWhenMissing = async (found) => {
  try {
    return await found;
  } catch (error) {
    if (
      error instanceof user_error_1.Refusal &&
      error.errors.every((reason) => reason instanceof user_error_1.NotFoundError)
    )
      return null;
    throw error;
  }
};
exports.nullWhenMissing = nullWhenMissing;
//# sourceMappingURL=guard.js.map
