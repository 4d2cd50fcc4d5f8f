import type { Pool } from 'pg';
import type { Actor } from '../contract/actor';
import type { Request } from '../contract/request';
import { ServiceError } from '../contract/service-error';
import { Coalesced } from './coalesced';
import { expiredCursor, invalidCursor, readCursor } from './cursor';
import type { Event } from './event.entity';
import type { Growth } from './growth';
import { type LogEnds, readEnds, readEventsAfter } from './read-events';
import { settledEnds } from './settled-ends';
import { Subscriber } from './subscriber';
import { Tail } from './tail';

const LISTEN_MS = 100;

interface DeliverySettings {
  /** Reads of the tails: few, and waited for by everybody. */
  readonly tailPool: Pool;
  /** Reads of those who lag. */
  readonly replayPool: Pool;
  readonly growth: Growth;
  /** Has committed events of a project given their positions, without waiting for it. */
  readonly sequence: (projectId: string) => void;
  readonly checkpointMs: number;
  /** Asked before each envelope. */
  readonly isStillAllowed: (actor: Actor) => boolean;
  /** Sees each event of a followed project in order, before any follower does. */
  readonly onRead: (event: Event) => void;
  readonly onSubscribers: (count: number) => void;
  readonly onError: (error: unknown, what: string) => void;
}

interface Wanted {
  /** A cursor, or nothing to begin with what happens from now on. */
  readonly after?: string | null;
  /** Which events to send; checkpoints pass over the others. */
  readonly accept: (event: Event) => boolean;
}

interface Followed {
  readonly tail: Tail;
  readonly subscribers: Set<Subscriber>;
}

/** Hands the event log to those who follow it, in order and without loss. See `Subscriber` for one of them. */
export class Delivery {
  private readonly followed = new Map<string, Followed>();
  private readonly ends = new Coalesced<LogEnds>();
  private readonly beginnings = new Coalesced<LogEnds>();
  private readonly replays = new Coalesced<Event[]>();
  private readonly forgetGrowth: () => void;
  private subscribers = 0;
  private stopped = false;

  constructor(private readonly settings: DeliverySettings) {
    this.forgetGrowth = settings.growth.onGrowth((projectId, head) =>
      this.followed.get(projectId)?.tail.grewTo(head),
    );
  }

  /**
   * Follows the log of the actor's project. The place to begin is settled before this resolves: the first envelope is a
   * CHECKPOINT that names it, and nothing that is committed later is missed.
   */
  async deliver({ actor, signal }: Request, { after, accept }: Wanted): Promise<Subscriber> {
    const { projectId } = actor;
    const ends = await (after == null ? this.now(projectId) : this.readEnds(projectId));
    const position = after == null ? ends.head : placeOf(after, projectId, ends);
    if (this.stopped)
      throw new ServiceError('UNAVAILABLE', 'The server is stopping; try again.', { retryAfterMs: 1_000 });
    const { tail, subscribers } = this.follow(projectId, ends.head);
    const end = (): void => subscriber.end();
    const subscriber: Subscriber = new Subscriber({
      projectId,
      after: position,
      head: ends.head,
      tail,
      accept,
      checkpointMs: this.settings.checkpointMs,
      isStillAllowed: () => this.settings.isStillAllowed(actor),
      readAfter: (behind) => this.replay(projectId, behind),
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
  stop(): void {
    this.stopped = true;
    this.forgetGrowth();
    for (const { subscribers } of this.followed.values()) for (const one of [...subscribers]) one.end();
  }

  private follow(projectId: string, head: number): Followed {
    const known = this.followed.get(projectId);
    const followed = known ?? { tail: this.tailOf(projectId, head), subscribers: new Set() };
    this.followed.set(projectId, followed);
    // For a new tail: what was announced while its head was being read. For a known one: what it has not heard of yet.
    if (!known || head > known.tail.head) void followed.tail.read();
    return followed;
  }

  private readEnds(projectId: string): Promise<LogEnds> {
    return this.ends.ask(projectId, () => readEnds(this.settings.replayPool, projectId));
  }

  private now(projectId: string): Promise<LogEnds> {
    const { growth, sequence } = this.settings;
    return this.beginnings.ask(projectId, () =>
      settledEnds({
        read: () => this.readEnds(projectId),
        sequence: () => sequence(projectId),
        grown: () => growth.heard(projectId, LISTEN_MS),
      }),
    );
  }

  private replay(projectId: string, position: number): Promise<Event[]> {
    return this.replays.ask(`${projectId} ${position}`, () =>
      readEventsAfter(this.settings.replayPool, projectId, position),
    );
  }

  private tailOf(projectId: string, head: number): Tail {
    return new Tail(
      (position) => readEventsAfter(this.settings.tailPool, projectId, position),
      this.settings.onRead,
      (error) => this.settings.onError(error, 'reading new events failed; the next tick tries again'),
      head,
    );
  }

  private count(more: 1 | -1): void {
    this.subscribers += more;
    this.settings.onSubscribers(this.subscribers);
  }
}

/** The position of a cursor that still leads to all that follows it. */
function placeOf(cursor: string, projectId: string, { head, oldest }: LogEnds): number {
  const position = readCursor(cursor, projectId);
  if (position > head) throw invalidCursor('This cursor lies beyond the last event');
  if (position < oldest - 1) throw expiredCursor(projectId, oldest);
  return position;
}
