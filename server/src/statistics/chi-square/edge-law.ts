import { type CountPair, countPair } from '../gap/counts';
import { drawBinomial, drawGamma } from '../random/normal-and-gamma';
import type { Random } from '../random/seeded-random';
import { logGamma } from '../special/log-gamma';
import { CLEARLY_LARGE, looks, SMALL } from './simulation';

/**
 * Pearson's statistic of a table with a fixed first row, and a draw of its second row from a Dirichlet-multinomial law whose
 * weights are the first row over `spread`: 1 is the true law, more is a wider one.
 */
class EdgeLaw {
  private readonly weights: readonly number[];
  private readonly sum: number;
  readonly drawn: number[];

  constructor(
    private readonly pair: CountPair,
    private readonly spread: number,
    private readonly random: Random,
  ) {
    this.weights = pair.reference.map((r) => r / spread);
    this.sum = pair.n / spread;
    this.drawn = new Array<number>(pair.reference.length).fill(0);
  }

  /** Draws the shares, then the counts. */
  draw(): readonly number[] {
    const shares = this.weights.map((weight) => drawGamma(weight, this.random));
    let whole = shares.reduce((sum, share) => sum + share, 0);
    let left = this.pair.m;
    for (const [bin, share] of shares.entries()) {
      const count =
        bin === shares.length - 1
          ? left
          : drawBinomial(left, whole > 0 ? Math.min(1, share / whole) : 0, this.random);
      this.drawn[bin] = count;
      left -= count;
      whole -= share;
    }
    return this.drawn;
  }

  /** P(counts) under the true law over P(counts) under this one. */
  weight(counts: readonly number[]): number {
    if (this.spread === 1) return 1;
    const { n, m, reference } = this.pair;
    let log = rising(this.sum, m) - rising(n, m);
    for (const [bin, r] of reference.entries()) {
      const c = counts[bin] as number;
      if (c > 0) log += rising(r, c) - rising(this.weights[bin] as number, c);
    }
    return Math.exp(log);
  }
}

/** Logarithm of a (a+1) ... (a+c-1). */
const rising = (a: number, c: number): number => logGamma(a + c) - logGamma(a);

function pearson({ reference, n, m }: CountPair, current: readonly number[]): number {
  let sum = 0;
  for (const [bin, r] of reference.entries()) {
    const c = current[bin] as number;
    const gap = r / n - c / m;
    if (r + c > 0) sum += (gap * gap) / (r + c);
  }
  return sum * n * m;
}

/** Weights below this have no mean to speak of: a wider law is not made from them. */
const LEAST_SUM = 0.5;

/**
 * P(X >= observed) when the edges are quantiles of the reference, by simulation: reference counts stay as they are, a fresh
 * sample falls into the gaps between reference points, so the true shares are Dirichlet(r) and the counts multinomial.
 *
 * With m > n this law has a much heavier tail than the one given the margins: neither the chi-square law
 * nor conditional simulation is calibrated there (20 % false alarms at level 0.05 for n = 50, m = 1,000,
 * K = 20, both of them).
 *
 * The looks are those of `simulatedPValue`: p = (1 + hits) / (1 + B) as long as it is large; where it is small, draws from a
 * wider law of the same kind, under which a statistic as large as the observed one is common, each with its weight
 * (M. Harrison, Biometrika 2012), so that there is no floor.
 *
 * @param reference counts by bin, each at least 1: the law gives other bins no chance
 * @param effort share of the draws, 0..1, never fewer than 199 to a look
 */
export function referenceEdgePValue(
  reference: readonly number[],
  current: readonly number[],
  random: Random,
  effort = 1,
): number {
  const pair = countPair(reference, current);
  const { n, m } = pair;
  const degrees = reference.length - 1;
  if (n === 0 || m === 0 || degrees < 1) return 1;
  const observed = pearson(pair, current);
  const enough = observed * (1 - 1e-10);
  const hitsOf = (law: EdgeLaw, draws: number): number => {
    let mass = 0;
    for (let i = 0; i < draws; i++) {
      const drawn = law.draw();
      if (pearson(pair, drawn) >= enough) mass += law.weight(drawn);
    }
    return mass;
  };
  const { first, full } = looks(effort);
  const direct = new EdgeLaw(pair, 1, random);
  let hits = 1 + hitsOf(direct, first);
  if (hits / (1 + first) > CLEARLY_LARGE) return hits / (1 + first);
  hits += hitsOf(direct, full - first);
  if (hits / (1 + full) > SMALL) return hits / (1 + full);
  // The mean of X is degrees (1/(A+1) + 1/m) / (1/n + 1/m), A the sum of the weights.
  const times = observed / degrees;
  const sum = 1 / Math.max(1 / (n + 1), times * (1 / n + 1 / m) - 1 / m) - 1;
  const wide = new EdgeLaw(pair, n / Math.max(LEAST_SUM, Math.min(n, sum)), random);
  return Math.min(1, Math.max(Number.MIN_VALUE, (wide.weight(current) + hitsOf(wide, full)) / (1 + full)));
}
