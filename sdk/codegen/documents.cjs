const { concatAST, isInputObjectType, Kind, print, typeFromAST, getNamedType, visit } = require('graphql');
const { numberPaths } = require('./number-paths.cjs');

/** A typed document for every operation, with what the transport must know of it. */
function plugin(schema, files) {
  const { definitions } = concatAST(files.map((file) => file.document));
  const fragments = new Map(
    definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION).map((one) => [one.name.value, one]),
  );
  const operations = definitions
    .filter((one) => one.kind === Kind.OPERATION_DEFINITION)
    .sort((a, b) => (a.name.value < b.name.value ? -1 : 1));
  return {
    prepend: [
      `import { TypedDocument } from '../transport/typed-document.js';`,
      `import type * as types from './operations.js';`,
    ],
    content: [
      ...[...fragments.values()]
        .sort((a, b) => (a.name.value < b.name.value ? -1 : 1))
        .map((fragment) => `const ${constant(fragment.name.value)} = \`${text(fragment)}\`;`),
      ...operations.map((operation) => documentOf(schema, operation, fragments)),
    ].join('\n\n'),
  };
}

/** A definition inside a template literal. */
const text = (definition) => print(definition).replace(/[\\`]|\$\{/g, '\\$&');

const constant = (fragment) => `${fragment[0].toLowerCase()}${fragment.slice(1)}Fragment`;

function documentOf(schema, operation, fragments) {
  const name = operation.name.value;
  if (operation.selectionSet.selections.length !== 1) {
    throw new Error(`${name} asks for several root fields: a document of the SDK has exactly one.`);
  }
  const used = [...spreads(operation, fragments)].sort().map((fragment) => `\n\${${constant(fragment)}}`);
  const numbers = numberPaths(schema, operation, fragments).map((path) => `'${path}'`);
  return [
    `export const ${name} = new TypedDocument<types.${name}, types.${name}Variables>({`,
    `  kind: '${operation.operation}',`,
    `  text: \`${text(operation)}${used.join('')}\`,`,
    `  takesKey: ${takesKey(schema, operation)},`,
    `  numbers: [${numbers.join(', ')}],`,
    '});',
  ].join('\n');
}

/** The fragments that a definition spreads, and those that they spread. */
function spreads(definition, fragments, found = new Set()) {
  visit(definition, {
    FragmentSpread({ name: { value } }) {
      if (found.has(value)) return;
      found.add(value);
      spreads(fragments.get(value), fragments, found);
    },
  });
  return found;
}

/** Whether the input of a mutation has a place for an idempotency key. */
function takesKey(schema, operation) {
  const input = operation.variableDefinitions.find(({ variable }) => variable.name.value === 'input');
  const type = input && getNamedType(typeFromAST(schema, input.type));
  return (
    operation.operation === 'mutation' && isInputObjectType(type) && 'idempotencyKey' in type.getFields()
  );
}

module.exports = { plugin };
