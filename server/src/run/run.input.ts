import { Directive, Field, ID, InputType } from 'type-graphql';
import { DateTimeFilter, StringFilter } from '../contract/filter';
import { JSONObjectScalar, SafeIntScalar } from '../contract/scalars';
import { TagInput } from '../contract/tag';
import { ModelRef } from '../model/model.input';
import { TrainingRunStatus } from './run.entity';

@InputType()
@Directive('@oneOf')
export class TrainingRunRef {
  @Field(() => ID, { nullable: true }) id?: string | null;
  @Field(() => String, { nullable: true }) externalId?: string | null;
}

@InputType()
export class TrainingRunFilter {
  @Field(() => StringFilter, { nullable: true }) experiment?: StringFilter | null;
  @Field(() => [TrainingRunStatus], { nullable: true }) status?: TrainingRunStatus[] | null;
  @Field(() => ModelRef, { nullable: true }) model?: ModelRef | null;
  @Field(() => DateTimeFilter, { nullable: true }) startedAt?: DateTimeFilter | null;
}

@InputType()
export class RunDatasetInput {
  @Field() name!: string;
  @Field(() => String, { nullable: true }) version?: string | null;
  @Field(() => String, { nullable: true }) digest?: string | null;
  @Field(() => SafeIntScalar, { nullable: true }) rows?: number | null;
}

@InputType()
export class StartTrainingRunInput {
  @Field() name!: string;
  @Field(() => String, { nullable: true }) externalId?: string | null;
  @Field(() => String, { nullable: true }) experiment?: string | null;
  @Field(() => ModelRef, { nullable: true }) model?: ModelRef | null;
  @Field(() => JSONObjectScalar, { nullable: true }) params?: Record<string, unknown> | null;
  @Field(() => RunDatasetInput, { nullable: true }) dataset?: RunDatasetInput | null;
  @Field(() => SafeIntScalar, { nullable: true }) trainingSamples?: number | null;
  @Field(() => SafeIntScalar, { nullable: true }) validationSamples?: number | null;
  @Field(() => JSONObjectScalar, { nullable: true }) environment?: Record<string, unknown> | null;
  @Field(() => String, { nullable: true }) gitCommit?: string | null;
  @Field(() => [TagInput], { defaultValue: [] }) tags!: TagInput[];
  @Field(() => Date, { nullable: true }) startedAt?: string | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@InputType()
export class MetricPointInput {
  @Field() name!: string;
  @Field(() => SafeIntScalar, { defaultValue: 0 }) step!: number;
  @Field(() => Date, { nullable: true }) at?: string | null;
  @Field() value!: number;
}

@InputType()
export class LogTrainingMetricsInput {
  @Field(() => TrainingRunRef) run!: TrainingRunRef;
  @Field(() => [MetricPointInput]) points!: MetricPointInput[];
  @Field(() => JSONObjectScalar, { nullable: true }) params?: Record<string, unknown> | null;
}

@InputType()
export class FinishTrainingRunInput {
  @Field(() => TrainingRunRef) run!: TrainingRunRef;
  @Field(() => TrainingRunStatus) status!: TrainingRunStatus;
  @Field(() => String, { nullable: true }) error?: string | null;
  @Field(() => Date, { nullable: true }) finishedAt?: string | null;
}
