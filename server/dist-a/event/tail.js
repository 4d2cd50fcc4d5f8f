'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.Tail = void 0;
const ring_1 = require('./ring');
/**
 * The one reader of a project's log on this server while somebody follows it. What it reads stands in the ring; then it
 * wakes those who wait for more.
 */
class Tail {
  /** `head`: the position from which it reads on. */
  constructor(readAfter, onRead, onError, lastRead) {
    this.readAfter = readAfter;
    this.onRead = onRead;
    this.onError = onError;
    this.lastRead = lastRead;
    this.ring = new ring_1.Ring();
    this.waiting = new Set();
    this.reading = false;
    this.again = false;
  }
  /** The last position that may be handed out: everything up to it has been read and seen by `onRead`. */
  get head() {
    return this.lastRead;
  }
  /** The log is said to reach `position`. */
  grewTo(position) {
    if (position > this.lastRead) void this.read();
  }
  /** Reads until there is no more; a call while it reads makes it look once more. A failure is left to the next call. */
  async read() {
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
  async readOn() {
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
  onGrowth(wake) {
    this.waiting.add(wake);
    return () => this.waiting.delete(wake);
  }
}
exports.Tail = Tail;
//# sourceMappingURL=tail.js.map
