import { makeExecutableSchema } from '@graphql-tools/schema';
import { buildSchema, type GraphQLSchema } from 'graphql';
import { buildSchemaSync, type ContainerType, createResolversMap, type NonEmptyArray } from 'type-graphql';
import { type AnswerLimits, limitAnswers } from './answer-limit';
import { differences } from './conformance';
import { DateTimeScalar, JSONObjectScalar, NumberScalar, SafeIntScalar } from './scalars';
import { streamingByMethod } from './stream';

type ResolverClass = new (...args: never[]) => object;

/**
 * Binds resolver instances to the written contract: what is served is the SDL, and code that says anything else is
 * refused with every difference named.
 */
export function bindContract(
  sdl: readonly { file: string; text: string }[],
  resolvers: readonly object[],
  answerLimits: AnswerLimits,
): GraphQLSchema {
  const instances = new Map<unknown, object>(resolvers.map((resolver) => [resolver.constructor, resolver]));
  const container: ContainerType = {
    get: (type) => {
      const instance = instances.get(type);
      if (!instance) throw new Error(`No instance of ${type.name} was composed.`);
      return instance;
    },
  };
  const code = buildSchemaSync({
    resolvers: resolvers.map((resolver) => resolver.constructor) as unknown as NonEmptyArray<ResolverClass>,
    container,
    validate: false,
    scalarsMap: [
      { type: Number, scalar: NumberScalar },
      { type: Date, scalar: DateTimeScalar },
    ],
    pubSub: NO_PUBSUB,
  });
  // Tools merge two definitions of one type without a word; graphql-js refuses them.
  buildSchema(sdl.map(({ text }) => text).join('\n'));
  const served = makeExecutableSchema({
    typeDefs: sdl.map(({ text }) => text),
    resolvers: { ...streamingByMethod(createResolversMap(code)), ...SCALARS },
    assumeValidSDL: false,
  });
  const found = differences(served, code);
  if (found.length > 0) {
    throw new Error(
      `The code does not keep the contract (- written in schema/, + found in the code):\n${found.join('\n')}`,
    );
  }
  return limitAnswers(served, answerLimits);
}

const SCALARS = {
  DateTime: DateTimeScalar,
  JSONObject: JSONObjectScalar,
  Number: NumberScalar,
  SafeInt: SafeIntScalar,
};

/** Events are delivered from the log, never through type-graphql's own channel, which drops the process when a reader is slow. */
const NO_PUBSUB = {
  publish(): never {
    throw new Error('Events are appended to the event log, not published.');
  },
  subscribe(): never {
    throw new Error('Subscriptions read the event log.');
  },
};
