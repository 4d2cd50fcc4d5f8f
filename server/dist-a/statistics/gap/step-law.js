'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.pooledLaw = pooledLaw;
exports.gapsLaw = gapsLaw;
const binomial_1 = require('../special/binomial');
const NEGLIGIBLE = 1e-300;
/** Walks a unimodal law from its mode both ways by the ratio of neighbours, until it is negligible. */
function unimodalRow(mode, last, atMode, ratio) {
  const up = [atMode];
  for (let x = mode, value = atMode; x < last; x++) {
    value *= ratio(x);
    if (!(value > NEGLIGIBLE)) break;
    up.push(value);
  }
  const down = [];
  for (let x = mode, value = atMode; x > 0; x--) {
    value /= ratio(x - 1);
    if (!(value > NEGLIGIBLE)) break;
    down.push(value);
  }
  return { from: mode - down.length, values: Float64Array.from([...down.reverse(), ...up]) };
}
/** Multivariate hypergeometric: given the pooled counts, every split of N items into n and m is equally likely. */
function pooledLaw(total, m) {
  const p = m / total;
  const whole = (0, binomial_1.logBinomial)(m, total, p);
  return {
    row(size) {
      const mode = Math.min(size, Math.floor((size + 1) * p));
      const odds = p / (1 - p);
      const atMode = Math.exp((0, binomial_1.logBinomial)(mode, size, p));
      return unimodalRow(mode, size, atMode, (x) => ((size - x) / (x + 1)) * odds);
    },
    rest: (size, x) => Math.exp((0, binomial_1.logBinomial)(x, size, p) - whole),
  };
}
/**
 * Dirichlet-multinomial: the edges are order statistics of a continuous reference, so a fresh sample falls
 * into the gaps between reference points; `total` = n + 1 gaps.
 */
function gapsLaw(total, m) {
  const p = m / (m + total);
  const whole = (0, binomial_1.logNegativeBinomial)(m, total, p);
  return {
    row(size) {
      if (size === 0) return { from: 0, values: Float64Array.of(1) };
      const mode = Math.min(m, Math.max(0, Math.floor(((size - 1) * p) / (1 - p))));
      const atMode = Math.exp((0, binomial_1.logNegativeBinomial)(mode, size, p));
      return unimodalRow(mode, m, atMode, (x) => ((size + x) / (x + 1)) * p);
    },
    rest: (size, x) => Math.exp((0, binomial_1.logNegativeBinomial)(x, size, p) - whole),
  };
}
//# sourceMappingURL=step-law.js.map
