import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import type { DataSource } from 'typeorm';
import { connectionOf, type Page } from '../contract/connection';
import { idOrNone } from '../contract/id';
import { Request } from '../contract/request';
import { Stream } from '../contract/stream';
import { readPage } from '../database/page';
import { whereOneOf } from '../database/where';
import type { Delivery } from './delivery';
import { type Envelope, envelopeOf } from './envelope';
import { Event } from './event.entity';
import { acceptsEvent, EventFilter } from './event-filter';

const EventConnection = connectionOf('Event', () => Event, { counted: false });
export const EventEnvelope = envelopeOf('Event', () => Event);

@Resolver()
export class EventResolver {
  constructor(
    private readonly dataSource: DataSource,
    private readonly delivery: Delivery,
  ) {}

  @Query(() => EventConnection)
  async events(
    @Ctx() { actor }: Request,
    @Arg('filter', () => EventFilter, { nullable: true }) filter: EventFilter | null,
    @Arg('first', () => Int, { defaultValue: 50 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<Page<Event>> {
    const query = this.dataSource
      .getRepository(Event)
      .createQueryBuilder('event')
      .where('event.project_id = :project AND event.position IS NOT NULL', { project: actor.projectId });
    whereOneOf(query, 'event.type', filter?.types);
    if (filter?.subjectId != null)
      query.andWhere('event.subject_id = :subject', { subject: idOrNone(filter.subjectId) });
    const order = [{ sql: 'event.position', type: 'bigint', descending: true }] as const;
    return readPage(query, order, { first, after, of: ['events', actor.projectId, filter] });
  }

  @Stream(() => EventEnvelope, { name: 'events' })
  follow(
    @Ctx() request: Request,
    @Arg('filter', () => EventFilter, { nullable: true }) filter: EventFilter | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<AsyncIterable<Envelope>> {
    return this.delivery.deliver(request, { after, accept: acceptsEvent(filter) });
  }
}
