import type { DataSource } from 'typeorm';
import { isDatabaseGone, isTransactionLost } from '../database/failure';
import { beginAtFirstEvent, type Consumer, HandlingError, step } from './consumer';
import { countFailure } from './parking';

/** Projects worked on at once: as many as there are connections for it. */
const MOST_AT_ONCE = 2;

interface Behind {
  name: string;
  project_id: string;
  events: number;
  due: boolean;
}

const BEHIND = `
SELECT consumer.name, head.project_id, head.position - coalesce(mine.position, 0) AS events,
       coalesce(mine.retry_at <= clock_timestamp(), true) AS due
FROM event_head AS head CROSS JOIN unnest($1::text[]) AS consumer (name)
LEFT JOIN event_consumer AS mine ON mine.name = consumer.name AND mine.project_id = head.project_id
WHERE head.position > coalesce(mine.position, 0)`;

interface ConsumerRunnerSettings {
  readonly firstDelayMs: number;
  /** To be told of every commit that may have written events. */
  readonly committed: (projectId: string) => void;
  readonly onError: (
    error: unknown,
    about: { consumer?: string; project?: string; position?: number },
  ) => void;
  readonly onParked: (consumer: string) => void;
  /** Events that a consumer has yet to look at, over all projects; told every second. */
  readonly onLag: (consumer: string, events: number) => void;
}

/**
 * Lets the consumers work: when a log has grown, and every second for what was missed or is due again. Every server runs
 * one; which of them does the work is decided by the lock in `step`.
 */
export class ConsumerRunner {
  private readonly heads = new Map<string, number>();
  private readonly due = new Set<string>();
  private readonly active = new Map<string, Promise<void>>();
  private readonly begun = new Set<string>();
  private timer: NodeJS.Timeout | undefined;
  private sweeping: Promise<void> | null = null;
  private closed = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly consumers: readonly Consumer[],
    private readonly settings: ConsumerRunnerSettings,
  ) {}

  start(everyMs = 1_000): void {
    const sweep = (): void => {
      this.sweeping ??= this.sweep().finally(() => {
        this.sweeping = null;
      });
    };
    sweep();
    this.timer = setInterval(sweep, everyMs);
  }

  /** Waits for the events under way; what is left over is done by another server, or after the next start. */
  async stop(): Promise<void> {
    this.closed = true;
    clearInterval(this.timer);
    await Promise.allSettled([...this.active.values(), this.sweeping]);
  }

  /** To be called when the log of a project has reached a position. Returns at once. */
  grewTo(projectId: string, head: number): void {
    if (head <= (this.heads.get(projectId) ?? 0)) return;
    this.heads.set(projectId, head);
    this.wake(projectId);
  }

  private wake(projectId: string): void {
    this.due.add(projectId);
    this.takeDue();
  }

  private takeDue(): void {
    for (const projectId of this.due) {
      if (this.closed || this.active.size >= MOST_AT_ONCE) return;
      // Left due: it is looked at once more when what is under way has ended.
      if (this.active.has(projectId)) continue;
      this.due.delete(projectId);
      const work = this.drain(projectId).finally(() => {
        this.active.delete(projectId);
        this.takeDue();
      });
      this.active.set(projectId, work);
    }
  }

  private async drain(projectId: string): Promise<void> {
    for (const consumer of this.consumers) {
      try {
        await this.begin(consumer, projectId);
        while (!this.closed && (await step(this.dataSource, consumer, projectId)) === 'HANDLED')
          this.settings.committed(projectId);
      } catch (error) {
        await this.failed(consumer, projectId, error);
      }
    }
  }

  private async begin(consumer: Consumer, projectId: string): Promise<void> {
    const key = `${consumer.name} ${projectId}`;
    if (this.begun.has(key)) return;
    await beginAtFirstEvent(this.dataSource, consumer, projectId);
    this.begun.add(key);
  }

  /** Only what the event itself brings about counts against it: a database that is gone says nothing about an event. */
  private async failed(consumer: Consumer, projectId: string, error: unknown): Promise<void> {
    const cause = error instanceof HandlingError ? error.cause : error;
    const position = error instanceof HandlingError ? error.event.position : undefined;
    this.settings.onError(cause, { consumer: consumer.name, project: projectId, position });
    if (!(error instanceof HandlingError) || isDatabaseGone(cause) || isTransactionLost(cause)) return;
    try {
      const outcome = await countFailure(this.dataSource, consumer, error, this.settings.firstDelayMs);
      if (outcome.parked) {
        this.settings.onParked(consumer.name);
        this.settings.committed(projectId);
        this.due.add(projectId);
      } else {
        setTimeout(() => this.wake(projectId), outcome.retryInMs).unref();
      }
    } catch (uncounted) {
      this.settings.onError(uncounted, { consumer: consumer.name, project: projectId, position });
    }
  }

  private async sweep(): Promise<void> {
    try {
      const rows = await this.dataSource.query<Behind[]>(BEHIND, [this.consumers.map(({ name }) => name)]);
      for (const { name } of this.consumers) {
        const events = rows.filter((row) => row.name === name).reduce((sum, row) => sum + row.events, 0);
        this.settings.onLag(name, events);
      }
      for (const { project_id: projectId, due } of rows) if (due) this.wake(projectId);
    } catch (error) {
      this.settings.onError(error, {});
    }
  }
}
