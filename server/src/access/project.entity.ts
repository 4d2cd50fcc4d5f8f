import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '../database/columns';

/** The project that exists from the start. */
export const DEFAULT_PROJECT_ID = '00000000-0000-7000-8000-000000000000';

@Entity('project')
@ObjectType()
export class Project {
  @Field(() => ID)
  @PrimaryColumn('uuid')
  id!: string;

  @Field()
  @Column('text')
  name!: string;

  @Field()
  @Column('text')
  description!: string;

  @Field(() => Date)
  @InstantColumn({ name: 'created_at', insert: false })
  createdAt!: string;
}
