'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.lag1Autocorrelation = lag1Autocorrelation;
exports.effectiveSampleSize = effectiveSampleSize;
/**
 * Lag-1 autocorrelation: Σ (x_t - x̄)(x_t+1 - x̄) / Σ (x_t - x̄)², -1..1, over rows in time order.
 *
 * NaN and infinities are gaps: they enter no mean, and pairs that touch one are left out.
 *
 * @returns null with fewer than three finite values; 0 for a constant series
 */
function lag1Autocorrelation(series) {
  const finite = series.filter(Number.isFinite);
  if (finite.length < 3) return null;
  const first = finite[0];
  if (finite.every((x) => x === first)) return 0;
  const scale = finite.reduce((largest, x) => Math.max(largest, Math.abs(x)), 0);
  const mean = finite.reduce((sum, x) => sum + x / scale / finite.length, 0);
  let [products, squares, before] = [0, 0, 0];
  for (const x of series) {
    const gap = Number.isFinite(x) ? x / scale - mean : 0;
    squares += gap * gap;
    products += gap * before;
    before = gap;
  }
  return squares > 0 ? Math.max(-1, Math.min(1, products / squares)) : 0;
}
/**
 * Number of independent rows that carry as much about a mean as n rows with lag-1 autocorrelation r (AR(1)):
 * n (1-r)/(1+r), at least 1 and at most n (a negative r is not given credit).
 *
 * @param n number of rows; 0 and anything not positive give 0
 * @param r -1..1; null or NaN is read as 0
 */
function effectiveSampleSize(n, r) {
  if (!(n > 0)) return 0;
  if (r === null || !(r > 0)) return n;
  return Math.max(1, (n * (1 - Math.min(1, r))) / (1 + Math.min(1, r)));
}
//# sourceMappingURL=autocorrelation.js.map
