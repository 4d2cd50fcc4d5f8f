const LONGEST_MS = 10 * 60_000;

/** How long a job rests after a failed attempt, 1 for the first: four times as long each time, up to ten minutes. */
export const backoffMs = (attempt: number, firstMs: number): number =>
  Math.min(firstMs * 4 ** (attempt - 1), LONGEST_MS);
