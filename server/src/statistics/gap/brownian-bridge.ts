import { gaussLegendre } from '../special/gauss-legendre';
import { normalSurvival } from '../special/normal';

/** A time at which the bridge is looked at, and the open interval it must be in. */
export interface Gate {
  /** Time, strictly between 0 and 1, increasing from gate to gate. */
  readonly at: number;
  readonly low: number;
  readonly high: number;
}

const RULE = gaussLegendre(12);
/** Width of a panel in standard deviations of the narrower step on either side of a gate. */
const PANEL = 1.5;
/** Panels per gate at most: bounds the cost. */
const MAX_PANELS = 150;
/** Beyond this many standard deviations the density of a step is below 1e-320. */
const REACH = 38.5;

interface Density {
  readonly points: Float64Array;
  /** Density times quadrature weight. */
  readonly mass: Float64Array;
}

/** Standard deviation of the bridge at `to`, given where it is at `from`. */
function deviation(from: number, to: number): number {
  return Math.sqrt(((to - from) * (1 - to)) / (1 - from));
}

/** Distance at `from` over which the law at `to` changes: the deviation, magnified as the bridge narrows. */
function resolution(from: number, to: number): number {
  return Math.sqrt(((to - from) * (1 - from)) / (1 - to));
}

/**
 * A step too short to be resolved by the panels that the cost allows moves the bridge by less than 1/225
 * of the width of the gate: the two gates are then taken as one, at the later time, with both bounds.
 */
function fuse(gates: readonly Gate[]): Gate[] {
  const kept: Gate[] = [];
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
function grid(low: number, high: number, sd: number): { points: Float64Array; weights: Float64Array } {
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

function firstAtLeast(points: Float64Array, bound: number): number {
  let low = 0;
  let high = points.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((points[middle] as number) < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * An upper bound of {@link bridgeExitProbability}, for next to nothing: the sum over the gates of the probability to be
 * outside of each. Tells when the probability is too small to be worth its quadrature, which is dearest then.
 */
export const bridgeExitBound = (gates: readonly Gate[]): number =>
  gates.reduce((sum, { at, low, high }) => {
    const sd = Math.sqrt(at * (1 - at));
    return sum + normalSurvival(high / sd) + normalSurvival(-low / sd);
  }, 0);

/**
 * P(a Brownian bridge is outside one of the gates), looked at only at their times.
 *
 * Between gates the bridge is Gaussian: from x at time s to time t it has mean x (1-t)/(1-s) and variance
 * (t-s)(1-t)/(1-s). The density inside is carried on 12-point Gauss-Legendre panels; what leaves is summed
 * from normal tails, so small probabilities keep their relative accuracy (about 1e-9).
 * Work: at most (12 * 150)² exponentials per gate (0.6 s for 20 gates that are all of the worst kind), in practice
 * 1e5, whatever the counts.
 */
export function bridgeExitProbability(all: readonly Gate[]): number {
  const gates = fuse(all);
  let time = 0;
  let density: Density = { points: Float64Array.of(0), mass: Float64Array.of(1) };
  let outside = 0;
  for (const [index, gate] of gates.entries()) {
    if (!(gate.low < gate.high)) return 1;
    const shrink = (1 - gate.at) / (1 - time);
    const sd = deviation(time, gate.at);
    const next = gates[index + 1];
    for (let i = 0; i < density.points.length; i++) {
      const mean = (density.points[i] as number) * shrink;
      const leaves = normalSurvival((gate.high - mean) / sd) + normalSurvival((mean - gate.low) / sd);
      outside += (density.mass[i] as number) * leaves;
    }
    if (!next) break;
    const low = Math.max(gate.low, (density.points[0] as number) * shrink - REACH * sd);
    const high = Math.min(gate.high, (density.points.at(-1) as number) * shrink + REACH * sd);
    if (!(low < high)) break;
    const { points, weights } = grid(low, high, Math.min(sd, resolution(gate.at, next.at)));
    const mass = new Float64Array(points.length);
    for (let i = 0; i < density.points.length; i++) {
      const from = density.mass[i] as number;
      if (from === 0) continue;
      const mean = (density.points[i] as number) * shrink;
      const scale = from / (sd * Math.sqrt(2 * Math.PI));
      for (let j = firstAtLeast(points, mean - REACH * sd); j < points.length; j++) {
        const z = ((points[j] as number) - mean) / sd;
        if (z > REACH) break;
        mass[j] = (mass[j] as number) + scale * Math.exp(-0.5 * z * z);
      }
    }
    for (let j = 0; j < mass.length; j++) mass[j] = (mass[j] as number) * (weights[j] as number);
    density = { points, mass };
    time = gate.at;
  }
  return Math.min(1, outside);
}
