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
import { connectionOf, type Page } from '../contract/connection';
import { idOrNone } from '../contract/id';
import { Payload, succeeded } from '../contract/payload';
import { Request } from '../contract/request';
import type { Ordering } from '../database/list-order';
import { loadById } from '../database/load-by-id';
import { MonitoringReport } from '../monitoring/monitoring-report.entity';
import { Version } from '../version/version.entity';
import { Alert } from './alert.entity';
import { AcknowledgeAlertInput, AlertFilter } from './alert.input';
import { ALERT_ORDER, type AlertLists } from './alert.list';
import type { AlertService } from './alert.service';
import { AlertRule } from './alert-rule.entity';

const AlertConnection = connectionOf('Alert', () => Alert, { counted: true });

@ObjectType()
class AcknowledgeAlertPayload extends Payload {
  @Field(() => Alert, { nullable: true }) alert!: Alert | null;
}

@Resolver(() => Alert)
export class AlertResolver {
  constructor(
    private readonly dataSource: DataSource,
    private readonly alertService: AlertService,
    private readonly lists: AlertLists,
  ) {}

  @Query(() => Alert, { nullable: true })
  alert(@Ctx() { actor }: Request, @Arg('id', () => ID) id: string): Promise<Alert | null> {
    return this.dataSource.getRepository(Alert).findOneBy({ id: idOrNone(id), projectId: actor.projectId });
  }

  @Query(() => AlertConnection)
  alerts(
    @Ctx() request: Request,
    @Arg('filter', () => AlertFilter, { nullable: true }) filter: AlertFilter | null,
    @Arg('order', () => ALERT_ORDER.input, { nullable: true }) order: Ordering | null,
    @Arg('first', () => Int, { defaultValue: 50 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<Page<Alert>> {
    return this.lists.alerts(request, filter, order, { first, after });
  }

  @Mutation(() => AcknowledgeAlertPayload)
  acknowledgeAlert(
    @Ctx() request: Request,
    @Arg('input', () => AcknowledgeAlertInput) input: AcknowledgeAlertInput,
  ): Promise<AcknowledgeAlertPayload> {
    return this.alertService.acknowledge(request, input).then((alert) => succeeded({ alert }));
  }

  @FieldResolver(() => AlertRule)
  rule(@Ctx() request: Request, @Root() { ruleId }: Alert): Promise<AlertRule | null> {
    return loadById(request, this.dataSource, AlertRule).load(ruleId);
  }

  @FieldResolver(() => Version)
  version(@Ctx() request: Request, @Root() { versionId }: Alert): Promise<Version | null> {
    return loadById(request, this.dataSource, Version).load(versionId);
  }

  @FieldResolver(() => MonitoringReport)
  report(@Ctx() request: Request, @Root() { reportId }: Alert): Promise<MonitoringReport | null> {
    return loadById(request, this.dataSource, MonitoringReport).load(reportId);
  }
}
