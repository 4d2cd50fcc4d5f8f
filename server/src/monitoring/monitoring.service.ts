import type { DataSource } from 'typeorm';
import { z } from 'zod';
import { newId } from '../contract/id';
import type { Request } from '../contract/request';
import { check, idempotencyKey, rules } from '../contract/rules';
import { writeNumbers } from '../database/json-numbers';
import { inTransaction } from '../database/transaction';
import { causeOf } from '../event/cause';
import { appendEvent } from '../event/event-log';
import { EventType, SubjectKind } from '../event/event-type';
import { hasKey, once } from '../event/idempotency';
import type { ReadsSummaries } from '../prediction/summary/window-summary';
import type { Version } from '../version/version.entity';
import type { VersionFinder } from '../version/version-finder';
import type { Findings } from './compose';
import type { Material } from './material';
import type { CreateMonitoringReportInput } from './monitoring.input';
import { MonitoringReport } from './monitoring-report.entity';
import type { ReportComposer } from './report-composer';
import { materialOf } from './report-material';
import { lengthOf, windowRules } from './window';

/** What a rule or a report may spend: false alarms of drift per version and year. */
export const budget = z
  .number()
  .refine((value) => value > 0 && value <= 1_000, { error: 'give more than 0 and at most 1,000' });

const creation = rules({ window: windowRules, falseAlarmsPerYear: budget, idempotencyKey });

const MUTATION = 'createMonitoringReport';

interface Composed {
  readonly version: Version;
  readonly material: Material;
  readonly findings: Findings;
  readonly baselineId: string | null;
}

export class MonitoringService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly versions: VersionFinder,
    private readonly summaries: ReadsSummaries,
    private readonly composer: ReportComposer,
    private readonly committed: (projectId: string) => void,
  ) {}

  /** Computed before the transaction that keeps it: no connection waits for the mathematics. */
  async create(
    request: Request,
    given: CreateMonitoringReportInput,
  ): Promise<{ report: MonitoringReport; replayed: boolean }> {
    const input = check(creation, given);
    const { actor } = request;
    const isReplay = await hasKey(this.dataSource.manager, actor, MUTATION, input.idempotencyKey);
    const composed = isReplay ? null : await this.compose(request, input);
    const result = await inTransaction(this.dataSource, async (manager) => {
      const { entityId, replayed } = await once(manager, actor, MUTATION, input, async () => {
        // The key had been there and has expired in between.
        const report = composed ?? (await this.compose(request, input));
        const id = newId();
        await manager.query(INSERT, [
          id,
          actor.projectId,
          report.version.modelId,
          report.version.id,
          input.window.from,
          input.window.to,
          report.findings.verdict,
          report.material.predictions,
          report.material.labelled,
          report.baselineId,
          writeNumbers({ ...report.findings, verdict: undefined }),
          actor.subject,
        ]);
        await appendEvent(manager, causeOf(request), {
          type: EventType.MONITORING_REPORT_CREATED,
          subjectKind: SubjectKind.MONITORING_REPORT,
          subjectId: id,
          modelId: report.version.modelId,
          after: {
            version: { id: report.version.id, number: report.version.number },
            window: report.material.window,
            verdict: report.findings.verdict,
          },
        });
        return id;
      });
      return {
        report: await manager.getRepository(MonitoringReport).findOneByOrFail({ id: entityId }),
        replayed,
      };
    });
    this.committed(actor.projectId);
    return result;
  }

  private async compose(request: Request, input: CreateMonitoringReportInput): Promise<Composed> {
    const { window, falseAlarmsPerYear } = input;
    const version = await this.versions.find(request, input.version, ['input', 'version']);
    const summary = await this.summaries.read(version.id, window.from, window.to);
    const previous = await this.qualityBefore(version.id, window);
    const material = materialOf(summary, window, falseAlarmsPerYear, previous);
    return {
      version,
      material,
      findings: await this.composer.compose(material),
      baselineId: material.baseline.state === 'READY' ? (summary.baseline?.id ?? null) : null,
    };
  }

  /** From the latest report on the window of the same length right before. */
  private async qualityBefore(
    versionId: string,
    window: { from: string; to: string },
  ): Promise<Material['previous']> {
    const from = new Date(Date.parse(window.from) - lengthOf(window)).toISOString();
    const before = await this.dataSource
      .getRepository(MonitoringReport)
      .createQueryBuilder('report')
      .select(['report.id', 'report.findings'])
      .where('report.version_id = :versionId', { versionId })
      .andWhere('report.window_from = :from::timestamptz AND report.window_to = :to::timestamptz', {
        from,
        to: window.from,
      })
      .orderBy('report.created_at', 'DESC')
      .addOrderBy('report.id', 'DESC')
      .limit(1)
      .getOne();
    return before?.findings.quality.map(({ name, value }) => ({ name, value })) ?? [];
  }
}

const INSERT = `
INSERT INTO monitoring_report (id, project_id, model_id, version_id, window_from, window_to, verdict, predictions, labelled, baseline_id, findings, created_by)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`;
