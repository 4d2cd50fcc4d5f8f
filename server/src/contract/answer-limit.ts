import { MapperKind, mapSchema } from '@graphql-tools/utils';
import {
  defaultFieldResolver,
  type GraphQLFieldConfig,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
} from 'graphql';
import { HeldAnswers } from './held-answers';
import type { Request } from './request';
import { ServiceError } from './service-error';

export interface AnswerLimits {
  /** Of one answer. */
  readonly mostBytes: number;
  /** Of all that clients have not taken yet. */
  readonly mostBytesInAll: number;
}

/** What an item of a list weighs at the least; the maps and lists below it are weighed by themselves. */
const BYTES_OF_OBJECT = 50;
const BYTES_OF_VALUE = 10;

/**
 * Ends an answer that outgrows so many bytes of maps and lists, or for which those of others leave no room. What may be
 * asked for is limited beforehand, but a map has up to 64 KiB and some lists a thousand rows: how much it comes to only the
 * rows themselves tell. A subscription, whose events come one by one, has no such end.
 */
export function limitAnswers(
  schema: GraphQLSchema,
  { mostBytes, mostBytesInAll }: AnswerLimits,
): GraphQLSchema {
  const held = new HeldAnswers(mostBytesInAll);
  return mapSchema(schema, {
    [MapperKind.OBJECT_FIELD]: (config: GraphQLFieldConfig<unknown, Request>) => {
      const weigh = weigher(config.type);
      if (!weigh) return config;
      const resolve = config.resolve ?? defaultFieldResolver;
      return {
        ...config,
        resolve: (source, args, request, info) => {
          const found = resolve(source, args, request, info);
          const { operation } = info.operation;
          if (operation === 'subscription') return found;
          const taken = (value: unknown): unknown => {
            if (value == null) return value;
            const bytes = weigh(value);
            charge(request, bytes, mostBytes);
            // What a mutation answers has been done: to try it again would be wrong.
            if (operation === 'query') held.hold(request, bytes);
            return value;
          };
          return found instanceof Promise ? found.then(taken) : taken(found);
        },
      };
    },
  });
}

function weigher(type: GraphQLOutputType): ((value: unknown) => number) | null {
  const named = getNamedType(type);
  if (named.name === 'JSONObject') return (value) => Buffer.byteLength(JSON.stringify(value));
  if (!isListType(getNullableType(type))) return null;
  const each = isCompositeType(named) ? BYTES_OF_OBJECT : BYTES_OF_VALUE;
  return (list) => (list as readonly unknown[]).length * each;
}

function charge(request: Request, bytes: number, most: number): void {
  const answer = request.memo(limitAnswers, () => ({ bytes: 0 }));
  answer.bytes += bytes;
  if (answer.bytes > most)
    throw new ServiceError(
      'TOO_COMPLEX',
      `The answer would be larger than ${most} bytes. Ask for fewer rows at once, or leave out maps and lists.`,
    );
}
