import type { DataSource } from 'typeorm';
import { idOrNone } from '../contract/id';
import type { Request } from '../contract/request';
import { check, prose, rules } from '../contract/rules';
import { ConflictError, NotFoundError, Refusal } from '../contract/user-error';
import { inTransaction } from '../database/transaction';
import { causeOf } from '../event/cause';
import { appendEvent } from '../event/event-log';
import { EventType, SubjectKind } from '../event/event-type';
import { Alert, AlertStatus } from './alert.entity';
import type { AcknowledgeAlertInput } from './alert.input';

const acknowledging = rules({ note: prose(2_000).nullish() });

export class AlertService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly committed: (projectId: string) => void,
  ) {}

  /** Takes on an alert; one that is taken on already stays as it is. */
  async acknowledge(request: Request, given: AcknowledgeAlertInput): Promise<Alert> {
    const input = check(acknowledging, given);
    const alert = await inTransaction(this.dataSource, async (manager) => {
      const alerts = manager.getRepository(Alert);
      const where = { id: idOrNone(input.id), projectId: request.actor.projectId };
      const found = await alerts.findOne({ where, lock: { mode: 'pessimistic_write' } });
      if (!found) throw new Refusal(missing(input.id));
      if (found.status === AlertStatus.ACKNOWLEDGED) return found;
      if (found.status !== AlertStatus.FIRING) throw new Refusal(notFiring(found));
      await manager.query(
        "UPDATE alert SET status = 'ACKNOWLEDGED', acknowledged_at = clock_timestamp(), acknowledged_by = $2, note = $3 WHERE id = $1",
        [found.id, request.actor.subject, input.note ?? null],
      );
      await appendEvent(manager, causeOf(request), {
        type: EventType.ALERT_ACKNOWLEDGED,
        subjectKind: SubjectKind.ALERT,
        subjectId: found.id,
        modelId: found.modelId,
        before: { status: found.status },
        after: { status: AlertStatus.ACKNOWLEDGED, severity: found.severity, note: input.note ?? null },
      });
      return alerts.findOneByOrFail(where);
    });
    this.committed(request.actor.projectId);
    return alert;
  }
}

const missing = (id: string): NotFoundError =>
  new NotFoundError(`There is no alert ${id} in this project.`, ['input', 'id']);

const notFiring = ({ status }: Alert): ConflictError =>
  new ConflictError('UNEXPECTED_STATE', `Only a FIRING alert can be taken on; this one is ${status}.`, [
    'input',
    'id',
  ]);
