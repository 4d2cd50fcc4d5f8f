import { Field, InputType, registerEnumType } from 'type-graphql';
import { DateTimeScalar } from './scalars';

export enum SortDirection {
  ASC = 'ASC',
  DESC = 'DESC',
}
registerEnumType(SortDirection, { name: 'SortDirection' });

@InputType()
export class StringFilter {
  @Field(() => String, { nullable: true }) eq?: string | null;
  @Field(() => [String], { nullable: true }) in?: string[] | null;
  @Field(() => String, { nullable: true }) startsWith?: string | null;
}

/** An instant arrives as canonical RFC 3339 text, see `instant.ts`. */
@InputType()
export class DateTimeFilter {
  @Field(() => DateTimeScalar, { nullable: true }) gte?: string | null;
  @Field(() => DateTimeScalar, { nullable: true }) lt?: string | null;
}
