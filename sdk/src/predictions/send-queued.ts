import { ModelGraphError } from '../errors/model-graph-error.js';
import { ForbiddenError, UnauthenticatedError } from '../errors/service-errors.js';
import { ModelGraphUserError } from '../errors/user-error.js';
import { LogPredictions, RecordActuals } from '../generated/documents.js';
import type { ItemReject } from '../generated/operations.js';
import type { Reject } from '../queue/queue.js';
import type { Transport } from '../transport/transport.js';
import {
  type Group,
  groupsOf,
  halvesOf,
  type Queued,
  type QueuedActual,
  type QueuedPrediction,
} from './queued.js';

/** The queue itself tries again, for as long as it takes. */
const ONCE = { maxRetries: 0 };

/**
 * Sends a batch of the queue, one request for each version and model in it; gives the items that were refused for good. Sent
 * again after a failure that may pass it has no further effect, as every item has its own identity.
 */
export async function sendQueued(transport: Transport, batch: readonly Queued[]): Promise<Reject[]> {
  const groups = groupsOf(batch);
  const rejects: Reject[] = [];
  for (const group of groups) {
    try {
      rejects.push(...(await sendGroup(transport, group)));
    } catch (error) {
      // What holds for all of the batch is told as such.
      if (groups.length === 1 || isForAll(error)) throw error;
      rejects.push(...group.places.map((index) => rejectOf(index, error)));
    }
  }
  return rejects;
}

async function sendGroup(transport: Transport, group: Group): Promise<Reject[]> {
  try {
    const { rejects } = await sendItems(transport, group.items);
    return rejects.map((reject) => ({ ...reject, index: group.places[reject.index] as number }));
  } catch (error) {
    if (isForAll(error) || error instanceof ModelGraphUserError) throw error;
    // One item can make the whole request unreadable, or all of them together too large.
    if (group.items.length === 1) return [rejectOf(group.places[0] as number, error)];
    const rejects: Reject[] = [];
    for (const half of halvesOf(group)) rejects.push(...(await sendGroup(transport, half)));
    return rejects;
  }
}

function sendItems(
  transport: Transport,
  items: readonly Queued[],
): Promise<{ readonly rejects: readonly ItemReject[] }> {
  const [first] = items as readonly [Queued, ...Queued[]];
  if ('prediction' in first) {
    const predictions = (items as readonly QueuedPrediction[]).map(({ prediction }) => prediction);
    return transport.ingest(LogPredictions, { input: { version: first.version, predictions } }, ONCE);
  }
  const actuals = (items as readonly QueuedActual[]).map(({ actual }) => actual);
  return transport.ingest(RecordActuals, { input: { model: first.model, actuals } }, ONCE);
}

/** Failures that may pass, and those that have nothing to do with the items. */
const isForAll = (error: unknown): boolean =>
  error instanceof ModelGraphError &&
  (error.retryable || error instanceof UnauthenticatedError || error instanceof ForbiddenError);

function rejectOf(index: number, error: unknown): Reject {
  const { message, code } = error as { message: string; code?: string };
  return { index, message, code: code ?? 'INVALID_INPUT' };
}
