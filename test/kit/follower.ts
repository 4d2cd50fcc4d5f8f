import { type Client, createClient } from 'graphql-ws';
import WebSocket from 'ws';
import type { TestServer } from './server';
import { until } from './until';

interface Envelope {
  readonly cursor: string;
  readonly kind: 'EVENT' | 'CHECKPOINT';
  // biome-ignore lint/suspicious/noExplicitAny: tests ask for events of any shape
  readonly event: any;
}

/** How a subscription ended: with errors, with its socket, or because it was said to be complete. */
interface Ending {
  readonly errors?: {
    message: string;
    path?: unknown;
    extensions: { code: string; [more: string]: unknown };
  }[];
  readonly code?: number;
  readonly reason?: string;
  readonly complete?: true;
}

export const EVENTS = `subscription Events($after: String, $filter: EventFilter) {
  events(after: $after, filter: $filter) { cursor kind event { position type subjectId after } }
}`;

const addressOf = ({ url }: TestServer): string => `${url.replace('http', 'ws')}/graphql`;

const clients = new Set<Client>();

/** A websocket by graphql-ws's own client, as any program would open it. It never comes again by itself. */
export function connect(server: TestServer, token: string): Client {
  const client = createClient({
    url: addressOf(server),
    webSocketImpl: WebSocket,
    connectionParams: { Authorization: `Bearer ${token}` },
    retryAttempts: 0,
  });
  clients.add(client);
  return client;
}

/** Closes every websocket that `connect` has opened, also those of a test that failed half-way. */
export async function disconnect(): Promise<void> {
  const open = [...clients];
  clients.clear();
  await Promise.all(open.map((client) => client.dispose()));
}

/** One subscription and all that it was sent. */
export class Follower {
  readonly envelopes: Envelope[] = [];
  readonly ended: Promise<Ending>;
  ending: Ending | null = null;
  readonly stop: () => void;

  constructor(client: Client, variables: object = {}, query: string = EVENTS) {
    let end: (ending: Ending) => void = () => undefined;
    this.ended = new Promise((resolve) => {
      end = (ending) => {
        this.ending = ending;
        resolve(ending);
      };
    });
    this.stop = client.subscribe<Record<string, Envelope>>(
      { query, variables: variables as Record<string, unknown> },
      {
        next: ({ data, errors }) => {
          if (errors || !data) throw new Error(`Errors come as such, not as data: ${JSON.stringify(errors)}`);
          this.envelopes.push(...Object.values(data));
        },
        error: (problem) => end(endingOf(problem)),
        complete: () => end({ complete: true }),
      },
    );
  }

  get events(): Envelope['event'][] {
    return this.envelopes.flatMap(({ event }) => event ?? []);
  }

  get positions(): number[] {
    return this.events.map(({ position }) => position);
  }

  /** Where to go on after it. */
  get cursor(): string | undefined {
    return this.envelopes.at(-1)?.cursor;
  }

