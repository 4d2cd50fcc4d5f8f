import { makeWorld, type TestServer, type World } from '../kit/server';
import { until } from '../kit/until';

const LEASE_MS = 1_000;
let world: World;
let admin: string;
beforeEach(async () => {
  world = await makeWorld({ MODELGRAPH_JOB_LEASE_MS: String(LEASE_MS), MODELGRAPH_JOB_RETRY_MS: '1' });
  admin = await world.token('ADMIN');
});
afterEach(() => world.close());

const UPKEEP = "WHERE kind = 'FORGET_EXPIRED' AND repeat_every IS NOT NULL";
const JOB = 'id kind state progress attempts error result createdAt startedAt finishedAt nextRunAt';

const jobs = async (token = admin, filter: object = {}) => {
  const { data, errors } = await world.server.graphql(
    `query($filter: JobFilter) { jobs(filter: $filter) { nodes { ${JOB} } } }`,
    { filter: { kind: ['FORGET_EXPIRED'], ...filter } },
    token,
  );
  expect(errors).toBeUndefined();
  return data.jobs.nodes;
};

const upkeep = (server: TestServer = world.server) =>
  server
    .graphql(`{ jobs(filter: { kind: [FORGET_EXPIRED] }) { nodes { ${JOB} } } }`, {}, admin)
    .then(({ data }) => data.jobs.nodes[0]);

const upkeepIn = (state: string, server?: TestServer) =>
  until(async () => {
    const job = await upkeep(server);
    return job?.state === state ? job : null;
  }, `the upkeep to be ${state}`);

const makeDue = () => world.database.query(`UPDATE job SET due_at = clock_timestamp() ${UPKEEP}`);
const owner = async (): Promise<string> => {
  const [row] = await world.database.query<{ lease_owner: string }>(`SELECT lease_owner FROM job ${UPKEEP}`);
  return row!.lease_owner;
};
/** What the work waits for: the row locks of its deletion. */
const holdTheWork = () => world.database.hold('LOCK TABLE idempotency_key IN ACCESS EXCLUSIVE MODE');

test('upkeep forgets the idempotency keys past their 24 hours and the jobs past their 30 days, and nothing else', async () => {
  const first = await upkeepIn('SUCCEEDED');
  expect(first).toMatchObject({
    attempts: 1,
    progress: 1,
    error: null,
    result: { idempotencyKeys: 0, jobs: 0 },
  });
  const { data } = await world.server.graphql(
    'mutation { a: createProject(input: { name: "a", idempotencyKey: "old" }) { project { id } } b: createProject(input: { name: "b", idempotencyKey: "new" }) { project { id } } }',
  );
  expect(data.a.project.id).not.toBe(data.b.project.id);
  await world.database.query(
    "UPDATE idempotency_key SET created_at = created_at - interval '25 hours' WHERE key = 'old'",
  );
  await world.database.query(
    `INSERT INTO job (id, kind, state, payload, max_attempts, finished_at)
     SELECT gen_random_uuid(), 'FORGET_EXPIRED', 'SUCCEEDED', '{}', 1, now() - days * interval '1 day' FROM unnest(ARRAY[29, 31]) AS days`,
  );
  await makeDue();
  const second = await until(async () => {
    const found = (await jobs()).find(({ id }: { id: string }) => id === first.id);
    return found.result?.idempotencyKeys === 1 ? found : null;
  }, 'a key to be forgotten');
  expect(second.result).toMatchObject({ idempotencyKeys: 1, jobs: 1 });
  expect(Date.parse(second.nextRunAt) - Date.parse(second.finishedAt)).toBeCloseTo(3_600_000, -3);
  expect(await world.database.query('SELECT key FROM idempotency_key')).toEqual([{ key: 'new' }]);
  expect(await jobs()).toHaveLength(2);
});

test('the upkeep of several servers is one job', async () => {
  await Promise.all([world.another(), world.another()]);
  await upkeepIn('SUCCEEDED');
  expect(await jobs()).toHaveLength(1);
});

test('when a server is killed at its work another one takes over after the lease has run out', async () => {
  await upkeepIn('SUCCEEDED');
  const hold = await holdTheWork();
  await makeDue();
  await upkeepIn('RUNNING');
  const killed = await owner();
  const other = await world.another();
  // The lease is alive: heartbeats go on beyond its length, and the other server keeps its hands off.
  const due = async () =>
    (await world.database.query<{ due_at: Date }>(`SELECT due_at FROM job ${UPKEEP}`))[0]!.due_at.getTime();
  const before = await due();
  await until(async () => ((await due()) > before + 2 * LEASE_MS ? true : null), 'two more leases');
  expect(await owner()).toBe(killed);
  await world.server.kill();
  const taken = await until(async () => ((await owner()) !== killed ? owner() : null), 'another server');
  expect(taken).toContain(`:${other.pid}:`);
  expect(await upkeep(other)).toMatchObject({ state: 'RUNNING', attempts: 2 });
  await hold.release();
  expect(await upkeepIn('SUCCEEDED', other)).toMatchObject({ attempts: 2, error: null });
});

