import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import type { Page } from '../contract/connection';
import { nullWhenMissing } from '../contract/guard';
import type { Request } from '../contract/request';
import { listOrder, type Ordering } from '../database/list-order';
import { type PageRequest, readPage } from '../database/page';
import { readPages } from '../database/pages-of-parents';
import { whereOneOf } from '../database/where';
import type { ModelService } from '../model/model.service';
import type { VersionFinder } from '../version/version-finder';
import type { MonitoringReportFilter } from './monitoring.input';
import { MonitoringReport } from './monitoring-report.entity';

export const REPORT_ORDER = listOrder('MonitoringReport', 'report', {
  CREATED_AT: ['created_at', 'timestamptz'],
  WINDOW_TO: ['window_to', 'timestamptz'],
});

const reportsOfProject = (dataSource: DataSource, { actor }: Request) =>
  dataSource
    .getRepository(MonitoringReport)
    .createQueryBuilder('report')
    .where('report.project_id = :project', { project: actor.projectId });

type Asked = Omit<PageRequest, 'of'>;

export class MonitoringLists {
  constructor(
    private readonly dataSource: DataSource,
    private readonly models: ModelService,
    private readonly versions: VersionFinder,
  ) {}

  /** What a filter names and is not there has no reports. */
  async list(
    request: Request,
    filter: MonitoringReportFilter | null,
    order: Ordering | null,
    page: Asked,
  ): Promise<Page<MonitoringReport>> {
    const query = reportsOfProject(this.dataSource, request);
    whereOneOf(query, 'report.verdict', filter?.verdict, 'verdict');
    if (filter?.version) {
      const version = await nullWhenMissing(
        this.versions.find(request, filter.version, ['filter', 'version']),
      );
      query.andWhere(version ? 'report.version_id = :version' : 'FALSE', { version: version?.id });
    }
    if (filter?.model) {
      const model = await nullWhenMissing(this.models.find(request, filter.model, ['filter', 'model']));
      query.andWhere(model ? 'report.model_id = :model' : 'FALSE', { model: model?.id });
    }
    return readPage(query, REPORT_ORDER.columns(order), {
      ...page,
      of: ['monitoringReports', request.actor.projectId, filter, order],
    });
  }

  /** Of each version, newest first. */
  ofVersions(request: Request, page: Asked): DataLoader<string, Page<MonitoringReport>> {
    return request.memo(
      `reports of versions ${JSON.stringify(page)}`,
      () =>
        new DataLoader((versionIds: readonly string[]) =>
          readPages(
            reportsOfProject(this.dataSource, request),
            'report.version_id',
            versionIds,
            REPORT_ORDER.columns(null),
            {
              ...page,
              of: (versionId) => ['Version.monitoringReports', versionId],
            },
          ),
        ),
    );
  }
}
