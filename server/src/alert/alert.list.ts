import type { DataSource, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { Page } from '../contract/connection';
import { SortDirection } from '../contract/filter';
import { nullWhenMissing } from '../contract/guard';
import type { Request } from '../contract/request';
import { type PageRequest, readPage } from '../database/page';
import { whereOneOf } from '../database/where';
import type { ModelRef } from '../model/model.input';
import type { ModelService } from '../model/model.service';
import { Alert } from './alert.entity';
import type { AlertFilter, AlertOrder, AlertRuleFilter } from './alert.input';
import { AlertRule } from './alert-rule.entity';

type Asked = Omit<PageRequest, 'of'>;

export class AlertLists {
  constructor(
    private readonly dataSource: DataSource,
    private readonly models: ModelService,
  ) {}

  async rules(request: Request, filter: AlertRuleFilter | null, page: Asked): Promise<Page<AlertRule>> {
    const query = this.ofProject(request, AlertRule, 'rule');
    whereOneOf(query, 'rule.watch', filter?.watch);
    await this.whereModel(query, request, filter?.model);
    const order = [
      { sql: 'rule.created_at', type: 'timestamptz', descending: true },
      { sql: 'rule.id', type: 'uuid', descending: true },
    ] as const;
    return readPage(query, order, { ...page, of: ['alertRules', request.actor.projectId, filter] });
  }

  async alerts(
    request: Request,
    filter: AlertFilter | null,
    order: AlertOrder | null,
    page: Asked,
  ): Promise<Page<Alert>> {
    const query = this.ofProject(request, Alert, 'alert');
    whereOneOf(query, 'alert.status', filter?.status);
    whereOneOf(query, 'alert.severity', filter?.severity);
    whereOneOf(query, 'alert.watch', filter?.watch);
    await this.whereModel(query, request, filter?.model);
    const descending = (order?.direction ?? SortDirection.DESC) === SortDirection.DESC;
    const columns = [
      { sql: 'alert.opened_at', type: 'timestamptz', descending },
      { sql: 'alert.id', type: 'uuid', descending },
    ] as const;
    return readPage(query, columns, { ...page, of: ['alerts', request.actor.projectId, filter, order] });
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
