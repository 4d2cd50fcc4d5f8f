import { Field, InputType, ObjectType } from 'type-graphql';
import { numberFrom } from '../contract/metric';
import { printNumber } from '../contract/scalars';

@ObjectType()
export class FeatureImportance {
  @Field() feature!: string;
  @Field() importance!: number;
}

@InputType()
export class FeatureImportanceInput {
  @Field() feature!: string;
  @Field() importance!: number;
}

/** In a jsonb column, with NaN and infinities as strings. */
export const importanceColumn = {
  to: (list: readonly FeatureImportance[]): unknown[] =>
    list.map(({ feature, importance }) => ({ feature, importance: printNumber(importance) })),
  from: (stored: readonly { feature: string; importance: unknown }[]): FeatureImportance[] =>
    stored.map(({ feature, importance }) => ({ feature, importance: numberFrom(importance) })),
};
