import { Field, InputType } from 'type-graphql';
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
