'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.exitMass = exitMass;
/** Mass that arrives at c from the walk so far. */
function arriving(inside, row, c) {
  const shift = c - row.from - inside.from;
  const first = Math.max(0, shift - row.values.length + 1);
  const last = Math.min(inside.mass.length - 1, shift);
  let sum = 0;
  for (let i = first; i <= last; i++) sum += inside.mass[i] * row.values[shift - i];
  return sum;
}
/**
 * Sums what leaves on one side, outwards. The terms are log-concave (a log-concave step applied to a
 * truncated log-concave mass), so once they fall, the rest is bounded by a geometric series.
 */
function leaving(term, from, to, already) {
  const step = from <= to ? 1 : -1;
  let sum = 0;
  let before = 0;
  for (let c = from; c !== to + step; c += step) {
    const value = term(c);
    sum += value;
    if (value < before || value === 0) {
      const ratio = before > 0 ? value / before : 0;
      if ((value * ratio) / (1 - ratio) <= 1e-17 * (sum + already)) break;
    }
    before = value;
  }
  return sum;
}
/**
 * P(the walk is outside its band at some edge | it ends at m): the mass that leaves, summed as it leaves,
 * so that a p-value of 1e-100 is as exact as one of 0.5.
 */
function exitMass(stretches, law, m) {
  let inside = { from: 0, mass: Float64Array.of(1) };
  let outside = 0;
  for (const { size, remaining, band, support } of stretches) {
    if (band.hi < band.lo) return 1;
    const row = law.row(size);
    const before = inside;
    const term = (c) => {
      const mass = arriving(before, row, c);
      return mass === 0 ? 0 : mass * law.rest(remaining, m - c);
    };
    if (band.hi < support.hi) outside += leaving(term, band.hi + 1, support.hi, outside);
    if (band.lo > support.lo) outside += leaving(term, band.lo - 1, support.lo, outside);
    const mass = new Float64Array(band.hi - band.lo + 1);
    for (let i = 0; i < mass.length; i++) mass[i] = arriving(before, row, band.lo + i);
    inside = { from: band.lo, mass };
  }
  return Math.min(1, outside);
}
//# sourceMappingURL=exit-mass.js.map
