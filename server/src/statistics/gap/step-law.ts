import { logBinomial, logNegativeBinomial } from '../special/binomial';

/** Probabilities of the whole numbers from, from+1, ...; everything outside is below 1e-300. */
export interface Row {
  readonly from: number;
  readonly values: Float64Array;
}

/**
 * Law of the current counts given what is fixed: independent steps, conditioned on their sum m.
 * Any common factor per step cancels in that condition, so each step is a probability of its own.
 */
export interface StepLaw {
  /** Law of the current count between two edges that hold `size` fixed items. */
  row(size: number): Row;
  /** P(steps holding `size` items add up to x) / P(all steps add up to m). */
  rest(size: number, x: number): number;
}

const NEGLIGIBLE = 1e-300;

/** Walks a unimodal law from its mode both ways by the ratio of neighbours, until it is negligible. */
function unimodalRow(mode: number, last: number, atMode: number, ratio: (x: number) => number): Row {
  const up = [atMode];
  for (let x = mode, value = atMode; x < last; x++) {
    value *= ratio(x);
    if (!(value > NEGLIGIBLE)) break;
    up.push(value);
  }
  const down: number[] = [];
  for (let x = mode, value = atMode; x > 0; x--) {
    value /= ratio(x - 1);
    if (!(value > NEGLIGIBLE)) break;
    down.push(value);
  }
  return { from: mode - down.length, values: Float64Array.from([...down.reverse(), ...up]) };
}

/** Multivariate hypergeometric: given the pooled counts, every split of N items into n and m is equally likely. */
export function pooledLaw(total: number, m: number): StepLaw {
  const p = m / total;
  const whole = logBinomial(m, total, p);
  return {
    row(size) {
      const mode = Math.min(size, Math.floor((size + 1) * p));
      const odds = p / (1 - p);
      const atMode = Math.exp(logBinomial(mode, size, p));
      return unimodalRow(mode, size, atMode, (x) => ((size - x) / (x + 1)) * odds);
    },
    rest: (size, x) => Math.exp(logBinomial(x, size, p) - whole),
  };
}

/**
 * Dirichlet-multinomial: the edges are order statistics of a continuous reference, so a fresh sample falls
 * into the gaps between reference points; `total` = n + 1 gaps.
 */
export function gapsLaw(total: number, m: number): StepLaw {
  const p = m / (m + total);
  const whole = logNegativeBinomial(m, total, p);
  return {
    row(size) {
      if (size === 0) return { from: 0, values: Float64Array.of(1) };
      const mode = Math.min(m, Math.max(0, Math.floor(((size - 1) * p) / (1 - p))));
      const atMode = Math.exp(logNegativeBinomial(mode, size, p));
      return unimodalRow(mode, m, atMode, (x) => ((size + x) / (x + 1)) * p);
    },
    rest: (size, x) => Math.exp(logNegativeBinomial(x, size, p) - whole),
  };
}
