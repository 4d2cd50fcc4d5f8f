/** Upper edges 0.01 ms x 1.2^k up to 4.2 hours: the middle of a bin is within 10 % of whatever lies in it. */
const LEAST_MS = 0.01;
const RATIO = 1.2;

export const LATENCY_BINS = 118;

/** 0 holds what is too fast to tell from nothing; the last is open. */
export function latencyBin(ms: number): number {
  if (ms < LEAST_MS) return 0;
  return Math.min(LATENCY_BINS - 1, 1 + Math.floor(Math.log(ms / LEAST_MS) / Math.log(RATIO)));
}

/** The latency that a share of the predictions did not exceed, within 10 %; beyond 4.2 hours that much; null without any. */
export function latencyQuantile(counts: readonly number[], share: number): number | null {
  const count = counts.reduce((sum, one) => sum + one, 0);
  if (count === 0) return null;
  let below = 0;
  const bin = counts.findIndex((one) => {
    below += one;
    return below >= share * count;
  });
  if (bin === 0) return 0;
  return LEAST_MS * RATIO ** (bin === LATENCY_BINS - 1 ? bin - 1 : bin - 0.5);
}
