'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.countPair = countPair;
function sum(counts) {
  let total = 0;
  for (const count of counts) total += count;
  return total;
}
function check(counts, name) {
  for (const [bin, count] of counts.entries()) {
    if (!Number.isSafeInteger(count) || count < 0) {
      throw new RangeError(`${name} count of bin ${bin} must be a whole number of at least 0, got ${count}`);
    }
  }
}
/**
 * Pairs two count vectors.
 *
 * @throws RangeError when the lengths differ (the two were binned differently: no number could be true of
 *   them) or a count is negative, fractional or not finite
 */
function countPair(reference, current) {
  if (reference.length !== current.length) {
    throw new RangeError(`reference has ${reference.length} bins and current ${current.length}`);
  }
  check(reference, 'reference');
  check(current, 'current');
  const n = sum(reference);
  const m = sum(current);
  return {
    reference,
    current,
    pooled: reference.map((count, bin) => count + (current[bin] ?? 0)),
    n,
    m,
    total: n + m,
  };
}
//# sourceMappingURL=counts.js.map
