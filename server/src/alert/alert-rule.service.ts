import type { DataSource } from 'typeorm';
import { z } from 'zod';
import { newId } from '../contract/id';
import type { Request } from '../contract/request';
import { check, idempotencyKey, rules, text } from '../contract/rules';
import { ConflictError, Refusal, ValidationError } from '../contract/user-error';
import { inTransaction } from '../database/transaction';
import { causeOf } from '../event/cause';
import { appendEvent } from '../event/event-log';
import { EventType, SubjectKind } from '../event/event-type';
import { once } from '../event/idempotency';
import type { Model } from '../model/model.entity';
import type { ModelService } from '../model/model.service';
import type { ModelTask } from '../model/model-task';
import { budget } from '../monitoring/monitoring.service';
import type { CreateAlertRuleInput } from './alert.input';
import { AlertComparison, type AlertMetric, hasBaseline, takesFeature, taskOf } from './alert-metric';
import { AlertRule } from './alert-rule.entity';

const finite = z.number().refine(Number.isFinite, { error: 'give a finite number' });

const creation = rules({
  feature: text(1, 200).nullish(),
  value: finite,
  forWindows: z.number().refine((value) => value >= 1 && value <= 100, { error: 'give 1 to 100 windows' }),
  falseAlarmsPerYear: budget,
  idempotencyKey,
})
  .refine(({ watch, feature }) => feature == null || takesFeature(watch as AlertMetric), {
    error: 'only DRIFT, MISSING_SHARE, NON_FINITE_SHARE and UNSEEN_SHARE can be narrowed to one feature',
    path: ['feature'],
  })
  .refine(({ compare, value }) => compare !== AlertComparison.ABOVE_BASELINE_RATIO || value > 0, {
    error: 'give a ratio above 0',
    path: ['value'],
  })
  .refine(
    ({ compare, watch, feature }) =>
      compare !== AlertComparison.ABOVE_BASELINE_RATIO || hasBaseline(watch as AlertMetric, feature ?? null),
    {
      error:
        'a ratio is of a quality metric, BIAS apart, or of the missing share of one feature; compare the others with a number of your own',
      path: ['compare'],
    },
  );

export class AlertRuleService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly models: ModelService,
    private readonly committed: (projectId: string) => void,
  ) {}

  async create(
    request: Request,
    given: CreateAlertRuleInput,
  ): Promise<{ rule: AlertRule; replayed: boolean }> {
    const input = check(creation, given);
    const { actor } = request;
    const result = await inTransaction(this.dataSource, async (manager) => {
      const { entityId, replayed } = await once(manager, actor, 'createAlertRule', input, async () => {
        const model = await this.models.find(request, input.model, ['input', 'model'], manager);
        if (model.archivedAt !== null) throw new Refusal(archived(model.name));
        const task = taskOf(input.watch);
        if (task !== null && task !== model.task) throw new Refusal(ofAnotherTask(input.watch, task, model));
        const id = newId();
        const rule = {
          watch: input.watch,
          feature: input.feature ?? null,
          compare: input.compare,
          value: input.value,
          severity: input.severity,
          forWindows: input.forWindows,
          falseAlarmsPerYear: input.falseAlarmsPerYear,
        };
        await manager
          .getRepository(AlertRule)
          .insert({ id, projectId: actor.projectId, modelId: model.id, ...rule, createdBy: actor.subject });
        await appendEvent(manager, causeOf(request), {
          type: EventType.ALERT_RULE_CREATED,
          subjectKind: SubjectKind.ALERT_RULE,
          subjectId: id,
          modelId: model.id,
          after: rule,
        });
        return id;
      });
      return { rule: await manager.getRepository(AlertRule).findOneByOrFail({ id: entityId }), replayed };
    });
    this.committed(actor.projectId);
    return result;
  }
}

const ofAnotherTask = (watch: AlertMetric, task: ModelTask, { name, task: own }: Model): ValidationError =>
  new ValidationError(
    `"${name}" is a model of ${own}, whose reports have no ${watch}: that is a metric of ${task}.`,
    ['input', 'watch'],
  );

const archived = (model: string): ConflictError =>
  new ConflictError('READ_ONLY', `The model "${model}" is archived; restore it before giving it rules.`, [
    'input',
    'model',
  ]);
