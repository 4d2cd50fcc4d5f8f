import { logBinomial } from './binomial';

const TINY = 1e-300;

/** Beyond this many terms nothing changes for shapes up to about 1e10: the fraction needs a few times their root. */
const MOST_TERMS = 1_000_000;

/** x^a (1-x)^b / (a B(a, b)), by Loader's saddle point, which does not cancel for any shape. */
const front = (x: number, a: number, b: number): number => Math.exp(logBinomial(a, a + b, x)) * (b / (a + b));

/** Lentz's continued fraction (Numerical Recipes 6.4), quick below the mean. */
function fraction(x: number, a: number, b: number): number {
  const away = (value: number): number => (Math.abs(value) < TINY ? TINY : value);
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let h = d;
  for (let j = 1; j < MOST_TERMS; j++) {
    const even = (j * (b - j) * x) / ((a + 2 * j - 1) * (a + 2 * j));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    h *= d * c;
    const odd = (-(a + j) * (a + b + j) * x) / ((a + 2 * j) * (a + 2 * j + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    const factor = d * c;
    h *= factor;
    if (Math.abs(factor - 1) < 1e-16) break;
  }
  return h;
}

/**
 * Regularised lower incomplete beta function I_x(a, b) = P(Beta(a, b) <= x), in 0..1, with relative accuracy in its lower
 * tail: about 1e-12 down to the smallest double. Whoever needs an upper tail asks for I_{1-x}(b, a).
 *
 * @param x 0..1
 * @param a shape, > 0
 * @param b shape, > 0. Anything else is NaN.
 */
export function lowerBeta(x: number, a: number, b: number): number {
  if (!(a > 0 && b > 0 && x >= 0 && x <= 1)) return Number.NaN;
  if (x === 0 || x === 1) return x;
  const isBelow = x < (a + 1) / (a + b + 2);
  const tail = isBelow ? front(x, a, b) * fraction(x, a, b) : front(1 - x, b, a) * fraction(1 - x, b, a);
  return Math.min(1, Math.max(0, isBelow ? tail : 1 - tail));
}

/**
 * Distribution of a count of successes, P(X <= x), X ~ Binomial(n, p). For numbers between the whole ones it is continued
 * by the incomplete beta function.
 */
export function binomialCumulative(x: number, n: number, p: number): number {
  if (x >= n) return 1;
  return x < 0 ? 0 : lowerBeta(1 - p, n - x, x + 1);
}
