'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.lInfinity = lInfinity;
exports.hellinger = hellinger;
exports.jensenShannonDistance = jensenShannonDistance;
const shares_1 = require('./shares');
/**
 * L-infinity distance: the largest difference between two shares of one bin, 0..1.
 * Null when either side is empty. Inputs are counts or shares (>= 0).
 */
function lInfinity(reference, current) {
  const pairs = (0, shares_1.sharePairs)(reference, current);
  return pairs === null ? null : pairs.reduce((most, [p, q]) => Math.max(most, Math.abs(p - q)), 0);
}
/**
 * Hellinger distance sqrt(sum of (sqrt p - sqrt q)² / 2), 0 (equal) to 1 (nothing in common).
 * Null when either side is empty.
 */
function hellinger(reference, current) {
  const pairs = (0, shares_1.sharePairs)(reference, current);
  if (pairs === null) return null;
  const squares = pairs.reduce((sum, [p, q]) => sum + (Math.sqrt(p) - Math.sqrt(q)) ** 2, 0);
  return Math.min(1, Math.sqrt(squares / 2));
}
/**
 * Jensen-Shannon distance with logarithms of base 2: the square root of the mean Kullback-Leibler divergence
 * of both sides from their average (Lin 1991; Endres and Schindelin 2003), 0..1, defined with empty bins.
 * Null when either side is empty.
 */
function jensenShannonDistance(reference, current) {
  const pairs = (0, shares_1.sharePairs)(reference, current);
  if (pairs === null) return null;
  let sum = 0;
  for (const [p, q] of pairs) {
    const middle = (p + q) / 2;
    if (p > 0) sum += p * Math.log2(p / middle);
    if (q > 0) sum += q * Math.log2(q / middle);
  }
  return Math.sqrt(Math.min(1, Math.max(0, sum / 2)));
}
//# sourceMappingURL=divergence.js.map
