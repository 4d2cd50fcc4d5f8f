import type { DataSource, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { Page } from '../contract/connection';
import { nullWhenMissing } from '../contract/guard';
import type { Request } from '../contract/request';
import { listOrder, type Ordering } from '../database/list-order';
import { type PageRequest, readPage } from '../database/page';
import { whereOneOf } from '../database/where';
import type { ModelRef } from '../model/model.input';
import type { ModelService } from '../model/model.service';
import { Alert } from './alert.entity';
import type { AlertFilter, AlertRuleFilter } from './alert.input';
import { AlertRule } from './alert-rule.entity';

export const RULE_ORDER = listOrder('AlertRule', 'rule', { CREATED_AT: ['created_at', 'timestamptz'] });
export const ALERT_ORDER = listOrder('Alert', 'alert', { OPENED_AT: ['opened_at', 'timestamptz'] });

type Asked = Omit<PageRequest, 'of'>;

export class AlertLists {
  constructor(
    private readonly dataSource: DataSource,
    private readonly models: ModelService,
  ) {}

  async rules(
    request: Request,
    filter: AlertRuleFilter | null,
    order: Ordering | null,
    page: Asked,
  ): Promise<Page<AlertRule>> {
    const query = this.ofProject(request, AlertRule, 'rule');
    whereOneOf(query, 'rule.watch', filter?.watch, 'watch');
    await this.whereModel(query, request, filter?.model);
    return readPage(query, RULE_ORDER.columns(order), {
      ...page,
      of: ['alertRules', request.actor.projectId, filter, order],
    });
  }

  async alerts(
    request: Request,
    filter: AlertFilter | null,
    order: Ordering | null,
    page: Asked,
  ): Promise<Page<Alert>> {
    const query = this.ofProject(request, Alert, 'alert');
    whereOneOf(query, 'alert.status', filter?.status, 'status');
    whereOneOf(query, 'alert.severity', filter?.severity, 'severity');
    whereOneOf(query, 'alert.watch', filter?.watch, 'watch');
    await this.whereModel(query, request, filter?.model);
    return readPage(query, ALERT_ORDER.columns(order), {
      ...page,
      of: ['alerts', request.actor.projectId, filter, order],
    });
  }

  private ofProject<T extends ObjectLiteral>(
    { actor }: Request,
    entity: new () => T,
    alias: string,
  ): SelectQueryBuilder<T> {
    return this.dataSource
      .getRepository(entity)
      .createQueryBuilder(alias)
      .where(`${alias}.project_id = :project`, { project: actor.projectId });
  }

  /** A model that is not there has none. */
  private async whereModel<T extends ObjectLiteral>(
    query: SelectQueryBuilder<T>,
    request: Request,
    ref: ModelRef | null | undefined,
  ): Promise<void> {
    if (!ref) return;
    const model = await nullWhenMissing(this.models.find(request, ref, ['filter', 'model']));
    query.andWhere(model ? `${query.alias}.model_id = :model` : 'FALSE', { model: model?.id });
  }
}
