const operations = require('@graphql-codegen/typescript-operations');
const { concatAST, getNamedType, Kind } = require('graphql');
const { comment } = require('./comment.cjs');

/** The types of typescript-operations, with the descriptions of the SDL on what comes from fragments and from operations. */
async function plugin(schema, files, config, info) {
  const made = await operations.plugin(schema, files, config, info);
  const { definitions } = concatAST(files.map((file) => file.document));
  const named = (kind) =>
    new Map(definitions.filter((one) => one.kind === kind).map((one) => [one.name.value, one]));
  const fragments = named(Kind.FRAGMENT_DEFINITION);
  const content = describedAnswers(made.content, schema, named(Kind.OPERATION_DEFINITION));
  return { ...made, content: described(content, schema, fragments) };
}

// A fragment on an interface or a union becomes a type for each member, named `Fragment_Member`; one that spreads others
// becomes an intersection, `({ its own fields } & Other)`.
const described = (content, schema, fragments) =>
  content
    .replace(
      /^(?:export )?type (\w+?)(?:_(\w+))? = (?:\(\n {2})?\{\n[\s\S]*?^\}/gm,
      (block, name, member) => {
        const fragment = fragments.get(name);
        if (!fragment) return block;
        const type = schema.getType(member ?? fragment.typeCondition.name.value);
        const keys = fieldsByKey(fragment.selectionSet);
        const body = block.replace(/^ {2}readonly (\w+)/gm, (line, key) =>
          commented(line, type.getFields?.()[keys.get(key)?.name.value], '  '),
        );
        return commented(body, type);
      },
    )
    .replace(/^export type (\w+) =\n {2}\| /gm, (line, name) => {
      const fragment = fragments.get(name);
      return commented(line, fragment && schema.getType(fragment.typeCondition.name.value));
    });

// What is nested is told by its indentation, which the printer of typescript-operations keeps.
const describedAnswers = (content, schema, asked) =>
  content.replace(/^export type (\w+) = \{\n[\s\S]*?^\}/gm, (block, name) => {
    const operation = asked.get(name);
    if (!operation) return block;
    const root = { depth: 0, type: schema.getRootType(operation.operation), set: operation.selectionSet };
    const within = [root];
    return block.replace(/^( +)readonly (\w+)/gm, (line, indent, key) => {
      while (within.at(-1).depth >= indent.length) within.pop();
      const { type, set } = within.at(-1);
      const node = set && fieldsByKey(set).get(key);
      const field = node && type.getFields?.()[node.name.value];
      const inner = field && { type: getNamedType(field.type), set: node.selectionSet };
      within.push({ depth: indent.length, type, ...inner });
      // The root field is what the operation itself is about.
      return within.length === 2 ? line : commented(line, field, indent);
    });
  });

const commented = (text, thing, indent) =>
  thing?.description ? `${comment(thing.description, indent)}\n${text}` : text;

/** Which field stands under which key of the answer. */
function fieldsByKey({ selections }, found = new Map()) {
  for (const one of selections) {
    if (one.kind === Kind.FIELD) found.set((one.alias ?? one.name).value, one);
    if (one.kind === Kind.INLINE_FRAGMENT) fieldsByKey(one.selectionSet, found);
  }
  return found;
}

module.exports = { plugin, validate: operations.validate };