test('a server that was stopped for longer than its lease does not write over the one that took over', async () => {
  await upkeepIn('SUCCEEDED');
  const other = await world.another();
  const hold = await holdTheWork();
  await makeDue();
  await upkeepIn('RUNNING');
  const servers = [world.server, other];
  const first = (await owner()).includes(`:${other.pid}:`) ? other : world.server;
  const second = servers.find((server) => server !== first)!;
  first.signal('SIGSTOP');
  await until(async () => ((await owner()).includes(`:${second.pid}:`) ? true : null), 'the other server');
  first.signal('SIGCONT');
  await hold.release();
  expect(await upkeepIn('SUCCEEDED', second)).toMatchObject({ attempts: 2 });
  await first.logged(
    ({ msg, kind, outcome }) => msg === 'job' && kind === 'FORGET_EXPIRED' && outcome === 'lost',
  );
  expect(await upkeep(first)).toMatchObject({ state: 'SUCCEEDED', attempts: 2 });
});

test('work that fails is tried again, then shown as failed with its error, and tried anew when it is due', async () => {
  await upkeepIn('SUCCEEDED');
  await world.database.query('ALTER TABLE idempotency_key RENAME TO hidden');
  await makeDue();
  const failed = await upkeepIn('FAILED');
  expect(failed).toMatchObject({
    attempts: 5,
    error: expect.stringContaining('idempotencyKeys: relation "idempotency_key" does not exist'),
  });
  expect(Date.parse(failed.nextRunAt)).toBeGreaterThan(Date.parse(failed.finishedAt));
  const metrics = await (await fetch(`${world.server.url}/metrics`)).text();
  expect(metrics).toContain(
    'modelgraph_job_duration_seconds_count{kind="FORGET_EXPIRED",outcome="retried"} 4',
  );
  expect(metrics).toContain(
    'modelgraph_job_duration_seconds_count{kind="FORGET_EXPIRED",outcome="failed"} 1',
  );
  expect(metrics).toContain('modelgraph_jobs_running{kind="FORGET_EXPIRED"} 0');
  await world.database.query('ALTER TABLE hidden RENAME TO idempotency_key');
  await makeDue();
  expect(await upkeepIn('SUCCEEDED')).toMatchObject({ attempts: 1, error: null });
});

test('a server that is told to stop gives its job back, and the attempt does not count', async () => {
  await upkeepIn('SUCCEEDED');
  const hold = await holdTheWork();
  await makeDue();
  await upkeepIn('RUNNING');
  const stopped = world.server.stop();
  const released = await until(async () => {
    const [row] = await world.database.query<{ state: string; attempts: number }>(
      `SELECT state, attempts FROM job ${UPKEEP}`,
    );
    return row!.state === 'QUEUED' ? row : null;
  }, 'the lease to be given back');
  expect(released).toEqual({ state: 'QUEUED', attempts: 0 });
  await hold.release();
  expect(await stopped).toBe(0);
  const other = await world.another();
  expect(await upkeepIn('SUCCEEDED', other)).toMatchObject({ attempts: 1 });
});

test('jobs are seen by ADMIN: those of the project and of the server, not those of other projects', async () => {
  await upkeepIn('SUCCEEDED');
  const elsewhere = await world.token('ADMIN', { project: await world.project('elsewhere') });
  const [row] = await world.database.query<{ id: string }>(
    `INSERT INTO job (id, project_id, kind, state, payload, max_attempts, error, finished_at)
     SELECT gen_random_uuid(), id, 'FORGET_EXPIRED', 'FAILED', '{}', 1, 'boom', now() FROM project WHERE name = 'elsewhere' RETURNING id`,
  );
  const ask = (token: string) =>
    world.server.graphql(
      'query($id: ID!) { job(id: $id) { state error nextRunAt } }',
      { id: row!.id },
      token,
    );
  expect((await ask(elsewhere)).data).toEqual({ job: { state: 'FAILED', error: 'boom', nextRunAt: null } });
  expect((await ask(admin)).data).toEqual({ job: null });
  expect(await jobs(elsewhere)).toHaveLength(2);
  expect(await jobs(elsewhere, { state: ['FAILED'] })).toHaveLength(1);
  expect(await jobs()).toHaveLength(1);
  const approver = await ask(await world.token('APPROVER'));
  expect(approver.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
});
