import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  GraphQLError,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isListType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { type ComplexityEstimator, getComplexity } from 'graphql-query-complexity';
import { measureIntrospection } from './introspection-limit';
import { ServiceError } from './service-error';

export interface OperationLimits {
  readonly depth: number;
  readonly aliases: number;
  readonly rootFields: number;
  readonly mutationRootFields: number;
  readonly complexity: number;
}

/**
 * The one check of an operation for both doors, after GraphQL's own validation: what depends on variables cannot be a
 * validation rule, because documents are validated once and then remembered.
 */
export function checkOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
  limits: OperationLimits,
): void {
  const shape = checkShape(document, operation, limits);
  const introspection = measureIntrospection(schema, document, operation);
  refuseBeyond('values of introspection', Math.ceil(introspection.values), Math.ceil(introspection.most));
  if (shape === 'INTROSPECTION') return;
  const complexity = worstCase(schema, document, operation, variables);
  refuseBeyond('fields by worst case', complexity, limits.complexity);
}

/** The part of the check that does not depend on variables, and therefore costs nothing however large they are. */
export function checkShape(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  limits: OperationLimits,
): 'INTROSPECTION' | 'OTHER' {
  const measured = measure(document, operation);
  const isMutation = operation.operation === 'mutation';
  const mostRoots = isMutation ? limits.mutationRootFields : limits.rootFields;
  refuseBeyond('aliases', measured.aliases, limits.aliases);
  refuseBeyond(isMutation ? 'mutations in one request' : 'root fields', measured.rootFields, mostRoots);
  if (measured.isIntrospection) return 'INTROSPECTION';
  refuseBeyond('levels of depth', measured.depth, limits.depth);
  return 'OTHER';
}

function worstCase(
  schema: GraphQLSchema,
  query: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
): number {
  try {
    return getComplexity({
      schema,
      query,
      variables,
      operationName: operation.name?.value,
      estimators: [byRows],
    });
  } catch (error) {
    // It coerces the variables, too: what is wrong with them is said as GraphQL says it.
    if (error instanceof GraphQLError && error.nodes) throw error;
    // The library gives up on documents whose fragments multiply beyond 10,000 nodes.
    throw new ServiceError('TOO_COMPLEX', `The operation cannot be measured: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

const refuseBeyond = (what: string, is: number, most: number): void => {
  if (is > most)
    throw new ServiceError(
      'TOO_COMPLEX',
      `The operation has ${is} ${what}; the most is ${most}. Ask for less at once.`,
    );
};

/** Rows that a list without pages is taken to have, and values that a JSONObject is taken for. */
const ROWS_UNPAGED = 10;
const VALUES_OF_JSON = 10;

/** A field counts one, or as many values as it may hold; what lies below a list counts once per row that it may have. */
const byRows: ComplexityEstimator = ({ args, type, field, childComplexity }) => {
  const below = getNamedType(field.type).name === 'JSONObject' ? VALUES_OF_JSON : childComplexity;
  if (typeof args.first === 'number') return 1 + Math.min(Math.max(args.first, 1), 100) * below;
  if (!isListType(getNullableType(field.type)) || isPageOf(type)) return Math.max(1 + childComplexity, below);
  return 1 + ROWS_UNPAGED * Math.max(below, 1);
};

/** The rows of a page were counted with its `first`. */
const isPageOf = (type: GraphQLCompositeType): boolean =>
  'getFields' in type && 'pageInfo' in type.getFields();

interface Measure {
  depth: number;
  aliases: number;
  rootFields: number;
  isIntrospection: boolean;
}

/** Fragments count where they are spread: each is measured once and its measure reused, so that nesting them cannot cost more than reading them. */
function measure(document: DocumentNode, operation: OperationDefinitionNode): Measure {
  const fragments = new Map(
    document.definitions
      .filter(
        (definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION,
      )
      .map((definition) => [definition.name.value, definition.selectionSet]),
  );
  const known = new Map<
    SelectionSetNode,
    { depth: number; aliases: number; fields: number; introspective: number }
  >();

  const walk = (
    set: SelectionSetNode,
  ): { depth: number; aliases: number; fields: number; introspective: number } => {
    const remembered = known.get(set);
    if (remembered) return remembered;
    const total = { depth: 0, aliases: 0, fields: 0, introspective: 0 };
    known.set(set, total);
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        total.fields += 1;
        total.introspective += selection.name.value.startsWith('__') ? 1 : 0;
        total.aliases += isAliased(selection) ? 1 : 0;
        const below = selection.selectionSet ? walk(selection.selectionSet) : undefined;
        total.aliases += below?.aliases ?? 0;
        total.depth = Math.max(total.depth, 1 + (below?.depth ?? 0));
        continue;
      }
      const inner =
        selection.kind === Kind.INLINE_FRAGMENT
          ? selection.selectionSet
          : fragments.get(selection.name.value);
      const below = inner ? walk(inner) : { depth: 0, aliases: 0, fields: 0, introspective: 0 };
      total.aliases += below.aliases;
      total.fields += below.fields;
      total.introspective += below.introspective;
      total.depth = Math.max(total.depth, below.depth);
    }
    return total;
  };
  const root = walk(operation.selectionSet);
  return {
    depth: root.depth,
    aliases: root.aliases,
    rootFields: root.fields,
    isIntrospection: root.introspective === root.fields,
  };
}

const isAliased = (field: FieldNode): boolean =>
  field.alias !== undefined && field.alias.value !== field.name.value;
