import { connect, type Socket } from 'node:net';

export interface Load {
  readonly perSecond: number;
  /** Of every request, in milliseconds. */
  readonly latencies: readonly number[];
}

export interface LoadRequest {
  readonly url: string;
  readonly token: string;
  readonly body: string;
  /** What every answer must be, byte by byte; the first that differs ends the bench. */
  readonly expected: Buffer;
  readonly connections: number;
  readonly ms: number;
}

/**
 * Asks the same over and over on connections that stay open, one request under way on each. Plain sockets: on few cores
 * an HTTP client would take much of what is being measured.
 */
export async function load({ url, token, body, expected, connections, ms }: LoadRequest): Promise<Load> {
  const request = requestText(url, token, body);
  const latencies: number[] = [];
  const begun = performance.now();
  const end = begun + ms;
  await Promise.all(
    Array.from({ length: connections }, async () => {
      const connection = await Connection.open(url);
      try {
        while (performance.now() < end) {
          const sent = performance.now();
          const answer = await connection.ask(request);
          latencies.push(performance.now() - sent);
          if (!answer.equals(expected))
            throw new Error(`Another answer than expected: ${answer.toString().slice(0, 500)}`);
        }
      } finally {
        connection.close();
      }
    }),
  );
  return { perSecond: (latencies.length * 1_000) / (performance.now() - begun), latencies };
}

/** One answer's bytes, for checking it before anything is timed. */
export async function askOnce(url: string, token: string, body: string): Promise<Buffer> {
  const connection = await Connection.open(url);
  try {
    return await connection.ask(requestText(url, token, body));
  } finally {
    connection.close();
  }
}

const requestText = (url: string, token: string, body: string): string =>
  [
    'POST /graphql HTTP/1.1',
    `host: ${new URL(url).host}`,
    `authorization: Bearer ${token}`,
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(body)}`,
    '',
    body,
  ].join('\r\n');

const HEAD_END = Buffer.from('\r\n\r\n');

class Connection {
  private received: Buffer = Buffer.alloc(0);
  private waiting: { resolve: (body: Buffer) => void; reject: (error: Error) => void } | undefined;

  private constructor(private readonly socket: Socket) {
    socket.setNoDelay(true);
    socket.on('data', (chunk: Buffer) => {
      this.received = this.received.length === 0 ? chunk : Buffer.concat([this.received, chunk]);
      this.deliver();
    });
    socket.on('error', (error) => this.waiting?.reject(error));
    socket.on('close', () => this.waiting?.reject(new Error('The server closed the connection.')));
  }

  static open(url: string): Promise<Connection> {
    const { hostname, port } = new URL(url);
    return new Promise((resolve, reject) => {
      const socket = connect(Number(port), hostname, () => resolve(new Connection(socket)));
      socket.once('error', reject);
    });
  }

  ask(request: string): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject };
      this.socket.write(request);
    });
  }

  close(): void {
    this.waiting = undefined;
    this.socket.destroy();
  }

  /** Both sides answer with a status line of 200 and a Content-Length; anything else is an error. */
  private deliver(): void {
    const headEnd = this.received.indexOf(HEAD_END);
    if (headEnd < 0 || !this.waiting) return;
    const head = this.received.toString('latin1', 0, headEnd);
    const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
    if (!head.startsWith('HTTP/1.1 200 ') || length === undefined) {
      this.waiting.reject(new Error(`Not a whole answer: ${this.received.toString().slice(0, 2_000)}`));
      return;
    }
    const from = headEnd + HEAD_END.length;
    if (this.received.length < from + Number(length)) return;
    const body = this.received.subarray(from, from + Number(length));
    this.received = this.received.subarray(from + Number(length));
    this.waiting.resolve(body);
  }
}
