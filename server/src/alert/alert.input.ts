import { Field, ID, InputType, Int } from 'type-graphql';
import { ModelRef } from '../model/model.input';
import { AlertStatus } from './alert.entity';
import { AlertComparison, AlertMetric } from './alert-metric';
import { AlertSeverity } from './alert-rule.entity';

@InputType()
export class AlertRuleFilter {
  @Field(() => ModelRef, { nullable: true }) model?: ModelRef | null;
  @Field(() => [AlertMetric], { nullable: true }) watch?: AlertMetric[] | null;
}

@InputType()
export class AlertFilter {
  @Field(() => ModelRef, { nullable: true }) model?: ModelRef | null;
  @Field(() => [AlertStatus], { nullable: true }) status?: AlertStatus[] | null;
  @Field(() => [AlertSeverity], { nullable: true }) severity?: AlertSeverity[] | null;
  @Field(() => [AlertMetric], { nullable: true }) watch?: AlertMetric[] | null;
}

@InputType()
export class AlertEventFilter {
  @Field(() => ModelRef, { nullable: true }) model?: ModelRef | null;
  @Field(() => [AlertSeverity], { nullable: true }) severity?: AlertSeverity[] | null;
  @Field(() => [AlertStatus], { nullable: true }) status?: AlertStatus[] | null;
}

@InputType()
export class CreateAlertRuleInput {
  @Field(() => ModelRef) model!: ModelRef;
  @Field(() => AlertMetric) watch!: AlertMetric;
  @Field(() => String, { nullable: true }) feature?: string | null;
  @Field(() => AlertComparison) compare!: AlertComparison;
  @Field() value!: number;
  @Field(() => AlertSeverity, { defaultValue: AlertSeverity.WARNING }) severity!: AlertSeverity;
  @Field(() => Int, { defaultValue: 1 }) forWindows!: number;
  @Field({ defaultValue: 1 }) falseAlarmsPerYear!: number;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@InputType()
export class AcknowledgeAlertInput {
  @Field(() => ID) id!: string;
  @Field(() => String, { nullable: true }) note?: string | null;
}
