import { upperGamma } from './incomplete-gamma';

/**
 * Upper tail of the standard normal law, P(Z > z) = Q(1/2, z²/2) / 2 for z >= 0.
 * Relative error about 1e-13 down to the smallest double (z = 38); z = ±∞ give 0 and 1.
 */
export function normalSurvival(z: number): number {
  if (Number.isNaN(z)) return Number.NaN;
  const tail = 0.5 * upperGamma(0.5, 0.5 * z * z);
  return z >= 0 ? tail : 1 - tail;
}

/** Cumulative distribution of the standard normal law, P(Z <= z), exact in the lower tail. */
export function normalCumulative(z: number): number {
  return normalSurvival(-z);
}

const CENTRE = [
  [
    2.50908092873012267e3, 3.34305755835881281e4, 6.72657709270087009e4, 4.5921953931549871e4,
    1.37316937655094611e4, 1.97159095030655144e3, 1.33141667891784377e2, 3.387132872796366608,
  ],
  [
    5.22649527885285456e3, 2.87290857357219427e4, 3.93078958000927106e4, 2.12137943015865959e4,
    5.39419602142475111e3, 6.87187007492057908e2, 4.23133307016009113e1, 1,
  ],
] as const;
const MIDDLE = [
  [
    7.7454501427834140764e-4, 2.27238449892691845833e-2, 2.4178072517745061177e-1, 1.27045825245236838258,
    3.64784832476320460504, 5.7694972214606914055, 4.6303378461565452959, 1.42343711074968357734,
  ],
  [
    1.05075007164441684324e-9, 5.475938084995344946e-4, 1.51986665636164571966e-2, 1.4810397642748007459e-1,
    6.8976733498510000455e-1, 1.6763848301838038494, 2.05319162663775882187, 1,
  ],
] as const;
const TAIL = [
  [
    2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.2426609473880784386e-3, 2.6532189526576123093e-2,
    2.9656057182850489123e-1, 1.7848265399172913358, 5.4637849111641143699, 6.6579046435011037772,
  ],
  [
    2.04426310338993978564e-15, 1.4215117583164458887e-7, 1.8463183175100546818e-5, 7.868691311456132591e-4,
    1.48753612908506148525e-2, 1.3692988092273580531e-1, 5.9983220655588793769e-1, 1,
  ],
] as const;

function rational([top, bottom]: readonly [readonly number[], readonly number[]], r: number): number {
  return top.reduce((sum, c) => sum * r + c, 0) / bottom.reduce((sum, c) => sum * r + c, 0);
}

/**
 * Quantile of the standard normal law: the z with P(Z <= z) = p.
 * Wichura's algorithm AS 241 (1988), relative error about 1e-16. p = 0 gives `-Infinity`, 1 `Infinity`,
 * anything outside 0..1 NaN.
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) return Number.NaN;
  if (p === 0) return Number.NEGATIVE_INFINITY;
  if (p === 1) return Number.POSITIVE_INFINITY;
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) return q * rational(CENTRE, 0.180625 - q * q);
  const r = Math.sqrt(-Math.log(Math.min(p, 1 - p)));
  const z = r <= 5 ? rational(MIDDLE, r - 1.6) : rational(TAIL, r - 5);
  return q < 0 ? -z : z;
}
