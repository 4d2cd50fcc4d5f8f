import type { Queued } from './queued.js';

/** How often a batch fails in the server itself before one of its items is suspected; what is too large, is so at once. */
const SUSPECT_AFTER = 3;
/** How often an item fails alone, while the server takes others, before it is given up: once may be chance. */
const ALONE_UNTIL = 5;
/** How often a batch fails as a whole, with nothing taken that would tell whose fault it is, before it is given up. */
const GIVE_UP_AFTER = 20;

/** What is known of a batch that fails in ways that may be the fault of some of its items: whose. */
export class Suspects {
  private faults = 0;
  /** How many faults in a row left nothing of the batch taken. */
  private inVain = 0;
  private readonly timesAlone = new Map<Queued, number>();

  /** Whether it is time to look for the items at fault; before, the server gets time to recover. */
  get areSought(): boolean {
    return this.faults >= SUSPECT_AFTER;
  }

  /** Whether the batch is given up unless the server takes some of it now: every item is to be tried alone. */
  get isLastTry(): boolean {
    return this.inVain >= GIVE_UP_AFTER;
  }

  /** Whether an item has failed alone. */
  readonly has = (item: Queued): boolean => this.timesAlone.has(item);

  /** Says that an item failed alone. */
  add(item: Queued): void {
    this.timesAlone.set(item, (this.timesAlone.get(item) ?? 0) + 1);
  }

  /** Whether it is the items' own fault that they failed alone. */
  areAtFault(items: readonly Queued[], wasTaken: boolean): boolean {
    if (!wasTaken) return this.isLastTry;
    return items.every((item) => (this.timesAlone.get(item) as number) >= ALONE_UNTIL);
  }

  /** Says that the batch failed so, and whether some of it was taken. */
  count(wasTaken: boolean): void {
    this.faults += 1;
    this.inVain = wasTaken ? 0 : this.inVain + 1;
  }

  /** Says that it failed in another way: that tells nothing of its items. */
  pardon(): void {
    this.faults = 0;
    this.inVain = 0;
  }

  /** Says that the batch is settled. */
  clear(): void {
    this.pardon();
    this.timesAlone.clear();
  }
}
