'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.bridgeExitProbability = bridgeExitProbability;
const gauss_legendre_1 = require('../special/gauss-legendre');
const normal_1 = require('../special/normal');
const RULE = (0, gauss_legendre_1.gaussLegendre)(12);
/** Width of a panel in standard deviations of the narrower step on either side of a gate. */
const PANEL = 1.5;
/** Panels per gate at most: bounds the cost. */
const MAX_PANELS = 150;
/** Beyond this many standard deviations the density of a step is below 1e-320. */
const REACH = 38.5;
/** Standard deviation of the bridge at `to`, given where it is at `from`. */
function deviation(from, to) {
  return Math.sqrt(((to - from) * (1 - to)) / (1 - from));
}
/** Distance at `from` over which the law at `to` changes: the deviation, magnified as the bridge narrows. */
function resolution(from, to) {
  return Math.sqrt(((to - from) * (1 - from)) / (1 - to));
}
/**
 * A step too short to be resolved by the panels that the cost allows moves the bridge by less than 1/225
 * of the width of the gate: the two gates are then taken as one, at the later time, with both bounds.
 */
function fuse(gates) {
  const kept = [];
  for (const gate of gates) {
    const before = kept.at(-1);
    const width = before ? before.high - before.low : 0;
    if (before && width > PANEL * resolution(before.at, gate.at) * MAX_PANELS) {
      kept.pop();
      kept.push({ at: gate.at, low: Math.max(before.low, gate.low), high: Math.min(before.high, gate.high) });
    } else kept.push(gate);
  }
  return kept;
}
/** Quadrature points between low and high, with panels that resolve a step of the given deviation. */
function grid(low, high, sd) {
  const width = high - low;
  const panels = Math.min(MAX_PANELS, Math.max(1, Math.ceil(width / (PANEL * sd))));
  const half = width / panels / 2;
  const points = new Float64Array(panels * RULE.nodes.length);
  const weights = new Float64Array(points.length);
  for (let i = 0, panel = 0; panel < panels; panel++) {
    const middle = low + half * (2 * panel + 1);
    for (const [j, node] of RULE.nodes.entries()) {
      points[i] = middle + half * node;
      weights[i++] = half * (RULE.weights[j] ?? 0);
    }
  }
  return { points, weights };
}
function firstAtLeast(points, bound) {
  let low = 0;
  let high = points.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (points[middle] < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}
/**
 * P(a Brownian bridge is outside one of the gates), looked at only at their times.
 *
 * Between gates the bridge is Gaussian: from x at time s to time t it has mean x (1-t)/(1-s) and variance
 * (t-s)(1-t)/(1-s). The density inside is carried on 12-point Gauss-Legendre panels; what leaves is summed
 * from normal tails, so small probabilities keep their relative accuracy (about 1e-9).
 * Work: at most (12 * 150)² exponentials per gate (0.6 s for 20 gates that are all of the worst kind), in practice
 * 1e5, whatever the counts.
 */
function bridgeExitProbability(all) {
  const gates = fuse(all);
  let time = 0;
  let density = { points: Float64Array.of(0), mass: Float64Array.of(1) };
  let outside = 0;
  for (const [index, gate] of gates.entries()) {
    if (!(gate.low < gate.high)) return 1;
    const shrink = (1 - gate.at) / (1 - time);
    const sd = deviation(time, gate.at);
    const next = gates[index + 1];
    for (let i = 0; i < density.points.length; i++) {
      const mean = density.points[i] * shrink;
      const leaves =
        (0, normal_1.normalSurvival)((gate.high - mean) / sd) +
        (0, normal_1.normalSurvival)((mean - gate.low) / sd);
      outside += density.mass[i] * leaves;
    }
    if (!next) break;
    const low = Math.max(gate.low, density.points[0] * shrink - REACH * sd);
    const high = Math.min(gate.high, density.points.at(-1) * shrink + REACH * sd);
    if (!(low < high)) break;
    const { points, weights } = grid(low, high, Math.min(sd, resolution(gate.at, next.at)));
    const mass = new Float64Array(points.length);
    for (let i = 0; i < density.points.length; i++) {
      const from = density.mass[i];
      if (from === 0) continue;
      const mean = density.points[i] * shrink;
      const scale = from / (sd * Math.sqrt(2 * Math.PI));
      for (let j = firstAtLeast(points, mean - REACH * sd); j < points.length; j++) {
        const z = (points[j] - mean) / sd;
        if (z > REACH) break;
        mass[j] = mass[j] + scale * Math.exp(-0.5 * z * z);
      }
    }
    for (let j = 0; j < mass.length; j++) mass[j] = mass[j] * weights[j];
    density = { points, mass };
    time = gate.at;
  }
  return Math.min(1, outside);
}
//# sourceMappingURL=brownian-bridge.js.map
