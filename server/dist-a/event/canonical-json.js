'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.canonicalJson = canonicalJson;
/**
 * JSON as RFC 8785 writes it: keys in UTF-16 order, no white space, ECMAScript's own text for numbers and strings. The
 * same value gives the same bytes whatever the order it was built in.
 */
function canonicalJson(value) {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`;
}
//# sourceMappingURL=canonical-json.js.map
