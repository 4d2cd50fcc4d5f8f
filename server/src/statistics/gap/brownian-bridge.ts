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
const MAX_PANELS = 400;
/** Beyond this many standard deviations the density of a step is below 1e-320. */
const REACH = 38.5;

interface Density {
  readonly points: Float64Array;
  /** Density times quadrature weight. */
  readonly mass: Float64Array;
}

function deviation(from: number, to: number): number {
  return Math.sqrt(((to - from) * (1 - to)) / (1 - from));
}

/**
 * A step too short to be resolved by the panels that the cost allows moves the bridge by less than 1/250
 * of the width of the gate: the two gates are then taken as one, at the later time, with both bounds.
 */
function fuse(gates: readonly Gate[]): Gate[] {
  const kept: Gate[] = [];
  for (const gate of gates) {
    const before = kept.at(-1);
    const sd = deviation(before?.at ?? 0, gate.at);
    if (before && gate.high - gate.low > PANEL * sd * MAX_PANELS) {
      kept.pop();
      kept.push({ at: gate.at, low: Math.max(before.low, gate.low), high: Math.min(before.high, gate.high) });
    } else kept.push(gate);
  }
  return kept;
}

function grid(gate: Gate, sd: number): { points: Float64Array; weights: Float64Array } {
  const width = gate.high - gate.low;
  const panels = Math.min(MAX_PANELS, Math.max(1, Math.ceil(width / (PANEL * sd))));
  const half = width / panels / 2;
  const points = new Float64Array(panels * RULE.nodes.length);
  const weights = new Float64Array(points.length);
  for (let i = 0, panel = 0; panel < panels; panel++) {
    const middle = gate.low + half * (2 * panel + 1);
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
 * P(a Brownian bridge is outside one of the gates), looked at only at their times.
 *
 * Between gates the bridge is Gaussian: from x at time s to time t it has mean x (1-t)/(1-s) and variance
 * (t-s)(1-t)/(1-s). The density inside is carried on 12-point Gauss-Legendre panels; what leaves is summed
 * from normal tails, so small probabilities keep their relative accuracy (about 1e-9).
 * Work: at most (12 * 400)² exponentials per gate, in practice some 1e5.
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
    const { points, weights } = grid(gate, Math.min(sd, deviation(gate.at, next.at)));
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
