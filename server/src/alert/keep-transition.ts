import type { EntityManager } from 'typeorm';
import { newId } from '../contract/id';
import { appendEvent } from '../event/event-log';
import { EventType, SubjectKind } from '../event/event-type';
import type { Model } from '../model/model.entity';
import type { MonitoringReport } from '../monitoring/monitoring-report.entity';
import type { Version } from '../version/version.entity';
import { Alert } from './alert.entity';
import { alertAfter, type BrokenWindow } from './alert-after';
import type { AlertRule } from './alert-rule.entity';
import type { Evaluation, Reported } from './evaluate';
import { endOf, messageOf } from './message';
import type { Change } from './state-machine';

/** A report with what it is about. */
export interface Reporting {
  readonly report: MonitoringReport;
  readonly facts: Reported;
  readonly model: Model;
  readonly version: Version;
  /** The request that made the report. */
  readonly requestId: string | null;
  /** When it is evaluated, by the database's clock. */
  readonly now: string;
}

export interface Outcome {
  readonly rule: AlertRule;
  /** The latest one of the rule and the version. */
  readonly alert: Alert | null;
  readonly evaluation: Extract<Evaluation, { kind: 'NUMBER' }>;
  readonly change: Change;
}

const EVENTS = {
  OPENED: EventType.ALERT_OPENED,
  FIRED: EventType.ALERT_FIRED,
  REOPENED: EventType.ALERT_REOPENED,
  RESOLVED: EventType.ALERT_RESOLVED,
} as const;

const LAST_WINDOW = `
INSERT INTO alert_evaluation (rule_id, version_id, window_to, broken, report_id) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (rule_id, version_id) DO UPDATE
  SET window_to = excluded.window_to, broken = excluded.broken, report_id = excluded.report_id`;

/** Writes what an evaluation brought about, with its event, in the caller's transaction. */
export async function keepTransition(
  manager: EntityManager,
  { report, model, version, requestId, now }: Reporting,
  { rule, alert, evaluation, change }: Outcome,
): Promise<void> {
  const { value, threshold } = evaluation;
  await manager.query(LAST_WINDOW, [
    rule.id,
    report.versionId,
    report.windowTo,
    evaluation.broken,
    report.id,
  ]);
  if (change.kind === 'NONE') return;
  const about = { rule, value, threshold, window: report.window, model: model.name, version: version.number };
  const broken: BrokenWindow | null = evaluation.broken
    ? { value, threshold, message: messageOf(about), reportId: report.id }
    : null;
  const after = alertAfter(change, broken, { now, windowTo: report.windowTo, end: endOf(about) });
  const before = change.isNew ? null : alert;
  const kept = before
    ? await update(manager, before, after)
    : await insert(manager, rule, report, now, after);
  if (change.kind === 'CONTINUED') return;
  await appendEvent(
    manager,
    { projectId: rule.projectId, actor: 'system:alert-rules', requestId },
    {
      type: EVENTS[change.kind],
      subjectKind: SubjectKind.ALERT,
      subjectId: kept.id,
      modelId: rule.modelId,
      before: before && { status: before.status },
      after: {
        status: kept.status,
        severity: kept.severity,
        rule: rule.id,
        version: { id: version.id, number: version.number },
        report: report.id,
        windows: kept.windows,
        message: kept.message,
      },
    },
  );
}

async function update(manager: EntityManager, alert: Alert, after: Partial<Alert>): Promise<Alert> {
  await manager.getRepository(Alert).update({ id: alert.id }, after);
  return { ...alert, ...after };
}

async function insert(
  manager: EntityManager,
  rule: AlertRule,
  report: MonitoringReport,
  now: string,
  after: Partial<Alert>,
): Promise<Alert> {
  const alerts = manager.getRepository(Alert);
  const alert = alerts.create({
    id: newId(),
    projectId: rule.projectId,
    modelId: rule.modelId,
    ruleId: rule.id,
    versionId: report.versionId,
    severity: rule.severity,
    watch: rule.watch,
    feature: rule.feature,
    openedAt: now,
    ...after,
  });
  await alerts.insert(alert);
  return alert;
}
