import { AllEvents, GetEvent, ListEvents } from '../generated/documents.js';
import type { Event } from '../generated/operations.js';
import type { EventFilter, EventOrder } from '../generated/schema.js';
import { List, type Paging } from '../paging/list.js';
import type { SubscribeOptions, Subscription } from '../subscription/subscription.js';
import type { CallOptions } from '../transport/call-options.js';
import type { Transport } from '../transport/transport.js';

/** Which events to list, and in which order. */
export interface ListEventsQuery extends Paging {
  /** All when left out. */
  readonly filter?: EventFilter | undefined;
  /** Newest first when left out. */
  readonly order?: EventOrder | undefined;
}

/** Which events to hear of, and from where on. */
export interface SubscribeToEvents extends SubscribeOptions {
  /** All when left out. */
  readonly filter?: EventFilter | undefined;
}

/** `mg.events`: what was changed in the project, by whom and why. */
export class Events {
  /** Made by the client. */
  constructor(private readonly transport: Transport) {}

  /** One event; null when there is none in this project. */
  get(id: string, options?: CallOptions): Promise<Event | null> {
    return this.transport.query(GetEvent, { id }, options);
  }

  /** The events of the project, newest first unless ordered. The server does not count them. */
  list({ after, ...query }: ListEventsQuery = {}, options?: CallOptions): List<Event> {
    return new List(
      (next) => this.transport.query(ListEvents, { ...query, after: next }, options),
      after,
      options,
    );
  }

  /** All events of the project, from now on or after a cursor, in order of position. */
  subscribe({ filter, ...options }: SubscribeToEvents = {}): Subscription<Event> {
    return this.transport.subscribe(AllEvents, { filter }, options);
  }
}
