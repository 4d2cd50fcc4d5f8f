import { type Server as HttpServer, type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { handleProtocols } from 'graphql-ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { newId } from '../contract/id';
import { ServiceError } from '../contract/service-error';
import { CLOSE, Closing } from './close-code';
import { checkOrigin, type OriginPolicy } from './origin';
import { publicError, statusOf } from './public-error';
import { Link, type LinkSettings } from './websocket-link';
import { makeProtocol, type ProtocolSettings } from './websocket-protocol';

interface WebsocketDoor extends ProtocolSettings, LinkSettings {
  readonly origin: OriginPolicy;
  readonly messageLimit: number;
  readonly maxSockets: number;
}

const PATH = '/graphql';
const TICK_MS = 1_000;
/** What graphql-ws throws for a message that is the server's to send. */
const UNEXPECTED = /Unexpected message of type \S+ received/;

/** The second door: subscriptions over websockets, on the HTTP server's port and under the same checks. */
export class Websockets {
  private readonly server: WebSocketServer;
  private readonly protocol;
  private readonly links = new Set<Link>();
  private readonly timer: NodeJS.Timeout;
  private closing = false;

  constructor(
    http: HttpServer,
    private readonly door: WebsocketDoor,
  ) {
    this.protocol = makeProtocol(door);
    this.server = new WebSocketServer({
      noServer: true,
      maxPayload: door.messageLimit,
      perMessageDeflate: false,
      handleProtocols,
    });
    http.on('upgrade', (request, socket, head) => this.upgrade(request, socket, head));
    this.timer = setInterval(() => void this.tick(), TICK_MS);
  }

  /** Says goodbye to everybody and waits until they have gone. */
  async close(): Promise<void> {
    this.closing = true;
    clearInterval(this.timer);
    const gone = new Promise((resolve) => this.server.close(resolve));
    for (const link of this.links)
      link.close(CLOSE.RESTARTING, 'The server restarts; resume from the last cursor.');
    await gone;
  }

  private upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const requestId = newId();
    socket.on('error', () => socket.destroy());
    try {
      this.admit(request);
    } catch (error) {
      refuse(socket, error, requestId);
      return;
    }
    this.server.handleUpgrade(request, socket, head, (websocket) => this.open(websocket, request, requestId));
  }

  /** Before there is a websocket: from where, to what, and whether there is room. */
  private admit({ headers, url }: IncomingMessage): void {
    const { closing, door, server } = this;
    checkOrigin(headers, door.origin);
    if (url?.split('?')[0] !== PATH)
      throw new ServiceError(
        'NOT_FOUND',
        `There is no websocket at ${url?.split('?')[0]}; it is at ${PATH}.`,
      );
    if (closing || server.clients.size >= door.maxSockets) {
      const why = closing ? 'The server is stopping' : `The server has ${door.maxSockets} websockets open`;
      throw new ServiceError('UNAVAILABLE', `${why}; try again.`, { retryAfterMs: 1_000 });
    }
  }

  private open(websocket: WebSocket, { headers }: IncomingMessage, requestId: string): void {
    const { log, metrics } = this.door;
    const count = (): void => metrics.sockets.set(this.server.clients.size);
    let farewell: ((code: number, reason: string) => Promise<void>) | undefined;
    const link = new Link(requestId, headers.authorization, websocket, this.door, (code, reason) => {
      this.links.delete(link);
      if (link.actor) this.door.openTokens.leave(link.actor);
      log.info(
        {
          requestId,
          actor: link.actor?.subject,
          project: link.actor?.projectId,
          code,
          reason,
          ms: link.age(),
        },
        'websocket closed',
      );
      farewell?.(code, reason).catch((error) =>
        log.error({ requestId, error }, 'a websocket was not closed cleanly'),
      );
    });
    websocket.on('error', (error) => log.debug({ requestId, error }, 'a websocket failed'));
    websocket.on('close', count);
    count();
    this.links.add(link);
    farewell = this.protocol.opened(
      {
        protocol: link.protocol,
        send: (text) => link.send(text),
        close: (code, reason) => link.close(code ?? CLOSE.INTERNAL, reason ?? ''),
        onMessage: (handle) =>
          link.onMessage((text) => handle(text).catch((error) => this.broken(link, error))),
      },
      link,
    );
  }

  private broken(link: Link, error: unknown): void {
    if (error instanceof Closing) {
      link.close(error.code, error.reason);
    } else if (UNEXPECTED.test(String(error))) {
      link.close(CLOSE.BAD_REQUEST, `BAD_REQUEST: ${(error as Error).message}.`);
    } else {
      this.door.log.error({ requestId: link.id, error }, 'a websocket message could not be handled');
      link.close(CLOSE.INTERNAL, `Something went wrong in the server; its log tells more under ${link.id}.`);
    }
  }

  /** Closes who may not stay, who does not take what he is sent, and who gives no sign of life. */
  private async tick(): Promise<void> {
    const { openTokens, log } = this.door;
    const now = performance.now();
    for (const link of [...this.links]) {
      if (link.actor && !openTokens.isStillAllowed(link.actor))
        link.close(CLOSE.UNAUTHENTICATED, 'UNAUTHENTICATED: This token has expired or was revoked.');
      else link.tick(now);
    }
    await openTokens
      .refresh()
      .catch((error) => log.warn({ error }, 'tokens of open websockets could not be checked'));
  }
}

function refuse(socket: Duplex, thrown: unknown, requestId: string): void {
  const { error } = publicError(thrown, requestId);
  const status = statusOf(error);
  const body = JSON.stringify({ errors: [error] });
  // HTTP has let go of it: nobody else would ever close it.
  socket.once('finish', () => socket.destroy());
  socket.end(
    [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      'connection: close',
      'content-type: application/json; charset=utf-8',
      `content-length: ${Buffer.byteLength(body)}`,
      `x-request-id: ${requestId}`,
      '',
      body,
    ].join('\r\n'),
  );
}
