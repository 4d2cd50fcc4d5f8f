import { Field, ID, InputType } from 'type-graphql';
import { idOrNone } from '../contract/id';
import { ServiceError } from '../contract/service-error';
import type { Event } from './event.entity';
import { EventType } from './event-type';

@InputType()
export class EventFilter {
  @Field(() => [EventType], { nullable: true }) types?: EventType[] | null;
  @Field(() => ID, { nullable: true }) subjectId?: string | null;
}

type Accept = (event: Event) => boolean;

const MOST_TYPES = 50;

/** The filter as a rule for events that are handed out one by one; the query of `events` says the same in SQL. */
export function acceptsEvent(filter: EventFilter | null | undefined): Accept {
  const isOfType = acceptsType(filter?.types);
  const subjectId = filter?.subjectId == null ? null : idOrNone(filter.subjectId);
  return (event) => isOfType(event) && (subjectId === null || event.subjectId === subjectId);
}

/** Whether an event is of one of the types; of any when none are named. */
export function acceptsType(types: readonly EventType[] | null | undefined): Accept {
  if (types == null) return () => true;
  if (types.length > MOST_TYPES)
    throw new ServiceError(
      'BAD_REQUEST',
      `types takes at most ${MOST_TYPES} values; ${types.length} were given.`,
    );
  const wanted = new Set(types);
  return ({ type }) => wanted.has(type);
}
