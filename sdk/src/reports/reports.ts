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
import { type WithModelLike, withModelRef } from '../models/model-like.js';
import { List, type Paging } from '../paging/list.js';
import type { CallOptions } from '../transport/call-options.js';
import type { Transport } from '../transport/transport.js';
import { type VersionLike, versionRef } from '../versions/version-like.js';

/** What to report on. `version` in any way a version may be named. */
export type CreateReportInput = Omit<CreateMonitoringReportInput, 'version'> & {
  /** By `{ id }`, as an answer of the server, or as one of a model. */
  readonly version: VersionLike;
};

/** The new report, and whether an earlier call with the same idempotency key had made it. */
export type CreatedReport = Accepted<Created['createMonitoringReport'], 'report'>;

/** Which reports to list, and in which order. */
export interface ListReportsQuery extends Paging {
  /** All when left out. */
  readonly filter?:
    | (Omit<WithModelLike<MonitoringReportFilter>, 'version'> & {
        readonly version?: VersionLike | undefined;
      })
    | undefined;
  /** Newest first when left out. */
  readonly order?: MonitoringReportOrder | undefined;
}

/** `mg.reports`: how versions did, window by window. */
export class Reports {
  /** Made by the client. */
  constructor(private readonly transport: Transport) {}

  /**
   * Makes a report on a window of full hours UTC; alert rules of the model are evaluated on it soon after. Needs WRITER.
   * Throws `ValidationError`, `NotFoundError` (the version) or `ConflictError`.
   */
  create({ version, ...input }: CreateReportInput, options?: CallOptions): Promise<CreatedReport> {
    return this.transport.mutate(
      CreateMonitoringReport,
      { input: { ...input, version: versionRef(version) } },
      'report',
      options,
    );
  }

  /** One report with all its drift tests, by its id; null when this project has no such report. */
  get(id: string, options?: CallOptions): Promise<MonitoringReport | null> {
    return this.transport.query(GetMonitoringReport, { id }, options);
  }

  /** The reports of the project, newest first unless ordered; without their drift tests, for which see `get`. */
  list(
    { after, filter, ...query }: ListReportsQuery = {},
    options?: CallOptions,
  ): List<MonitoringReportSummary> {
    const asked = { ...query, filter: filter && filterOf(filter) };
    return new List(
      (next) => this.transport.query(ListMonitoringReports, { ...asked, after: next }, options),
      after,
    );
  }
}

function filterOf({ version, ...others }: NonNullable<ListReportsQuery['filter']>): MonitoringReportFilter {
  return { ...withModelRef(others), ...(version !== undefined && { version: versionRef(version) }) };
}
