import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Passed {
  readonly headers: IncomingMessage['headers'];
  readonly body: { query: string; variables: { input?: { idempotencyKey?: string } } };
  /** What the server answered; undefined when it was not asked. */
  readonly answer: string | undefined;
}

/** What a proxy does with one request. */
export type Treatment =
  | 'PASS'
  /** Lets the server carry it out, then drops the connection instead of answering. */
  | 'LOSE_ANSWER'
  /** Lets the server carry it out, and drops the connection in the middle of its answer. */
  | 'CUT_ANSWER'
  /** Never answers. */
  | 'STALL'
  /** Answers by itself. */
  | { status: number; headers?: Record<string, string>; body?: string };

/** A proxy in front of a server that treats requests as `plan` says, in turn, and passes all that come after. */
export class FaultyProxy {
  readonly passed: Passed[] = [];
  private readonly server = createServer((request, response) => void this.handle(request, response));

  constructor(
    private readonly target: string,
    readonly plan: Treatment[] = [],
  ) {}

  async open(): Promise<this> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return this;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const treatment = this.plan.shift() ?? 'PASS';
    const asksServer = treatment === 'PASS' || treatment === 'LOSE_ANSWER' || treatment === 'CUT_ANSWER';
    const upstream = asksServer ? await this.ask(request, text) : undefined;
    const answer = await upstream?.text();
    this.passed.push({ headers: request.headers, body: JSON.parse(text), answer });
    if (treatment === 'STALL') return;
    if (treatment === 'LOSE_ANSWER') {
      request.socket.destroy();
    } else if (treatment === 'CUT_ANSWER') {
      const whole = Buffer.from(answer ?? '');
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': whole.length });
      response.write(whole.subarray(0, whole.length / 2), () => request.socket.destroy());
    } else if (treatment === 'PASS') {
      response.writeHead(upstream?.status ?? 500, { 'content-type': 'application/json' }).end(answer);
    } else {
      response.writeHead(treatment.status, treatment.headers).end(treatment.body ?? '');
    }
  }

  private ask(request: IncomingMessage, body: string): Promise<Response> {
    const { authorization = '' } = request.headers;
    return fetch(`${this.target}${request.url}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization },
      body,
    });
  }
}
