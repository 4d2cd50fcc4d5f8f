import { Arg, Ctx, Field, ID, InputType, Int, Query, Resolver } from 'type-graphql';
import type { DataSource } from 'typeorm';
import { connectionOf, type Page } from '../contract/connection';
import { idOrNone } from '../contract/id';
import type { Request } from '../contract/request';
import { readPage } from '../database/page';
import { whereOneOf } from '../database/where';
import { Event } from './event.entity';
import { EventType } from './event-type';

@InputType()
class EventFilter {
  @Field(() => [EventType], { nullable: true }) types?: EventType[] | null;
  @Field(() => ID, { nullable: true }) subjectId?: string | null;
}

const EventConnection = connectionOf('Event', () => Event, { counted: false });

@Resolver()
export class EventResolver {
  constructor(private readonly dataSource: DataSource) {}

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
}
