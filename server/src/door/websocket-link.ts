import type { WebSocket } from 'ws';
import type { Actor } from '../contract/actor';
import { CLOSE, fitting } from './close-code';
import type { Operation } from './websocket-operation';

export interface LinkSettings {
  /** How long the client may leave a message untaken. */
  readonly stallMs: number;
  /** How often it is asked for a sign of life. */
  readonly keepAliveMs: number;
}

const MOST_UNSENT = 64;
const FAREWELL_MS = 2_000;

interface Unsent {
  readonly since: number;
  readonly sent: () => void;
}

/** One open websocket: what is under way on it, what its client has not taken yet, and whether the client still lives. */
export class Link {
  private readonly opened = performance.now();
  readonly operations = new Set<Operation>();
  /** Null until the client has said who it is. */
  actor: Actor | null = null;
  private readonly unsent: Unsent[] = [];
  private heard = true;
  private pingAt: number;
  private over = false;

  constructor(
    readonly id: string,
    readonly authorization: string | undefined,
    private readonly socket: WebSocket,
    private readonly settings: LinkSettings,
    /** Called once, when it is over for whatever reason, before the socket itself has closed. */
    private readonly onOver: (code: number, reason: string) => void,
  ) {
    this.pingAt = this.opened + settings.keepAliveMs;
    socket.on('pong', () => {
      this.heard = true;
    });
    socket.on('close', (code, reason) => this.finish(code, reason.toString()));
  }

  get protocol(): string {
    return this.socket.protocol;
  }

  /** In milliseconds. */
  age(): number {
    return Math.round(performance.now() - this.opened);
  }

  get isOver(): boolean {
    return this.over;
  }

  /** Resolves when the client's side has taken it, or will never. Waiting for it is what keeps a stream from running ahead. */
  send(text: string): Promise<void> {
    if (this.over) return Promise.resolve();
    return new Promise((resolve) => {
      const entry = { since: performance.now(), sent: resolve };
      this.unsent.push(entry);
      // Who does not take answers is not asked for more questions.
      if (this.unsent.length > MOST_UNSENT) this.socket.pause();
      this.socket.send(text, () => this.taken(entry));
    });
  }

  private taken(entry: Unsent): void {
    const index = this.unsent.indexOf(entry);
    if (index >= 0) this.unsent.splice(index, 1);
    if (this.socket.isPaused && this.unsent.length < MOST_UNSENT / 2) this.socket.resume();
    entry.sent();
  }

  onMessage(handle: (text: string) => Promise<void>): void {
    this.socket.on('message', (data) => {
      this.heard = true;
      if (!this.over) void handle(String(data));
    });
  }

  /** Says goodbye; a client that does not answer is cut off. */
  close(code: number, reason: string): void {
    this.socket.resume();
    this.socket.close(code, fitting(reason));
    const impatient = setTimeout(() => this.socket.terminate(), FAREWELL_MS);
    this.socket.once('close', () => clearTimeout(impatient));
    this.finish(code, reason);
  }

  /** To be called about once a second. */
  tick(now: number): void {
    if (this.over) return;
    if (now - (this.unsent[0]?.since ?? now) > this.settings.stallMs) {
      this.close(CLOSE.STALLED, 'Messages were not taken in time; resume from the last cursor.');
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

  private finish(code: number, reason: string): void {
    if (this.over) return;
    this.over = true;
    for (const operation of [...this.operations]) operation.end('closed');
    for (const { sent } of this.unsent.splice(0)) sent();
    this.onOver(code, reason);
  }
}
