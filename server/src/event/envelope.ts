import { type ClassType, Field, ObjectType, registerEnumType } from 'type-graphql';
import type { Event } from './event.entity';

/** See the SDL for what each means. */
export enum EnvelopeKind {
  EVENT = 'EVENT',
  CHECKPOINT = 'CHECKPOINT',
}
registerEnumType(EnvelopeKind, { name: 'EnvelopeKind' });

/** What every subscription to events sends. A room that shows the event as a type of its own resolves its fields from it. */
export interface Envelope {
  readonly cursor: string;
  readonly kind: EnvelopeKind;
  /** Null in a CHECKPOINT. */
  readonly event: Event | null;
}

/** The envelope type of a kind of events, named after it: `envelopeOf('Alert', () => AlertEvent)`. */
export function envelopeOf<T extends object>(name: string, event: () => ClassType<T>) {
  @ObjectType(`${name}Envelope`)
  class TypedEnvelope {
    @Field() cursor!: string;
    @Field(() => EnvelopeKind) kind!: EnvelopeKind;
    @Field(event, { nullable: true }) event!: T | null;
  }
  return TypedEnvelope as ClassType<object>;
}
