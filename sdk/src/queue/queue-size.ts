import { ConfigurationError } from '../errors/service-errors.js';
import { LONGEST_MS } from '../transport/deadline.js';

/** How much a queue holds and sends at once, and how long an item waits. */
export interface QueueSize {
  readonly batchSize: number;
  readonly maxQueue: number;
  readonly intervalMs: number;
}

/** What the server takes in one request. */
const MOST_IN_BATCH = 5_000;

/** Completes what was given; throws a `ConfigurationError` for what cannot work. */
export function readQueueSize(given: { readonly [Key in keyof QueueSize]?: number | undefined }): QueueSize {
  const { batchSize = 100, maxQueue = 10_000, intervalMs = 5_000 } = given;
  if (!(Number.isInteger(batchSize) && batchSize >= 1 && batchSize <= MOST_IN_BATCH))
    throw new ConfigurationError(
      `predictions.batchSize must be a whole number from 1 to 5,000, not ${batchSize}.`,
    );
  if (!((Number.isInteger(maxQueue) || maxQueue === Number.POSITIVE_INFINITY) && maxQueue >= 1))
    throw new ConfigurationError(`predictions.maxQueue must be a whole number from 1, not ${maxQueue}.`);
  if (!(intervalMs >= 0 && intervalMs <= LONGEST_MS))
    throw new ConfigurationError(
      `predictions.intervalMs must be 0 to ${LONGEST_MS} milliseconds, not ${intervalMs}.`,
    );
  return { batchSize: Math.min(batchSize, maxQueue), maxQueue, intervalMs };
}