  /** From here on nothing is missed. */
  async begun(): Promise<this> {
    await until(async () => this.#alive(this.envelopes[0]), 'the first checkpoint');
    return this;
  }

  async received(count: number, withinMs?: number): Promise<this> {
    await until(async () => this.#alive(this.events.length >= count), `${count} events`, withinMs);
    return this;
  }

  /** Waits for a checkpoint behind those that have come. */
  async checkpoint(): Promise<Envelope> {
    const from = this.envelopes.length;
    const next = (): Envelope | undefined =>
      this.envelopes.slice(from).find(({ kind }) => kind === 'CHECKPOINT');
    return until(async () => this.#alive(next()), 'a checkpoint');
  }

  #alive<T>(found: T | undefined | false): T | null {
    if (!found && this.ending) throw new Error(`The subscription ended: ${JSON.stringify(this.ending)}`);
    return found || null;
  }
}

function endingOf(problem: unknown): Ending {
  if (Array.isArray(problem)) return { errors: problem };
  if (problem && typeof problem === 'object' && 'code' in problem && 'reason' in problem)
    return { code: Number(problem.code), reason: String(problem.reason) };
  // The socket could not be opened, or was lost without a farewell.
  return { code: 1006, reason: String(problem) };
}

type Whereabouts = () => TestServer | Promise<TestServer>;

/** Follows across every interruption by the last cursor, as the SDK does, on whichever server it is given. */
export class PersistentFollower {
  readonly envelopes: Envelope[] = [];
  readonly endings: Ending[] = [];
  private readonly loop: Promise<void>;
  private stopped = false;
  private current: Follower | undefined;

  constructor(server: Whereabouts, token: string, variables: object = {}, query: string = EVENTS) {
    this.loop = this.run(server, token, variables, query);
  }

  private async run(server: Whereabouts, token: string, variables: object, query: string): Promise<void> {
    while (!this.stopped) {
      const client = connect(await server(), token);
      const after = this.envelopes.at(-1)?.cursor;
      this.current = new Follower(client, after ? { ...variables, after } : variables, query);
      const ending = await this.current.ended;
      this.envelopes.push(...this.current.envelopes);
      this.endings.push(ending);
      this.current = undefined;
      await client.dispose();
    }
  }

  get positions(): number[] {
    return [...this.envelopes, ...(this.current?.envelopes ?? [])].flatMap(
      ({ event }) => event?.position ?? [],
    );
  }

  async begun(): Promise<this> {
    await until(
      async () => this.envelopes[0] ?? this.current?.envelopes[0] ?? null,
      'the first checkpoint',
      30_000,
    );
    return this;
  }

  /** Leaves the server and goes on with the one that it is given next. */
  move(): void {
    this.current?.stop();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.move();
    await this.loop;
  }
}

export interface Raw {
  readonly socket: WebSocket;
  /** What came, parsed. */
  readonly messages: { type: string; id?: string; payload?: unknown }[];
  readonly closed: Promise<{ code: number; reason: string }>;
  send(message: object): void;
}

/** A bare websocket, for what a well-behaved client would never do. */
export async function openRaw(
  server: TestServer,
  { headers = {}, protocols = ['graphql-transport-ws'], autoPong = true } = {},
): Promise<Raw> {
  const socket = new WebSocket(addressOf(server), protocols, { headers, autoPong });
  const messages: Raw['messages'] = [];
  socket.on('message', (data) => messages.push(JSON.parse(String(data))));
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    socket.on('close', (code, reason) => resolve({ code, reason: reason.toString() }));
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  socket.on('error', () => undefined);
  return { socket, messages, closed, send: (message) => socket.send(JSON.stringify(message)) };
}

/** The HTTP answer to an upgrade that was refused. */
export const refusedUpgrade = (
  server: TestServer,
  { headers = {}, path = '/graphql' }: { headers?: Record<string, string>; path?: string } = {},
): Promise<{ status: number; body: string }> =>
  new Promise((resolve, reject) => {
    const socket = new WebSocket(addressOf(server).replace('/graphql', path), 'graphql-transport-ws', {
      headers,
    });
    socket.on('unexpected-response', (_, response) => {
      let body = '';
      response.on('data', (chunk: Buffer) => {
        body += chunk.toString();
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    });
    socket.on('open', () => {
      socket.close();
      reject(new Error('The upgrade was not refused.'));
    });
    socket.on('error', () => undefined);
  });

/** Waits for a message of a type. */
export const received = (raw: Raw, type: string): Promise<Raw['messages'][number]> =>
  until(async () => raw.messages.find((message) => message.type === type) ?? null, `a message ${type}`);

/** A bare websocket that has said who it is. */
export async function openKnown(server: TestServer, token: string): Promise<Raw> {
  const raw = await openRaw(server);
  raw.send({ type: 'connection_init', payload: { Authorization: `Bearer ${token}` } });
  await received(raw, 'connection_ack');
  return raw;
}
