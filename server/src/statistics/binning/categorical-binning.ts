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

/** Labels that each came so often that none was likely to be missed are all there are, as far as one can tell. */
const SURELY_ALL = 5;

/** Which labels have bins, and which rows of the reference may be counted on them. */
export interface ChosenCategories {
  readonly binning: CategoricalBinning;
  readonly counted: 'ALL_ROWS' | 'SECOND_HALF';
}

/**
 * Freezes the labels of a reference that get a bin, the most frequent first; equals go by code units, so the order of rows
 * does not matter.
 *
 * Labels that are chosen because they came often, came more often in this reference than they will again: counted on the rows
 * that chose them, a baseline of 1,000 rows with 200 labels alike makes nine in ten windows without drift alarm at level
 * 0.05. So the first half of the rows chooses, and the second is counted. Where there is no choice, as every label has a bin
 * and came at least 5 times, all rows are counted.
 *
 * @param first the labels of one half of the rows, taken at random; null and undefined are left out
 * @param second those of the other
 * @param limit labels that get a bin, default 50; the rest shares the unseen bin
 */
export function chooseCategories(
  first: Iterable<Category | null | undefined>,
  second: Iterable<Category | null | undefined>,
  limit: number = DEFAULT_CATEGORIES,
): ChosenCategories {
  const ofFirst = tally(first, new Map());
  const ofAll = tally(second, new Map(ofFirst));
  const isAll = ofAll.size <= limit && Math.min(...ofAll.values()) >= SURELY_ALL;
  const ranked = [...(isAll ? ofAll : ofFirst)].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return {
    binning: { kind: 'CATEGORY', categories: ranked.slice(0, Math.max(0, limit)).map(([label]) => label) },
    counted: isAll ? 'ALL_ROWS' : 'SECOND_HALF',
  };
}

function tally(
  values: Iterable<Category | null | undefined>,
  counts: Map<string, number>,
): Map<string, number> {
  for (const value of values) {
    if (value === null || value === undefined) continue;
    const label = String(value);
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  return counts;
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
