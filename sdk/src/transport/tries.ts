import { ModelGraphError } from '../errors/model-graph-error.js';
import { ConfigurationError } from '../errors/service-errors.js';
import { type Backoff, waitMs } from './backoff.js';
import type { Deadline } from './deadline.js';

/** How often and how patiently work is tried. */
export interface Tries {
  /** How often again after a failure that may pass. */
  readonly maxRetries: number;
  readonly backoff: Backoff;
  /** How far the work has come: after a failure with progress since the one before, tries are counted anew. */
  readonly progress?: () => number;
}

/** Runs `work` until it succeeds, fails for good, or was tried often enough, all before the deadline. */
export async function tryUntil<T>(
  deadline: Deadline,
  { maxRetries, backoff, progress }: Tries,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  if (!(maxRetries >= 0)) throw new ConfigurationError(`maxRetries must be 0 or more, not ${maxRetries}.`);
  let reached = progress?.();
  for (let retry = 0; ; retry += 1) {
    try {
      return await deadline.within(work);
    } catch (error) {
      const now = progress?.();
      if (now !== reached) retry = 0;
      reached = now;
      if (deadline.signal.aborted || retry >= maxRetries) throw error;
      if (!(error instanceof ModelGraphError && error.retryable)) throw error;
      deadline.lastFailure = error;
      const wait = waitMs(backoff, retry, error.retryAfterMs);
      // A wait beyond the end would only hide what went wrong behind a TimeoutError.
      if (wait >= deadline.remainingMs) throw error;
      await deadline.wait(wait);
    }
  }
}
