import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '../database/columns';
import { AlertComparison, AlertMetric } from './alert-metric';

/** See the SDL for what each means. */
export enum AlertSeverity {
  INFO = 'INFO',
  WARNING = 'WARNING',
  CRITICAL = 'CRITICAL',
}
registerEnumType(AlertSeverity, { name: 'AlertSeverity' });

/** See the SDL for what each means. */
export enum AlertRuleHealth {
  OK = 'OK',
  NO_DATA = 'NO_DATA',
  EVALUATION_ERROR = 'EVALUATION_ERROR',
}
registerEnumType(AlertRuleHealth, { name: 'AlertRuleHealth' });
registerEnumType(AlertMetric, { name: 'AlertMetric' });
registerEnumType(AlertComparison, { name: 'AlertComparison' });

@Entity('alert_rule')
@ObjectType()
export class AlertRule {
  @Field(() => ID)
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'project_id' })
  projectId!: string;

  @Column('uuid', { name: 'model_id' })
  modelId!: string;

  @Field(() => AlertMetric)
  @Column('text')
  watch!: AlertMetric;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  feature!: string | null;

  @Field(() => AlertComparison)
  @Column('text')
  compare!: AlertComparison;

  @Field()
  @Column('double precision')
  value!: number;

  @Field(() => AlertSeverity)
  @Column('text')
  severity!: AlertSeverity;

  @Field(() => Int)
  @Column('integer', { name: 'for_windows' })
  forWindows!: number;

  @Field()
  @Column('double precision', { name: 'false_alarms_per_year' })
  falseAlarmsPerYear!: number;

  @Field(() => AlertRuleHealth)
  @Column({ type: 'text', insert: false })
  health!: AlertRuleHealth;

  @Field(() => Date)
  @InstantColumn({ name: 'created_at', insert: false })
  createdAt!: string;

  @Field()
  @Column('text', { name: 'created_by' })
  createdBy!: string;
}
