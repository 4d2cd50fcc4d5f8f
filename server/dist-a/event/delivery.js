'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.Delivery = void 0;
const service_error_1 = require('../contract/service-error');
const cursor_1 = require('./cursor');
const read_events_1 = require('./read-events');
const subscriber_1 = require('./subscriber');
const tail_1 = require('./tail');
/** Hands the event log to those who follow it, in order and without loss. See `Subscriber` for one of them. */
class Delivery {
  constructor(settings) {
    this.settings = settings;
    this.followed = new Map();
    this.subscribers = 0;
    this.stopped = false;
    this.forgetGrowth = settings.growth.onGrowth((projectId, head) =>
      this.followed.get(projectId)?.tail.grewTo(head),
    );
  }
  /**
   * Follows the log of the actor's project. The place to begin is settled before this resolves: the first envelope is a
   * CHECKPOINT that names it, and nothing that is committed later is missed.
   */
  async deliver({ actor, signal }, { after, accept }) {
    const { projectId } = actor;
    const ends = await (0, read_events_1.readEnds)(this.settings.replayPool, projectId);
    const position = after == null ? ends.head : placeOf(after, projectId, ends);
    if (this.stopped)
      throw new service_error_1.ServiceError('UNAVAILABLE', 'The server is stopping; try again.', {
        retryAfterMs: 1_000,
      });
    const { tail, subscribers } = this.follow(projectId, ends.head);
    const end = () => subscriber.end();
    const subscriber = new subscriber_1.Subscriber({
      projectId,
      after: position,
      head: ends.head,
      tail,
      accept: after == null ? butFor(ends.waiting, accept) : accept,
      checkpointMs: this.settings.checkpointMs,
      isStillAllowed: () => this.settings.isStillAllowed(actor),
      readAfter: (behind) => (0, read_events_1.readEventsAfter)(this.settings.replayPool, projectId, behind),
      onEnd: () => {
        signal.removeEventListener('abort', end);
        subscribers.delete(subscriber);
        if (subscribers.size === 0) this.followed.delete(projectId);
        this.count(-1);
      },
    });
    subscribers.add(subscriber);
    this.count(1);
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
    return subscriber;
  }
  /** Ends everybody. */
  stop() {
    this.stopped = true;
    this.forgetGrowth();
    for (const { subscribers } of this.followed.values()) for (const one of [...subscribers]) one.end();
  }
  follow(projectId, head) {
    const known = this.followed.get(projectId);
    const followed = known ?? { tail: this.tailOf(projectId, head), subscribers: new Set() };
    this.followed.set(projectId, followed);
    // For a new tail: what was announced while its head was being read. For a known one: what it has not heard of yet.
    if (!known || head > known.tail.head) void followed.tail.read();
    return followed;
  }
  tailOf(projectId, head) {
    return new tail_1.Tail(
      (position) => (0, read_events_1.readEventsAfter)(this.settings.tailPool, projectId, position),
      this.settings.onRead,
      (error) => this.settings.onError(error, 'reading new events failed; the next tick tries again'),
      head,
    );
  }
  count(more) {
    this.subscribers += more;
    this.settings.onSubscribers(this.subscribers);
  }
}
exports.Delivery = Delivery;
/** The position of a cursor that still leads to all that follows it. */
function placeOf(cursor, projectId, { head, oldest }) {
  const position = (0, cursor_1.readCursor)(cursor, projectId);
  if (position > head) throw (0, cursor_1.invalidCursor)('This cursor lies beyond the last event');
  if (position < oldest - 1) throw (0, cursor_1.expiredCursor)(projectId, oldest);
  return position;
}
/** What was committed before the subscription and is sequenced after it did not happen "from now on". */
function butFor(ids, accept) {
  const passed = new Set(ids);
  return (event) => !(passed.size > 0 && passed.delete(event.id)) && accept(event);
}
//# sourceMappingURL=delivery.js.map
