'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.Ring = exports.RING = void 0;
exports.RING = { events: 2_000, bytes: 16 * 1024 * 1024 };
/**
 * The latest events of a project, consecutive, so that those who follow it closely share one reading of the database.
 * Whoever has fallen behind what it holds reads the database himself.
 */
class Ring {
  constructor(bounds = exports.RING) {
    this.bounds = bounds;
    this.kept = new Map();
    this.bytes = 0;
    this.last = 0;
  }
  push(event) {
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
  at(position) {
    return this.kept.get(position)?.event;
  }
  get size() {
    return this.kept.size;
  }
  clear() {
    this.kept.clear();
    this.bytes = 0;
  }
}
exports.Ring = Ring;
//# sourceMappingURL=ring.js.map
