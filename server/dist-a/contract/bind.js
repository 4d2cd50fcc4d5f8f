'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.bindContract = bindContract;
const schema_1 = require('@graphql-tools/schema');
const type_graphql_1 = require('type-graphql');
const conformance_1 = require('./conformance');
const scalars_1 = require('./scalars');
const stream_1 = require('./stream');
/**
 * Binds resolver instances to the written contract: what is served is the SDL, and code that says anything else is
 * refused with every difference named.
 */
function bindContract(sdl, resolvers) {
  const instances = new Map(resolvers.map((resolver) => [resolver.constructor, resolver]));
  const container = {
    get: (type) => {
      const instance = instances.get(type);
      if (!instance) throw new Error(`No instance of ${type.name} was composed.`);
      return instance;
    },
  };
  const code = (0, type_graphql_1.buildSchemaSync)({
    resolvers: resolvers.map((resolver) => resolver.constructor),
    container,
    validate: false,
    scalarsMap: [
      { type: Number, scalar: scalars_1.NumberScalar },
      { type: Date, scalar: scalars_1.DateTimeScalar },
    ],
    pubSub: NO_PUBSUB,
  });
  const served = (0, schema_1.makeExecutableSchema)({
    typeDefs: sdl.map(({ text }) => text),
    resolvers: {
      ...(0, stream_1.streamingByMethod)((0, type_graphql_1.createResolversMap)(code)),
      ...SCALARS,
    },
    assumeValidSDL: false,
  });
  const found = (0, conformance_1.differences)(served, code);
  if (found.length > 0) {
    throw new Error(
      `The code does not keep the contract (- written in schema/, + found in the code):\n${found.join('\n')}`,
    );
  }
  return served;
}
const SCALARS = {
  DateTime: scalars_1.DateTimeScalar,
  JSONObject: scalars_1.JSONObjectScalar,
  Number: scalars_1.NumberScalar,
  SafeInt: scalars_1.SafeIntScalar,
};
/** Events are delivered from the log, never through type-graphql's own channel, which drops the process when a reader is slow. */
const NO_PUBSUB = {
  publish() {
    throw new Error('Events are appended to the event log, not published.');
  },
  subscribe() {
    throw new Error('Subscriptions read the event log.');
  },
};
//# sourceMappingURL=bind.js.map
