import { connect, type Socket } from 'node:net';
import { makeWorld, type World } from '../kit/server';
import { until } from '../kit/until';
import { uploadBytes } from '../kit/uploads';

let world: World;
let writer: string;
beforeAll(async () => {
  world = await makeWorld({ MODELGRAPH_MAX_IN_FLIGHT_PER_TOKEN: '2', MODELGRAPH_STALL_MS: '300' });
  writer = await world.token('WRITER');
});
afterAll(() => world.close());

/** A request by hand. */
function open(head: string): Socket {
  const { hostname, port, host } = new URL(world.server.url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  socket.write(`${head} HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer ${writer}\r\n`);
  return socket;
}

const statusOf = async (): Promise<number> =>
  (await world.server.graphql('{ viewer { role } }', {}, writer)).status;
const isRoom = () => until(async () => ((await statusOf()) === 200 ? true : null), 'room for a request');
/** Makes clients until there is no room; one that comes while somebody else is being answered may be refused itself. */
async function fill(client: () => Socket): Promise<Socket[]> {
  const sockets: Socket[] = [];
  await until(async () => {
    if ((await statusOf()) === 429) return true;
    sockets.push(client());
    return null;
  }, 'no room for a request');
  return sockets;
}

test.each([
  [
    'with half a body of a query',
    'POST /graphql',
    'Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{',
  ],
  [
    'with half a batch',
    'POST /graphql/ingest',
    'Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{',
  ],
  [
    'with half an upload',
    `POST /v1/uploads?digest=sha256:${'0'.repeat(64)}`,
    'Content-Type: application/octet-stream\r\nContent-Length: 1000\r\n\r\nx',
  ],
])('a client that vanishes %s leaves its place to others', async (_, head, rest) => {
  const sockets = await fill(() => {
    const socket = open(head);
    socket.write(rest);
    return socket;
  });
  for (const socket of sockets) socket.destroy();
  await isRoom();
});

test('a client that takes nothing of its answer is cut off, and leaves its place to others', async () => {
  const large = new Uint8Array(64 * 1024 * 1024);
  const { sha256 } = await uploadBytes(world.server, writer, large, 'large.bin');
  const sockets = await fill(() => {
    const socket = open(`GET /v1/blobs/${sha256}`);
    socket.pause();
    socket.write('\r\n');
    return socket;
  });
  await isRoom();
  for (const socket of sockets) socket.destroy();
});

test('a client that reads slowly gets all of its answer', async () => {
  const bytes = new Uint8Array(8 * 1024 * 1024).fill(7);
  const { sha256 } = await uploadBytes(world.server, writer, bytes, 'slow.bin');
  const socket = open(`GET /v1/blobs/${sha256}`);
  socket.write('Connection: close\r\n\r\n');
  let received = 0;
  for await (const chunk of socket) {
    received += (chunk as Buffer).length;
    // Slow, but never as long as a client may stand still.
    await new Promise((wake) => setTimeout(wake, 5));
  }
  expect(received).toBeGreaterThan(bytes.length);
});

test('clients that vanish while the server looks up who they are take no place at all', async () => {
  const hold = await world.database.hold('LOCK TABLE token IN ACCESS EXCLUSIVE MODE');
  const sockets = [1, 2, 3].map(() => open('GET /v1/uploads/none'));
  for (const socket of sockets) socket.write('\r\n');
  await world.database.untilWaiting(3);
  for (const socket of sockets) socket.destroy();
  // The server hears of it before it hears from the database: it answers this meanwhile.
  await fetch(`${world.server.url}/livez`);
  await hold.release();
  await isRoom();
  expect(await statusOf()).toBe(200);
});

test('a request under way, and an upgrade that was refused, do not keep the server from draining', async () => {
  const server = await world.another();
  const hold = await world.database.hold('LOCK TABLE model IN ACCESS EXCLUSIVE MODE');
  const answer = server.graphql('{ models { nodes { id } } }', {}, writer);
  await world.database.untilWaiting(1);
  const { hostname, port, host } = new URL(server.url);
  const refused = connect({ port: Number(port), host: hostname, allowHalfOpen: true });
  refused.on('error', () => undefined);
  refused.write(
    `GET /nowhere HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
  );
  await new Promise((seen) => refused.once('data', seen));
  const stopped = server.stop();
  await server.logged(({ msg }) => msg === 'draining');
  await hold.release();
  expect((await answer).status).toBe(200);
  expect(await stopped).toBe(0);
  refused.destroy();
});
