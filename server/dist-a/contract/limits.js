'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.checkOperation = checkOperation;
const graphql_1 = require('graphql');
const graphql_query_complexity_1 = require('graphql-query-complexity');
const service_error_1 = require('./service-error');
/**
 * The one check of an operation for both doors, after GraphQL's own validation: what depends on variables cannot be a
 * validation rule, because documents are validated once and then remembered.
 */
function checkOperation(schema, document, operation, variables, limits) {
  const measured = measure(document, operation);
  const isMutation = operation.operation === 'mutation';
  const mostRoots = isMutation ? limits.mutationRootFields : limits.rootFields;
  refuseBeyond('aliases', measured.aliases, limits.aliases);
  refuseBeyond(isMutation ? 'mutations in one request' : 'root fields', measured.rootFields, mostRoots);
  if (measured.isIntrospection) return;
  refuseBeyond('levels of depth', measured.depth, limits.depth);
  const complexity = worstCase(schema, document, operation, variables);
  refuseBeyond('fields by worst case', complexity, limits.complexity);
}
function worstCase(schema, query, operation, variables) {
  try {
    return (0, graphql_query_complexity_1.getComplexity)({
      schema,
      query,
      variables,
      operationName: operation.name?.value,
      estimators: [byPage],
    });
  } catch (error) {
    // The library gives up on documents whose fragments multiply beyond 10,000 nodes.
    throw new service_error_1.ServiceError(
      'TOO_COMPLEX',
      `The operation cannot be measured: ${error.message}`,
      {
        cause: error,
      },
    );
  }
}
const refuseBeyond = (what, is, most) => {
  if (is > most)
    throw new service_error_1.ServiceError(
      'TOO_COMPLEX',
      `The operation has ${is} ${what}; the most is ${most}. Ask for less at once.`,
    );
};
/** A field counts one, and what lies below a paged field counts once per row it may have. */
const byPage = ({ args, childComplexity }) => {
  const rows = typeof args.first === 'number' ? Math.min(Math.max(args.first, 1), 100) : 1;
  return 1 + rows * childComplexity;
};
/** Fragments count where they are spread: each is measured once and its measure reused, so that nesting them cannot cost more than reading them. */
function measure(document, operation) {
  const fragments = new Map(
    document.definitions
      .filter((definition) => definition.kind === graphql_1.Kind.FRAGMENT_DEFINITION)
      .map((definition) => [definition.name.value, definition.selectionSet]),
  );
  const known = new Map();
  const walk = (set) => {
    const remembered = known.get(set);
    if (remembered) return remembered;
    const total = { depth: 0, aliases: 0, fields: 0, introspective: 0 };
    known.set(set, total);
    for (const selection of set.selections) {
      if (selection.kind === graphql_1.Kind.FIELD) {
        total.fields += 1;
        total.introspective += selection.name.value.startsWith('__') ? 1 : 0;
        total.aliases += isAliased(selection) ? 1 : 0;
        const below = selection.selectionSet ? walk(selection.selectionSet) : undefined;
        total.aliases += below?.aliases ?? 0;
        total.depth = Math.max(total.depth, 1 + (below?.depth ?? 0));
        continue;
      }
      const inner =
        selection.kind === graphql_1.Kind.INLINE_FRAGMENT
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
const isAliased = (field) => field.alias !== undefined && field.alias.value !== field.name.value;
//# sourceMappingURL=limits.js.map
