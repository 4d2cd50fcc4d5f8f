'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.parseJsonObject = parseJsonObject;
const text_1 = require('./text');
const MOST_BYTES = 64 * 1024;
const MOST_LEVELS = 20;
/**
 * A client's map as null-prototype objects, so that a key `__proto__` is a key like any other. NaN and infinities cannot
 * come over JSON; a bare Infinity is what `JSON.parse` makes of 1e400.
 */
function parseJsonObject(value, refuse) {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) refuse('give a JSON object.');
  const copy = copyOf(value, 1, refuse);
  if (Buffer.byteLength(JSON.stringify(copy)) > MOST_BYTES)
    refuse(`give at most ${MOST_BYTES} bytes of JSON.`);
  return copy;
}
function copyOf(value, level, refuse) {
  if (level > MOST_LEVELS) refuse(`nest at most ${MOST_LEVELS} levels.`);
  if (typeof value === 'number' && !Number.isFinite(value))
    refuse('a number lies beyond IEEE doubles; write "NaN", "Infinity" or "-Infinity" as strings.');
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((item) => copyOf(item, level + 1, refuse));
  const copy = Object.create(null);
  for (const [key, item] of Object.entries(value)) {
    if ((0, text_1.isIllFormed)(key)) refuse('a key holds a NUL character or half a surrogate pair.');
    copy[key] = copyOf(item, level + 1, refuse);
  }
  return copy;
}
//# sourceMappingURL=json-object.js.map
