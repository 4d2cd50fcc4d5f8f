'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.Websockets = void 0;
const node_http_1 = require('node:http');
const graphql_ws_1 = require('graphql-ws');
const ws_1 = require('ws');
const id_1 = require('../contract/id');
const service_error_1 = require('../contract/service-error');
const close_code_1 = require('./close-code');
const origin_1 = require('./origin');
const public_error_1 = require('./public-error');
const websocket_link_1 = require('./websocket-link');
const websocket_protocol_1 = require('./websocket-protocol');
const PATH = '/graphql';
const TICK_MS = 1_000;
/** The second door: subscriptions over websockets, on the HTTP server's port and under the same checks. */
class Websockets {
  constructor(http, door) {
    this.door = door;
    this.links = new Set();
    this.closing = false;
    this.protocol = (0, websocket_protocol_1.makeProtocol)(door);
    this.server = new ws_1.WebSocketServer({
      noServer: true,
      maxPayload: door.messageLimit,
      perMessageDeflate: false,
      handleProtocols: graphql_ws_1.handleProtocols,
    });
    http.on('upgrade', (request, socket, head) => this.upgrade(request, socket, head));
    this.timer = setInterval(() => void this.tick(), TICK_MS);
  }
  /** Says goodbye to everybody and waits until they have gone. */
  async close() {
    this.closing = true;
    clearInterval(this.timer);
    const gone = new Promise((resolve) => this.server.close(resolve));
    for (const link of this.links)
      link.close(close_code_1.CLOSE.RESTARTING, 'The server restarts; resume from the last cursor.');
    await gone;
  }
  upgrade(request, socket, head) {
    const requestId = (0, id_1.newId)();
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
  admit({ headers, url }) {
    const { closing, door, server } = this;
    (0, origin_1.checkOrigin)(headers, door.origin);
    if (url?.split('?')[0] !== PATH)
      throw new service_error_1.ServiceError(
        'NOT_FOUND',
        `There is no websocket at ${url?.split('?')[0]}; it is at ${PATH}.`,
      );
    if (closing || server.clients.size >= door.maxSockets) {
      const why = closing ? 'The server is stopping' : `The server has ${door.maxSockets} websockets open`;
      throw new service_error_1.ServiceError('UNAVAILABLE', `${why}; try again.`, { retryAfterMs: 1_000 });
    }
  }
  open(websocket, { headers }, requestId) {
    const { log, metrics } = this.door;
    const count = () => metrics.sockets.set(this.server.clients.size);
    let farewell;
    const link = new websocket_link_1.Link(
      requestId,
      headers.authorization,
      websocket,
      this.door,
      (code, reason) => {
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
      },
    );
    websocket.on('error', (error) => log.debug({ requestId, error }, 'a websocket failed'));
    websocket.on('close', count);
    count();
    this.links.add(link);
    farewell = this.protocol.opened(
      {
        protocol: link.protocol,
        send: (text) => link.send(text),
        close: (code, reason) => link.close(code ?? close_code_1.CLOSE.INTERNAL, reason ?? ''),
        onMessage: (handle) =>
          link.onMessage((text) => handle(text).catch((error) => this.broken(link, error))),
      },
      link,
    );
  }
  broken(link, error) {
    if (error instanceof close_code_1.Closing) {
      link.close(error.code, error.reason);
    } else {
      this.door.log.error({ requestId: link.id, error }, 'a websocket message could not be handled');
      link.close(
        close_code_1.CLOSE.INTERNAL,
        `Something went wrong in the server; its log tells more under ${link.id}.`,
      );
    }
  }
  /** Closes who may not stay, who does not take what he is sent, and who gives no sign of life. */
  async tick() {
    const { openTokens, log } = this.door;
    const now = performance.now();
    for (const link of [...this.links]) {
      if (link.actor && !openTokens.isStillAllowed(link.actor))
        link.close(
          close_code_1.CLOSE.UNAUTHENTICATED,
          'UNAUTHENTICATED: This token has expired or was revoked.',
        );
      else link.tick(now);
    }
    await openTokens
      .refresh()
      .catch((error) => log.warn({ error }, 'tokens of open websockets could not be checked'));
  }
}
exports.Websockets = Websockets;
function refuse(socket, thrown, requestId) {
  const { error } = (0, public_error_1.publicError)(thrown, requestId);
  const status = (0, public_error_1.statusOf)(error);
  const body = JSON.stringify({ errors: [error] });
  socket.end(
    [
      `HTTP/1.1 ${status} ${node_http_1.STATUS_CODES[status]}`,
      'connection: close',
      'content-type: application/json; charset=utf-8',
      `content-length: ${Buffer.byteLength(body)}`,
      `x-request-id: ${requestId}`,
      '',
      body,
    ].join('\r\n'),
  );
}
//# sourceMappingURL=websocket.js.map
