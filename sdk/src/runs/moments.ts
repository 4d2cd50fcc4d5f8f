/** Instants of now, to the microsecond, each later than the one before: points of one step have an order even so. */
export class Moments {
  private last = 0;

  constructor(private readonly nowMs: () => number = Date.now) {}

  /** The next one as RFC 3339. */
  next(): string {
    this.last = Math.max(this.nowMs() * 1_000, this.last + 1);
    const microseconds = String(this.last % 1_000).padStart(3, '0');
    return new Date(Math.floor(this.last / 1_000)).toISOString().replace('Z', `${microseconds}Z`);
  }
}
