import { type Client, createClient } from 'graphql-ws/client';
import { RateLimitedError } from '../errors/service-errors.js';
import { nodeProcess } from '../platform.js';
import { graphqlError } from '../transport/answer.js';

/** How a client's websocket is opened and watched. */
export interface SocketSettings {
  readonly url: string;
  /** The token's secret, asked for at every connection. */
  readonly token: () => Promise<string>;
  /** A connection that the server has not acknowledged by then is given up; in milliseconds. */
  readonly connectWithinMs: number;
  /** How often the server is asked for a sign of life, in milliseconds. */
  readonly pingEveryMs: number;
  /** A server that has not given one by then is gone; in milliseconds. */
  readonly pongWithinMs: number;
}

/** What hears of one subscription. After `end`, or after the subscription was closed here, nothing more is said. */
export interface Sink {
  next(result: { readonly data?: Record<string, unknown> | null; readonly errors?: readonly object[] }): void;
  /** Why it ended: GraphQL errors, a close event, an error, or `COMPLETED`. */
  end(cause: unknown): void;
}

/** The server ended a subscription by itself. */
export const COMPLETED = Symbol('completed');

/**
 * A websocket of a client, shared by subscriptions: opened for the first, closed after the last. It does not
 * reconnect: every subscription hears that it ended, and decides for itself when and from where to go on.
 */
export class Socket {
  private connection: Connection | undefined;
  /** The most subscriptions that it takes, as far as is known. */
  private most: number;

  constructor(
    private readonly settings: SocketSettings,
    most: number,
  ) {
    this.most = most;
  }

  get hasRoom(): boolean {
    return (this.connection?.open.size ?? 0) < this.most;
  }

  /** Starts a subscription; gives what closes it. */
  subscribe(payload: { query: string; variables: Record<string, unknown> }, sink: Sink): () => void {
    this.connection ??= new Connection(this.settings);
    const { connection } = this;
    const { open } = connection;
    let over = false;
    let close: (() => void) | undefined;
    const leave = (): boolean => {
      if (over) return false;
      over = true;
      open.delete(end);
      // One that closes takes no more: what comes next has another.
      if (open.size === 0 && this.connection === connection) this.connection = undefined;
      // Not at once: when the server's own `complete` stands in the same chunk, graphql-ws would count this end twice and
      // keep the websocket open for ever.
      queueMicrotask(() => close?.());
      return true;
    };
    const end = (cause: unknown): void => {
      if (!leave()) return;
      // A server may be set up to take fewer; with none at all it is not this websocket that is full.
      if (isOneTooMany(cause) && open.size > 0) this.most = open.size;
      sink.end(cause);
    };
    open.add(end);
    connection.client.then((client) => {
      if (over) return;
      close = client.subscribe(payload, {
        next: (result) => {
          if (!over) sink.next(result);
        },
        error: end,
        complete: () => end(COMPLETED),
      });
    }, end);
    return leave;
  }
}

/** A websocket from its opening to its end, and what ends the subscriptions on it. */
class Connection {
  readonly open = new Set<(cause: unknown) => void>();
  readonly client: Promise<Client>;
  private watch: ReturnType<typeof setTimeout> | undefined;

  constructor(settings: SocketSettings) {
    this.client = this.makeClient(settings);
  }

  private async makeClient(settings: SocketSettings): Promise<Client> {
    const { url, token, connectWithinMs, pingEveryMs, pongWithinMs } = settings;
    const expect = (withinMs: number): void => {
      clearTimeout(this.watch);
      this.watch = setTimeout(() => client.terminate(), withinMs);
    };
    const met = (): void => clearTimeout(this.watch);
    // Told here, before graphql-ws itself hears of it: after a close with code 1000 it would subscribe again with the
    // variables of the first time, from a cursor that is long past.
    const endAll = (cause: unknown): void => {
      met();
      for (const end of [...this.open]) end(cause);
    };
    const client = createClient({
      url,
      connectionParams: async () => ({ Authorization: `Bearer ${await token()}` }),
      webSocketImpl: await webSocket(),
      retryAttempts: 0,
      keepAlive: pingEveryMs,
      on: {
        connecting: () => expect(connectWithinMs),
        connected: met,
        ping: (received) => {
          if (!received) expect(pongWithinMs);
        },
        pong: (received) => {
          if (received) met();
        },
        error: endAll,
        closed: endAll,
      },
    });
    return client;
  }
}

/** Whether the server refused this one subscription; a websocket too many is a close event. */
const isOneTooMany = (cause: unknown): boolean =>
  Array.isArray(cause) && graphqlError(cause[0] ?? {}) instanceof RateLimitedError;

const MOST_BYTES = 16 * 1024 * 1024;

/** The global WebSocket of browsers; `ws` on Node, which Node 20 lacks. */
async function webSocket(): Promise<unknown> {
  if (!nodeProcess() && 'WebSocket' in globalThis) return globalThis.WebSocket;
  const { WebSocket } = await import('ws');
  return class extends WebSocket {
    constructor(url: string, protocols: string) {
      super(url, protocols, { followRedirects: false, maxPayload: MOST_BYTES });
      // graphql-ws takes its listener away when it gives up a connection that is still being made; `ws` then emits an
      // error, which without any listener would end the process.
      this.on('error', () => {});
    }
  };
}
