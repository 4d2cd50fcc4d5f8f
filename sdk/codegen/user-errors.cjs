const { concatAST, Kind } = require('graphql');
const { comment } = require('./comment.cjs');

const FRAGMENT = 'UserErrors';

/** A class for every type that implements `UserError`, with the descriptions of the SDL, and the map from `__typename`. */
function plugin(schema, files) {
  const shared = schema.getType('UserError');
  const types = [...schema.getImplementations(shared).objects].sort((a, b) => (a.name < b.name ? -1 : 1));
  const fragment = concatAST(files.map((file) => file.document)).definitions.find(
    (one) => one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === FRAGMENT,
  );
  const ownFields = (type) =>
    Object.values(type.getFields()).filter((field) => !(field.name in shared.getFields()));
  for (const type of types) {
    for (const { name } of ownFields(type)) {
      if (!selects(fragment, type.name, name))
        throw new Error(
          `The fragment ${FRAGMENT} leaves out ${type.name}.${name}: every error is read whole.`,
        );
    }
  }
  return {
    prepend: [
      `import { ModelGraphUserError, type UserErrorContext } from '../errors/user-error.js';`,
      `import type { ${FRAGMENT} } from './operations.js';`,
    ],
    content: [
      `type Reason<T extends ${FRAGMENT}['__typename']> = Extract<${FRAGMENT}, { readonly __typename: T }>;`,
      ...types.map((type) => classOf(type, ownFields(type))),
      [
        '/** The class of each type of refusal, by its `__typename`. */',
        'export const USER_ERRORS = {',
        ...types.map(({ name }) => `  ${name},`),
        '} as const;',
      ].join('\n'),
    ].join('\n\n'),
  };
}

const selects = (fragment, type, field) =>
  fragment?.selectionSet.selections.some(
    (one) =>
      one.kind === Kind.INLINE_FRAGMENT &&
      one.typeCondition?.name.value === type &&
      one.selectionSet.selections.some((inner) => inner.kind === Kind.FIELD && inner.name.value === field),
  );

const classOf = ({ name, description }, fields) =>
  [
    comment(description),
    `export class ${name} extends ModelGraphUserError {`,
    ...(fields.length > 0 ? members(name, fields) : []),
    '}',
  ].join('\n');

const members = (name, fields) => [
  ...fields.flatMap((field) => [
    comment(field.description, '  '),
    `  readonly ${field.name}: Reason<'${name}'>['${field.name}'];`,
  ]),
  '',
  '  /** Made by the SDK from an answer of the server. */',
  `  constructor(reason: Reason<'${name}'>, context: UserErrorContext) {`,
  '    super(reason, context);',
  ...fields.map((field) => `    this.${field.name} = reason.${field.name};`),
  '  }',
];

module.exports = { plugin };
