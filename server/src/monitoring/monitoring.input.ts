import { Field, InputType, registerEnumType } from 'type-graphql';
import { SortDirection } from '../contract/filter';
import { ModelRef } from '../model/model.input';
import { VersionRef } from '../version/version.input';
import { ReportVerdict } from './report-parts';

@InputType()
class TimeWindowInput {
  @Field(() => Date) from!: string;
  @Field(() => Date) to!: string;
}

@InputType()
export class CreateMonitoringReportInput {
  @Field(() => VersionRef) version!: VersionRef;
  @Field(() => TimeWindowInput) window!: TimeWindowInput;
  @Field({ defaultValue: 1 }) falseAlarmsPerYear!: number;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@InputType()
export class MonitoringReportFilter {
  @Field(() => VersionRef, { nullable: true }) version?: VersionRef | null;
  @Field(() => ModelRef, { nullable: true }) model?: ModelRef | null;
  @Field(() => [ReportVerdict], { nullable: true }) verdict?: ReportVerdict[] | null;
}

export enum MonitoringReportOrderField {
  CREATED_AT = 'CREATED_AT',
  WINDOW_TO = 'WINDOW_TO',
}
registerEnumType(MonitoringReportOrderField, { name: 'MonitoringReportOrderField' });

@InputType()
export class MonitoringReportOrder {
  @Field(() => MonitoringReportOrderField, { defaultValue: MonitoringReportOrderField.CREATED_AT })
  field!: MonitoringReportOrderField;
  @Field(() => SortDirection, { defaultValue: SortDirection.DESC }) direction!: SortDirection;
}
