import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { SafeIntScalar } from '../contract/scalars';
import { InstantColumn } from '../database/columns';
import { jsonNumbers } from '../database/json-numbers';
import { LATE } from '../database/late-columns';
import type { Findings } from './compose';
import { Basis, ReportVerdict, TimeWindow } from './report-parts';

/** What stands in `findings` of a report; its verdict has a column of its own. */
export type ReportFindings = Omit<Findings, 'verdict'>;

@Entity('monitoring_report')
@ObjectType()
export class MonitoringReport {
  @Field(() => ID)
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'project_id' })
  projectId!: string;

  @Column('uuid', { name: 'model_id' })
  modelId!: string;

  @Column('uuid', { name: 'version_id' })
  versionId!: string;

  @InstantColumn({ name: 'window_from' })
  windowFrom!: string;

  @InstantColumn({ name: 'window_to' })
  windowTo!: string;

  @Field(() => ReportVerdict)
  @Column('text')
  verdict!: ReportVerdict;

  @Field(() => SafeIntScalar)
  @Column('bigint')
  predictions!: number;

  @Field(() => SafeIntScalar)
  @Column('bigint')
  labelled!: number;

  @Column('uuid', { name: 'baseline_id', nullable: true })
  baselineId!: string | null;

  @Column('json', { ...LATE, transformer: jsonNumbers })
  findings!: ReportFindings;

  @Field(() => Date)
  @InstantColumn({ name: 'created_at', insert: false })
  createdAt!: string;

  @Field()
  @Column('text', { name: 'created_by' })
  createdBy!: string;

  @Field(() => TimeWindow)
  get window(): TimeWindow {
    return { from: this.windowFrom, to: this.windowTo };
  }

  @Field(() => Basis)
  get basis(): Basis {
    return Basis.SUMMARY;
  }
}
