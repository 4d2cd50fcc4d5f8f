import { connect, createServer, type Server, type Socket } from 'node:net';

/** A way to the database that can be cut, or filled with silence. */
export class Way {
  private readonly sockets = new Set<Socket>();
  private listener: Server | undefined;
  port = 0;
  private last: string | undefined;

  constructor(private readonly target: URL) {}

  /** The address of the database through it. */
  get url(): string {
    const url = new URL(this.target);
    url.port = String(this.port);
    return url.href;
  }

  async open(): Promise<void> {
    this.listener = createServer((near) => {
      const far = connect(Number(this.target.port), this.target.hostname);
      for (const socket of [near, far]) {
        this.sockets.add(socket);
        socket.on('error', () => undefined);
        socket.on('close', () => this.sockets.delete(socket));
      }
      near.pipe(far).pipe(near);
      near.on('data', (chunk: Buffer) => {
        if (this.last !== undefined && chunk.includes(this.last)) this.silence();
      });
    });
    await new Promise<void>((done) => this.listener?.listen(this.port, '127.0.0.1', done));
    this.port = (this.listener.address() as { port: number }).port;
  }

  async cut(): Promise<void> {
    const closed = new Promise<unknown>((done) => this.listener?.close(done));
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }

  /** Falls silent once a text has been sent to the database. */
  silenceAfter(text: string): void {
    this.last = text;
  }

  /** Nothing comes or goes any more, and nobody is told. */
  silence(): void {
    for (const socket of this.sockets) {
      socket.unpipe();
      socket.pause();
    }
  }
}
