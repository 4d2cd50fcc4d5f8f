import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Metric, metricsColumn } from '../contract/metric';
import { Tag } from '../contract/tag';
import { InstantColumn } from '../database/columns';
import { LATE } from '../database/late-columns';
import type { Signature } from '../signature/signature';
import { type FeatureImportance, importanceColumn } from './feature-importance';
import { Stage } from './stage';

@Entity('version')
@ObjectType()
export class Version {
  @Field(() => ID)
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'project_id' })
  projectId!: string;

  @Column('uuid', { name: 'model_id' })
  modelId!: string;

  @Field(() => Int)
  @Column('integer')
  number!: number;

  @Field(() => Stage)
  @Column('text')
  stage!: Stage;

  @InstantColumn({ name: 'stage_entered_at' })
  stageEnteredAt!: string;

  @Field(() => Date, { nullable: true })
  @InstantColumn({ name: 'deployed_at', nullable: true })
  deployedAt!: string | null;

  @Field()
  @Column('text')
  description!: string;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  algorithm!: string | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  framework!: string | null;

  @Field()
  @Column('text', { name: 'manifest_digest' })
  manifestDigest!: string;

  @Column('jsonb', LATE)
  hyperparameters!: Record<string, unknown>;

  @Field(() => [Metric])
  @Column('jsonb', { transformer: metricsColumn })
  metrics!: Metric[];

  @Column('jsonb', { ...LATE, nullable: true })
  signature!: Signature | null;

  @Column('jsonb', { ...LATE, name: 'feature_importance', transformer: importanceColumn })
  featureImportance!: FeatureImportance[];

  @Column('uuid', { name: 'training_run_id', nullable: true })
  trainingRunId!: string | null;

  @Field(() => [Tag])
  @Column('jsonb')
  tags!: Tag[];

  @Column('jsonb', LATE)
  metadata!: Record<string, unknown>;

  @Field(() => Date, { nullable: true })
  @InstantColumn({ name: 'created_at', nullable: true })
  createdAt!: string | null;

  @Field(() => Date)
  @InstantColumn({ name: 'registered_at', insert: false })
  registeredAt!: string;

  @Field()
  @Column('text', { name: 'registered_by' })
  registeredBy!: string;
}
