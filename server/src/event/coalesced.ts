/**
 * One reading for all who ask for the same at once. Whoever asks while one runs gets the next one, together with all others
 * who wait for it: what he gets was read after he asked.
 */
export class Coalesced<T> {
  private readonly running = new Map<string, Promise<T>>();
  private readonly next = new Map<string, Promise<T>>();

  ask(key: string, read: () => Promise<T>): Promise<T> {
    const running = this.running.get(key);
    if (!running) return this.run(key, read);
    const waiting = this.next.get(key);
    if (waiting) return waiting;
    const next = running.then(settled, settled).then(() => {
      this.next.delete(key);
      return this.run(key, read);
    });
    this.next.set(key, next);
    return next;
  }

  private run(key: string, read: () => Promise<T>): Promise<T> {
    const running = read().finally(() => this.running.delete(key));
    this.running.set(key, running);
    return running;
  }
}

const settled = (): void => undefined;
