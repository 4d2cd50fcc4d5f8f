import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** What may go through one connection before it is cut off, in bytes. */
export interface Allowance {
  readonly up?: number;
  readonly down?: number;
  /** Falls silent instead of being cut off. */
  readonly silently?: boolean;
}

/** A proxy whose connections end in the middle of whatever they carry; `allow` says how far each goes, from its number. */
export class CuttingProxy {
  /** Bytes that went through, towards the server and from it. */
  up = 0;
  down = 0;
  connections = 0;
  private readonly sockets = new Set<Socket>();
  private readonly server = createServer((client) => this.carry(client));

  constructor(
    private readonly target: string,
    private readonly allow: (connection: number) => Allowance = () => ({}),
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
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
    await once(this.server, 'close');
  }

  private carry(client: Socket): void {
    this.connections += 1;
    const {
      up = Number.POSITIVE_INFINITY,
      down = Number.POSITIVE_INFINITY,
      silently,
    } = this.allow(this.connections);
    const upstream = connect(Number(new URL(this.target).port), '127.0.0.1');
    const pass = (from: Socket, to: Socket, allowed: number, count: (bytes: number) => void): void => {
      let left = allowed;
      this.sockets.add(from);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        this.sockets.delete(from);
        to.destroy();
      });
      from.on('data', (chunk: Buffer) => {
        const passed = chunk.subarray(0, Math.max(left, 0));
        left -= chunk.length;
        count(passed.length);
        if (!to.write(passed)) {
          from.pause();
          to.once('drain', () => from.resume());
        }
        if (left > 0 || silently) return;
        to.end(() => to.destroy());
        from.destroy();
      });
    };
    pass(client, upstream, up, (bytes) => {
      this.up += bytes;
    });
    pass(upstream, client, down, (bytes) => {
      this.down += bytes;
    });
  }
}
