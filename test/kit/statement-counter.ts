import { type AddressInfo, connect, createServer } from 'node:net';

/** A proxy before PostgreSQL that notes the statements of the pool of requests: for tests of how many there are. */
export interface StatementCounter {
  /** What to give a server as DATABASE_URL. */
  readonly url: string;
  /** The statements carried out while `work` ran. */
  during(work: () => Promise<unknown>): Promise<string[]>;
  close(): void;
}

export async function countStatements(databaseUrl: string): Promise<StatementCounter> {
  const statements: string[] = [];
  const target = new URL(databaseUrl);
  const sockets = new Set<{ destroy(): void }>();
  const server = createServer((client) => {
    const database = connect(Number(target.port), target.hostname);
    for (const one of [client, database]) {
      sockets.add(one);
      one
        .on('error', () => undefined)
        .on('close', () => (one === client ? database.destroy() : client.destroy()));
    }
    database.pipe(client);
    client.pipe(database);
    const read = messageReader((kind, body) => {
      if (kind === 'P') statements.push(body.subarray(body.indexOf(0) + 1, -1).toString());
      if (kind === 'Q') statements.push(body.toString());
    });
    client.on('data', read);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = new URL(databaseUrl);
  url.port = String((server.address() as AddressInfo).port);
  url.hostname = '127.0.0.1';
  return {
    url: url.href,
    async during(work) {
      const before = statements.length;
      await work();
      return statements.slice(before).filter((sql) => sql !== '');
    },
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

/** The messages of the pool of requests as the wire protocol frames them: a kind, a length, a body. The first has no kind. */
function messageReader(onMessage: (kind: string, body: Buffer) => void): (chunk: Buffer) => void {
  let rest = Buffer.alloc(0);
  let isWatched: boolean | null = null;
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      const head = isWatched === null ? 0 : 1;
      if (rest.length < head + 4) return;
      const end = head + rest.readUInt32BE(head);
      if (rest.length < end) return;
      const body = rest.subarray(head + 4, end);
      if (isWatched === null) isWatched = body.toString().includes('modelgraph-requests');
      else if (isWatched) onMessage(String.fromCharCode(rest[0]!), body);
      rest = rest.subarray(end);
    }
  };
}
