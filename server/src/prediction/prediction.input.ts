import { Directive, Field, InputType } from 'type-graphql';
import { DateTimeFilter } from '../contract/filter';
import { JSONObjectScalar } from '../contract/scalars';
import { VersionRef } from '../version/version.input';

@InputType()
export class PredictionRef {
  @Field(() => VersionRef) version!: VersionRef;
  @Field() predictionId!: string;
}

@InputType()
export class PredictionFilter {
  @Field(() => DateTimeFilter, { nullable: true }) receivedAt?: DateTimeFilter | null;
  @Field(() => String, { nullable: true }) entityId?: string | null;
}

@InputType()
class ClassOutputInput {
  @Field() label!: string;
  @Field(() => Number, { nullable: true }) probability?: number | null;
  @Field(() => JSONObjectScalar, { nullable: true }) probabilities?: Record<string, unknown> | null;
}

@InputType()
class NumberOutputInput {
  @Field() value!: number;
  @Field(() => Number, { nullable: true }) lower?: number | null;
  @Field(() => Number, { nullable: true }) upper?: number | null;
}

@InputType()
@Directive('@oneOf')
class PredictionOutputInput {
  @Field(() => ClassOutputInput, { nullable: true }) class?: ClassOutputInput | null;
  @Field(() => NumberOutputInput, { nullable: true }) number?: NumberOutputInput | null;
}

@InputType()
@Directive('@oneOf')
export class ActualValueInput {
  @Field(() => String, { nullable: true }) label?: string | null;
  @Field(() => Number, { nullable: true }) number?: number | null;
}

@InputType()
export class PredictionInput {
  @Field() predictionId!: string;
  @Field(() => String, { nullable: true }) entityId?: string | null;
  @Field(() => Date, { nullable: true }) occurredAt?: string | null;
  @Field(() => JSONObjectScalar, { nullable: true }) features?: Record<string, unknown> | null;
  @Field(() => PredictionOutputInput, { nullable: true }) output?: PredictionOutputInput | null;
  @Field(() => Number, { nullable: true }) latencyMs?: number | null;
  @Field(() => String, { nullable: true }) error?: string | null;
  @Field(() => String, { nullable: true }) variant?: string | null;
  @Field(() => ActualValueInput, { nullable: true }) actual?: ActualValueInput | null;
}

@InputType()
export class LogPredictionsInput {
  @Field(() => VersionRef) version!: VersionRef;
  @Field(() => [PredictionInput]) predictions!: PredictionInput[];
}
