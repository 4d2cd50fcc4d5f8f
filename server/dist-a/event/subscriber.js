'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.Subscriber = void 0;
const service_error_1 = require('../contract/service-error');
const cursor_1 = require('./cursor');
const envelope_1 = require('./envelope');
/**
 * One follower of a project's log: it holds a position and, while it lags behind the ring, one batch. Nothing is pushed at
 * it: a slow consumer asks later and has missed nothing. One `next` at a time. `return` ends it also while a `next` waits,
 * which an async generator would not, and frees it also when `next` was never called.
 */
class Subscriber {
  constructor(following) {
    this.following = following;
    this.batch = [];
    /** At once for the first: it tells the client that from here on nothing is missed. */
    this.checkpointAt = 0;
    this.ended = false;
    this.wake = () => undefined;
    this.position = following.after;
    this.replaying = following.after < following.head;
  }
  async next() {
    try {
      const envelope = await this.advance();
      if (envelope === null || this.ended) return this.return();
      if (!this.following.isStillAllowed())
        throw new service_error_1.ServiceError('UNAUTHENTICATED', 'This token has expired or was revoked.');
      return { done: false, value: envelope };
    } catch (error) {
      this.end();
      throw error;
    }
  }
  async return() {
    this.end();
    return { done: true, value: undefined };
  }
  async throw(error) {
    this.end();
    throw error;
  }
  [Symbol.asyncIterator]() {
    return this;
  }
  end() {
    if (this.ended) return;
    this.ended = true;
    this.batch = [];
    this.wake();
    this.following.onEnd();
  }
  async advance() {
    while (!this.ended) {
      if (this.isCheckpointDue()) return this.checkpoint();
      const event = this.atHand() ?? (await this.behindRing());
      if (!event) {
        await this.growth();
        continue;
      }
      if (event.position !== this.position + 1)
        throw (0, cursor_1.expiredCursor)(this.following.projectId, event.position);
      this.position = event.position;
      if (this.following.accept(event)) return this.enveloped(envelope_1.EnvelopeKind.EVENT, event);
    }
    return null;
  }
  atHand() {
    const { tail } = this.following;
    return this.batch.shift() ?? (this.position < tail.head ? tail.ring.at(this.position + 1) : undefined);
  }
  async behindRing() {
    const { tail, projectId, readAfter } = this.following;
    if (this.position >= tail.head) return undefined;
    // Only what the tail has read too: whoever looks at events before they are handed out has seen these.
    this.batch = (await readAfter(this.position)).filter(({ position }) => position <= tail.head);
    if (this.batch.length === 0) throw (0, cursor_1.expiredCursor)(projectId, tail.head + 1);
    return this.batch.shift();
  }
  isCheckpointDue() {
    return performance.now() >= this.checkpointAt || (this.replaying && this.position >= this.following.head);
  }
  /** Until the log has grown, a checkpoint is due, or it ends. */
  growth() {
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        forget();
        this.wake = () => undefined;
        resolve();
      };
      const timer = setTimeout(wake, Math.max(0, this.checkpointAt - performance.now()));
      const forget = this.following.tail.onGrowth(wake);
      this.wake = wake;
    });
  }
  checkpoint() {
    this.checkpointAt = performance.now() + this.following.checkpointMs;
    this.replaying &&= this.position < this.following.head;
    return this.enveloped(envelope_1.EnvelopeKind.CHECKPOINT, null);
  }
  enveloped(kind, event) {
    return { cursor: (0, cursor_1.writeCursor)(this.following.projectId, this.position), kind, event };
  }
}
exports.Subscriber = Subscriber;
//# sourceMappingURL=subscriber.js.map
