import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { SafeIntScalar } from '../contract/scalars';
import { Tag } from '../contract/tag';
import { InstantColumn } from '../database/columns';
import { LATE } from '../database/late-columns';

/** See the SDL for what each means. */
export enum TrainingRunStatus {
  RUNNING = 'RUNNING',
  SUCCEEDED = 'SUCCEEDED',
  FAILED = 'FAILED',
  KILLED = 'KILLED',
}
registerEnumType(TrainingRunStatus, { name: 'TrainingRunStatus' });

@ObjectType()
export class RunDataset {
  @Field() name!: string;
  @Field(() => String, { nullable: true }) version!: string | null;
  @Field(() => String, { nullable: true }) digest!: string | null;
  @Field(() => SafeIntScalar, { nullable: true }) rows!: number | null;
}

@Entity('training_run')
@ObjectType()
export class TrainingRun {
  @Field(() => ID)
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'project_id' })
  projectId!: string;

  @Field()
  @Column('text')
  name!: string;

  @Field(() => String, { nullable: true })
  @Column('text', { name: 'external_id', nullable: true })
  externalId!: string | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  experiment!: string | null;

  @Column('uuid', { name: 'model_id', nullable: true })
  modelId!: string | null;

  @Field(() => TrainingRunStatus)
  @Column('text')
  status!: TrainingRunStatus;

  @Column('jsonb', LATE)
  params!: Record<string, unknown>;

  @Field(() => RunDataset, { nullable: true })
  @Column('jsonb', { nullable: true })
  dataset!: RunDataset | null;

  @Field(() => SafeIntScalar, { nullable: true })
  @Column('bigint', { name: 'training_samples', nullable: true })
  trainingSamples!: number | null;

  @Field(() => SafeIntScalar, { nullable: true })
  @Column('bigint', { name: 'validation_samples', nullable: true })
  validationSamples!: number | null;

  @Column('jsonb', LATE)
  environment!: Record<string, unknown>;

  @Field(() => String, { nullable: true })
  @Column('text', { name: 'git_commit', nullable: true })
  gitCommit!: string | null;

  @Field(() => [Tag])
  @Column('jsonb')
  tags!: Tag[];

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  error!: string | null;

  @Field()
  @Column('text', { name: 'started_by' })
  startedBy!: string;

  @Field(() => Date)
  @InstantColumn({ name: 'started_at' })
  startedAt!: string;

  @Field(() => Date, { nullable: true })
  @InstantColumn({ name: 'finished_at', nullable: true })
  finishedAt!: string | null;
}
