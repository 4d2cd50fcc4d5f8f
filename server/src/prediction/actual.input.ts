import { Field, InputType, Int } from 'type-graphql';
import { ModelRef } from '../model/model.input';
import { ActualValueInput } from './prediction.input';

@InputType()
export class ActualInput {
  @Field() predictionId!: string;
  @Field(() => ActualValueInput) value!: ActualValueInput;
  @Field(() => Date, { nullable: true }) actualAt?: string | null;
  @Field(() => Int, { defaultValue: 0 }) revision!: number;
}

@InputType()
export class RecordActualsInput {
  @Field(() => ModelRef) model!: ModelRef;
  @Field(() => [ActualInput]) actuals!: ActualInput[];
}
