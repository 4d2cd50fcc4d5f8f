/** How often in a row a request is not answered in time before smaller ones are tried: a server may be away just as well. */
const SLOW_BEFORE_LESS = 3;

/** How many items a request may have, found by trial where something between here and the server bounds it. */
export class RequestSize {
  most = Number.POSITIVE_INFINITY;
  private slow = 0;

  /** Says that a request of so many items was too large. */
  tooLarge(count: number): void {
    this.most = Math.min(this.most, Math.ceil(count / 2));
  }

  /** Says that a request of so many items was not answered in time. */
  tooSlow(count: number): void {
    this.slow += 1;
    if (this.slow < SLOW_BEFORE_LESS) return;
    this.slow = 0;
    this.tooLarge(count);
  }

  /** Says that a whole batch went through: some more may. */
  passed(): void {
    this.slow = 0;
    this.most += Math.ceil(this.most / 4);
  }
}
