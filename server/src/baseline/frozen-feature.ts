import type { FeatureKind } from '../signature/signature';
import type { CategoricalBinning } from '../statistics/binning/categorical-binning';
import type { NumericBinning } from '../statistics/binning/numeric-binning';

/** A feature, or the output, as a baseline keeps it: plain JSON, never recomputed. */
export interface FrozenFeature {
  readonly name: string;
  readonly kind: FeatureKind;
  /** BOOLEAN has the categories `false` and `true`. */
  readonly binning: NumericBinning | CategoricalBinning;
  /** Values by bin: one more than edges, or one per category and the unseen bin last. */
  readonly counts: readonly number[];
  /** Rows where it was null or left out. */
  readonly missing: number;
  /** Rows where it was NaN or infinite; 0 for labels. */
  readonly nonFinite: number;
  /** Of the finite values; null for labels, without values, or where a sum left the range of doubles. */
  readonly mean: number | null;
  /** n - 1 in the variance; null with fewer than two. */
  readonly standardDeviation: number | null;
  readonly min: number | null;
  readonly max: number | null;
}

/** What of an output is counted: its number, the probability of the positive label, or its label. */
export type OutputMeasure = 'NUMBER' | 'POSITIVE_PROBABILITY' | 'LABEL';

export interface FrozenOutput extends FrozenFeature {
  readonly name: 'output';
  readonly of: OutputMeasure;
}
