import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import type { DataSource, SelectQueryBuilder } from 'typeorm';
import { connectionOf, type Page } from '../contract/connection';
import { idOrNone } from '../contract/id';
import { Request } from '../contract/request';
import { Stream } from '../contract/stream';
import { listOrder, type Ordering } from '../database/list-order';
import { readPage } from '../database/page';
import { whereOneOf } from '../database/where';
import type { Delivery } from './delivery';
import { type Envelope, envelopeOf } from './envelope';
import { Event } from './event.entity';
import { acceptsEvent, EventFilter } from './event-filter';

const EventConnection = connectionOf('Event', () => Event, { counted: false });
const ORDER = listOrder('Event', 'event', { POSITION: ['position', 'bigint'] }, null);
export const EventEnvelope = envelopeOf('Event', () => Event);

@Resolver()
export class EventResolver {
  constructor(
    private readonly dataSource: DataSource,
    private readonly delivery: Delivery,
  ) {}

  @Query(() => Event, { nullable: true })
  event(@Ctx() request: Request, @Arg('id', () => ID) id: string): Promise<Event | null> {
    return this.sequenced(request)
      .andWhere('event.id = :id', { id: idOrNone(id) })
      .getOne();
  }

  @Query(() => EventConnection)
  async events(
    @Ctx() request: Request,
    @Arg('filter', () => EventFilter, { nullable: true }) filter: EventFilter | null,
    @Arg('order', () => ORDER.input, { nullable: true }) order: Ordering | null,
    @Arg('first', () => Int, { defaultValue: 50 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<Page<Event>> {
    const query = this.sequenced(request);
    whereOneOf(query, 'event.type', filter?.types, 'types');
    if (filter?.subjectId != null)
      query.andWhere('event.subject_id = :subject', { subject: idOrNone(filter.subjectId) });
    return readPage(query, ORDER.columns(order), {
      first,
      after,
      of: ['events', request.actor.projectId, filter, order],
    });
  }

  @Stream(() => EventEnvelope, { name: 'events' })
  follow(
    @Ctx() request: Request,
    @Arg('filter', () => EventFilter, { nullable: true }) filter: EventFilter | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<AsyncIterable<Envelope>> {
    return this.delivery.deliver(request, { after, accept: acceptsEvent(filter) });
  }

  /** The events of the project that have their place in the log. */
  private sequenced({ actor }: Request): SelectQueryBuilder<Event> {
    return this.dataSource
      .getRepository(Event)
      .createQueryBuilder('event')
      .where('event.project_id = :project AND event.position IS NOT NULL', { project: actor.projectId });
  }
}
