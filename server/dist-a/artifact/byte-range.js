'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.rangeOf = rangeOf;
/**
 * What a `Range` header asks of a file of `size` bytes (RFC 9110, section 14): one range; null for the whole, which is also
 * the answer to several ranges and to headers that make no sense; `UNSATISFIABLE` when it lies behind the end.
 */
function rangeOf(header, size) {
  const parts = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '');
  if (!parts) return null;
  const [, first = '', last = ''] = parts;
  if (first === '' && last === '') return null;
  if (first === '') {
    const length = Math.min(Number(last), size);
    return length === 0 ? 'UNSATISFIABLE' : { start: size - length, end: size };
  }
  const start = Number(first);
  if (last !== '' && Number(last) < start) return null;
  if (start >= size) return 'UNSATISFIABLE';
  return { start, end: last === '' ? size : Math.min(Number(last) + 1, size) };
}
//# sourceMappingURL=byte-range.js.map
