import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import type { Page } from '../contract/connection';
import { SortDirection } from '../contract/filter';
import { nullWhenMissing } from '../contract/guard';
import type { Request } from '../contract/request';
import { type OrderColumn, type PageRequest, readPage } from '../database/page';
import { readPages } from '../database/pages-of-parents';
import { whereOneOf } from '../database/where';
import type { ModelService } from '../model/model.service';
import type { VersionFinder } from '../version/version-finder';
import {
  type MonitoringReportFilter,
  type MonitoringReportOrder,
  MonitoringReportOrderField,
} from './monitoring.input';
import { MonitoringReport, type ReportFindings } from './monitoring-report.entity';

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
    order: MonitoringReportOrder | null,
    page: Asked,
  ): Promise<Page<MonitoringReport>> {
    const query = reportsOfProject(this.dataSource, request);
    whereOneOf(query, 'report.verdict', filter?.verdict);
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
    return readPage(query, columnsOf(order), {
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
            NEWEST_FIRST,
            {
              ...page,
              of: (versionId) => ['Version.monitoringReports', versionId],
            },
          ),
        ),
    );
  }
}

/** What reports found, by report: only for those that are asked. */
export const findingsOf = (request: Request, dataSource: DataSource): DataLoader<string, ReportFindings> =>
  request.memo(
    findingsOf,
    () =>
      new DataLoader(async (ids: readonly string[]) => {
        const rows = await reportsOfProject(dataSource, request)
          .select(['report.id', 'report.findings'])
          .andWhere('report.id = ANY(:ids)', { ids })
          .getMany();
        const byId = new Map(rows.map(({ id, findings }) => [id, findings]));
        return ids.map((id) => byId.get(id) ?? new Error(`The report ${id} is gone.`));
      }),
  );

const newest = (sql: string, type: OrderColumn['type'], descending: boolean): readonly OrderColumn[] => [
  { sql, type, descending },
  { sql: 'report.id', type: 'uuid', descending },
];

const NEWEST_FIRST = newest('report.created_at', 'timestamptz', true);

function columnsOf(order: MonitoringReportOrder | null): readonly OrderColumn[] {
  const descending = (order?.direction ?? SortDirection.DESC) === SortDirection.DESC;
  const byWindow = order?.field === MonitoringReportOrderField.WINDOW_TO;
  return newest(byWindow ? 'report.window_to' : 'report.created_at', 'timestamptz', descending);
}
