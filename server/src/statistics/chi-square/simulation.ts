import type { Random } from '../random/seeded-random';
import { columnTerm } from './columns';
import { directProposal, type Proposal, widenedProposal } from './proposal';
import { observedSparse, type SparseTable } from './sparse-part';

/** Draws of a first look; it decides when p is above `CLEARLY_LARGE`. */
const FIRST_LOOK = 999;
/** Draws of a full look, direct or widened. */
const FULL_LOOK = 4_999;
/** The fewest draws that `effort` may leave of a look. */
const LEAST_LOOK = 199;
/** A p-value above this is reported from the first look. */
export const CLEARLY_LARGE = 0.2;
/** Below this the direct look has too few hits (200) and the widened one is used. */
export const SMALL = 0.04;

/** How many draws a first and a full look have when only a share of the work is to be done. */
export const looks = (effort: number): { readonly first: number; readonly full: number } => ({
  first: Math.max(LEAST_LOOK, Math.round(FIRST_LOOK * effort)),
  full: Math.max(LEAST_LOOK, Math.round(FULL_LOOK * effort)),
});

/** Sum over draws of weight times P(X >= observed | sparse filling). */
function accumulate(table: SparseTable, proposal: Proposal, draws: number): number {
  const pooled = table.sparse.map((column) => column.pooled);
  const filling = new Int32Array(pooled.length);
  let mass = 0;
  for (let i = 0; i < draws; i++) {
    const drawn = proposal.draw(filling);
    let sum = 0;
    for (let k = 0; k < filling.length; k++) {
      sum += columnTerm(filling[k] as number, pooled[k] as number, table.share);
    }
    const tail = table.tail(sum, drawn);
    if (tail > 0) mass += tail * proposal.weight(filling, drawn);
  }
  return mass;
}

/**
 * P(X >= observed | margins) by conditional Monte Carlo, p = (1 + hits) / (1 + B), with the observed table as
 * the extra draw, so that it is valid at every B (dense columns make a hit a probability rather than 0 or 1).
 *
 * Three looks, each only if the one before leaves p small: 999 direct draws (p above 0.2); 4,999 direct draws
 * (p above 0.04, standard error below 0.006); 4,999 draws from a wider law, weighted (M. Harrison,
 * "Conservative hypothesis tests and confidence intervals using importance sampling", Biometrika 2012), which
 * have no floor at 1/(1+B): relative error 5-10 % at 1e-4 to 1e-10, an upper bound of the right order beyond.
 * Work: at most 10,998 draws of as many items as the sparse columns expect, about 100 ms of one core.
 *
 * @param effort share of these draws, 0..1, never fewer than 199 to a look: the p-value is valid all the same, and coarser
 */
export function simulatedPValue(table: SparseTable, random: Random, effort = 1): number {
  const { first, full } = looks(effort);
  const observed = observedSparse(table);
  const itself = table.tail(observed.sum, observed.drawn);
  const direct = directProposal(table, random);
  let mass = itself + accumulate(table, direct, first);
  let p = mass / (1 + first);
  if (p > CLEARLY_LARGE) return Math.min(1, p);
  mass += accumulate(table, direct, full - first);
  p = mass / (1 + full);
  if (p > SMALL) return p;
  const degrees = table.sparse.length + (table.densePooled > 0 ? 1 : 0) - 1;
  const wide = widenedProposal(table, Math.max(1, table.statistic / Math.max(1, degrees)), random);
  const counts = Int32Array.from(table.sparse, (column) => column.drawn);
  const own = itself * wide.weight(counts, observed.drawn);
  p = (own + accumulate(table, wide, full)) / (1 + full);
  return Math.min(1, Math.max(p, Number.MIN_VALUE));
}
