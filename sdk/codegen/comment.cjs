/** A description of the SDL as a TSDoc comment. */
function comment(description, indent = '') {
  const lines = (description ?? '').replaceAll('*/', '*\\/').split('\n');
  if (lines.length === 1) return `${indent}/** ${lines[0]} */`;
  return [`${indent}/**`, ...lines.map((line) => `${indent} * ${line}`.trimEnd()), `${indent} */`].join('\n');
}

module.exports = { comment };
