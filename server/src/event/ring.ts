import type { Event } from './event.entity';

interface RingBounds {
  readonly events: number;
  /** Counted as JSON text. */
  readonly bytes: number;
}

const RING: RingBounds = { events: 2_000, bytes: 16 * 1024 * 1024 };

/**
 * The latest events of a project, consecutive, so that those who follow it closely share one reading of the database.
 * Whoever has fallen behind what it holds reads the database himself.
 */
export class Ring {
  private readonly kept = new Map<number, { event: Event; bytes: number }>();
  private bytes = 0;
  private last = 0;

  constructor(private readonly bounds: RingBounds = RING) {}

  push(event: Event): void {
    if (event.position !== this.last + 1) this.clear();
    const bytes = JSON.stringify(event).length;
    this.kept.set(event.position, { event, bytes });
    this.bytes += bytes;
    this.last = event.position;
    for (const [position, oldest] of this.kept) {
      if (this.kept.size <= this.bounds.events && this.bytes <= this.bounds.bytes) break;
      this.kept.delete(position);
      this.bytes -= oldest.bytes;
    }
  }

  at(position: number): Event | undefined {
    return this.kept.get(position)?.event;
  }

  get size(): number {
    return this.kept.size;
  }

  private clear(): void {
    this.kept.clear();
    this.bytes = 0;
  }
}
