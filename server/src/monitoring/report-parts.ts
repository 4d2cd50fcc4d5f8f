import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { MetricDirection } from '../contract/metric';
import { SafeIntScalar } from '../contract/scalars';
import { FeatureKind } from '../signature/signature';

/** What a report is made of, as clients see it; see the SDL for what each means. */

export enum ReportVerdict {
  OK = 'OK',
  WARNING = 'WARNING',
  CRITICAL = 'CRITICAL',
  NO_DATA = 'NO_DATA',
  NO_BASELINE = 'NO_BASELINE',
  INSUFFICIENT_DATA = 'INSUFFICIENT_DATA',
}
registerEnumType(ReportVerdict, { name: 'ReportVerdict' });

enum DriftVerdict {
  OK = 'OK',
  DRIFT = 'DRIFT',
  NO_DATA = 'NO_DATA',
  NO_BASELINE = 'NO_BASELINE',
  INSUFFICIENT_DATA = 'INSUFFICIENT_DATA',
}
registerEnumType(DriftVerdict, { name: 'DriftVerdict' });

enum DriftMethod {
  WEIGHTED_GAP = 'WEIGHTED_GAP',
  CHI_SQUARE = 'CHI_SQUARE',
}
registerEnumType(DriftMethod, { name: 'DriftMethod' });

enum DriftLaw {
  EXACT = 'EXACT',
  ASYMPTOTIC = 'ASYMPTOTIC',
  SIMULATED = 'SIMULATED',
}
registerEnumType(DriftLaw, { name: 'DriftLaw' });

export enum Basis {
  SUMMARY = 'SUMMARY',
  ROWS = 'ROWS',
}
registerEnumType(Basis, { name: 'Basis' });

@ObjectType()
export class TimeWindow {
  @Field(() => Date) from!: string;
  @Field(() => Date) to!: string;
}

@ObjectType()
class DriftTest {
  @Field(() => DriftMethod) method!: DriftMethod;
  @Field() statistic!: number;
  @Field() pValue!: number;
  @Field(() => DriftLaw) law!: DriftLaw;
}

@ObjectType()
class FeatureDrift {
  @Field() name!: string;
  @Field(() => FeatureKind) kind!: FeatureKind;
  @Field(() => DriftVerdict) verdict!: DriftVerdict;
  @Field(() => String, { nullable: true }) reason!: string | null;
  @Field(() => [DriftTest]) tests!: DriftTest[];
  @Field(() => Number, { nullable: true }) pValue!: number | null;
  @Field(() => Number, { nullable: true }) adjustedPValue!: number | null;
  @Field(() => Number, { nullable: true }) effect!: number | null;
  @Field() effectFloor!: number;
  @Field(() => Number, { nullable: true }) psi!: number | null;
  @Field(() => Number, { nullable: true }) jensenShannon!: number | null;
  @Field(() => SafeIntScalar) referenceCount!: number;
  @Field(() => SafeIntScalar) currentCount!: number;
  @Field(() => Number, { nullable: true }) mean!: number | null;
  @Field(() => Number, { nullable: true }) baselineMean!: number | null;
  @Field(() => [String]) warnings!: string[];
}

@ObjectType()
export class DriftSummary {
  @Field() level!: number;
  @Field(() => Int) tested!: number;
  @Field(() => Int) drifted!: number;
  @Field(() => [FeatureDrift]) features!: FeatureDrift[];
  @Field(() => FeatureDrift, { nullable: true }) output!: FeatureDrift | null;
}

@ObjectType()
export class QualityMetric {
  @Field() name!: string;
  @Field(() => Number, { nullable: true }) value!: number | null;
  @Field(() => Number, { nullable: true }) lower!: number | null;
  @Field(() => Number, { nullable: true }) upper!: number | null;
  @Field(() => Number, { nullable: true }) baseline!: number | null;
  @Field(() => Number, { nullable: true }) baselineLower!: number | null;
  @Field(() => Number, { nullable: true }) baselineUpper!: number | null;
  @Field(() => Number, { nullable: true }) previous!: number | null;
  @Field(() => MetricDirection, { nullable: true }) direction!: MetricDirection | null;
  @Field(() => String, { nullable: true }) reason!: string | null;
}

@ObjectType()
export class FeatureQuality {
  @Field() name!: string;
  @Field(() => SafeIntScalar) count!: number;
  @Field() missingShare!: number;
  @Field() nonFiniteShare!: number;
  @Field(() => Number, { nullable: true }) unseenShare!: number | null;
  @Field(() => Number, { nullable: true }) baselineMissingShare!: number | null;
}

@ObjectType()
export class OperationsSummary {
  @Field(() => Number, { nullable: true }) errorRate!: number | null;
  @Field(() => Number, { nullable: true }) latencyMsMean!: number | null;
  @Field(() => Number, { nullable: true }) latencyMsP95!: number | null;
}
