import { ServiceError } from '../contract/service-error';
import { expiredCursor, writeCursor } from './cursor';
import { type Envelope, EnvelopeKind } from './envelope';
import type { Event } from './event.entity';
import type { Tail } from './tail';

interface Following {
  readonly projectId: string;
  /** Everything up to here has been handled. */
  readonly after: number;
  /** The head when it began: what lies before is replay. */
  readonly head: number;
  readonly tail: Tail;
  readonly checkpointMs: number;
  readonly accept: (event: Event) => boolean;
  readonly isStillAllowed: () => boolean;
  /** Reads behind a position what the ring does not hold any more. */
  readonly readAfter: (position: number) => Promise<Event[]>;
  readonly onEnd: () => void;
}

/**
 * One follower of a project's log: it holds a position and, while it lags behind the ring, one batch. Nothing is pushed at
 * it: a slow consumer asks later and has missed nothing. One `next` at a time. `return` ends it also while a `next` waits,
 * which an async generator would not, and frees it also when `next` was never called.
 */
export class Subscriber implements AsyncIterableIterator<Envelope> {
  private position: number;
  private batch: Event[] = [];
  private replaying: boolean;
  /** At once for the first: it tells the client that from here on nothing is missed. */
  private checkpointAt = 0;
  private ended = false;
  private wake: () => void = () => undefined;

  constructor(private readonly following: Following) {
    this.position = following.after;
    this.replaying = following.after < following.head;
  }

  async next(): Promise<IteratorResult<Envelope, undefined>> {
    try {
      const envelope = await this.advance();
      if (envelope === null || this.ended) return this.return();
      if (!this.following.isStillAllowed())
        throw new ServiceError('UNAUTHENTICATED', 'This token has expired or was revoked.');
      return { done: false, value: envelope };
    } catch (error) {
      this.end();
      throw error;
    }
  }

  async return(): Promise<IteratorReturnResult<undefined>> {
    this.end();
    return { done: true, value: undefined };
  }

  async throw(error: unknown): Promise<never> {
    this.end();
    throw error;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  end(): void {
    if (this.ended) return;
    this.ended = true;
    this.batch = [];
    this.wake();
    this.following.onEnd();
  }

  private async advance(): Promise<Envelope | null> {
    while (!this.ended) {
      if (this.isCheckpointDue()) return this.checkpoint();
      const event = this.atHand() ?? (await this.behindRing());
      if (!event) {
        await this.growth();
        continue;
      }
      if (event.position !== this.position + 1) throw expiredCursor(this.following.projectId, event.position);
      this.position = event.position;
      if (this.following.accept(event)) return this.enveloped(EnvelopeKind.EVENT, event);
    }
    return null;
  }

  private atHand(): Event | undefined {
    const { tail } = this.following;
    return this.batch.shift() ?? (this.position < tail.head ? tail.ring.at(this.position + 1) : undefined);
  }

  private async behindRing(): Promise<Event | undefined> {
    const { tail, projectId, readAfter } = this.following;
    if (this.position >= tail.head) return undefined;
    // Only what the tail has read too: whoever looks at events before they are handed out has seen these.
    this.batch = (await readAfter(this.position)).filter(({ position }) => position <= tail.head);
    if (this.batch.length === 0) throw expiredCursor(projectId, tail.head + 1);
    return this.batch.shift();
  }

  private isCheckpointDue(): boolean {
    return performance.now() >= this.checkpointAt || (this.replaying && this.position >= this.following.head);
  }

  /** Until the log has grown, a checkpoint is due, or it ends. */
  private growth(): Promise<void> {
    // Both may have come to pass since it looked; nothing would wake it then.
    if (this.ended || this.position < this.following.tail.head) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = (): void => {
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

  private checkpoint(): Envelope {
    this.checkpointAt = performance.now() + this.following.checkpointMs;
    this.replaying &&= this.position < this.following.head;
    return this.enveloped(EnvelopeKind.CHECKPOINT, null);
  }

  private enveloped(kind: EnvelopeKind, event: Event | null): Envelope {
    return { cursor: writeCursor(this.following.projectId, this.position), kind, event };
  }
}
