import type { DataSource, EntityManager } from 'typeorm';
import { Event } from './event.entity';
import type { EventType } from './event-type';

/**
 * A part of the server that acts on what has happened: what one room must bring about in a room above it travels through
 * the log. It begins at the first event of a project, not at the head: its row is made when it first looks, and beginning
 * at the head would lose whatever happened before that.
 */
export interface Consumer {
  /** Names its rows for good: another name begins anew. */
  readonly name: string;
  /** The events it acts on; it passes over all others. */
  readonly types: readonly EventType[];
  /** Its effect, in the transaction that also moves its position. It must have none outside. */
  handle(manager: EntityManager, event: Event): Promise<void>;
}

/** What one step came to: `IDLE` when another server works, or when it is not yet time to try again. */
type Step = 'HANDLED' | 'CAUGHT_UP' | 'IDLE';

/** An event that its consumer could not handle. Its transaction has been rolled back. */
export class HandlingError extends Error {
  constructor(
    readonly event: Event,
    override readonly cause: unknown,
  ) {
    super(`The event at position ${event.position} was not handled.`);
  }
}

const LIMITS =
  "SET LOCAL statement_timeout = '10s'; SET LOCAL lock_timeout = '5s'; SET LOCAL idle_in_transaction_session_timeout = '30s'";

/**
 * Handles the next event of a project in one transaction: effect and position commit together, so a server that dies in
 * between repeats nothing. The row's lock, skipped where another server has it, lets one server at a time work on a project.
 */
export const step = (dataSource: DataSource, consumer: Consumer, projectId: string): Promise<Step> =>
  dataSource.transaction(async (manager) => {
    await manager.query(LIMITS);
    const position = await lockPosition(manager, consumer, projectId);
    if (position === null) return 'IDLE';
    const head = await headOf(manager, projectId);
    const event = await nextEvent(manager, consumer, projectId, position, head);
    if (event) await handle(manager, consumer, event);
    if (event || head > position) await moveTo(manager, consumer, projectId, event?.position ?? head);
    return event ? 'HANDLED' : 'CAUGHT_UP';
  });

/** Makes the consumer's row of a project where it has none. To be called outside of `step`: the row is locked there. */
export const beginAtFirstEvent = async (
  dataSource: DataSource,
  { name }: Consumer,
  projectId: string,
): Promise<void> => {
  await dataSource.query(
    'INSERT INTO event_consumer (name, project_id, position) VALUES ($1, $2, 0) ON CONFLICT DO NOTHING',
    [name, projectId],
  );
};

async function lockPosition(
  manager: EntityManager,
  { name }: Consumer,
  projectId: string,
): Promise<number | null> {
  const rows = await manager.query<{ position: number }[]>(
    `SELECT position FROM event_consumer
     WHERE name = $1 AND project_id = $2 AND (retry_at IS NULL OR retry_at <= clock_timestamp()) FOR UPDATE SKIP LOCKED`,
    [name, projectId],
  );
  return rows[0]?.position ?? null;
}

/** Every event up to the head can be seen: the sequencer commits the two together. */
async function headOf(manager: EntityManager, projectId: string): Promise<number> {
  const rows = await manager.query<{ position: number }[]>(
    'SELECT position FROM event_head WHERE project_id = $1',
    [projectId],
  );
  return rows[0]?.position ?? 0;
}

const nextEvent = (
  manager: EntityManager,
  { types }: Consumer,
  projectId: string,
  position: number,
  head: number,
): Promise<Event | null> =>
  manager
    .getRepository(Event)
    .createQueryBuilder('event')
    .where('event.project_id = :projectId AND event.type = ANY(:types)', { projectId, types })
    .andWhere('event.position > :position AND event.position <= :head', { position, head })
    .orderBy('event.position')
    .limit(1)
    .getOne();

async function handle(manager: EntityManager, consumer: Consumer, event: Event): Promise<void> {
  try {
    await consumer.handle(manager, event);
  } catch (error) {
    throw new HandlingError(event, error);
  }
}

/** Forgets the failures too: they were those of the event that is now behind. */
export const moveTo = async (
  manager: EntityManager,
  { name }: Consumer,
  projectId: string,
  position: number,
): Promise<void> => {
  await manager.query(
    'UPDATE event_consumer SET position = $3, failures = 0, retry_at = NULL, last_error = NULL WHERE name = $1 AND project_id = $2',
    [name, projectId, position],
  );
};
