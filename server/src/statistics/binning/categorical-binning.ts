/** Categories that get a bin of their own by default. */
export const DEFAULT_CATEGORIES = 50;

/** What a category may arrive as; compared by its text, so that 1 and "1" are the same. */
export type Category = string | number | boolean;

/** Frozen bins of a category. Plain JSON: stored with a baseline, never recomputed. */
export interface CategoricalBinning {
  readonly kind: 'CATEGORY';
  /** Categories with a bin each, most frequent first. */
  readonly categories: readonly string[];
}

/** What is kept of many categories. Plain JSON; summaries on one binning add up field by field. */
export interface CategoricalSummary {
  /** One count per category, then the unseen bin: everything else, new or too rare for a bin. */
  counts: number[];
  /** Absent values: null or undefined. */
  missing: number;
}

/**
 * Freezes the most frequent categories of a reference; equals go by code units, so the order of rows does
 * not matter.
 *
 * @param values null and undefined are left out
 * @param limit categories that get a bin, default 50; the rest shares the unseen bin
 */
export function categoricalBinning(
  values: Iterable<Category | null | undefined>,
  limit: number = DEFAULT_CATEGORIES,
): CategoricalBinning {
  const counts = new Map<string, number>();
  for (const value of values) {
    if (value === null || value === undefined) continue;
    const key = String(value);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const ranked = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return { kind: 'CATEGORY', categories: ranked.slice(0, Math.max(0, limit)).map(([key]) => key) };
}

/** A summary of nothing. */
export function emptyCategoricalSummary(binning: CategoricalBinning): CategoricalSummary {
  return { counts: new Array<number>(binning.categories.length + 1).fill(0), missing: 0 };
}

/** A function that counts values into summaries on one binning, in place; it indexes the categories once. */
export function categoryCounter(
  binning: CategoricalBinning,
): (summary: CategoricalSummary, value: Category | null | undefined) => void {
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
export function mergeCategoricalSummaries(a: CategoricalSummary, b: CategoricalSummary): CategoricalSummary {
  if (a.counts.length !== b.counts.length) throw new RangeError('summaries are on different bins');
  return {
    counts: a.counts.map((count, bin) => count + (b.counts[bin] ?? 0)),
    missing: a.missing + b.missing,
  };
}
