import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Metric, metricsColumn } from '../contract/metric';
import { JSONObjectScalar } from '../contract/scalars';
import { Tag } from '../contract/tag';
import { InstantColumn } from '../database/columns';
import { Signature } from '../signature/signature';
import { FeatureImportance, importanceColumn } from './feature-importance';
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

  @Field(() => JSONObjectScalar)
  @Column('jsonb')
  hyperparameters!: Record<string, unknown>;

  @Field(() => [Metric])
  @Column('jsonb', { transformer: metricsColumn })
  metrics!: Metric[];

  @Field(() => Signature, { nullable: true })
  @Column('jsonb', { nullable: true })
  signature!: Signature | null;

  @Field(() => [FeatureImportance])
  @Column('jsonb', { name: 'feature_importance', transformer: importanceColumn })
  featureImportance!: FeatureImportance[];

  @Column('uuid', { name: 'training_run_id', nullable: true })
  trainingRunId!: string | null;

  @Field(() => [Tag])
  @Column('jsonb')
  tags!: Tag[];

  @Field(() => JSONObjectScalar)
  @Column('jsonb')
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
