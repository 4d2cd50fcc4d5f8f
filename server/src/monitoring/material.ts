import type { QualitySums } from '../baseline/quality-sums';
import type { FeatureKind } from '../signature/signature';

/**
 * What a report is composed from: plain data, read in one snapshot and handed to a thread of its own, so that composing
 * is a function of nothing else.
 */
export interface Material {
  readonly window: { readonly from: string; readonly to: string };
  /** Probability of a false alarm that the report may spend on drift, and again on quality. */
  readonly level: number;
  /** Failed ones included. */
  readonly predictions: number;
  readonly failed: number;
  readonly labelled: number;
  readonly latency: LatencyMaterial;
  /** In the order of the signature, free text left out. */
  readonly features: readonly FeatureMaterial[];
  /** Null when neither side has one. */
  readonly output: FeatureMaterial | null;
  readonly baseline: BaselineMaterial;
  /** Null for tasks without metrics, and for a classification that does not say which label is positive. */
  readonly quality: QualitySums | null;
  /** The values of the report on the window of the same length right before; empty without one. */
  readonly previous: readonly { readonly name: string; readonly value: number | null }[];
  /** Means of the output of the hours that had one, in order of time. */
  readonly hourlyOutput: readonly number[];
}

export interface LatencyMaterial {
  readonly count: number;
  readonly mean: number | null;
  readonly p95: number | null;
}

/** A feature on both sides, counted on the bins of the baseline. */
export interface FeatureMaterial {
  readonly name: string;
  readonly kind: `${FeatureKind}`;
  /** Null without a baseline. */
  readonly reference: Binned | null;
  readonly current: Binned;
}

export interface Binned {
  /** By bin; for labels the last one is that of unseen labels. Empty without bins. */
  readonly counts: readonly number[];
  readonly missing: number;
  readonly nonFinite: number;
  /** Null for labels, or without a finite value. */
  readonly mean: number | null;
}

export type BaselineMaterial =
  | { readonly state: 'NONE' | 'PENDING' | 'FAILED' }
  | { readonly state: 'READY'; readonly quality: QualitySums | null };

/** Values, missing and not finite ones. */
export const rowsOf = ({ counts, missing, nonFinite }: Binned): number =>
  counts.reduce((sum, count) => sum + count, missing + nonFinite);
