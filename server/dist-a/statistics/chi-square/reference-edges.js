'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.referenceEdgePValue = referenceEdgePValue;
const normal_and_gamma_1 = require('../random/normal-and-gamma');
const simulation_1 = require('./simulation');
const CLEARLY_LARGE = 0.2;
function statistic(reference, n, drawn, m) {
  let sum = 0;
  for (let bin = 0; bin < drawn.length; bin++) {
    const r = reference[bin];
    const c = drawn[bin];
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
 * K = 20, both of them). Resolution 1/(1+B) = 2e-4.
 *
 * @param pair counts; bins without reference are left out, as the law gives them no chance
 */
function referenceEdgePValue(pair, random) {
  const bins = pair.reference.map((_, bin) => bin).filter((bin) => (pair.reference[bin] ?? 0) > 0);
  const reference = bins.map((bin) => pair.reference[bin] ?? 0);
  const { n, m } = pair;
  const enough = statistic(pair.reference, n, pair.current, m) * (1 - 1e-10);
  const drawn = new Array(bins.length).fill(0);
  const shares = new Array(bins.length).fill(0);
  const once = () => {
    let whole = 0;
    for (let i = 0; i < bins.length; i++) {
      const share = (0, normal_and_gamma_1.drawGamma)(reference[i], random);
      shares[i] = share;
      whole += share;
    }
    let left = m;
    for (let i = 0; i < bins.length; i++) {
      const share = shares[i];
      const count =
        i === bins.length - 1 ? left : (0, normal_and_gamma_1.drawBinomial)(left, share / whole, random);
      drawn[i] = count;
      left -= count;
      whole -= share;
    }
    return statistic(reference, n, drawn, m) >= enough;
  };
  let hits = 1;
  for (let i = 0; i < simulation_1.FULL_LOOK; i++) {
    if (i === simulation_1.FIRST_LOOK && hits > CLEARLY_LARGE * (1 + simulation_1.FIRST_LOOK))
      return hits / (1 + simulation_1.FIRST_LOOK);
    if (once()) hits++;
  }
  return hits / (1 + simulation_1.FULL_LOOK);
}
//# sourceMappingURL=reference-edges.js.map
