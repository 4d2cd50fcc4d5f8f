import { ObjectType } from 'type-graphql';
import { envelopeOf } from '../event/envelope';
import type { Event } from '../event/event.entity';
import { EventType } from '../event/event-type';
import type { AlertEventFilter } from './alert.input';

/** What happened to an alert: a view of the event, not a thing of its own. Its fields are resolved from the event. */
@ObjectType()
export class AlertEvent {}

export const AlertEventEnvelope = envelopeOf('AlertEvent', () => AlertEvent);

const OF_ALERTS: ReadonlySet<EventType> = new Set([
  EventType.ALERT_OPENED,
  EventType.ALERT_FIRED,
  EventType.ALERT_ACKNOWLEDGED,
  EventType.ALERT_RESOLVED,
  EventType.ALERT_REOPENED,
]);

/** Every event of an alert says where it stands and how grave it is, so that a filter needs no look at the alert. */
export function acceptsAlertEvent(
  filter: AlertEventFilter | null,
  modelId: string | null,
): (event: Event) => boolean {
  const severities = filter?.severity && new Set<unknown>(filter.severity);
  const statuses = filter?.status && new Set<unknown>(filter.status);
  return ({ type, modelId: of, after }) =>
    OF_ALERTS.has(type) &&
    (modelId === null || of === modelId) &&
    (!severities || severities.has(after?.severity)) &&
    (!statuses || statuses.has(after?.status));
}
