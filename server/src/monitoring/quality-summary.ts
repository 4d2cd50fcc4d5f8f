import { type QualitySums, qualityMeasures, qualityRows } from '../baseline/quality-sums';
import { countOf } from '../statistics/quality/confusion';
import type { NoValue } from '../statistics/quality/measure';

export interface QualityMetric {
  readonly name: string;
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly baseline: number | null;
  readonly baselineLower: number | null;
  readonly baselineUpper: number | null;
  readonly previous: number | null;
  readonly reason: string | null;
  /** Rows of the window, and of the baseline, that it was computed from. */
  readonly rows: number;
  readonly baselineRows: number;
}

/** Every metric of the task, with what it was on the baseline's hold-out rows and in the window before. */
export function summariseQuality(
  current: QualitySums | null,
  baseline: QualitySums | null,
  previous: readonly { readonly name: string; readonly value: number | null }[],
): QualityMetric[] {
  if (!current) return [];
  const before = new Map(previous.map(({ name, value }) => [name, value]));
  const reference = baseline ? qualityMeasures(baseline) : {};
  const rows = qualityRows(current);
  const baselineRows = baseline ? qualityRows(baseline) : {};
  return Object.entries(qualityMeasures(current)).map(([name, { value, low, high, reason }]) => ({
    name,
    value,
    lower: low,
    upper: high,
    baseline: reference[name]?.value ?? null,
    baselineLower: reference[name]?.low ?? null,
    baselineUpper: reference[name]?.high ?? null,
    previous: before.get(name) ?? null,
    reason: reason && WHY[reason],
    rows: rows[name] ?? 0,
    baselineRows: baselineRows[name] ?? 0,
  }));
}

/** Rows with an output and an actual that the metrics are computed from. */
export function labelledRows(quality: QualitySums): number {
  return quality.task === 'REGRESSION' ? quality.sums.count : countOf(quality.confusion);
}

const WHY: Record<NoValue, string> = {
  NO_DATA:
    'No prediction of the window has what it takes: an output with an actual, and a probability where the metric needs one.',
  ONE_CLASS_ONLY: 'All actuals are of one class.',
  NO_PREDICTED_POSITIVES: 'Nothing was predicted positive.',
  NO_POSITIVES: 'No actual is positive.',
  CONSTANT_ACTUALS: 'All actuals are alike.',
  ONLY_ZERO_ACTUALS: 'Every actual is zero, or too small to divide by.',
  OVERFLOW: 'The numbers are too large to be added up.',
};
