import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '../database/columns';
import { AlertMetric } from './alert-metric';
import { AlertSeverity } from './alert-rule.entity';

/** See the SDL for what each means. */
export enum AlertStatus {
  PENDING = 'PENDING',
  FIRING = 'FIRING',
  ACKNOWLEDGED = 'ACKNOWLEDGED',
  RESOLVED = 'RESOLVED',
}
registerEnumType(AlertStatus, { name: 'AlertStatus' });

@Entity('alert')
@ObjectType()
export class Alert {
  @Field(() => ID)
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'project_id' })
  projectId!: string;

  @Column('uuid', { name: 'model_id' })
  modelId!: string;

  @Column('uuid', { name: 'rule_id' })
  ruleId!: string;

  @Column('uuid', { name: 'version_id' })
  versionId!: string;

  @Field(() => AlertStatus)
  @Column('text')
  status!: AlertStatus;

  @Field(() => AlertSeverity)
  @Column('text')
  severity!: AlertSeverity;

  @Field(() => AlertMetric)
  @Column('text')
  watch!: AlertMetric;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  feature!: string | null;

  @Field()
  @Column('double precision')
  value!: number;

  @Field()
  @Column('double precision')
  threshold!: number;

  @Field()
  @Column('text')
  message!: string;

  @Column('uuid', { name: 'report_id' })
  reportId!: string;

  @Field(() => Int)
  @Column('integer')
  windows!: number;

  @Field(() => Date)
  @InstantColumn({ name: 'opened_at' })
  openedAt!: string;

  @Field(() => Date, { nullable: true })
  @InstantColumn({ name: 'fired_at', nullable: true })
  firedAt!: string | null;

  @Field(() => Date, { nullable: true })
  @InstantColumn({ name: 'acknowledged_at', nullable: true })
  acknowledgedAt!: string | null;

  @Field(() => String, { nullable: true })
  @Column('text', { name: 'acknowledged_by', nullable: true })
  acknowledgedBy!: string | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  note!: string | null;

  @Field(() => Date, { nullable: true })
  @InstantColumn({ name: 'resolved_at', nullable: true })
  resolvedAt!: string | null;

  /** The end of the window that resolved it. */
  @InstantColumn({ name: 'resolved_by', nullable: true })
  resolvedBy!: string | null;
}
