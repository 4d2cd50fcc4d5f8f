import { Directive, Field, ID, InputType } from 'type-graphql';
import { Role } from '../contract/actor';
import { StringFilter } from '../contract/filter';

@InputType()
@Directive('@oneOf')
export class ProjectRef {
  @Field(() => ID, { nullable: true }) id?: string | null;
  @Field(() => String, { nullable: true }) name?: string | null;
}

@InputType()
export class ProjectFilter {
  @Field(() => StringFilter, { nullable: true }) name?: StringFilter | null;
}

@InputType()
export class TokenFilter {
  @Field(() => StringFilter, { nullable: true }) subject?: StringFilter | null;
  @Field(() => Boolean, { nullable: true }) active?: boolean | null;
}

@InputType()
export class CreateProjectInput {
  @Field() name!: string;
  @Field({ defaultValue: '' }) description!: string;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@InputType()
export class CreateTokenInput {
  @Field() subject!: string;
  @Field(() => Role) role!: Role;
  @Field(() => ProjectRef, { nullable: true }) project?: ProjectRef | null;
  @Field(() => Date, { nullable: true }) expiresAt?: string | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@InputType()
export class RevokeTokenInput {
  @Field(() => ID) id!: string;
  @Field(() => String, { nullable: true }) reason?: string | null;
}
