import { Directive, Field, ID, InputType, Int } from 'type-graphql';
import { ArtifactInput } from '../artifact/artifact.entity';
import { BaselineInput } from '../baseline/baseline.input';
import { DateTimeFilter } from '../contract/filter';
import { MetricInput } from '../contract/metric';
import { JSONObjectScalar } from '../contract/scalars';
import { TagFilter, TagInput } from '../contract/tag';
import { ModelTask } from '../model/model.entity';
import { ModelRef } from '../model/model.input';
import { TrainingRunRef } from '../run/run.input';
import { SignatureInput } from '../signature/signature';
import { EvaluationInput } from './evaluation';
import { FeatureImportanceInput } from './feature-importance';
import { Stage, StageGraph } from './stage';

@InputType()
@Directive('@oneOf')
export class VersionPick {
  @Field(() => ID, { nullable: true }) id?: string | null;
  @Field(() => Int, { nullable: true }) number?: number | null;
  @Field(() => Stage, { nullable: true }) stage?: Stage | null;
  @Field(() => Boolean, { nullable: true }) latest?: boolean | null;
}

@InputType()
export class VersionRef {
  @Field(() => ModelRef, { nullable: true }) model?: ModelRef | null;
  @Field(() => VersionPick, { nullable: true }) pick?: VersionPick | null;
}

@InputType()
export class VersionFilter {
  @Field(() => ModelRef, { nullable: true }) model?: ModelRef | null;
  @Field(() => [Stage], { nullable: true }) stage?: Stage[] | null;
  @Field(() => TagFilter, { nullable: true }) tags?: TagFilter | null;
  @Field(() => DateTimeFilter, { nullable: true }) registeredAt?: DateTimeFilter | null;
}

@InputType()
class NewModelInput {
  @Field(() => ModelTask) task!: ModelTask;
  @Field({ defaultValue: '' }) description!: string;
  @Field(() => String, { nullable: true }) owner?: string | null;
  @Field(() => String, { nullable: true }) domain?: string | null;
  @Field(() => [TagInput], { defaultValue: [] }) tags!: TagInput[];
  @Field(() => JSONObjectScalar, { nullable: true }) metadata?: Record<string, unknown> | null;
}

@InputType()
export class RegisterVersionInput {
  @Field(() => ModelRef) model!: ModelRef;
  @Field(() => NewModelInput, { nullable: true }) createModel?: NewModelInput | null;
  @Field(() => Stage, { defaultValue: Stage.DEVELOPMENT }) stage!: Stage;
  @Field({ defaultValue: '' }) description!: string;
  @Field(() => String, { nullable: true }) algorithm?: string | null;
  @Field(() => String, { nullable: true }) framework?: string | null;
  @Field(() => [ArtifactInput], { defaultValue: [] }) artifacts!: ArtifactInput[];
  @Field(() => JSONObjectScalar, { nullable: true }) hyperparameters?: Record<string, unknown> | null;
  @Field(() => [MetricInput], { defaultValue: [] }) metrics!: MetricInput[];
  @Field(() => [EvaluationInput], { defaultValue: [] }) evaluations!: EvaluationInput[];
  @Field(() => SignatureInput, { nullable: true }) signature?: SignatureInput | null;
  @Field(() => [FeatureImportanceInput], { defaultValue: [] }) featureImportance!: FeatureImportanceInput[];
  @Field(() => BaselineInput, { nullable: true }) baseline?: BaselineInput | null;
  @Field(() => TrainingRunRef, { nullable: true }) trainingRun?: TrainingRunRef | null;
  @Field(() => [TagInput], { defaultValue: [] }) tags!: TagInput[];
  @Field(() => JSONObjectScalar, { nullable: true }) metadata?: Record<string, unknown> | null;
  @Field(() => Date, { nullable: true }) createdAt?: string | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@InputType()
export class TransitionVersionInput {
  @Field(() => VersionRef) version!: VersionRef;
  @Field(() => Stage) to!: Stage;
  /** Absent: not checked; null: nobody is thought to be there. */
  @Field(() => ID, { nullable: true }) expectedCurrent?: string | null;
  @Field({ defaultValue: false }) force!: boolean;
  @Field(() => String, { nullable: true }) reason?: string | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@InputType()
export class RollbackModelInput {
  @Field(() => ModelRef) model!: ModelRef;
  /** Absent: not checked; null: nobody is thought to be there. */
  @Field(() => ID, { nullable: true }) expectedCurrent?: string | null;
  @Field(() => String, { nullable: true }) reason?: string | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@InputType()
export class SetStageGraphInput {
  @Field(() => ModelRef) model!: ModelRef;
  @Field(() => StageGraph) stageGraph!: StageGraph;
  @Field(() => String, { nullable: true }) reason?: string | null;
}
