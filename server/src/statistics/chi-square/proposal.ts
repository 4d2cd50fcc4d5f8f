import type { Random } from '../random/seeded-random';
import { weightedChoice } from '../random/weighted-choice';
import { logHypergeometric } from '../special/hypergeometric';
import type { SparseTable } from './sparse-part';

/** A way to fill the sparse columns at random, and how much a filling counts. */
export interface Proposal {
  /** Writes one random filling into `into` (as long as there are sparse columns); answers their sum. */
  draw(into: Int32Array): number;
  /** P(filling under the true law) / P(filling under this proposal). */
  weight(filling: Int32Array, sum: number): number;
}

/** Law of the number of items in sparse columns: the true one to the power 1/spread, as a table. */
function sparseTotals(table: SparseTable, spread: number, random: Random) {
  const { drawn, sparsePooled, densePooled, total } = table;
  const low = Math.max(0, drawn - densePooled);
  const high = Math.min(drawn, sparsePooled);
  const mode = Math.min(high, Math.max(low, Math.round(sparsePooled * table.share)));
  const log = (c: number): number => logHypergeometric(c, sparsePooled, total, drawn);
  const atMode = log(mode);
  let from = mode;
  let to = mode;
  while (from > low && (log(from - 1) - atMode) / spread > -40) from--;
  while (to < high && (log(to + 1) - atMode) / spread > -40) to++;
  const logs = Array.from({ length: to - from + 1 }, (_, i) => log(from + i));
  const flat = logs.map((value) => Math.exp((value - atMode) / spread));
  const sum = flat.reduce((a, b) => a + b, 0);
  const choose = weightedChoice(flat, random);
  return {
    draw: (): number => from + choose(),
    logWeight: (c: number): number => {
      const i = c - from;
      if (i < 0 || i >= logs.length) return 0;
      return (logs[i] as number) - Math.log((flat[i] as number) / sum);
    },
  };
}

/** The true conditional law: items drawn one by one without replacement. Every filling counts once. */
export function directProposal(table: SparseTable, random: Random): Proposal {
  const pooled = table.sparse.map((column) => column.pooled);
  const totals = sparseTotals(table, 1, random);
  const choose = weightedChoice(pooled, random);
  return {
    draw(into) {
      into.fill(0);
      const sum = totals.draw();
      for (let i = 0; i < sum; ) {
        const column = choose();
        const taken = into[column] as number;
        if (taken > 0 && random() * (pooled[column] as number) < taken) continue;
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
export function widenedProposal(table: SparseTable, spread: number, random: Random): Proposal {
  const pooled = table.sparse.map((column) => column.pooled);
  const totals = sparseTotals(table, spread, random);
  const expected = Math.max(1, Math.round(table.sparsePooled * table.share));
  const variance = Math.max(1.0001, spread * (1 - expected / (table.sparsePooled + 1)));
  const concentration = Math.max(0.5, (expected - variance) / (variance - 1));
  const choose = weightedChoice(pooled, random);
  const history = new Int32Array(Math.min(table.drawn, table.sparsePooled) + 1);
  const logRatios = pooled.map((t) => {
    const alpha = (concentration * t) / table.sparsePooled;
    const logs = new Float64Array(Math.min(t, history.length) + 1);
    for (let c = 1; c < logs.length; c++) {
      logs[c] = (logs[c - 1] as number) + Math.log((t - c + 1) / (alpha + c - 1));
    }
    return logs;
  });
  const logWhole = new Float64Array(history.length);
  for (let i = 1; i < logWhole.length; i++) {
    const step = Math.log((concentration + i - 1) / (table.sparsePooled - i + 1));
    logWhole[i] = (logWhole[i - 1] as number) + step;
  }
  return {
    draw(into) {
      into.fill(0);
      const sum = totals.draw();
      for (let i = 0; i < sum; i++) {
        const u = random() * (concentration + i);
        const column = u < concentration ? choose() : (history[(u - concentration) | 0] as number);
        history[i] = column;
        into[column] = (into[column] as number) + 1;
      }
      return sum;
    },
    weight(filling, sum) {
      let log = totals.logWeight(sum) + (logWhole[sum] as number);
      for (let k = 0; k < filling.length; k++) {
        const ratio = (logRatios[k] as Float64Array)[filling[k] as number];
        if (ratio === undefined) return 0;
        log += ratio;
      }
      return Math.exp(log);
    },
  };
}
