import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { JSONObjectScalar, SafeIntScalar } from '../contract/scalars';
import { InstantColumn } from '../database/columns';
import { EventType, SubjectKind } from './event-type';

registerEnumType(EventType, { name: 'EventType' });
registerEnumType(SubjectKind, { name: 'SubjectKind' });

@Entity('event')
@ObjectType()
export class Event {
  @Field(() => ID)
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'project_id' })
  projectId!: string;

  /** Null until sequenced; whatever is not sequenced yet is not shown. */
  @Field(() => SafeIntScalar)
  @Column('bigint', { nullable: true })
  position!: number;

  @Field(() => EventType)
  @Column('text')
  type!: EventType;

  @Field()
  @Column('text')
  actor!: string;

  @Field(() => SubjectKind)
  @Column('text', { name: 'subject_kind' })
  subjectKind!: SubjectKind;

  @Field(() => ID)
  @Column('uuid', { name: 'subject_id' })
  subjectId!: string;

  @Column('uuid', { name: 'model_id', nullable: true })
  modelId!: string | null;

  @Field(() => JSONObjectScalar, { nullable: true })
  @Column('jsonb', { nullable: true })
  before!: Record<string, unknown> | null;

  @Field(() => JSONObjectScalar, { nullable: true })
  @Column('jsonb', { nullable: true })
  after!: Record<string, unknown> | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  reason!: string | null;

  @Field(() => String, { nullable: true })
  @Column('text', { name: 'request_id', nullable: true })
  requestId!: string | null;

  @Field(() => String)
  @Column('bytea', {
    transformer: {
      from: (hash: Buffer | null) => hash?.toString('hex') ?? null,
      to: (hex: string) => Buffer.from(hex, 'hex'),
    },
  })
  hash!: string;

  @Field(() => Date)
  @InstantColumn({ name: 'occurred_at' })
  occurredAt!: string;
}
