import { warn } from '../platform.js';
import { type Sink, Socket, type SocketSettings } from './socket.js';

/** Most subscriptions of one websocket, unless the server is found to take fewer. */
const MOST_OF_A_SOCKET = 20;

/** The websockets of a client: one for its first 20 subscriptions, another for the next 20, and so on. */
export class Sockets {
  private readonly sockets: Socket[] = [];
  private isWarned = false;

  constructor(
    private readonly settings: SocketSettings,
    private readonly mostOfASocket = MOST_OF_A_SOCKET,
  ) {}

  /** Starts a subscription where there is room for it; gives what closes it. */
  subscribe(payload: { query: string; variables: Record<string, unknown> }, sink: Sink): () => void {
    let socket = this.sockets.find(({ hasRoom }) => hasRoom);
    if (!socket) {
      socket = new Socket(this.settings, this.mostOfASocket);
      this.sockets.push(socket);
    }
    return socket.subscribe(payload, sink);
  }

  /** Tells those who run the program, once for a client, of a subscription that waits where nobody listens in code. */
  warnOfLimit(message: string): void {
    if (!this.isWarned)
      warn(
        `A subscription waits for room: ${message} This is said once: listen with the option onInterruption.`,
      );
    this.isWarned = true;
  }
}
