import { createUnionType, Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '../database/columns';

@ObjectType()
class LabelProbability {
  @Field() label!: string;
  @Field() probability!: number;
}

/** Unions are told apart by class. */
@ObjectType()
export class ClassOutput {
  @Field() label: string;
  @Field(() => Number, { nullable: true }) probability: number | null;
  @Field(() => [LabelProbability]) probabilities: LabelProbability[];

  constructor(
    label: string,
    probability: number | null,
    probabilities: Readonly<Record<string, number>> | null,
  ) {
    this.label = label;
    this.probability = probability;
    this.probabilities = Object.entries(probabilities ?? {}).map(([of, is]) => ({
      label: of,
      probability: is,
    }));
  }
}

@ObjectType()
export class NumberOutput {
  @Field() value: number;
  @Field(() => Number, { nullable: true }) lower: number | null;
  @Field(() => Number, { nullable: true }) upper: number | null;

  constructor(value: number, lower: number | null, upper: number | null) {
    this.value = value;
    this.lower = lower;
    this.upper = upper;
  }
}

export const PredictionOutput = createUnionType({
  name: 'PredictionOutput',
  types: () => [ClassOutput, NumberOutput] as const,
});

/** See `actual` in the migrations: the one that counts for an id of a model. */
@ObjectType()
export class Actual {
  @Field(() => String, { nullable: true }) label!: string | null;
  @Field(() => Number, { nullable: true }) number!: number | null;
  @Field(() => Date) actualAt!: string;
  @Field(() => Int) revision!: number;
  @Field(() => Date) receivedAt!: string;
}

/** A row of a day's partition. It is written by the staged ingest, see `staged-ingest.ts`. */
@Entity('prediction')
@ObjectType()
export class Prediction {
  @PrimaryColumn('uuid', { name: 'version_id' })
  versionId!: string;

  @Field()
  @PrimaryColumn('text', { name: 'prediction_id' })
  predictionId!: string;

  @Field(() => Date)
  @InstantColumn({ name: 'received_at', primary: true })
  receivedAt!: string;

  @Field(() => Date)
  @InstantColumn({ name: 'occurred_at' })
  occurredAt!: string;

  @Field(() => String, { nullable: true })
  @Column('text', { name: 'entity_id', nullable: true })
  entityId!: string | null;

  @Field(() => Number, { nullable: true })
  @Column('float8', { name: 'latency_ms', nullable: true })
  latencyMs!: number | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  error!: string | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  variant!: string | null;

  @Column('text', { nullable: true })
  label!: string | null;

  @Column('float8', { nullable: true })
  probability!: number | null;

  @Column('jsonb', { nullable: true })
  probabilities!: Record<string, number> | null;

  @Column('float8', { nullable: true })
  number!: number | null;

  @Column('float8', { nullable: true })
  lower!: number | null;

  @Column('float8', { nullable: true })
  upper!: number | null;

  /** See `numericFeatures` for their names. */
  @Column('float8', { name: 'features', array: true })
  numbers!: (number | null)[];

  @Column('jsonb', { nullable: true })
  extra!: Record<string, unknown> | null;
}
