import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import type { DataSource } from 'typeorm';
import { Baseline } from '../baseline/baseline.entity';
import { connectionOf, type Page } from '../contract/connection';
import { idOrNone } from '../contract/id';
import { directionOf } from '../contract/metric';
import { ReplayablePayload, succeeded } from '../contract/payload';
import { Request } from '../contract/request';
import { lateColumns } from '../database/late-columns';
import type { Ordering } from '../database/list-order';
import { loadById } from '../database/load-by-id';
import { Version } from '../version/version.entity';
import { CreateMonitoringReportInput, MonitoringReportFilter } from './monitoring.input';
import { type MonitoringLists, REPORT_ORDER } from './monitoring.list';
import type { MonitoringService } from './monitoring.service';
import { MonitoringReport, type ReportFindings } from './monitoring-report.entity';
import { DriftSummary, FeatureQuality, OperationsSummary, QualityMetric } from './report-parts';

const MonitoringReportConnection = connectionOf('MonitoringReport', () => MonitoringReport, {
  counted: true,
});

@ObjectType()
class CreateMonitoringReportPayload extends ReplayablePayload {
  @Field(() => MonitoringReport, { nullable: true }) report!: MonitoringReport | null;
}

@Resolver(() => MonitoringReport)
export class MonitoringResolver {
  constructor(
    private readonly dataSource: DataSource,
    private readonly monitoring: MonitoringService,
    private readonly lists: MonitoringLists,
  ) {}

  @Query(() => MonitoringReport, { nullable: true })
  monitoringReport(
    @Ctx() { actor }: Request,
    @Arg('id', () => ID) id: string,
  ): Promise<MonitoringReport | null> {
    return this.dataSource
      .getRepository(MonitoringReport)
      .findOneBy({ id: idOrNone(id), projectId: actor.projectId });
  }

  @Query(() => MonitoringReportConnection)
  monitoringReports(
    @Ctx() request: Request,
    @Arg('filter', () => MonitoringReportFilter, { nullable: true }) filter: MonitoringReportFilter | null,
    @Arg('order', () => REPORT_ORDER.input, { nullable: true }) order: Ordering | null,
    @Arg('first', () => Int, { defaultValue: 50 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<Page<MonitoringReport>> {
    return this.lists.list(request, filter, order, { first, after });
  }

  @Mutation(() => CreateMonitoringReportPayload)
  createMonitoringReport(
    @Ctx() request: Request,
    @Arg('input', () => CreateMonitoringReportInput) input: CreateMonitoringReportInput,
  ): Promise<CreateMonitoringReportPayload> {
    return this.monitoring.create(request, input).then(succeeded);
  }

  @FieldResolver(() => Version)
  version(@Ctx() request: Request, @Root() { versionId }: MonitoringReport): Promise<Version | null> {
    return loadById(request, this.dataSource, Version).load(versionId);
  }

  @FieldResolver(() => Baseline, { nullable: true })
  async baseline(
    @Ctx() request: Request,
    @Root() { baselineId }: MonitoringReport,
  ): Promise<Baseline | null> {
    return baselineId === null ? null : loadById(request, this.dataSource, Baseline).load(baselineId);
  }

  @FieldResolver(() => [String])
  async reasons(@Ctx() request: Request, @Root() report: MonitoringReport): Promise<readonly string[]> {
    return (await this.findings(request, report)).reasons;
  }

  @FieldResolver(() => [QualityMetric])
  async quality(@Ctx() request: Request, @Root() report: MonitoringReport): Promise<QualityMetric[]> {
    const { quality } = await this.findings(request, report);
    return quality.map((metric) => ({ ...metric, direction: directionOf(metric.name) }));
  }

  @FieldResolver(() => DriftSummary, { nullable: true })
  async drift(@Ctx() request: Request, @Root() report: MonitoringReport): Promise<DriftSummary | null> {
    return (await this.findings(request, report)).drift as DriftSummary | null;
  }

  @FieldResolver(() => [FeatureQuality])
  async dataQuality(
    @Ctx() request: Request,
    @Root() report: MonitoringReport,
  ): Promise<readonly FeatureQuality[]> {
    return (await this.findings(request, report)).dataQuality;
  }

  @FieldResolver(() => OperationsSummary)
  async operations(@Ctx() request: Request, @Root() report: MonitoringReport): Promise<OperationsSummary> {
    return (await this.findings(request, report)).operations;
  }

  @FieldResolver(() => Number, { nullable: true })
  async autocorrelation(@Ctx() request: Request, @Root() report: MonitoringReport): Promise<number | null> {
    return (await this.findings(request, report)).autocorrelation;
  }

  private async findings(request: Request, { id }: MonitoringReport): Promise<ReportFindings> {
    return (await lateColumns(request, this.dataSource, MonitoringReport, ['findings']).load(id)).findings;
  }
}

@Resolver(() => Version)
export class VersionReportsResolver {
  constructor(private readonly lists: MonitoringLists) {}

  @FieldResolver(() => MonitoringReportConnection)
  monitoringReports(
    @Ctx() request: Request,
    @Root() { id }: Version,
    @Arg('first', () => Int, { defaultValue: 50 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<Page<MonitoringReport>> {
    return this.lists.ofVersions(request, { first, after }).load(id);
  }
}
