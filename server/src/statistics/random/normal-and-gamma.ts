import type { Random } from './seeded-random';

const { exp, log, log1p, sqrt } = Math;

/** A standard normal number: Marsaglia's polar method, one of the pair used. */
function drawNormal(random: Random): number {
  for (;;) {
    const x = 2 * random() - 1;
    const y = 2 * random() - 1;
    const square = x * x + y * y;
    if (square > 0 && square < 1) return x * sqrt((-2 * log(square)) / square);
  }
}

/**
 * A gamma number of the given shape (> 0) and scale 1: Marsaglia and Tsang (2000), and below 1 by their boost. Very small
 * shapes may give 0.
 */
export function drawGamma(shape: number, random: Random): number {
  if (shape < 1) return drawGamma(shape + 1, random) * (1 - random()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / sqrt(9 * d);
  for (;;) {
    const z = drawNormal(random);
    const v = (1 + c * z) ** 3;
    if (v <= 0) continue;
    const u = 1 - random();
    if (log(u) < 0.5 * z * z + d - d * v + d * log(v)) return d * v;
  }
}

/** Expected successes from which a binomial number is drawn as a rounded normal one. */
const NORMAL_FROM = 50;

/** A binomial number of n trials with chance p: by inversion where few are expected, else rounded normal. */
export function drawBinomial(n: number, p: number, random: Random): number {
  if (n <= 0 || p <= 0) return 0;
  if (p >= 1) return n;
  if (p > 0.5) return n - drawBinomial(n, 1 - p, random);
  const mean = n * p;
  if (mean >= NORMAL_FROM) {
    const value = Math.round(mean + sqrt(mean * (1 - p)) * drawNormal(random));
    return Math.min(n, Math.max(0, value));
  }
  let u = random();
  let mass = exp(n * log1p(-p));
  let x = 0;
  while (u > mass && x < n) {
    u -= mass;
    mass *= ((n - x) / (x + 1)) * (p / (1 - p));
    x++;
    if (mass < 1e-300) break;
  }
  return x;
}
