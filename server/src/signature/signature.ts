import { Field, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { ModelTask } from '../model/model.entity';
import { FeatureKind } from './feature-kind';

export { FeatureKind };

registerEnumType(FeatureKind, { name: 'FeatureKind' });

@ObjectType()
export class Feature {
  @Field() name!: string;
  @Field(() => FeatureKind) kind!: FeatureKind;
  @Field() nullable!: boolean;
  @Field(() => [String], { nullable: true }) categories!: string[] | null;
}

@ObjectType()
export class OutputSpec {
  @Field(() => ModelTask) task!: ModelTask;
  @Field(() => String, { nullable: true }) positiveLabel!: string | null;
  @Field(() => [String], { nullable: true }) labels!: string[] | null;
  @Field(() => String, { nullable: true }) unit!: string | null;
}

/** What a version takes and gives, as it is kept: every field there, null where nobody said. */
@ObjectType()
export class Signature {
  @Field(() => [Feature]) inputs!: Feature[];
  @Field(() => OutputSpec) output!: OutputSpec;
}

@InputType()
class FeatureInput {
  @Field() name!: string;
  @Field(() => FeatureKind) kind!: FeatureKind;
  @Field({ defaultValue: false }) nullable!: boolean;
  @Field(() => [String], { nullable: true }) categories?: string[] | null;
}

@InputType()
class OutputSpecInput {
  @Field(() => String, { nullable: true }) positiveLabel?: string | null;
  @Field(() => [String], { nullable: true }) labels?: string[] | null;
  @Field(() => String, { nullable: true }) unit?: string | null;
}

@InputType()
export class SignatureInput {
  @Field(() => [FeatureInput]) inputs!: FeatureInput[];
  @Field(() => OutputSpecInput, { nullable: true }) output?: OutputSpecInput | null;
}
