import { Directive, Field, ID, InputType } from 'type-graphql';
import { StringFilter } from '../contract/filter';
import { JSONObjectScalar } from '../contract/scalars';
import { TagFilter, TagInput } from '../contract/tag';
import { EventType } from '../event/event-type';
import { ModelTask } from './model.entity';

@InputType()
@Directive('@oneOf')
export class ModelRef {
  @Field(() => ID, { nullable: true }) id?: string | null;
  @Field(() => String, { nullable: true }) name?: string | null;
}

@InputType()
export class ModelFilter {
  @Field(() => StringFilter, { nullable: true }) name?: StringFilter | null;
  @Field(() => [ModelTask], { nullable: true }) task?: ModelTask[] | null;
  @Field(() => StringFilter, { nullable: true }) owner?: StringFilter | null;
  @Field(() => TagFilter, { nullable: true }) tags?: TagFilter | null;
}

@InputType()
export class ModelEventFilter {
  @Field(() => ModelRef, { nullable: true }) model?: ModelRef | null;
  @Field(() => [EventType], { nullable: true }) types?: EventType[] | null;
}

@InputType()
export class RegisterModelInput {
  @Field() name!: string;
  @Field(() => ModelTask) task!: ModelTask;
  @Field({ defaultValue: '' }) description!: string;
  @Field(() => String, { nullable: true }) owner?: string | null;
  @Field(() => String, { nullable: true }) domain?: string | null;
  @Field(() => [TagInput], { defaultValue: [] }) tags!: TagInput[];
  @Field(() => JSONObjectScalar, { nullable: true }) metadata?: Record<string, unknown> | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}
