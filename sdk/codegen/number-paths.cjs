const { getNamedType, isCompositeType, isListType, isNonNullType, Kind } = require('graphql');

/**
 * Where `Number` values stand in the answer to an operation, as `versions.nodes[].metrics[].value`: the keys are those of
 * the answer (aliases), `[]` marks a list. Only there may the SDK read "NaN" as a number; elsewhere it is somebody's text.
 * GraphQL's own rule that fields under one key have one scalar type makes a path safe across the members of a union.
 */
function numberPaths(schema, operation, fragments) {
  const found = new Set();
  const walk = (set, parent, prefix) => {
    for (const selection of set.selections) {
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        const on = selection.typeCondition ? schema.getType(selection.typeCondition.name.value) : parent;
        walk(selection.selectionSet, on, prefix);
      } else if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = fragments.get(selection.name.value);
        walk(fragment.selectionSet, schema.getType(fragment.typeCondition.name.value), prefix);
      } else if (!selection.name.value.startsWith('__')) {
        const { type } = parent.getFields()[selection.name.value];
        const path = [...prefix, `${(selection.alias ?? selection.name).value}${brackets(type)}`];
        const named = getNamedType(type);
        if (named.name === 'Number') found.add(path.join('.'));
        else if (isCompositeType(named)) walk(selection.selectionSet, named, path);
      }
    }
  };
  walk(operation.selectionSet, schema.getRootType(operation.operation), []);
  return [...found].sort();
}

function brackets(type) {
  if (isNonNullType(type)) return brackets(type.ofType);
  return isListType(type) ? `[]${brackets(type.ofType)}` : '';
}

module.exports = { numberPaths };
