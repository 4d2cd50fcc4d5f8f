import { type FeatureMaterial, rowsOf } from './material';

export interface FeatureQuality {
  readonly name: string;
  readonly count: number;
  readonly missingShare: number;
  readonly nonFiniteShare: number;
  readonly unseenShare: number | null;
  readonly baselineMissingShare: number | null;
}

/** What came in, feature by feature. Shares of nothing are 0. */
export const summariseDataQuality = (features: readonly FeatureMaterial[]): FeatureQuality[] =>
  features.map(({ name, kind, reference, current }) => {
    const count = rowsOf(current);
    const isCategory = kind === 'CATEGORY' && current.counts.length > 0;
    return {
      name,
      count,
      missingShare: share(current.missing, count),
      nonFiniteShare: share(current.nonFinite, count),
      unseenShare: isCategory ? share(current.counts.at(-1) ?? 0, count) : null,
      baselineMissingShare: reference ? share(reference.missing, rowsOf(reference)) : null,
    };
  });

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
