'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.directProposal = directProposal;
exports.widenedProposal = widenedProposal;
const weighted_choice_1 = require('../random/weighted-choice');
const hypergeometric_1 = require('../special/hypergeometric');
/** Law of the number of items in sparse columns: the true one to the power 1/spread, as a table. */
function sparseTotals(table, spread, random) {
  const { drawn, sparsePooled, densePooled, total } = table;
  const low = Math.max(0, drawn - densePooled);
  const high = Math.min(drawn, sparsePooled);
  const mode = Math.min(high, Math.max(low, Math.round(sparsePooled * table.share)));
  const log = (c) => (0, hypergeometric_1.logHypergeometric)(c, sparsePooled, total, drawn);
  const atMode = log(mode);
  let from = mode;
  let to = mode;
  while (from > low && (log(from - 1) - atMode) / spread > -40) from--;
  while (to < high && (log(to + 1) - atMode) / spread > -40) to++;
  const logs = Array.from({ length: to - from + 1 }, (_, i) => log(from + i));
  const flat = logs.map((value) => Math.exp((value - atMode) / spread));
  const sum = flat.reduce((a, b) => a + b, 0);
  const choose = (0, weighted_choice_1.weightedChoice)(flat, random);
  return {
    draw: () => from + choose(),
    logWeight: (c) => {
      const i = c - from;
      if (i < 0 || i >= logs.length) return 0;
      return logs[i] - Math.log(flat[i] / sum);
    },
  };
}
/** The true conditional law: items drawn one by one without replacement. Every filling counts once. */
function directProposal(table, random) {
  const pooled = table.sparse.map((column) => column.pooled);
  const totals = sparseTotals(table, 1, random);
  const choose = (0, weighted_choice_1.weightedChoice)(pooled, random);
  return {
    draw(into) {
      into.fill(0);
      const sum = totals.draw();
      for (let i = 0; i < sum; ) {
        const column = choose();
        const taken = into[column];
        if (taken > 0 && random() * pooled[column] < taken) continue;
        into[column] = taken + 1;
        i++;
      }
      return sum;
    },
    weight: () => 1,
  };
}
/**
 * A wider law for small probabilities: a Pólya urn (Dirichlet-multinomial), whose columns vary `spread`
 * times as much as under the true law, so that a statistic as large as the observed one is common.
 */
function widenedProposal(table, spread, random) {
  const pooled = table.sparse.map((column) => column.pooled);
  const totals = sparseTotals(table, spread, random);
  const expected = Math.max(1, Math.round(table.sparsePooled * table.share));
  const variance = Math.max(1.0001, spread * (1 - expected / (table.sparsePooled + 1)));
  const concentration = Math.max(0.5, (expected - variance) / (variance - 1));
  const choose = (0, weighted_choice_1.weightedChoice)(pooled, random);
  const history = new Int32Array(Math.min(table.drawn, table.sparsePooled) + 1);
  const logRatios = pooled.map((t) => {
    const alpha = (concentration * t) / table.sparsePooled;
    const logs = new Float64Array(Math.min(t, history.length) + 1);
    for (let c = 1; c < logs.length; c++) {
      logs[c] = logs[c - 1] + Math.log((t - c + 1) / (alpha + c - 1));
    }
    return logs;
  });
  const logWhole = new Float64Array(history.length);
  for (let i = 1; i < logWhole.length; i++) {
    const step = Math.log((concentration + i - 1) / (table.sparsePooled - i + 1));
    logWhole[i] = logWhole[i - 1] + step;
  }
  return {
    draw(into) {
      into.fill(0);
      const sum = totals.draw();
      for (let i = 0; i < sum; i++) {
        const u = random() * (concentration + i);
        const column = u < concentration ? choose() : history[(u - concentration) | 0];
        history[i] = column;
        into[column] = into[column] + 1;
      }
      return sum;
    },
    weight(filling, sum) {
      let log = totals.logWeight(sum) + logWhole[sum];
      for (let k = 0; k < filling.length; k++) {
        const ratio = logRatios[k][filling[k]];
        if (ratio === undefined) return 0;
        log += ratio;
      }
      return Math.exp(log);
    },
  };
}
//# sourceMappingURL=proposal.js.map
