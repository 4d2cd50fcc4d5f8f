import { badAnswer } from '../errors/bad-answer.js';
import { LogPredictions, RecordActuals } from '../generated/documents.js';
import type { ItemReject } from '../generated/operations.js';
import type { Reject } from '../queue/queue-options.js';
import type { Transport } from '../transport/transport.js';
import {
  type Group,
  groupsOf,
  halvesOf,
  type Queued,
  type QueuedActual,
  type QueuedPrediction,
} from './queued.js';
import { verdictOf } from './verdict.js';

/** The queue itself tries again, for as long as it takes. */
const ONCE = { maxRetries: 0 };

/** How often a batch fails in the server itself before one of its items is suspected. */
const SUSPECT_AFTER = 3;
/** How often an item fails alone, with nothing beside it that would tell whose fault it is, before it is given up. */
const GIVE_UP_AFTER = 10;
/** How many requests search for anything that the server takes, where it breaks down over all of them. */
const MOST_IN_VAIN = 16;

/** Sends the batches of one queue. */
export class QueuedSender {
  /** How often in a row the server broke down over the batch that is being sent. */
  private faults = 0;

  constructor(private readonly transport: Transport) {}

  /**
   * Sends a batch, one request for each version and model in it, and in ever smaller parts what the server cannot take;
   * gives the items that were refused for good, in their order. What it throws concerns the whole batch, which has no further effect when
   * it is sent again, as every item has its own identity.
   */
  async send(batch: readonly Queued[]): Promise<Reject[]> {
    const rejects: Reject[] = [];
    const suspects: Reject[] = [];
    const parts = groupsOf(batch);
    const most = parts.length + MOST_IN_VAIN;
    let wasTaken = false;
    let fault: unknown;
    // Breadth first: where the server takes anything at all, a part that it takes is soon found.
    for (let tried = 1; parts[0]; tried += 1) {
      const part = parts.shift() as Group;
      try {
        const answer = await sendItems(this.transport, part.items);
        if (!Array.isArray(answer.rejects)) throw badAnswer(null);
        rejects.push(...answer.rejects.map((reject) => placed(reject, part)));
        wasTaken = true;
      } catch (error) {
        const verdict = verdictOf(error);
        if (verdict === 'LATER' || verdict === 'NEVER') throw error;
        if (verdict === 'FAULT') {
          fault = error;
          if (this.faults < SUSPECT_AFTER || (!wasTaken && tried >= most)) throw this.counted(fault);
        }
        const refused = verdict === 'FAULT' ? suspects : rejects;
        if (verdict !== 'REFUSED' && part.items.length > 1) parts.push(...halvesOf(part));
        else refused.push(...part.places.map((place) => rejectOf(place, error)));
      }
    }
    // A server that takes nothing at all is at fault itself; one that takes others is not.
    const isTheirs = wasTaken || (batch.length === 1 && this.faults >= GIVE_UP_AFTER);
    if (suspects.length > 0 && !isTheirs) throw this.counted(fault);
    this.faults = 0;
    return [...rejects, ...suspects].sort((a, b) => a.index - b.index);
  }

  private counted(fault: unknown): unknown {
    this.faults += 1;
    return fault;
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

/** A reject as it is told: the server counted within the request, of which nobody but this file knows. */
function placed({ index, message, ...reject }: ItemReject, { places }: Group): Reject {
  const place = places[index] as number;
  return { ...reject, index: place, message: message.replace(/^Item \d+/, `Item ${place}`) };
}

function rejectOf(index: number, error: unknown): Reject {
  const { message, code, path } = error as { message: string; code?: string; path?: readonly string[] };
  return { index, message, code: code ?? 'INVALID_INPUT', path: path ?? [] };
}
