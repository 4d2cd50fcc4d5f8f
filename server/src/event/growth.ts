import { setTimeout as pause } from 'node:timers/promises';
import { Client, type ClientConfig, type Pool } from 'pg';
import { CHANNEL } from './sequencer';

type GrowthListener = (projectId: string, head: number) => void;

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;

/**
 * Tells whoever wants to know that the log of a project has grown, on whatever server: at once by a notification over one
 * listening connection, and within a second by asking, for what was lost while that connection was down.
 */
export class Growth {
  private readonly listeners = new Set<GrowthListener>();
  private readonly stopped = new AbortController();
  private client: Client | undefined;
  private listening: Promise<void> | undefined;
  private timer: NodeJS.Timeout | undefined;
  private asking = false;

  constructor(
    private readonly connection: ClientConfig,
    private readonly pool: Pool,
    private readonly onError: (error: unknown, what: string) => void,
  ) {}

  start(everyMs = 1_000): void {
    this.listening = this.listen();
    this.timer = setInterval(() => void this.ask(), everyMs);
  }

  async stop(): Promise<void> {
    this.stopped.abort();
    clearInterval(this.timer);
    await this.client?.end().catch(() => undefined);
    await this.listening;
  }

  /**
   * Calls `listener` with a project and its last position: after each growth of any project, and once a second whether it
   * has grown or not, so that who failed to read is given another chance. It must return at once and compare the position
   * with what it has handled. Ends when the function given back is called.
   */
  onGrowth(listener: GrowthListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Resolves when the project is next spoken of, or after `withinMs` in any case. */
  heard(projectId: string, withinMs: number): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        forget();
        resolve();
      };
      const timer = setTimeout(done, withinMs);
      const forget = this.onGrowth((grown) => {
        if (grown === projectId) done();
      });
    });
  }

  private async listen(): Promise<void> {
    let pauseMs = FIRST_PAUSE_MS;
    while (!this.stopped.signal.aborted) {
      const client = new Client(this.connection);
      client.on('error', (error) => this.onError(error, 'the connection that listens for events was lost'));
      client.on('notification', ({ payload }) => this.notified(payload));
      try {
        const ended = new Promise((resolve) => client.once('end', resolve));
        await client.connect();
        this.client = client;
        await client.query(`LISTEN ${CHANNEL}`);
        pauseMs = FIRST_PAUSE_MS;
        await this.ask();
        if (!this.stopped.signal.aborted) await ended;
      } catch (error) {
        if (!this.stopped.signal.aborted) this.onError(error, 'listening for events failed');
      } finally {
        await client.end().catch(() => undefined);
      }
      await pause(pauseMs * (0.5 + Math.random()), undefined, { signal: this.stopped.signal }).catch(
        () => undefined,
      );
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
    }
  }

  private notified(payload: string | undefined): void {
    const [projectId, position] = payload?.split(':') ?? [];
    if (projectId && position) this.announce(projectId, Number(position));
  }

  private async ask(): Promise<void> {
    if (this.asking) return;
    this.asking = true;
    try {
      const { rows } = await this.pool.query<{ project_id: string; position: number }>(
        'SELECT project_id, position FROM event_head',
      );
      for (const { project_id, position } of rows) this.announce(project_id, position);
    } catch (error) {
      this.onError(error, 'asking for new events failed; the next tick tries again');
    } finally {
      this.asking = false;
    }
  }

  private announce(projectId: string, head: number): void {
    for (const listener of this.listeners) listener(projectId, head);
  }
}
