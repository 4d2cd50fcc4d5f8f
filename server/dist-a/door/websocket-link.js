'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.Link = void 0;
const close_code_1 = require('./close-code');
const MOST_UNSENT = 64;
const FAREWELL_MS = 2_000;
/** One open websocket: what is under way on it, what its client has not taken yet, and whether the client still lives. */
class Link {
  constructor(
    id,
    authorization,
    socket,
    settings,
    /** Called once, when it is over for whatever reason, before the socket itself has closed. */
    onOver,
  ) {
    this.id = id;
    this.authorization = authorization;
    this.socket = socket;
    this.settings = settings;
    this.onOver = onOver;
    this.opened = performance.now();
    this.operations = new Set();
    /** Null until the client has said who it is. */
    this.actor = null;
    this.unsent = [];
    this.heard = true;
    this.over = false;
    this.pingAt = this.opened + settings.keepAliveMs;
    socket.on('pong', () => {
      this.heard = true;
    });
    socket.on('close', (code, reason) => this.finish(code, reason.toString()));
  }
  get protocol() {
    return this.socket.protocol;
  }
  /** In milliseconds. */
  age() {
    return Math.round(performance.now() - this.opened);
  }
  get isOver() {
    return this.over;
  }
  /** Resolves when the client's side has taken it, or will never. Waiting for it is what keeps a stream from running ahead. */
  send(text) {
    if (this.over) return Promise.resolve();
    return new Promise((resolve) => {
      const entry = { since: performance.now(), sent: resolve };
      this.unsent.push(entry);
      // Who does not take answers is not asked for more questions.
      if (this.unsent.length > MOST_UNSENT) this.socket.pause();
      this.socket.send(text, () => this.taken(entry));
    });
  }
  taken(entry) {
    const index = this.unsent.indexOf(entry);
    if (index >= 0) this.unsent.splice(index, 1);
    if (this.socket.isPaused && this.unsent.length < MOST_UNSENT / 2) this.socket.resume();
    entry.sent();
  }
  onMessage(handle) {
    this.socket.on('message', (data) => {
      this.heard = true;
      if (!this.over) void handle(String(data));
    });
  }
  /** Says goodbye; a client that does not answer is cut off. */
  close(code, reason) {
    this.socket.resume();
    this.socket.close(code, reason);
    const impatient = setTimeout(() => this.socket.terminate(), FAREWELL_MS);
    this.socket.once('close', () => clearTimeout(impatient));
    this.finish(code, reason);
  }
  /** To be called about once a second. */
  tick(now) {
    if (this.over) return;
    if (now - (this.unsent[0]?.since ?? now) > this.settings.stallMs) {
      this.close(close_code_1.CLOSE.STALLED, 'Messages were not taken in time; resume from the last cursor.');
    } else if (now >= this.pingAt) {
      this.pingAt = now + this.settings.keepAliveMs;
      if (!this.heard) {
        this.socket.terminate();
        return;
      }
      this.heard = false;
      this.socket.ping();
    }
  }
  finish(code, reason) {
    if (this.over) return;
    this.over = true;
    for (const operation of [...this.operations]) operation.end('closed');
    for (const { sent } of this.unsent.splice(0)) sent();
    this.onOver(code, reason);
  }
}
exports.Link = Link;
//# sourceMappingURL=websocket-link.js.map
