import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Tag } from '../contract/tag';
import { InstantColumn } from '../database/columns';
import { LATE } from '../database/late-columns';
import { ModelTask } from './model-task';

export { ModelTask };

registerEnumType(ModelTask, { name: 'ModelTask' });

@Entity('model')
@ObjectType()
export class Model {
  @Field(() => ID)
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'project_id' })
  projectId!: string;

  @Field()
  @Column('text')
  name!: string;

  @Field()
  @Column('text')
  description!: string;

  @Field(() => ModelTask)
  @Column('text')
  task!: ModelTask;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  owner!: string | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  domain!: string | null;

  @Field(() => [Tag])
  @Column('jsonb')
  tags!: Tag[];

  @Column('jsonb', LATE)
  metadata!: Record<string, unknown>;

  @Field(() => Date)
  @InstantColumn({ name: 'registered_at', insert: false })
  registeredAt!: string;

  @Field()
  @Column('text', { name: 'registered_by' })
  registeredBy!: string;

  @Field(() => Date, { nullable: true })
  @InstantColumn({ name: 'archived_at', nullable: true })
  archivedAt!: string | null;
}
