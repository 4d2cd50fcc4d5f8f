const operations = require('@graphql-codegen/typescript-operations');
const { concatAST, Kind } = require('graphql');
const { comment } = require('./comment.cjs');

/** The types of typescript-operations, with the descriptions of the SDL on those that come from fragments. */
async function plugin(schema, files, config, info) {
  const made = await operations.plugin(schema, files, config, info);
  const fragments = new Map(
    concatAST(files.map((file) => file.document))
      .definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION)
      .map((one) => [one.name.value, one]),
  );
  return { ...made, content: described(made.content, schema, fragments) };
}

// A fragment on an interface or a union becomes a type for each member, named `Fragment_Member`; one that spreads others
// becomes an intersection, `({ its own fields } & Other)`.
const described = (content, schema, fragments) =>
  content.replace(
    /^(?:export )?type (\w+?)(?:_(\w+))? = (?:\(\n {2})?\{\n[\s\S]*?^\}/gm,
    (block, name, member) => {
      const fragment = fragments.get(name);
      if (!fragment) return block;
      const type = schema.getType(member ?? fragment.typeCondition.name.value);
      const keys = fieldsByKey(fragment.selectionSet);
      const body = block.replace(/^ {2}readonly (\w+)/gm, (line, key) => {
        const field = type.getFields?.()[keys.get(key)];
        return field?.description ? `${comment(field.description, '  ')}\n${line}` : line;
      });
      return type.description ? `${comment(type.description)}\n${body}` : body;
    },
  );

/** Which field stands under which key of the answer. */
function fieldsByKey({ selections }, found = new Map()) {
  for (const one of selections) {
    if (one.kind === Kind.FIELD) found.set((one.alias ?? one.name).value, one.name.value);
    if (one.kind === Kind.INLINE_FRAGMENT) fieldsByKey(one.selectionSet, found);
  }
  return found;
}

module.exports = { plugin, validate: operations.validate };
