const operations = require('@graphql-codegen/typescript-operations');

/** The types of typescript-operations for inputs, as a program under `exactOptionalPropertyTypes` and its editor need them. */
async function plugin(schema, files, config, info) {
  const made = await operations.plugin(schema, files, config, info);
  return { ...made, content: withUndefined(onLinesOfTheirOwn(made.content)) };
}

// The members of a @oneOf input stand behind one another, where tsc loses some of their descriptions.
const onLinesOfTheirOwn = (content) =>
  content.replace(/([{;]) +(\/\*\*[\s\S]*?\*\/)\n {2}(?=readonly)/g, '$1\n  $2\n  ');

// A field with a default may be left out like any other, and so be undefined.
const withUndefined = (content) =>
  content.replace(/^( {2}readonly \w+\?: )(.+);$/gm, (line, name, type) =>
    type === 'never' || /\bundefined$|\bnever;/.test(type) ? line : `${name}${type} | undefined;`,
  );

module.exports = { plugin, validate: operations.validate };
