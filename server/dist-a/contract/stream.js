'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.Stream = void 0;
exports.streamingByMethod = streamingByMethod;
const type_graphql_1 = require('type-graphql');
/**
 * A subscription: the method gives the stream itself and takes its arguments as a query's method does; each item of the
 * stream is one value of the field. type-graphql's own way (a static `subscribe` and a method per item) would keep the
 * stream from the resolver's instance.
 */
const Stream = (type, options = {}) =>
  (0, type_graphql_1.Subscription)(type, {
    ...options,
    subscribe: () => {
      throw new Error('bindContract subscribes through the method.');
    },
  });
exports.Stream = Stream;
/** The resolvers with every subscription's method as its `subscribe`. */
function streamingByMethod(resolvers) {
  const fields = Object.entries(resolvers.Subscription ?? {}).map(([name, field]) => [
    name,
    { subscribe: field.resolve, resolve: (item) => item },
  ]);
  return fields.length > 0 ? { ...resolvers, Subscription: Object.fromEntries(fields) } : resolvers;
}
//# sourceMappingURL=stream.js.map
