import type { Confusion } from '../statistics/quality/confusion';
import type { ProbabilitySums } from '../statistics/quality/probability-sums';
import type { RegressionSums } from '../statistics/quality/regression-sums';
import type { ScoreHistogram } from '../statistics/quality/score-histogram';

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
  /** In the order of the signature. */
  readonly features: readonly FeatureMaterial[];
  /** Null when neither side has one. */
  readonly output: FeatureMaterial | null;
  readonly baseline: BaselineMaterial;
  /** Null for tasks without metrics. */
  readonly quality: QualityMaterial | null;
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
  readonly kind: 'NUMBER' | 'INTEGER' | 'BOOLEAN' | 'CATEGORY' | 'TEXT';
  /** Null without a baseline, and for free text. */
  readonly reference: Binned | null;
  /** Null where nothing was counted: without bins there is only `missing` to know. */
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
  | { readonly state: 'READY'; readonly quality: QualityMaterial | null };

export type QualityMaterial =
  | { readonly task: 'REGRESSION'; readonly sums: RegressionSums }
  | {
      readonly task: 'BINARY_CLASSIFICATION';
      readonly confusion: Confusion;
      readonly probabilities: ProbabilitySums;
      readonly scores: ScoreHistogram;
    };

/** Values, missing and not finite ones. */
export const rowsOf = ({ counts, missing, nonFinite }: Binned): number =>
  counts.reduce((sum, count) => sum + count, missing + nonFinite);
