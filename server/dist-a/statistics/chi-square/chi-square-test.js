'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.chiSquareTest = chiSquareTest;
const counts_1 = require('../gap/counts');
const seeded_random_1 = require('../random/seeded-random');
const incomplete_gamma_1 = require('../special/incomplete-gamma');
const columns_1 = require('./columns');
const enumeration_1 = require('./enumeration');
const reference_edges_1 = require('./reference-edges');
const simulation_1 = require('./simulation');
const sparse_part_1 = require('./sparse-part');
/** Fillings of the sparse columns up to which the law is enumerated instead of simulated. */
const ENUMERATE_UP_TO = 5_000;
/** P(X at least as observed | margins). */
function conditional(split, degrees, random) {
  const { statistic } = split;
  if (split.sparse.length === 0) {
    return {
      statistic,
      pValue: (0, incomplete_gamma_1.chiSquareSurvival)(statistic, degrees),
      method: 'ASYMPTOTIC',
    };
  }
  if ((0, enumeration_1.countFillings)(split, ENUMERATE_UP_TO) <= ENUMERATE_UP_TO) {
    return { statistic, pValue: (0, enumeration_1.enumeratedPValue)(split), method: 'EXACT' };
  }
  return { statistic, pValue: (0, simulation_1.simulatedPValue)(split, random()), method: 'SIMULATED' };
}
/**
 * X, Pearson's chi-square of homogeneity of two samples counted on the same bins (order does not matter).
 *
 * Columns empty in both samples are dropped. Where the smaller sample expects at least `DENSE_EXPECTED` in
 * every column the chi-square law is used. Otherwise the p-value is the conditional one given both margins:
 * enumerated (`EXACT`) for up to 5,000 fillings, else simulated; columns with large expected counts then
 * enter through their chi-square tail, so cost and accuracy are set by the sparse ones alone.
 *
 * Deterministic: without `random` the simulation is seeded from the pooled counts, and the conditional
 * answer is the same when the samples change places or the columns are permuted.
 *
 * Defined answers: an empty sample, or fewer than two columns, give statistic 0 and p = 1; a p-value that
 * underflows is reported as the smallest double above 0.
 *
 * @throws RangeError on counts that are not whole numbers, or of different lengths
 */
function chiSquareTest(reference, current, options = {}) {
  const pair = (0, counts_1.countPair)(reference, current);
  const table = (0, columns_1.tableOf)(pair);
  const degrees = Math.max(0, table.columns.length - 1);
  if (pair.n === 0 || pair.m === 0 || degrees === 0) {
    return { statistic: 0, degrees, pValue: 1, method: 'EXACT' };
  }
  const seed = (0, seeded_random_1.seedFrom)([table.drawn, ...table.columns.map(({ pooled }) => pooled)]);
  const random = () => options.random ?? (0, seeded_random_1.seededRandom)(seed);
  const answer = conditional((0, sparse_part_1.splitTable)(table), degrees, random);
  const pValue = Math.min(1, Math.max(answer.pValue, Number.MIN_VALUE));
  if (!options.edgesFromReference || pair.m <= pair.n) return { ...answer, degrees, pValue };
  const unconditional = (0, reference_edges_1.referenceEdgePValue)(pair, random());
  if (unconditional <= pValue) return { ...answer, degrees, pValue };
  return { statistic: answer.statistic, degrees, pValue: unconditional, method: 'SIMULATED' };
}
//# sourceMappingURL=chi-square-test.js.map
