import { LONGEST_MS } from './deadline.js';

export interface Backoff {
  /** The bound of the first wait in milliseconds; it doubles with every try. */
  readonly firstMs: number;
  /** No wait is longer, what the server asks for apart. */
  readonly mostMs: number;
  /** From 0 to 1, evenly. */
  readonly random: () => number;
}

/**
 * How long to wait before try number `retry` (0 is the first repetition): anything from nothing to a bound that doubles
 * ("full jitter", so that many clients do not come back together), on top of what the server asked for. Never longer than
 * a timer can run: it would ring at once.
 */
export const waitMs = ({ firstMs, mostMs, random }: Backoff, retry: number, retryAfterMs = 0): number =>
  Math.min(LONGEST_MS, retryAfterMs + random() * Math.min(mostMs, firstMs * 2 ** retry));
