import { Field, InputType, ObjectType } from 'type-graphql';

@ObjectType()
export class Tag {
  @Field() key!: string;
  @Field(() => String, { nullable: true }) value!: string | null;
}

@InputType()
export class TagInput {
  @Field() key!: string;
  @Field(() => String, { nullable: true }) value?: string | null;
}

@InputType()
export class TagFilter {
  @Field(() => [TagInput], { nullable: true }) all?: TagInput[] | null;
  @Field(() => [TagInput], { nullable: true }) any?: TagInput[] | null;
}

/** Tags as an object keeps them: sorted by key, a missing value as null. */
export const sortTags = (tags: readonly TagInput[]): Tag[] =>
  tags.map(({ key, value }) => ({ key, value: value ?? null })).sort((a, b) => (a.key < b.key ? -1 : 1));
