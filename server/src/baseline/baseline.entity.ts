import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { directionOf, Metric } from '../contract/metric';
import { SafeIntScalar } from '../contract/scalars';
import { InstantColumn } from '../database/columns';
import { jsonNumbers } from '../database/json-numbers';
import { LATE } from '../database/late-columns';
import { FeatureKind } from '../signature/feature-kind';
import type { FrozenFeature, FrozenOutput } from './frozen-feature';
import { type QualitySums, qualityMeasures } from './quality-sums';

/** See the SDL for what each means. */
export enum BaselineState {
  PENDING = 'PENDING',
  READY = 'READY',
  FAILED = 'FAILED',
}
registerEnumType(BaselineState, { name: 'BaselineState' });

/** See the SDL for what each means. */
export enum BaselineSource {
  ROWS = 'ROWS',
  FIRST_PREDICTIONS = 'FIRST_PREDICTIONS',
}
registerEnumType(BaselineSource, { name: 'BaselineSource' });

@Entity('baseline')
@ObjectType()
export class Baseline {
  @Field(() => ID)
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'project_id' })
  projectId!: string;

  @Column('uuid', { name: 'version_id' })
  versionId!: string;

  @Field(() => BaselineState)
  @Column('text')
  state!: BaselineState;

  @Field(() => Int)
  @Column('integer')
  revision!: number;

  @Field(() => BaselineSource)
  @Column('text')
  source!: BaselineSource;

  @Column('text', { name: 'artifact_path', nullable: true })
  artifactPath!: string | null;

  @Field(() => SafeIntScalar)
  @Column('bigint')
  rows!: number;

  @Field(() => SafeIntScalar)
  @Column('bigint', { name: 'labelled_rows' })
  labelledRows!: number;

  /** In the order of the signature, TEXT left out. */
  @Column('json', LATE)
  features!: readonly FrozenFeature[];

  @Column('json', { ...LATE, nullable: true })
  output!: FrozenOutput | null;

  /** Of the hold-out rows, a sum that has overflowed as it is; null where there are none, and for tasks without metrics. */
  @Column('json', { ...LATE, name: 'quality', nullable: true, transformer: jsonNumbers })
  qualitySums!: QualitySums | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  error!: string | null;

  @Field(() => Date)
  @InstantColumn({ name: 'created_at' })
  createdAt!: string;

  @Field(() => Date, { nullable: true })
  @InstantColumn({ name: 'computed_at', nullable: true })
  computedAt!: string | null;

  get isFrozen(): boolean {
    return this.state === BaselineState.READY;
  }
}

/** A feature, or the output, as clients see it. */
@ObjectType()
export class BaselineFeature {
  @Field() name!: string;
  @Field(() => FeatureKind) kind!: FeatureKind;
  @Field(() => SafeIntScalar) count!: number;
  @Field(() => SafeIntScalar) missing!: number;
  @Field(() => SafeIntScalar) nonFinite!: number;
  @Field(() => Number, { nullable: true }) mean!: number | null;
  @Field(() => Number, { nullable: true }) standardDeviation!: number | null;
  @Field(() => Number, { nullable: true }) min!: number | null;
  @Field(() => Number, { nullable: true }) max!: number | null;
  @Field(() => [Number]) edges!: readonly number[];
  @Field(() => [String]) categories!: readonly string[];
  @Field(() => [SafeIntScalar]) counts!: readonly number[];
}

export const shownFeature = (feature: FrozenFeature): BaselineFeature => ({
  ...feature,
  count: feature.counts.reduce((sum, one) => sum + one, feature.nonFinite),
  edges: feature.binning.kind === 'NUMBER' ? feature.binning.edges : [],
  categories: feature.binning.kind === 'CATEGORY' ? feature.binning.categories : [],
});

/** The quality metrics that have a value. */
export const shownQuality = (sums: QualitySums | null): Metric[] =>
  Object.entries(sums ? qualityMeasures(sums) : {}).flatMap(([name, { value }]) =>
    value === null ? [] : [{ name, value, direction: directionOf(name) }],
  );
