import type { EntityManager } from 'typeorm';
import type { Consumer } from '../event/consumer';
import type { Event } from '../event/event.entity';
import { EventType } from '../event/event-type';
import { Model } from '../model/model.entity';
import { MonitoringReport } from '../monitoring/monitoring-report.entity';
import { Version } from '../version/version.entity';
import { Alert } from './alert.entity';
import { AlertRule, AlertRuleHealth } from './alert-rule.entity';
import { type Evaluation, evaluate, type Reported } from './evaluate';
import { keepTransition, type Reporting } from './keep-transition';
import { applyStateMachine, type LastWindow } from './state-machine';

/** The name under which the event log remembers how far the rules have been evaluated. */
export const RULES_CONSUMER = 'alert-rules';

/** What went wrong in one rule, which is not to keep the others from being evaluated. */
type OnRuleError = (error: unknown, rule: AlertRule) => void;

/**
 * Evaluates the rules of a model on each of its reports. Which rules there were when the report was made is told by the
 * log, so that the same log always gives the same alerts.
 */
export const evaluateRules = (onRuleError: OnRuleError): Consumer => ({
  name: RULES_CONSUMER,
  types: [EventType.MONITORING_REPORT_CREATED],
  handle: async (manager, event) => {
    const rules = await rulesBefore(manager, event);
    if (rules.length === 0) return;
    const reporting = await reportingOf(manager, event);
    const { report } = reporting;
    const ruleIds = rules.map(({ id }) => id);
    const lasts = await lastWindows(manager, ruleIds, report.versionId);
    const alerts = await latestAlerts(manager, ruleIds, report.versionId);
    const window = { from: Date.parse(report.windowFrom), to: Date.parse(report.windowTo) };
    for (const rule of rules) {
      const last = lasts.get(rule.id) ?? null;
      if (last !== null && window.to < last.to) continue;
      const evaluation = evaluateOne(rule, reporting.facts, onRuleError);
      await keepHealth(manager, rule, healthOf(evaluation));
      if (evaluation === null) continue;
      const alert = alerts.get(rule.id) ?? null;
      const state = alert && {
        status: alert.status,
        windows: alert.windows,
        resolvedBy: alert.resolvedBy === null ? null : Date.parse(alert.resolvedBy),
      };
      const { change } = applyStateMachine(state, last, evaluation, rule, window);
      if (evaluation.kind === 'NUMBER')
        await keepTransition(manager, reporting, { rule, alert, evaluation, change });
    }
  },
});

const rulesBefore = (manager: EntityManager, event: Event): Promise<AlertRule[]> =>
  manager
    .getRepository(AlertRule)
    .createQueryBuilder('rule')
    .where('rule.model_id = :model', { model: event.modelId })
    .andWhere(
      `NOT EXISTS (SELECT FROM event made WHERE made.project_id = rule.project_id AND made.subject_id = rule.id
         AND made.type = 'ALERT_RULE_CREATED' AND (made.position IS NULL OR made.position > :position))`,
      { position: event.position },
    )
    .orderBy('rule.id')
    .getMany();

async function reportingOf(manager: EntityManager, { subjectId, requestId }: Event): Promise<Reporting> {
  const report = await manager
    .getRepository(MonitoringReport)
    .createQueryBuilder('report')
    .addSelect('report.findings')
    .where('report.id = :id', { id: subjectId })
    .getOneOrFail();
  const version = await manager.getRepository(Version).findOneByOrFail({ id: report.versionId });
  const model = await manager.getRepository(Model).findOneByOrFail({ id: report.modelId });
  const facts: Reported = { ...report.findings, predictions: report.predictions, window: report.window };
  const [clock] = await manager.query<{ now: string }[]>('SELECT clock_timestamp() AS now');
  return { report, facts, model, version, requestId, now: clock!.now };
}

async function lastWindows(
  manager: EntityManager,
  ruleIds: readonly string[],
  versionId: string,
): Promise<Map<string, LastWindow>> {
  const rows = await manager.query<{ rule_id: string; window_to: string; broken: boolean }[]>(
    'SELECT rule_id, window_to, broken FROM alert_evaluation WHERE rule_id = ANY($1) AND version_id = $2',
    [ruleIds, versionId],
  );
  return new Map(rows.map((row) => [row.rule_id, { to: Date.parse(row.window_to), broken: row.broken }]));
}

/** The latest alert of each rule, locked: somebody may be taking it on. */
async function latestAlerts(
  manager: EntityManager,
  ruleIds: readonly string[],
  versionId: string,
): Promise<Map<string, Alert>> {
  const alerts = await manager
    .getRepository(Alert)
    .createQueryBuilder('alert')
    .where(
      `alert.id IN (SELECT DISTINCT ON (rule_id) id FROM alert
         WHERE rule_id = ANY(:ruleIds) AND version_id = :versionId ORDER BY rule_id, made DESC)`,
      { ruleIds, versionId },
    )
    .orderBy('alert.id')
    .setLock('pessimistic_write')
    .getMany();
  return new Map(alerts.map((alert) => [alert.ruleId, alert]));
}

/** Null where the rule could not be evaluated. */
function evaluateOne(rule: AlertRule, facts: Reported, onRuleError: OnRuleError): Evaluation | null {
  try {
    return evaluate(rule, facts);
  } catch (error) {
    onRuleError(error, rule);
    return null;
  }
}

const healthOf = (evaluation: Evaluation | null): AlertRuleHealth => {
  if (evaluation === null) return AlertRuleHealth.EVALUATION_ERROR;
  return evaluation.kind === 'NUMBER' ? AlertRuleHealth.OK : AlertRuleHealth.NO_DATA;
};

async function keepHealth(manager: EntityManager, rule: AlertRule, health: AlertRuleHealth): Promise<void> {
  if (rule.health !== health)
    await manager.query('UPDATE alert_rule SET health = $2 WHERE id = $1', [rule.id, health]);
}
