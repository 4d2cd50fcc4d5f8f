'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.smallestPValue = smallestPValue;
exports.validity = validity;
const shares_1 = require('../effect/shares');
const hypergeometric_1 = require('../special/hypergeometric');
/** Beyond this no need is looked for. */
const MOST_NEEDED = 1_000_000;
/**
 * Lower bound of the p-value that m current observations can reach: `looks` times the probability of the
 * least likely table with all of them in one bin, C(r+m, m)/C(n+m, m). No p-value is below `looks` times the
 * probability of its own table.
 *
 * @param looks 2 when two tests share the level (numbers), 1 for categories
 * @returns in [0, 1]; 1 when m = 0, n = 0 or there are fewer than two bins
 */
function smallestPValue(reference, m, looks) {
  const n = (0, shares_1.total)(reference);
  if (m <= 0 || n <= 0 || reference.length < 2) return 1;
  const rarest = reference.reduce((least, r) => Math.min(least, r), Number.POSITIVE_INFINITY);
  return Math.min(1, looks * Math.exp((0, hypergeometric_1.logHypergeometric)(m, rarest + m, n + m, m)));
}
function needed(reference, level, looks) {
  const enough = (m) => smallestPValue(reference, m, looks) < level;
  let high = 1;
  while (!enough(high)) {
    high *= 2;
    if (high > MOST_NEEDED) return null;
  }
  let low = Math.floor(high / 2);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (enough(middle)) high = middle;
    else low = middle;
  }
  return high;
}
/**
 * Judges whether a comparison of these sizes can say anything at a level.
 *
 * @param reference counts per bin
 * @param m size of the current window
 * @param level the p-value below which an alarm is raised, in (0, 1)
 * @param looks 2 for numbers (W and X share the level), 1 for categories
 */
function validity(reference, m, level, looks) {
  const n = (0, shares_1.total)(reference);
  const smallest = smallestPValue(reference, m, looks);
  if (n === 0) return { code: 'NO_REFERENCE', smallestPValue: 1, currentNeeded: null };
  if (!(smallest < level)) {
    return {
      code: 'INSUFFICIENT_DATA',
      smallestPValue: smallest,
      currentNeeded: needed(reference, level, looks),
    };
  }
  return { code: m > n / 10 ? 'SMALL_REFERENCE' : 'OK', smallestPValue: smallest, currentNeeded: null };
}
//# sourceMappingURL=validity.js.map
