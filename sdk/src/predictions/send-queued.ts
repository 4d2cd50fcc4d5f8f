import { badAnswer } from '../errors/bad-answer.js';
import { LogPredictions, RecordActuals } from '../generated/documents.js';
import type { ItemReject } from '../generated/operations.js';
import type { Sent } from '../queue/queue.js';
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
import { RequestSize } from './request-size.js';
import { Suspects } from './suspects.js';
import { type Verdict, verdictOf } from './verdict.js';

/** The queue itself tries again, for as long as it takes. */
const ONCE = { maxRetries: 0 };

/** How many requests search for anything that the server takes, where it breaks down over all of them. */
const MOST_IN_VAIN = 16;

/** What an item fails with that may be its own fault, and may be nobody's and pass. */
const MAY_BE_ITS_OWN: ReadonlySet<Verdict> = new Set(['FAULT', 'TOO_MUCH']);

/** What ends the try: nothing else of the batch would fare better now. */
const ENDS_TRY: ReadonlySet<Verdict> = new Set(['LATER', 'SLOW']);

/** Sends the batches of one queue. */
export class QueuedSender {
  private readonly suspects = new Suspects();
  private readonly size = new RequestSize();
  /** What the server has kept of the batch so far, in this try or an earlier one. */
  private readonly kept = new Set<Queued>();

  constructor(private readonly transport: Transport) {}

  /**
   * Sends a batch, one request for each version and model in it, and in ever smaller parts what the server cannot take;
   * gives the items that were refused for good, in their order. After what it throws the whole batch may be sent again:
   * every item has its own identity.
   */
  async send(batch: readonly Queued[]): Promise<Sent> {
    const rejects: Reject[] = [];
    const broken: Reject[] = [];
    const parts = groupsOf(batch, this.size.most, this.suspects.has);
    const most = parts.length + MOST_IN_VAIN;
    let wasTaken = false;
    let fault: unknown;
    // Breadth first: where the server takes anything at all, a part that it takes is soon found.
    for (let tried = 1; parts[0]; tried += 1) {
      const part = parts.shift() as Group;
      const isOne = part.items.length === 1;
      try {
        const answer = await sendItems(this.transport, part.items);
        if (!Array.isArray(answer.rejects)) throw badAnswer(null);
        rejects.push(...answer.rejects.map((reject) => placed(reject, part)));
        const refused = new Set(answer.rejects.map(({ index }) => index));
        for (const [index, item] of part.items.entries()) if (!refused.has(index)) this.kept.add(item);
        wasTaken = true;
      } catch (error) {
        const verdict = verdictOf(error);
        if (verdict === 'NEVER') return this.settled(batch, rejects, error as Error);
        // The last try goes through to single items: none is given up unseen.
        const isInVain = !wasTaken && tried >= most && !this.suspects.isLastTry;
        if (verdict === 'SLOW') this.size.tooSlow(part.items.length);
        if (verdict === 'TOO_MUCH' && isInVain) this.size.tooLarge(part.items.length);
        if (verdict === 'FAULT' && (isInVain || !this.suspects.areSought))
          throw this.counted(error, wasTaken);
        if (ENDS_TRY.has(verdict) || (verdict === 'TOO_MUCH' && isInVain)) throw this.pardoned(error);
        if (verdict !== 'REFUSED' && !isOne) {
          parts.push(...halvesOf(part));
          continue;
        }
        const mayBeItsOwn = MAY_BE_ITS_OWN.has(verdict);
        (mayBeItsOwn ? broken : rejects).push(...part.places.map((place) => rejectOf(place, error)));
        if (!mayBeItsOwn) continue;
        fault = error;
        this.suspects.add(part.items[0] as Queued);
      }
    }
    const items = broken.map(({ index }) => batch[index] as Queued);
    if (items.length > 0 && !this.suspects.areAtFault(items, wasTaken)) throw this.counted(fault, wasTaken);
    this.size.passed();
    return this.settled(batch, [...rejects, ...broken]);
  }

  private settled(batch: readonly Queued[], refused: readonly Reject[], error?: Error): Sent {
    const isKept = (place: number): boolean => this.kept.has(batch[place] as Queued);
    const rejects = refused.filter(({ index }) => !isKept(index)).sort((a, b) => a.index - b.index);
    const told = new Set(rejects.map(({ index }) => index));
    const places = [...batch.keys()].filter((place) => !told.has(place) && !isKept(place));
    this.suspects.clear();
    this.kept.clear();
    return error ? { rejects, ended: { error, places } } : { rejects };
  }

  private counted(fault: unknown, wasTaken: boolean): unknown {
    this.suspects.count(wasTaken);
    return fault;
  }

  private pardoned(error: unknown): unknown {
    this.suspects.pardon();
    return error;
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
