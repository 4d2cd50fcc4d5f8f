import type { Event } from './event.entity';
import { Ring } from './ring';

/**
 * The one reader of a project's log on this server while somebody follows it. What it reads stands in the ring; then it
 * wakes those who wait for more.
 */
export class Tail {
  private readonly waiting = new Set<() => void>();
  private reading = false;
  private again = false;

  /** `head`: the position from which it reads on. */
  constructor(
    private readonly readAfter: (position: number) => Promise<Event[]>,
    private readonly onRead: (event: Event) => void,
    private readonly onError: (error: unknown) => void,
    private lastRead: number,
    readonly ring = new Ring(),
  ) {}

  /** The last position that may be handed out: everything up to it has been read and seen by `onRead`. */
  get head(): number {
    return this.lastRead;
  }

  /** The log is said to reach `position`. */
  grewTo(position: number): void {
    if (position > this.lastRead) void this.read();
  }

  /** Reads until there is no more; a call while it reads makes it look once more. A failure is left to the next call. */
  async read(): Promise<void> {
    if (this.reading) {
      this.again = true;
      return;
    }
    this.reading = true;
    try {
      do {
        this.again = false;
        await this.readOn();
      } while (this.again);
    } catch (error) {
      this.onError(error);
    } finally {
      this.reading = false;
    }
  }

  private async readOn(): Promise<void> {
    for (;;) {
      const events = await this.readAfter(this.lastRead);
      if (events.length === 0) return;
      for (const event of events) {
        this.onRead(event);
        this.ring.push(event);
        this.lastRead = event.position;
      }
      for (const wake of [...this.waiting]) wake();
    }
  }

  /** Calls `wake` at each growth until the function given back is called. */
  onGrowth(wake: () => void): () => void {
    this.waiting.add(wake);
    return () => this.waiting.delete(wake);
  }
}
