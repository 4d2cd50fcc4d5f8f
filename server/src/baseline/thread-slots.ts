/** Lets so many at a time work, first come, first served: a thread for each at once would leave the server none to answer with. */
export class ThreadSlots {
  private readonly waiting: (() => void)[] = [];
  private taken = 0;

  constructor(private readonly most: number) {}

  /** Runs `work` when there is a place for it; whoever has given up by then loses its place with the signal's reason. */
  async take<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    signal.throwIfAborted();
    if (this.taken < this.most) this.taken += 1;
    else await this.wait(signal);
    try {
      return await work();
    } finally {
      // Whoever is next takes over this place, so `taken` stays.
      const next = this.waiting.shift();
      if (next) next();
      else this.taken -= 1;
    }
  }

  private wait(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        this.waiting.splice(this.waiting.indexOf(enter), 1);
        reject(signal.reason);
      };
      const enter = (): void => {
        signal.removeEventListener('abort', leave);
        resolve();
      };
      signal.addEventListener('abort', leave, { once: true });
      this.waiting.push(enter);
    });
  }
}
