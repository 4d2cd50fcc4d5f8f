import type { CountPair } from '../gap/counts';
import { drawBinomial, drawGamma } from '../random/normal-and-gamma';
import type { Random } from '../random/seeded-random';
import { FULL_LOOK, LEAST_LOOK } from './simulation';

const CLEARLY_LARGE = 0.2;
/** After this many draws, and ten times as many, a p-value that is clearly large is reported as it stands. */
const EARLY_LOOK = 99;

function statistic(reference: readonly number[], n: number, drawn: readonly number[], m: number): number {
  let sum = 0;
  for (let bin = 0; bin < drawn.length; bin++) {
    const r = reference[bin] as number;
    const c = drawn[bin] as number;
    const gap = r / n - c / m;
    if (r + c > 0) sum += (gap * gap) / (r + c);
  }
  return sum * n * m;
}

/**
 * P(X >= observed) when the edges are quantiles of the reference, by simulation, p = (1 + hits) / (1 + B):
 * reference counts stay as they are, a fresh sample falls into the gaps between reference points, so the
 * true shares are Dirichlet(r) and the counts multinomial.
 *
 * With m > n this law has a much heavier tail than the one given the margins: neither the chi-square law
 * nor conditional simulation is calibrated there (20 % false alarms at level 0.05 for n = 50, m = 1,000,
 * K = 20, both of them). Resolution 1/(1+B) = 2e-4 with all 4,999 draws.
 *
 * @param pair counts; bins without reference are left out, as the law gives them no chance
 * @param effort share of the draws, 0..1, never fewer than 199
 */
export function referenceEdgePValue(pair: CountPair, random: Random, effort = 1): number {
  const bins = pair.reference.map((_, bin) => bin).filter((bin) => (pair.reference[bin] ?? 0) > 0);
  const reference = bins.map((bin) => pair.reference[bin] ?? 0);
  const { n, m } = pair;
  const enough = statistic(pair.reference, n, pair.current, m) * (1 - 1e-10);
  const drawn = new Array<number>(bins.length).fill(0);
  const shares = new Array<number>(bins.length).fill(0);
  const once = (): boolean => {
    let whole = 0;
    for (let i = 0; i < bins.length; i++) {
      const share = drawGamma(reference[i] as number, random);
      shares[i] = share;
      whole += share;
    }
    let left = m;
    for (let i = 0; i < bins.length; i++) {
      const share = shares[i] as number;
      const count = i === bins.length - 1 ? left : drawBinomial(left, share / whole, random);
      drawn[i] = count;
      left -= count;
      whole -= share;
    }
    return statistic(reference, n, drawn, m) >= enough;
  };
  const draws = Math.max(LEAST_LOOK, Math.round(FULL_LOOK * effort));
  let hits = 1;
  for (let i = 0; i < draws; i++) {
    const isLook = i === EARLY_LOOK || i === 10 * EARLY_LOOK;
    if (isLook && hits > CLEARLY_LARGE * (1 + i)) return hits / (1 + i);
    if (once()) hits++;
  }
  return hits / (1 + draws);
}
