'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.Growth = void 0;
const promises_1 = require('node:timers/promises');
const pg_1 = require('pg');
const sequencer_1 = require('./sequencer');
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;
/**
 * Tells whoever wants to know that the log of a project has grown, on whatever server: at once by a notification over one
 * listening connection, and within a second by asking, for what was lost while that connection was down.
 */
class Growth {
  constructor(connection, pool, onError) {
    this.connection = connection;
    this.pool = pool;
    this.onError = onError;
    this.listeners = new Set();
    this.stopped = new AbortController();
    this.asking = false;
  }
  start(everyMs = 1_000) {
    this.listening = this.listen();
    this.timer = setInterval(() => void this.ask(), everyMs);
  }
  async stop() {
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
  onGrowth(listener) {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
  async listen() {
    let pauseMs = FIRST_PAUSE_MS;
    while (!this.stopped.signal.aborted) {
      const client = new pg_1.Client(this.connection);
      client.on('error', (error) => this.onError(error, 'the connection that listens for events was lost'));
      client.on('notification', ({ payload }) => this.notified(payload));
      try {
        const ended = new Promise((resolve) => client.once('end', resolve));
        await client.connect();
        this.client = client;
        await client.query(`LISTEN ${sequencer_1.CHANNEL}`);
        pauseMs = FIRST_PAUSE_MS;
        await this.ask();
        if (!this.stopped.signal.aborted) await ended;
      } catch (error) {
        if (!this.stopped.signal.aborted) this.onError(error, 'listening for events failed');
      } finally {
        await client.end().catch(() => undefined);
      }
      await (0, promises_1.setTimeout)(pauseMs * (0.5 + Math.random()), undefined, {
        signal: this.stopped.signal,
      }).catch(() => undefined);
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
    }
  }
  notified(payload) {
    const [projectId, position] = payload?.split(':') ?? [];
    if (projectId && position) this.announce(projectId, Number(position));
  }
  async ask() {
    if (this.asking) return;
    this.asking = true;
    try {
      const { rows } = await this.pool.query('SELECT project_id, position FROM event_head');
      for (const { project_id, position } of rows) this.announce(project_id, position);
    } catch (error) {
      this.onError(error, 'asking for new events failed; the next tick tries again');
    } finally {
      this.asking = false;
    }
  }
  announce(projectId, head) {
    for (const listener of this.listeners) listener(projectId, head);
  }
}
exports.Growth = Growth;
//# sourceMappingURL=growth.js.map
