import { normalQuantile } from '../special/normal';

/** Why a measure has no value. */
export type NoValue =
  /** No usable row: none labelled, or all with a missing or not finite number. */
  | 'NO_DATA'
  /** All actuals are of one class. */
  | 'ONE_CLASS_ONLY'
  /** Nothing was predicted positive: precision is 0/0. */
  | 'NO_PREDICTED_POSITIVES'
  /** Nothing is actually positive: recall is 0/0. */
  | 'NO_POSITIVES'
  /** All actuals are equal and not perfectly predicted: no variance to explain. */
  | 'CONSTANT_ACTUALS'
  /** Every actual is zero, or so small that its ratio overflows: no relative error. */
  | 'ONLY_ZERO_ACTUALS'
  /** A sum left the range of a double. */
  | 'OVERFLOW';

/** A measure with its 95 % interval, or a reason why there is none. Never NaN or infinite. */
export interface Measure {
  readonly value: number | null;
  /** Ends of the 95 % interval; null where none is defined (each measure says when). */
  readonly low: number | null;
  readonly high: number | null;
  readonly reason: NoValue | null;
}

/** The normal quantile of a two-sided 95 % interval: 1.96. */
export const Z95 = normalQuantile(0.975);

/** A measure that has no value. */
export function noValue(reason: NoValue): Measure {
  return { value: null, low: null, high: null, reason };
}

/** A measure known without an interval. */
export function plain(value: number): Measure {
  return Number.isFinite(value) ? { value, low: null, high: null, reason: null } : noValue('OVERFLOW');
}

/**
 * A measure with value ± 1.96 standard errors, cut to its range.
 * A standard error that is not finite gives no interval.
 */
export function withError(value: number, error: number, least: number, most: number): Measure {
  if (!Number.isFinite(value) || !Number.isFinite(error)) return plain(value);
  const half = Z95 * error;
  return {
    value,
    low: Math.max(least, value - half),
    high: Math.min(most, value + half),
    reason: null,
  };
}

/**
 * A proportion hits/of with Wilson's 95 % score interval (1927), which stays inside 0..1 and holds near its
 * ends: (p + z²/2n ± z sqrt(p(1-p)/n + z²/4n²)) / (1 + z²/n).
 *
 * @param otherwise the reason given when `of` is 0
 */
export function proportion(hits: number, of: number, otherwise: NoValue): Measure {
  if (!(of > 0)) return noValue(otherwise);
  const p = hits / of;
  const z2 = (Z95 * Z95) / of;
  const middle = (p + z2 / 2) / (1 + z2);
  const half = (Z95 * Math.sqrt((p * (1 - p)) / of + z2 / (4 * of))) / (1 + z2);
  return {
    value: p,
    low: Math.max(0, Math.min(p, middle - half)),
    high: Math.min(1, Math.max(p, middle + half)),
    reason: null,
  };
}
