import type { DocumentNode } from 'graphql';
import { ConfigurationError } from '../errors/service-errors.js';
import type { CallOptions } from './call-options.js';
import type { OperationFacts, Typed } from './typed-document.js';

/** What `mg.graphql` takes: GraphQL text, a parsed document, or a typed one of any graphql-codegen mode. */
export type GraphqlDocument<Result, Variables> =
  | string
  | (Typed<Result, Variables> & (DocumentNode | { toString(): string }));

/** What follows the document: its variables, which may be left out only where it needs none, and the options of the call. */
export type GraphqlArguments<Variables> =
  Record<never, never> extends Variables
    ? [variables?: Variables | undefined, options?: CallOptions | undefined]
    : [variables: Variables, options?: CallOptions | undefined];

/**
 * What the transport must know of a document that is not the SDK's own. `canRepeat` is false for a mutation without an
 * idempotency key: if an answer is lost, a second try could do the thing twice.
 */
export async function ownOperation(
  document: GraphqlDocument<never, never>,
  variables: { readonly input?: unknown } = {},
  options: CallOptions = {},
): Promise<{ operation: OperationFacts; canRepeat: boolean }> {
  const text = await textOf(document);
  const kind = isMutation(text) ? 'mutation' : 'query';
  const input = variables.input as { readonly idempotencyKey?: unknown } | null | undefined;
  const takesKey =
    kind === 'mutation' &&
    options.idempotencyKey !== undefined &&
    typeof input === 'object' &&
    input !== null;
  if (options.idempotencyKey !== undefined && kind === 'mutation' && !takesKey)
    throw new ConfigurationError(
      'There is no place for the idempotencyKey: the mutation must take it in a variable `input`, an object.',
    );
  const canRepeat = kind === 'query' || takesKey || input?.idempotencyKey != null;
  return { operation: { kind, text, takesKey, numbers: [] }, canRepeat };
}

async function textOf(document: GraphqlDocument<never, never>): Promise<string> {
  if (typeof document === 'string' || !('definitions' in document)) return document.toString();
  const { print } = await import('graphql');
  return print(document);
}

// A query that merely mentions the word counts as a mutation: it is then not repeated by itself, which harms nothing.
const isMutation = (text: string): boolean => /\bmutation\b/.test(text);
