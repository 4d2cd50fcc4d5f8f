/** What the demo has opened, closed last first at its end: none is left behind, however that end comes. */
export class Opened {
  private readonly closers: (() => Promise<unknown>)[] = [];
  private isClosing = false;

  /** Opens something; refuses once closing has begun, as nobody would close it then. */
  open<T>(open: () => T, close: (opened: T) => Promise<unknown>): T {
    if (this.isClosing) throw new Error('The demo is ending.');
    const opened = open();
    this.closers.push(() => close(opened));
    return opened;
  }

  /** Closes everything, also after a failure; then throws the first. */
  async closeAll(): Promise<void> {
    this.isClosing = true;
    const failures: unknown[] = [];
    for (let close = this.closers.pop(); close; close = this.closers.pop())
      try {
        await close();
      } catch (error) {
        failures.push(error);
      }
    if (failures.length > 0) throw failures[0];
  }
}
