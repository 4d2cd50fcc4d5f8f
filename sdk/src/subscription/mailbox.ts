/** Items on their way to whoever takes them, in order. It does not bound itself: who puts looks at `size`. */
export class Mailbox<Item> {
  private readonly items: Item[] = [];
  private readonly takers: Taker<Item>[] = [];
  private ended: { error?: unknown } | undefined;

  get size(): number {
    return this.items.length;
  }

  /** The item that was put last and not taken yet. */
  get last(): Item | undefined {
    return this.items.at(-1);
  }

  put(item: Item): void {
    if (this.ended) return;
    const taker = this.takers.shift();
    if (taker) taker.resolve({ done: false, value: item });
    else this.items.push(item);
  }

  /** The next item; waits for one. After the end: done, after an error once that. */
  take(): Promise<IteratorResult<Item, undefined>> {
    if (this.items.length > 0) return Promise.resolve({ done: false, value: this.items.shift() as Item });
    if (!this.ended) return new Promise((resolve, reject) => this.takers.push({ resolve, reject }));
    const { ended } = this;
    this.ended = {};
    return 'error' in ended ? Promise.reject(ended.error) : Promise.resolve(DONE);
  }

  /** Ends after what was put, with an error for the first who takes thereafter. */
  fail(error: unknown): void {
    if (this.ended) return;
    const [first, ...others] = this.takers.splice(0);
    this.ended = first ? {} : { error };
    first?.reject(error);
    for (const taker of others) taker.resolve(DONE);
  }

  /** Ends at once: what was put and not taken is gone. */
  end(): void {
    this.items.length = 0;
    this.ended = {};
    for (const taker of this.takers.splice(0)) taker.resolve(DONE);
  }

  /** Fails at once: what was put and not taken is gone. */
  abort(error: unknown): void {
    this.items.length = 0;
    this.fail(error);
  }
}

interface Taker<Item> {
  resolve(result: IteratorResult<Item, undefined>): void;
  reject(error: unknown): void;
}

const DONE = { done: true, value: undefined } as const;
