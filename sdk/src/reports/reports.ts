import type { Accepted } from '../errors/accepted.js';
import {
  CreateMonitoringReport,
  GetMonitoringReport,
  ListMonitoringReports,
} from '../generated/documents.js';
import type {
  CreateMonitoringReport as Created,
  MonitoringReport,
  MonitoringReportSummary,
} from '../generated/operations.js';
import type {
  CreateMonitoringReportInput,
  MonitoringReportFilter,
  MonitoringReportOrder,
} from '../generated/schema.js';
import { type ModelLike, modelRef } from '../models/model-like.js';
import { List, type Paging } from '../paging/list.js';
import type { CallOptions } from '../transport/call-options.js';
import type { Transport } from '../transport/transport.js';
import { type VersionLike, versionRef, type WithVersionLike } from '../versions/version-like.js';

/** What to report on. */
export type CreateReportInput = WithVersionLike<CreateMonitoringReportInput>;

/** The new report, and whether an earlier call with the same idempotency key had made it. */
export type CreatedReport = Accepted<Created['createMonitoringReport'], 'report'>;

/** Which reports. The given conditions must all hold. */
export type ReportFilter = Omit<MonitoringReportFilter, 'version' | 'model'> & {
  /** On this version. */
  readonly version?: VersionLike | undefined;
  /** On any version of this model. */
  readonly model?: ModelLike | undefined;
};

/** Which reports to list, and in which order. */
export interface ListReportsQuery extends Paging {
  /** All when left out. */
  readonly filter?: ReportFilter | undefined;
  /** Newest first when left out. */
  readonly order?: MonitoringReportOrder | undefined;
}

/** `mg.reports`: how versions did in windows of time. */
export class Reports {
  /** Made by the client. */
  constructor(private readonly transport: Transport) {}

  /**
   * Makes a report on a window that begins and ends on a full hour UTC, at the same cost for any number of predictions. The
   * alert rules of the model are evaluated on it soon after. What was only queued by `mg.predictions` is not in it: `flush`
   * first. Needs WRITER. Throws `ValidationError` or `NotFoundError` (the version).
   */
  async create(input: CreateReportInput, options?: CallOptions): Promise<CreatedReport> {
    const given = { ...input, version: versionRef(input.version) };
    return this.transport.mutate(CreateMonitoringReport, { input: given }, 'report', options);
  }

  /** One report with the drift of every feature; null when this project has no such report. */
  get(id: string, options?: CallOptions): Promise<MonitoringReport | null> {
    return this.transport.query(GetMonitoringReport, { id }, options);
  }

  /**
   * The reports of the project, newest first unless ordered. Summaries: with quality, operations and the count of drifted
   * features, without the drift of each, what came in for it, and the baseline, which `get` gives.
   */
  list(
    { after, filter, ...query }: ListReportsQuery = {},
    options?: CallOptions,
  ): List<MonitoringReportSummary> {
    const variables = { ...query, filter: filter && serverFilter(filter) };
    return new List(
      (next) => this.transport.query(ListMonitoringReports, { ...variables, after: next }, options),
      after,
      options,
    );
  }
}

const serverFilter = ({ version, model, ...others }: ReportFilter): MonitoringReportFilter => ({
  ...others,
  version: version && versionRef(version),
  model: model === undefined ? undefined : modelRef(model),
});
