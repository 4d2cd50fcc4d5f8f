import type { Random } from './seeded-random';

/**
 * Draws index i with probability weights[i] / sum, in constant time: Walker's alias method (1977).
 * @param weights at least one, all >= 0, not all 0
 */
export function weightedChoice(weights: readonly number[], random: Random): () => number {
  const count = weights.length;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const keep = Float64Array.from(weights, (weight) => (weight / total) * count);
  const alias = Int32Array.from(weights, (_, i) => i);
  const small: number[] = [];
  const large: number[] = [];
  for (const [i, share] of keep.entries()) (share < 1 ? small : large).push(i);
  while (small.length > 0 && large.length > 0) {
    const low = small.pop() as number;
    const high = large.at(-1) as number;
    alias[low] = high;
    keep[high] = (keep[high] as number) - (1 - (keep[low] as number));
    if ((keep[high] as number) < 1) small.push(large.pop() as number);
  }
  for (const i of [...small, ...large]) keep[i] = 1;
  return () => {
    const u = random() * count;
    const i = u | 0;
    return u - i < (keep[i] as number) ? i : (alias[i] as number);
  };
}
