'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.Request = void 0;
/**
 * One request through either door, as resolvers see it. `memo` gives each room a place for what lives as long as the
 * request, its DataLoaders above all, without this file knowing the rooms.
 */
class Request {
  constructor(
    requestId,
    actor,
    /** Aborted when the client has gone or the deadline has passed. */
    signal,
  ) {
    this.requestId = requestId;
    this.actor = actor;
    this.signal = signal;
    this.kept = new Map();
  }
  /** What `make` made the first time it was asked for under `key`. */
  memo(key, make) {
    if (!this.kept.has(key)) this.kept.set(key, make());
    return this.kept.get(key);
  }
}
exports.Request = Request;
//# sourceMappingURL=request.js.map
