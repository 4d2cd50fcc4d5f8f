import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { connect, disconnect, Follower, PersistentFollower } from '../kit/follower';
import { gauge } from '../kit/gauge';
import { registerModels } from '../kit/models';
import { makeWorld, type TestServer, type World } from '../kit/server';
import { until } from '../kit/until';

let world: World;
let writer: string;
let reader: string;
beforeEach(async () => {
  world = await makeWorld({ MODELGRAPH_CHECKPOINT_MS: '500', MODELGRAPH_STALL_MS: '1000' });
  writer = await world.token('WRITER');
  reader = await world.token('READER');
});
afterEach(async () => {
  await disconnect();
  await world.close();
});

const registrations = async (): Promise<number[]> =>
  (
    await world.database.query<{ position: string }>(
      "SELECT position FROM event WHERE type = 'MODEL_REGISTERED' AND position IS NOT NULL ORDER BY position",
    )
  ).map(({ position }) => Number(position));

const everythingArrived = (follower: { positions: number[] }, count: number): Promise<true> =>
  until(
    async () => (follower.positions.length >= count ? true : null),
    `${count} events, of which ${follower.positions.length} had come`,
    30_000,
  );

/** Registers one model after the other until told to stop, each as often as it takes. Says how many were acknowledged. */
async function write(
  server: () => Promise<TestServer> | TestServer,
  name: string,
  isOver: () => boolean,
): Promise<number> {
  for (let index = 0; ; index += 1) {
    if (isOver()) return index;
    const input = { name: `${name}-${index}`, task: 'REGRESSION', idempotencyKey: `${name}-${index}` };
    await until(
      async () => {
        const answer = await (await server())
          .graphql(
            'mutation($input: RegisterModelInput!) { registerModel(input: $input) { model { id } } }',
            { input },
            writer,
          )
          .catch(() => null);
        return answer?.data?.registerModel.model ?? null;
      },
      `the registration of ${input.name}`,
      30_000,
    );
  }
}

test('the server killed again and again while five write: nothing missed, nothing repeated, in order', async () => {
  const { server } = world;
  // Nobody knocks while it starts: the machine is busy enough with that.
  let serving: Promise<TestServer> = Promise.resolve(server);
  const follower = new PersistentFollower(() => serving, reader, { filter: { types: ['MODEL_REGISTERED'] } });
  await follower.begun();
  let isOver = false;
  const writers = ['a', 'b', 'c', 'd', 'e'].map((name) =>
    write(
      () => serving,
      name,
      () => isOver,
    ),
  );
  for (let kill = 1; kill <= 4; kill += 1) {
    const before = follower.positions.length;
    await until(
      async () => (follower.positions.length >= before + 20 ? true : null),
      'twenty more events',
      30_000,
    );
    const killed = server.kill();
    serving = killed.then(() => server.start());
    await serving;
  }
  isOver = true;
  const acknowledged = (await Promise.all(writers)).reduce((sum, count) => sum + count, 0);
  await everythingArrived(follower, acknowledged);
  await follower.stop();
  expect(follower.positions).toEqual(await registrations());
  expect(follower.positions).toHaveLength(acknowledged);
  expect(follower.endings.filter(({ complete }) => complete)).toHaveLength(1);
  expect(follower.endings.length).toBeGreaterThanOrEqual(5);
}, 120_000);

test('a server that is stopped says so with 1012, never that the subscription is complete', async () => {
  const follower = await new Follower(connect(world.server, reader)).begun();
  expect(await world.server.stop()).toBe(0);
  expect(await follower.ended).toMatchObject({ code: 1012 });
});

test('two servers on one database: what is written through one is read through the other, and a cursor moves over', async () => {
  const other = await world.another();
  const onA = await new Follower(connect(world.server, reader)).begun();
  const onB = await new Follower(connect(other, reader)).begun();
  await Promise.all([
    registerModels(world.server, writer, ['a-0', 'a-1', 'a-2', 'a-3', 'a-4']),
    registerModels(other, writer, ['b-0', 'b-1', 'b-2', 'b-3', 'b-4']),
  ]);
  await Promise.all([onA.received(10), onB.received(10)]);
  const positions = await registrations();
  expect(onA.positions).toEqual(positions);
  expect(onB.positions).toEqual(positions);

  // From A to B and back, at every event, while both write.
  let here = world.server;
  const wanderer = new PersistentFollower(() => here, reader, { after: onA.cursor });
  await wanderer.begun();
  let isOver = false;
  const writers = [world.server, other].map((server, index) =>
    write(
      () => server,
      `${index}`,
      () => isOver,
    ),
  );
  for (let move = 0; move < 6; move += 1) {
    const before = wanderer.positions.length;
    await until(async () => (wanderer.positions.length >= before + 5 ? true : null), 'five more events');
    here = here === other ? world.server : other;
    wanderer.move();
  }
  isOver = true;
  const acknowledged = (await Promise.all(writers)).reduce((sum, count) => sum + count, 0);
  await everythingArrived(wanderer, acknowledged);
  await wanderer.stop();
  expect(wanderer.positions).toEqual((await registrations()).slice(positions.length));
});

test('a client that is stopped is let go, and has missed nothing when it goes on', async () => {
  const address = `${world.server.url.replace('http', 'ws')}/graphql`;
  const client = spawn(
    process.execPath,
    [resolve(__dirname, '../kit/following-process.mjs'), address, reader],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  try {
    const lines = read(client);
    await until(async () => (lines.length > 0 ? true : null), 'the first checkpoint');
    client.kill('SIGSTOP');
    // More than what the kernel takes for it.
    const names = Array.from({ length: 400 }, (_, index) => `large-${index}`);
    await registerModels(world.server, writer, names, { metadata: { text: 'x'.repeat(60_000) } });
    const { code } = await world.server.logged(({ msg }) => msg === 'websocket closed');
    expect(code).toBe(4408);
    await until(
      async () => ((await gauge(world.server, 'modelgraph_subscribers')) === 0 ? true : null),
      'nobody',
    );
    client.kill('SIGCONT');
    await until(async () => (positionsIn(lines).length >= 400 ? true : null), '400 events', 30_000);
    expect(positionsIn(lines)).toEqual(await registrations());
    expect(lines.filter(({ kind }) => kind === 'END')).toHaveLength(1);
    expect(lines.filter(({ kind }) => kind === 'COMPLETE')).toHaveLength(0);
  } finally {
    client.kill('SIGKILL');
    await once(client, 'exit');
  }
});

interface Line {
  readonly kind: string;
  readonly position?: number;
}

function read(child: ChildProcess): Line[] {
  const lines: Line[] = [];
  createInterface({ input: child.stdout! }).on('line', (text) => lines.push(JSON.parse(text) as Line));
  return lines;
}

const positionsIn = (lines: readonly Line[]): number[] => lines.flatMap(({ position }) => position ?? []);
