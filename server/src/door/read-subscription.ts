import {
  type DefinitionNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  Kind,
  OperationTypeNode,
  parse,
  type SelectionSetNode,
  validate,
} from 'graphql';
import { checkOperation, type OperationLimits } from '../contract/limits';
import { ServiceError } from '../contract/service-error';
import { Failures } from './failures';

export interface Asked {
  readonly query: string;
  readonly operationName?: string | null;
  readonly variables?: Record<string, unknown> | null;
}

export interface Reading {
  readonly schema: GraphQLSchema;
  readonly limits: OperationLimits;
  readonly maxTokens: number;
}

/**
 * Reads and judges an operation as the HTTP door does, with the same codes: graphql-ws would run it without any of the
 * limits, and would take queries and mutations too. Throws a `Failures` or a `ServiceError`.
 */
export function readSubscription(asked: Asked, { schema, limits, maxTokens }: Reading): DocumentNode {
  const document = parsed(asked.query, maxTokens);
  for (const definition of document.definitions) requireUnconditional(document, definition);
  const invalid = validate(schema, document);
  if (invalid.length > 0)
    throw new Failures(invalid.map((error) => coded(error, 'GRAPHQL_VALIDATION_FAILED')));
  const operation = getOperationAST(document, asked.operationName);
  if (!operation) {
    const message = asked.operationName
      ? `The document has no operation named "${asked.operationName}".`
      : 'The document has several operations; say in operationName which.';
    throw new GraphQLError(message, { extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } });
  }
  if (operation.operation !== OperationTypeNode.SUBSCRIPTION) {
    throw new ServiceError(
      'BAD_REQUEST',
      'The websocket runs subscriptions only: send queries and mutations by POST to this same address.',
    );
  }
  checkOperation(schema, document, operation, asked.variables ?? {}, limits);
  return document;
}

/** A subscription has one root field, whatever its variables say: graphql-js, its validation too, fails on another. */
function requireUnconditional(document: DocumentNode, definition: DefinitionNode): void {
  if (
    definition.kind !== Kind.OPERATION_DEFINITION ||
    definition.operation !== OperationTypeNode.SUBSCRIPTION
  )
    return;
  if (isConditional(document, definition.selectionSet, new Set()))
    throw new ServiceError(
      'BAD_REQUEST',
      'The root field of a subscription takes neither @skip nor @include.',
    );
}

/** Through fragments too, each looked at once: a document may spread them in a circle. */
function isConditional(document: DocumentNode, set: SelectionSetNode, seen: Set<SelectionSetNode>): boolean {
  if (seen.has(set)) return false;
  seen.add(set);
  return set.selections.some((selection) => {
    if (selection.directives?.some(({ name }) => name.value === 'skip' || name.value === 'include'))
      return true;
    if (selection.kind === Kind.FIELD) return false;
    const inner =
      selection.kind === Kind.INLINE_FRAGMENT
        ? selection.selectionSet
        : document.definitions.find(
            (one): one is FragmentDefinitionNode =>
              one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === selection.name.value,
          )?.selectionSet;
    return inner ? isConditional(document, inner, seen) : false;
  });
}

function parsed(query: string, maxTokens: number): DocumentNode {
  try {
    return parse(query, { maxTokens });
  } catch (error) {
    throw error instanceof GraphQLError ? coded(error, 'GRAPHQL_PARSE_FAILED') : error;
  }
}

const coded = (error: GraphQLError, code: string): GraphQLError =>
  new GraphQLError(error.message, {
    nodes: error.nodes,
    source: error.source,
    positions: error.positions,
    extensions: { ...error.extensions, code },
  });
