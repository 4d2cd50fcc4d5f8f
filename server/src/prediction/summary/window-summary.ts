import type { Baseline } from '../../baseline/baseline.entity';
import type { QualitySums } from '../../baseline/quality-sums';
import type { FeatureKind } from '../../signature/signature';

/** What came in for a feature, or as output, in a window, counted on the bins of the baseline. */
export interface FeatureWindow {
  /** The feature's name, or `output`. */
  readonly name: string;
  readonly kind: FeatureKind;
  /**
   * As in the baseline: one more than its edges, or one per category and the unseen bin last. Without a frozen baseline
   * there is one bin with every finite number, or one per label that the signature knows, and the unseen bin.
   */
  readonly counts: readonly number[];
  /** Null or left out. Of the output: failed predictions are not in it, they have no output. */
  readonly missing: number;
  /** NaN or infinite; 0 for labels. */
  readonly nonFinite: number;
  /** Of the finite values; null for labels and without values. */
  readonly mean: number | null;
}

/** A version's predictions in a window by the times when they occurred, read in one snapshot. */
export interface WindowSummary {
  /** The latest one, whatever its state; its features stand in the same order as `features`. */
  readonly baseline: Baseline | null;
  /** Failed ones included. */
  readonly predictions: number;
  readonly failed: number;
  /** Predictions with an output and an actual. */
  readonly labelled: number;
  /** In milliseconds; `p95` from a histogram, within 10 %. Null where none was logged. */
  readonly latency: { readonly count: number; readonly mean: number | null; readonly p95: number | null };
  /** In the order of the signature, TEXT left out; empty without a signature. */
  readonly features: readonly FeatureWindow[];
  /** Null for tasks whose outputs are not counted yet. */
  readonly output: FeatureWindow | null;
  /** Null for tasks without metrics, and for BINARY_CLASSIFICATION without a positive label. */
  readonly quality: QualitySums | null;
  /** Mean of the output (its number, or the probability of the positive label) of each hour that had one, in order. */
  readonly hourlyOutput: readonly { readonly hour: string; readonly mean: number; readonly count: number }[];
}

/** Reads the summaries of a version; `from` and `to` stand on full hours UTC, `to` is exclusive. */
export interface ReadsSummaries {
  read(versionId: string, from: string, to: string): Promise<WindowSummary>;
}
