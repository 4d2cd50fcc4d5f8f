import type { Database } from '../database/database';
import type { EventRoom } from '../event/event.room';
import type { Log } from '../log';
import type { ModelService } from '../model/model.service';
import { Alert } from './alert.entity';
import { AlertLists } from './alert.list';
import { AlertResolver } from './alert.resolver';
import { AlertService } from './alert.service';
import { AlertEventResolver } from './alert-event.resolver';
import { AlertRule } from './alert-rule.entity';
import { AlertRuleResolver } from './alert-rule.resolver';
import { AlertRuleService } from './alert-rule.service';
import { evaluateRules } from './evaluate-rules';
import { ReportRulesResolver } from './report-rules.resolver';

export const ALERT_ENTITIES = [AlertRule, Alert];

interface AlertRoomParts {
  readonly database: Database;
  readonly events: EventRoom;
  readonly models: ModelService;
  readonly log: Log;
}

export function alertRoom({ database: { dataSource }, events, models, log }: AlertRoomParts) {
  const { committed, delivery } = events;
  const lists = new AlertLists(dataSource, models);
  return {
    consumers: [
      evaluateRules((error, rule) => log.error({ error, rule: rule.id }, 'a rule could not be evaluated')),
    ],
    resolvers: [
      new AlertRuleResolver(dataSource, new AlertRuleService(dataSource, models, committed), lists),
      new AlertResolver(dataSource, new AlertService(dataSource, committed), lists),
      new ReportRulesResolver(dataSource),
      new AlertEventResolver(dataSource, models, delivery),
    ],
  };
}
