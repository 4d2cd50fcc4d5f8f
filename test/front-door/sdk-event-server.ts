import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { makeExecutableSchema } from '@graphql-tools/schema';
import { GraphQLError } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { type WebSocket, WebSocketServer } from 'ws';

const TYPES = `
  scalar Number
  enum Kind { EVENT CHECKPOINT }
  type Event { position: Int! value: Number }
  type Envelope { cursor: String! kind: Kind! event: Event }
  type Query { ok: Boolean! }
  type Subscription { events(after: String): Envelope! }
`;

interface Envelope {
  cursor: string;
  kind: 'EVENT' | 'CHECKPOINT';
  event: { position: number; value: number | string | null } | null;
}

/** A small server of envelopes over the protocol that the real one speaks, which can be killed, restarted and stalled. */
export class EventServer {
  /** How many envelopes were handed to the protocol. */
  sent = 0;
  /** The `after` of every subscription that was started. */
  readonly resumedAfter: (string | null)[] = [];
  /** The `Authorization` of every connection. */
  readonly authorizations: unknown[] = [];
  /** Errors for the next subscriptions to fail with, in turn. */
  readonly failWith: GraphQLError[] = [];
  /** Whether a resumed subscription starts with the event it resumes after. */
  repeatsLast = false;
  /** Closes each connection with this code instead of acknowledging it. */
  refuseWith: { code: number; reason: string } | undefined;
  /** How many subscriptions it takes of a websocket. */
  mostOfAWebsocket = Number.POSITIVE_INFINITY;
  activeSubscriptions = 0;
  private readonly log: Envelope[] = [];
  private readonly sockets = new Set<Socket>();
  private readonly websockets = new Set<WebSocket>();
  private wake: () => void = () => {};
  private changed = new Promise<void>((wake) => {
    this.wake = wake;
  });
  private isStalled = false;
  private completed = 0;
  private http: Server | undefined;
  private port = 0;

  get url(): string {
    return `ws://127.0.0.1:${this.port}/graphql`;
  }

  get openSockets(): number {
    return this.sockets.size;
  }

  async start(): Promise<this> {
    this.isStalled = false;
    const http = createServer();
    http.on('connection', (socket) => {
      this.sockets.add(socket);
      socket.once('close', () => this.sockets.delete(socket));
    });
    const websockets = new WebSocketServer({ server: http, path: '/graphql' });
    websockets.on('connection', (websocket) => {
      this.websockets.add(websocket);
      websocket.once('close', () => this.websockets.delete(websocket));
    });
    useServer(
      {
        schema: makeExecutableSchema({
          typeDefs: TYPES,
          resolvers: {
            Subscription: {
              events: {
                subscribe: (_: unknown, { after }: { after?: string | null }) =>
                  this.subscribe(after ?? null),
                resolve: (envelope: Envelope) => envelope,
              },
            },
          },
        }),
        onConnect: ({ connectionParams, extra }) => {
          this.authorizations.push(connectionParams?.Authorization);
          if (this.refuseWith) extra.socket.close(this.refuseWith.code, this.refuseWith.reason);
          return true;
        },
        onSubscribe: ({ subscriptions }) =>
          Object.keys(subscriptions).length > this.mostOfAWebsocket
            ? [new GraphQLError('Too many.', { extensions: { code: 'RATE_LIMITED', retryable: true } })]
            : undefined,
      },
      websockets,
    );
    http.listen(this.port, '127.0.0.1');
    await once(http, 'listening');
    this.port = (http.address() as AddressInfo).port;
    this.http = http;
    return this;
  }

  /** As kill -9 would: all connections end in the middle of whatever they were about. */
  async kill(): Promise<void> {
    const { http } = this;
    if (!http?.listening) return;
    http.close();
    for (const websocket of this.websockets) websocket.terminate();
    for (const socket of this.sockets) socket.destroy();
    await once(http, 'close');
    this.turn();
  }

  /** Connections stay open, but nothing is read or sent any more. */
  stall(): void {
    this.isStalled = true;
    for (const socket of this.sockets) socket.pause();
  }

  /** Connections made from now on are served again. */
  recover(): void {
    this.isStalled = false;
    this.turn();
  }

  /** Closes every websocket in an orderly way. */
  closeWebsockets(code: number, reason = ''): void {
    for (const websocket of this.websockets) websocket.close(code, reason);
  }

  /** Ends every subscription from this side. */
  completeAll(): void {
    this.completed += 1;
    this.turn();
  }

  /** Appends events; gives their positions. */
  append(...values: (number | string | null)[]): number[] {
    const positions = values.map((value) => {
      const position = this.log.filter(({ kind }) => kind === 'EVENT').length + 1;
      this.log.push({ cursor: `c${this.log.length + 1}`, kind: 'EVENT', event: { position, value } });
      return position;
    });
    this.turn();
    return positions;
  }

  checkpoint(): string {
    const cursor = `c${this.log.length + 1}`;
    this.log.push({ cursor, kind: 'CHECKPOINT', event: null });
    this.turn();
    return cursor;
  }

  private turn(): void {
    const { wake } = this;
    this.changed = new Promise((next) => {
      this.wake = next;
    });
    wake();
  }

  private subscribe(after: string | null): AsyncIterator<Envelope> {
    const failure = this.failWith.shift();
    if (failure) throw failure;
    this.resumedAfter.push(after);
    const from = after === null ? this.log.length : Number(after.slice(1));
    return this.read(this.repeatsLast && from > 0 && after !== null ? from - 1 : from);
  }

  /** Not a generator: one that waits for a change could not be ended before the change. */
  private read(from: number): AsyncIterator<Envelope> {
    const { http, completed } = this;
    let at = from;
    let end: () => void = () => {};
    let isOver = false;
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    const finish = async (): Promise<IteratorResult<Envelope>> => {
      if (!isOver) this.activeSubscriptions -= 1;
      isOver = true;
      end();
      return { done: true, value: undefined };
    };
    this.activeSubscriptions += 1;
    const next = async (): Promise<IteratorResult<Envelope>> => {
      while (!isOver && this.completed === completed) {
        const envelope = this.isStalled || this.http !== http ? undefined : this.log[at];
        if (!envelope) {
          await Promise.race([this.changed, ended]);
          continue;
        }
        at += 1;
        this.sent += 1;
        return { done: false, value: envelope };
      }
      return finish();
    };
    const iterator = { next, return: finish, [Symbol.asyncIterator]: () => iterator };
    return iterator;
  }
}
