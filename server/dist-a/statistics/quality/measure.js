'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.Z95 = void 0;
exports.noValue = noValue;
exports.plain = plain;
exports.withError = withError;
exports.proportion = proportion;
const normal_1 = require('../special/normal');
/** The normal quantile of a two-sided 95 % interval: 1.96. */
exports.Z95 = (0, normal_1.normalQuantile)(0.975);
/** A measure that has no value. */
function noValue(reason) {
  return { value: null, low: null, high: null, reason };
}
/** A measure known without an interval. */
function plain(value) {
  return Number.isFinite(value) ? { value, low: null, high: null, reason: null } : noValue('OVERFLOW');
}
/**
 * A measure with value ± 1.96 standard errors, cut to its range.
 * A standard error that is not finite gives no interval.
 */
function withError(value, error, least, most) {
  if (!Number.isFinite(value) || !Number.isFinite(error)) return plain(value);
  const half = exports.Z95 * error;
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
function proportion(hits, of, otherwise) {
  if (!(of > 0)) return noValue(otherwise);
  const p = hits / of;
  const z2 = (exports.Z95 * exports.Z95) / of;
  const middle = (p + z2 / 2) / (1 + z2);
  const half = (exports.Z95 * Math.sqrt((p * (1 - p)) / of + z2 / (4 * of))) / (1 + z2);
  return {
    value: p,
    low: Math.max(0, Math.min(p, middle - half)),
    high: Math.min(1, Math.max(p, middle + half)),
    reason: null,
  };
}
//# sourceMappingURL=measure.js.map
