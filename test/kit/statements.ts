import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface Listening {
  /** The same database, reached through the ear. */
  readonly url: string;
  /** The statements that were sent since the last call, as text. */
  take(): string[];
  close(): Promise<void>;
}

/** Stands between a server and its database and notes the text of every statement (simple and extended protocol, no TLS). */
export async function listenToStatements(databaseUrl: string): Promise<Listening> {
  const target = new URL(databaseUrl);
  let heard: string[] = [];
  const sockets = new Set<Socket>();
  const proxy = createServer((client) => {
    const database = connect(Number(target.port || 5432), target.hostname);
    const note = readMessages((type, body) => {
      if (type === 'Q') heard.push(body.subarray(0, -1).toString());
      if (type === 'P')
        heard.push(body.subarray(body.indexOf(0) + 1, body.indexOf(0, body.indexOf(0) + 1)).toString());
    });
    for (const [from, to] of [
      [client, database],
      [database, client],
    ] as const) {
      sockets.add(from);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
    }
    client.on('data', (chunk: Buffer) => {
      note(chunk);
      database.write(chunk);
    });
    database.pipe(client);
  });
  await new Promise<void>((listening) => proxy.listen(0, '127.0.0.1', listening));
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String((proxy.address() as AddressInfo).port);
  return {
    url: url.href,
    take: () => {
      const taken = heard;
      heard = [];
      return taken;
    },
    close: async () => {
      const closed = new Promise<void>((done) => proxy.close(() => done()));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

/** Cuts what a client sends into messages: the first has a length only, the others a type before it. */
function readMessages(found: (type: string, body: Buffer) => void): (chunk: Buffer) => void {
  let rest = Buffer.alloc(0);
  let started = false;
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      const head = started ? 1 : 0;
      if (rest.length < head + 4) return;
      const length = rest.readInt32BE(head);
      if (rest.length < head + length) return;
      if (started) found(String.fromCharCode(rest[0]!), rest.subarray(5, head + length));
      started = true;
      rest = rest.subarray(head + length);
    }
  };
}
