import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '../database/columns';
import { Stage, StageTransitionKind } from './stage';

@Entity('stage_transition')
@ObjectType()
export class StageTransition {
  @Field(() => ID)
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'project_id' })
  projectId!: string;

  @Column('uuid', { name: 'model_id' })
  modelId!: string;

  @Column('uuid', { name: 'version_id' })
  versionId!: string;

  @Field(() => Stage, { nullable: true })
  @Column('text', { name: 'from_stage', nullable: true })
  from!: Stage | null;

  @Field(() => Stage)
  @Column('text', { name: 'to_stage' })
  to!: Stage;

  @Field(() => StageTransitionKind)
  @Column('text')
  kind!: StageTransitionKind;

  @Field(() => Date)
  @InstantColumn()
  at!: string;

  @Field()
  @Column('text')
  actor!: string;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  reason!: string | null;
}
