'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.benjaminiHochberg = benjaminiHochberg;
/**
 * Benjamini and Hochberg's step-up procedure (1995): keeps the expected share of false discoveries among the
 * rejected at or below the level, for independent or positively dependent tests. When nothing has drifted
 * the chance of any rejection is at most the level, however many features.
 *
 * Adjusted p of rank i is the minimum over j >= i of p(j) k / j, at most 1.
 *
 * @param pValues 0..1; NaN is read as 1
 * @param level 0..1
 */
function benjaminiHochberg(pValues, level) {
  const count = pValues.length;
  const clean = pValues.map((p) => (Number.isNaN(p) ? 1 : Math.min(1, Math.max(0, p))));
  const order = clean.map((_, i) => i).sort((a, b) => (clean[b] ?? 1) - (clean[a] ?? 1));
  const adjusted = new Array(count).fill(1);
  let least = 1;
  for (const [place, i] of order.entries()) {
    least = Math.min(least, (clean[i] ?? 1) * (count / (count - place)));
    adjusted[i] = least;
  }
  return { adjusted, rejected: adjusted.map((p) => p <= level) };
}
//# sourceMappingURL=benjamini-hochberg.js.map
