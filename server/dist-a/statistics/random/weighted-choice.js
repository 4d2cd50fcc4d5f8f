'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.weightedChoice = weightedChoice;
/**
 * Draws index i with probability weights[i] / sum, in constant time: Walker's alias method (1977).
 * @param weights at least one, all >= 0, not all 0
 */
function weightedChoice(weights, random) {
  const count = weights.length;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const keep = Float64Array.from(weights, (weight) => (weight / total) * count);
  const alias = Int32Array.from(weights, (_, i) => i);
  const small = [];
  const large = [];
  for (const [i, share] of keep.entries()) (share < 1 ? small : large).push(i);
  while (small.length > 0 && large.length > 0) {
    const low = small.pop();
    const high = large.at(-1);
    alias[low] = high;
    keep[high] = keep[high] - (1 - keep[low]);
    if (keep[high] < 1) small.push(large.pop());
  }
  for (const i of [...small, ...large]) keep[i] = 1;
  return () => {
    const u = random() * count;
    const i = u | 0;
    return u - i < keep[i] ? i : alias[i];
  };
}
//# sourceMappingURL=weighted-choice.js.map
