import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  getIntrospectionQuery,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionSetNode,
} from 'graphql';

/**
 * What an operation asks the schema about itself, in values, and the most it may: what GraphiQL and code generators ask, which
 * is everything, once. Aliases would otherwise have the whole schema printed thirty times over.
 */
export function measureIntrospection(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): { readonly values: number; readonly most: number } {
  const { rows, most } = measured.get(schema) ?? measureSchema(schema);
  return { values: valuesAsked(document, operation, rows), most };
}

interface Measured {
  readonly rows: Rows;
  readonly most: number;
}

/** Once for a schema: every operation asks. */
const measured = new WeakMap<GraphQLSchema, Measured>();

function measureSchema(schema: GraphQLSchema): Measured {
  const everything = parse(
    getIntrospectionQuery({
      specifiedByUrl: true,
      directiveIsRepeatable: true,
      schemaDescription: true,
      inputValueDeprecation: true,
      oneOf: true,
    }),
  );
  const rows = meanRows(schema);
  const most = valuesAsked(everything, everything.definitions[0] as OperationDefinitionNode, rows);
  measured.set(schema, { rows, most });
  return { rows, most };
}

/** Descriptions are most of what a schema says of itself. */
const weightOf = (field: string): number => (field === 'description' ? 10 : 1);

type Rows = Readonly<Record<string, number>>;

/** Each fragment is measured once, however often it is spread. */
function valuesAsked(document: DocumentNode, operation: OperationDefinitionNode, rows: Rows): number {
  const fragments = new Map(
    document.definitions
      .filter((one): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION)
      .map((one) => [one.name.value, one.selectionSet]),
  );
  const known = new Map<SelectionSetNode, number>();
  const below = (set: SelectionSetNode | undefined, isRoot: boolean): number => {
    if (!set) return 0;
    const remembered = known.get(set);
    if (remembered !== undefined) return remembered;
    known.set(set, 0);
    let values = 0;
    for (const selection of set.selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD)
        values += below(fragments.get(selection.name.value), isRoot);
      else if (selection.kind === Kind.INLINE_FRAGMENT) values += below(selection.selectionSet, isRoot);
      else if (!isRoot || selection.name.value === '__schema' || selection.name.value === '__type')
        values +=
          weightOf(selection.name.value) +
          (rows[selection.name.value] ?? 1) * below(selection.selectionSet, false);
    }
    known.set(set, values);
    return values;
  };
  return below(operation.selectionSet, true);
}

/** How many rows each list of introspection has in this schema, in the mean. */
function meanRows(schema: GraphQLSchema): Rows {
  const types = Object.values(schema.getTypeMap());
  const fields = types.flatMap((type) =>
    isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [],
  );
  const perType = (rows: (type: (typeof types)[number]) => number): number =>
    types.reduce((sum, type) => sum + rows(type), 0) / types.length;
  return {
    types: types.length,
    directives: schema.getDirectives().length,
    fields: fields.length / types.length,
    args: fields.reduce((sum, { args }) => sum + args.length, 0) / Math.max(fields.length, 1),
    inputFields: perType((type) => (isInputObjectType(type) ? Object.keys(type.getFields()).length : 0)),
    enumValues: perType((type) => (isEnumType(type) ? type.getValues().length : 0)),
    interfaces: perType((type) => (isObjectType(type) ? type.getInterfaces().length : 0)),
    possibleTypes: perType((type) =>
      isInterfaceType(type) || isUnionType(type) ? schema.getPossibleTypes(type).length : 0,
    ),
  };
}
