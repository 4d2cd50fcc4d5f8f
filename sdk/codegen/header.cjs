/** Says in every generated file where it comes from. */
const plugin = () => ({
  prepend: [
    '// Generated from schema/ and the .graphql documents of the SDK by `npm run codegen`: do not edit.',
  ],
  content: '',
});

module.exports = { plugin };
