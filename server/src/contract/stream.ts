import { type createResolversMap, Subscription } from 'type-graphql';

type ResolversMap = ReturnType<typeof createResolversMap>;

/**
 * A subscription: the method gives the stream itself and takes its arguments as a query's method does; each item of the
 * stream is one value of the field. type-graphql's own way (a static `subscribe` and a method per item) would keep the
 * stream from the resolver's instance.
 */
export const Stream = (
  type: Parameters<typeof Subscription>[0],
  options: { name?: string } = {},
): MethodDecorator =>
  Subscription(type, {
    ...options,
    subscribe: () => {
      throw new Error('bindContract subscribes through the method.');
    },
  });

/** The resolvers with every subscription's method as its `subscribe`. */
export function streamingByMethod(resolvers: ResolversMap): ResolversMap {
  const fields = Object.entries(resolvers.Subscription ?? {}).map(([name, field]) => [
    name,
    { subscribe: (field as { resolve: unknown }).resolve, resolve: (item: unknown) => item },
  ]);
  return fields.length > 0 ? { ...resolvers, Subscription: Object.fromEntries(fields) } : resolvers;
}
