import { Field, ObjectType } from 'type-graphql';
import { Entity, PrimaryColumn } from 'typeorm';
import { SafeIntScalar } from '../contract/scalars';

/** A point is its own identity: all its columns together are the key. */
@Entity('metric_point')
@ObjectType()
export class MetricPoint {
  @PrimaryColumn('uuid', { name: 'run_id' })
  runId!: string;

  @Field()
  @PrimaryColumn('text')
  name!: string;

  @Field(() => SafeIntScalar)
  @PrimaryColumn('bigint')
  step!: number;

  @Field(() => Date)
  @PrimaryColumn('text')
  at!: string;

  @Field()
  @PrimaryColumn('float8')
  value!: number;
}
