'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.DEFAULT_CATEGORIES = void 0;
exports.categoricalBinning = categoricalBinning;
exports.emptyCategoricalSummary = emptyCategoricalSummary;
exports.categoryCounter = categoryCounter;
exports.mergeCategoricalSummaries = mergeCategoricalSummaries;
/** Categories that get a bin of their own by default. */
exports.DEFAULT_CATEGORIES = 50;
/**
 * Freezes the most frequent categories of a reference; equals go by code units, so the order of rows does
 * not matter.
 *
 * @param values null and undefined are left out
 * @param limit categories that get a bin, default 50; the rest shares the unseen bin
 */
function categoricalBinning(values, limit = exports.DEFAULT_CATEGORIES) {
  const counts = new Map();
  for (const value of values) {
    if (value === null || value === undefined) continue;
    const key = String(value);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const ranked = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return { kind: 'CATEGORY', categories: ranked.slice(0, Math.max(0, limit)).map(([key]) => key) };
}
/** A summary of nothing. */
function emptyCategoricalSummary(binning) {
  return { counts: new Array(binning.categories.length + 1).fill(0), missing: 0 };
}
/** A function that counts values into summaries on one binning, in place; it indexes the categories once. */
function categoryCounter(binning) {
  const bins = new Map(binning.categories.map((category, bin) => [category, bin]));
  const unseen = binning.categories.length;
  return (summary, value) => {
    if (value === null || value === undefined) {
      summary.missing++;
      return;
    }
    const bin = bins.get(String(value)) ?? unseen;
    summary.counts[bin] = (summary.counts[bin] ?? 0) + 1;
  };
}
/** Summary of the union of two sets of values on the same binning. Throws RangeError on different bins. */
function mergeCategoricalSummaries(a, b) {
  if (a.counts.length !== b.counts.length) throw new RangeError('summaries are on different bins');
  return {
    counts: a.counts.map((count, bin) => count + (b.counts[bin] ?? 0)),
    missing: a.missing + b.missing,
  };
}
//# sourceMappingURL=categorical-binning.js.map
