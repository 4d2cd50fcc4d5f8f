import type { ModelGraphError } from '../errors/model-graph-error.js';
import { RateLimitedError } from '../errors/service-errors.js';
import { type Backoff, waitMs } from '../transport/backoff.js';
import { readNumbers, writeJson } from '../transport/numbers.js';
import { onAbort } from '../transport/on-abort.js';
import type { TypedDocument } from '../transport/typed-document.js';
import { errorOfEnd } from './ending.js';
import { Mailbox } from './mailbox.js';
import type { Sockets } from './sockets.js';

/** What the server sends: an event, or only how far it has come. */
export interface Envelope<Event> {
  readonly cursor: string;
  readonly kind: 'EVENT' | 'CHECKPOINT';
  readonly event: Event | null;
}

/** An event with the cursor to go on from once it was dealt with. */
export interface Delivery<Event> {
  /** Given as `after`, a subscription goes on behind this event. */
  readonly cursor: string;
  /** What happened. */
  readonly event: Event;
}

/** What every subscription takes. */
export interface SubscribeOptions {
  /** Go on after this cursor of an earlier delivery; left out, from now on. Throws `CursorExpiredError` when it is too old. */
  readonly after?: string | undefined;
  /** Ends the subscription; the iterator throws the reason of the signal. */
  readonly signal?: AbortSignal | undefined;
  /** Hears of every interruption, before the wait for another try. The subscription goes on by itself. */
  readonly onInterruption?: ((error: ModelGraphError) => void) | undefined;
}

/** How subscriptions wait and how much they hold. */
interface SubscriptionLimits {
  readonly backoff: Backoff;
  /** Most events that wait for a slow consumer. */
  readonly most: number;
  /** How long the server may refuse it as one too many, in milliseconds, before it throws. */
  readonly refusedForMs: number;
}

const LIMITS: SubscriptionLimits = {
  backoff: { firstMs: 250, mostMs: 30_000, random: Math.random },
  most: 1_000,
  refusedForMs: 60_000,
};

/**
 * The events of a subscription, from the first `next()` on. It reconnects for ever and goes on after the last cursor, so
 * that within one iterator every event comes once and in order. It throws when going on is useless: `CursorExpiredError`,
 * `UnauthenticatedError`, `ForbiddenError`, or an error of the document. `break` closes it, and the websocket after the last.
 *
 * The server takes 20 subscriptions of a websocket and 10 websockets of a token, unless it is set up otherwise. A client
 * opens another websocket for each 20 of its subscriptions. One for which the token has no websocket left waits for a minute
 * (`onInterruption` hears of it, else it is a warning of the process) and then throws a `RateLimitedError`.
 *
 * When 1,000 events wait for a slow consumer it closes its subscription at the server, and takes it up again by cursor once
 * half of them were consumed: other subscriptions on the same websocket are not held up, and the server keeps nothing.
 */
export class Subscription<Event> implements AsyncIterableIterator<Delivery<Event>> {
  private readonly mailbox = new Mailbox<Held<Event>>();
  private readonly variables: Record<string, unknown>;
  /** After which to go on at the server; `cursor` follows it as events are consumed. */
  private received: string | undefined;
  private lastEvent: string | undefined;
  private consumed: string | undefined;
  private state: 'IDLE' | 'OPEN' | 'WAITING' | 'PAUSED' | 'ENDED' = 'IDLE';
  private close: (() => void) | undefined;
  private unlisten: (() => void) | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private retry = 0;
  /** Since when the server has refused it as one too many, and nothing else. */
  private refusedSince: number | undefined;

  /** Made by the resources. */
  constructor(
    private readonly sockets: Sockets,
    private readonly document: TypedDocument<Record<string, Envelope<Event>>, never>,
    variables: object,
    private readonly options: SubscribeOptions = {},
    private readonly limits: SubscriptionLimits = LIMITS,
  ) {
    this.variables = JSON.parse(writeJson(variables));
    this.received = this.lastEvent = this.consumed = options.after;
  }

  /** Where to go on after everything that was consumed; fresher than the last delivery's when nothing happened since. */
  get cursor(): string | undefined {
    return this.consumed;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  /** The next event; waits for it. */
  async next(): Promise<IteratorResult<Delivery<Event>, undefined>> {
    this.start();
    const taken = await this.mailbox.take();
    if (taken.done) return taken;
    this.consumed = taken.value.upTo;
    if (this.state === 'PAUSED' && this.mailbox.size <= this.limits.most / 2) this.connect();
    return { done: false, value: taken.value.delivery };
  }

  /** Closes the subscription. Called by `break`. */
  async return(): Promise<IteratorReturnResult<undefined>> {
    this.stop();
    this.mailbox.end();
    return { done: true, value: undefined };
  }

  private start(): void {
    if (this.state !== 'IDLE') return;
    const { signal } = this.options;
    if (signal?.aborted) {
      this.endByAbort();
      return;
    }
    this.unlisten = onAbort(signal, () => this.endByAbort());
    this.connect();
  }

  private endByAbort(): void {
    this.stop();
    this.mailbox.abort(this.options.signal?.reason);
  }

  private connect(): void {
    this.state = 'OPEN';
    const variables = { ...this.variables, after: this.received };
    this.close = this.sockets.subscribe(
      { query: this.document.text, variables },
      {
        next: ({ data, errors }) => {
          readNumbers(data, this.document.numbers);
          if (errors) this.interrupt(errors);
          else this.receive(Object.values(data as Record<string, Envelope<Event>>)[0] as Envelope<Event>);
        },
        end: (cause) => this.interrupt(cause),
      },
    );
  }

  private receive({ cursor, kind, event }: Envelope<Event>): void {
    this.retry = 0;
    this.refusedSince = undefined;
    this.received = cursor;
    if (kind === 'EVENT' && event !== null && cursor !== this.lastEvent) {
      this.lastEvent = cursor;
      this.mailbox.put({ delivery: { cursor, event }, upTo: cursor });
    } else if (this.mailbox.last) {
      this.mailbox.last.upTo = cursor;
    } else {
      this.consumed = cursor;
    }
    if (this.mailbox.size < this.limits.most) return;
    this.close?.();
    this.state = 'PAUSED';
  }

  private interrupt(cause: unknown): void {
    const error = errorOfEnd(cause);
    this.close?.();
    if (!error.retryable || this.isRefusedForGood(error)) {
      this.stop();
      this.mailbox.fail(error);
      return;
    }
    this.state = 'WAITING';
    const wait = waitMs(this.limits.backoff, this.retry, error.retryAfterMs);
    this.retry += 1;
    this.timer = setTimeout(() => this.connect(), wait);
    // Not from within the websocket's own callback, where an error of the listener would do damage.
    queueMicrotask(() => this.options.onInterruption?.(error));
  }

  /** Whoever never gets anything must not look like one to whom nothing happens. */
  private isRefusedForGood(error: ModelGraphError): boolean {
    if (!(error instanceof RateLimitedError)) {
      this.refusedSince = undefined;
      return false;
    }
    const now = performance.now();
    this.refusedSince ??= now;
    if (!this.options.onInterruption) this.sockets.warnOfLimit(error.message);
    return now - this.refusedSince >= this.limits.refusedForMs;
  }

  private stop(): void {
    this.state = 'ENDED';
    clearTimeout(this.timer);
    this.close?.();
    this.unlisten?.();
  }
}

interface Held<Event> {
  readonly delivery: Delivery<Event>;
  /** Its own cursor, or that of a later checkpoint. */
  upTo: string;
}
