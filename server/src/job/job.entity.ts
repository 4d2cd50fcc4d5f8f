import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { JSONObjectScalar } from '../contract/scalars';
import { InstantColumn } from '../database/columns';

/** What jobs do; see the SDL. The work itself is handed in by the rooms that do it, see `app.ts`. */
export enum JobKind {
  COMPUTE_BASELINE = 'COMPUTE_BASELINE',
  FOLD_SUMMARIES = 'FOLD_SUMMARIES',
  FORGET_EXPIRED = 'FORGET_EXPIRED',
  PREDICTION_PARTITIONS = 'PREDICTION_PARTITIONS',
}
registerEnumType(JobKind, { name: 'JobKind' });

export enum JobState {
  QUEUED = 'QUEUED',
  RUNNING = 'RUNNING',
  SUCCEEDED = 'SUCCEEDED',
  FAILED = 'FAILED',
}
registerEnumType(JobState, { name: 'JobState' });

@Entity('job')
@ObjectType()
export class Job {
  @Field(() => ID)
  @PrimaryColumn('uuid')
  id!: string;

  /** Null for the server's own upkeep. */
  @Column('uuid', { name: 'project_id', nullable: true })
  projectId!: string | null;

  @Field(() => JobKind)
  @Column('text')
  kind!: JobKind;

  @Field(() => JobState)
  @Column('text')
  state!: JobState;

  @Field(() => Number, { nullable: true })
  @Column('float8', { nullable: true })
  progress!: number | null;

  @Field(() => Int)
  @Column('integer')
  attempts!: number;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  error!: string | null;

  @Field(() => JSONObjectScalar, { nullable: true })
  @Column('jsonb', { nullable: true })
  result!: Record<string, unknown> | null;

  @Field(() => Date)
  @InstantColumn({ name: 'created_at' })
  createdAt!: string;

  @Field(() => Date, { nullable: true })
  @InstantColumn({ name: 'started_at', nullable: true })
  startedAt!: string | null;

  @Field(() => Date, { nullable: true })
  @InstantColumn({ name: 'finished_at', nullable: true })
  finishedAt!: string | null;

  @InstantColumn({ name: 'due_at', nullable: true })
  dueAt!: string | null;

  /** Null for work that is done once. */
  @Column('interval', { name: 'repeat_every', nullable: true })
  repeatEvery!: object | null;
}
