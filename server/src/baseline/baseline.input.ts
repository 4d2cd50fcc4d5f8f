import { Field, InputType } from 'type-graphql';

@InputType()
export class BaselineInput {
  @Field() artifactPath!: string;
}
