import type { DataSource } from 'typeorm';
import { type Consumer, type HandlingError, moveTo } from './consumer';
import { appendEvent } from './event-log';
import { EventType, SubjectKind } from './event-type';

/** Failures after which an event is parked. */
const MOST_FAILURES = 10;
const LONGEST_DELAY_MS = 60_000;

/** How long to wait after the nth failure: doubling, at most a minute. */
export const delayAfter = (failures: number, firstMs: number): number =>
  Math.min(LONGEST_DELAY_MS, firstMs * 2 ** (failures - 1));

/**
 * Counts a failure of an event. After the tenth it is parked with its error, CONSUMER_STUCK is raised, and the consumer
 * goes on behind it: one event that cannot be handled must not hold up all that follow. Otherwise says when to try it again.
 */
export const countFailure = (
  dataSource: DataSource,
  consumer: Consumer,
  { event, cause }: HandlingError,
  firstDelayMs: number,
): Promise<{ parked: true } | { parked: false; retryInMs: number }> =>
  dataSource.transaction(async (manager) => {
    const rows = await manager.query<{ failures: number }[]>(
      'SELECT failures FROM event_consumer WHERE name = $1 AND project_id = $2 AND position < $3 FOR UPDATE',
      [consumer.name, event.projectId, event.position],
    );
    // Another server has handled it meanwhile.
    if (!rows[0]) return { parked: false, retryInMs: 0 };
    const failures = rows[0].failures + 1;
    const error = wordsOf(cause);
    if (failures < MOST_FAILURES) {
      const retryInMs = delayAfter(failures, firstDelayMs);
      await manager.query(
        `UPDATE event_consumer SET failures = $3, last_error = $4, retry_at = clock_timestamp() + $5 * interval '1 millisecond'
         WHERE name = $1 AND project_id = $2`,
        [consumer.name, event.projectId, failures, error, retryInMs],
      );
      return { parked: false, retryInMs };
    }
    await manager.query(
      'INSERT INTO event_parked (consumer, project_id, position, event_id, failures, error) VALUES ($1, $2, $3, $4, $5, $6)',
      [consumer.name, event.projectId, event.position, event.id, failures, error],
    );
    await moveTo(manager, consumer, event.projectId, event.position);
    await appendEvent(
      manager,
      { projectId: event.projectId, actor: `system:${consumer.name}`, requestId: event.requestId },
      {
        type: EventType.CONSUMER_STUCK,
        subjectKind: SubjectKind.EVENT,
        subjectId: event.id,
        modelId: event.modelId ?? undefined,
        after: { consumer: consumer.name, position: event.position, type: event.type, failures, error },
      },
    );
    return { parked: true };
  });

/** The message alone: a driver's details may quote the values of a row. */
const wordsOf = (cause: unknown): string =>
  (cause instanceof Error ? cause.message : String(cause)).replaceAll('\0', '').slice(0, 500);
