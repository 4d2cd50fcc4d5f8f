'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.isIllFormed = void 0;
exports.findIllFormed = findIllFormed;
/** Text that PostgreSQL or UTF-8 cannot hold: a NUL character, or half a surrogate pair. */
const isIllFormed = (text) => text.includes('\0') || /\p{Surrogate}/u.test(text);
exports.isIllFormed = isIllFormed;
/** Where ill-formed text stands in a client's values: the path to the first, or null. */
function findIllFormed(value, path = []) {
  if (typeof value === 'string') return (0, exports.isIllFormed)(value) ? path : null;
  if (value === null || typeof value !== 'object') return null;
  for (const [key, item] of Object.entries(value)) {
    const found = findIllFormed(item, [...path, key]);
    if (found) return found;
  }
  return null;
}
//# sourceMappingURL=text.js.map
