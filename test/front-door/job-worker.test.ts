import { inPoolTransaction } from '../../server/src/database/pool-transaction';
import type { JobType } from '../../server/src/job/job-type';
import { makeDatabase, type TestDatabase } from '../kit/database';
import { until } from '../kit/until';
import { gate, TestWorker } from '../kit/worker';

let database: TestDatabase;
const workers: TestWorker[] = [];
beforeEach(async () => {
  database = await makeDatabase();
});
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.stop()));
  await database.drop();
});

const work = (types: Record<string, JobType>, settings?: { leaseMs?: number; firstRetryMs?: number }) => {
  const worker = new TestWorker(database, types, settings).start();
  workers.push(worker);
  return worker;
};

test('a job is done with its payload and tells what it came to', async () => {
  const worker = work({
    DOUBLE: { run: async ({ payload }) => ({ doubled: (payload.number as number) * 2 }) },
  });
  const id = await worker.enqueue({ kind: 'DOUBLE', payload: { number: 21 } });
  expect(await worker.ended(id, 'SUCCEEDED')).toMatchObject({
    attempts: 1,
    progress: 1,
    error: null,
    result: { doubled: 42 },
    lease_owner: null,
  });
});

test('many jobs of three workers are each done once, never two of the same at once', async () => {
  await database.query('CREATE TABLE doing (job uuid PRIMARY KEY); CREATE TABLE done (job uuid)');
  const types: Record<string, JobType> = {
    COUNT: {
      // A second worker at the same job would break the primary key.
      run: async ({ pool, jobId }) => {
        await pool.query('INSERT INTO doing VALUES ($1)', [jobId]);
        await pool.query('INSERT INTO done VALUES ($1)', [jobId]);
        await pool.query('DELETE FROM doing WHERE job = $1', [jobId]);
        return null;
      },
    },
  };
  const three = [work(types), work(types), work(types)];
  const ids = await Promise.all(
    Array.from({ length: 60 }, (_, index) => three[index % 3]!.enqueue({ kind: 'COUNT' })),
  );
  await Promise.all(ids.map((id) => three[0]!.ended(id, 'SUCCEEDED')));
  expect(await database.query('SELECT count(*)::int, count(DISTINCT job)::int AS jobs FROM done')).toEqual([
    { count: 60, jobs: 60 },
  ]);
  expect(await database.query('SELECT DISTINCT attempts FROM job')).toEqual([{ attempts: 1 }]);
});

test('a job that fails is tried again, and given up after its last attempt with the error kept', async () => {
  const seen: number[] = [];
  const worker = work({
    FLAKY: {
      run: async ({ attempt }) => {
        seen.push(attempt);
        if (attempt < 3) throw new Error(`not yet \0 ${attempt} \ud800`);
        return null;
      },
    },
    HOPELESS: {
      run: async () => {
        throw new Error('never');
      },
    },
  });
  const flaky = await worker.enqueue({ kind: 'FLAKY' });
  expect(await worker.ended(flaky, 'SUCCEEDED')).toMatchObject({ attempts: 3, error: null });
  expect(seen).toEqual([1, 2, 3]);
  const hopeless = await worker.enqueue({ kind: 'HOPELESS', maxAttempts: 2 });
  expect(await worker.ended(hopeless, 'FAILED')).toMatchObject({
    attempts: 2,
    error: 'never',
    lease_owner: null,
  });
  expect(worker.outcomes).toEqual(['retried', 'retried', 'succeeded', 'retried', 'failed']);
});

test('a result that the database cannot hold fails the attempt, not the worker', async () => {
  const worker = work({ ODD: { run: async () => ({ text: 'a\0b' }) }, FINE: { run: async () => null } });
  const odd = await worker.enqueue({ kind: 'ODD', maxAttempts: 1 });
  expect((await worker.ended(odd, 'FAILED')).error).toMatch(/unsupported Unicode/);
  const fine = await worker.enqueue({ kind: 'FINE' });
  await worker.ended(fine, 'SUCCEEDED');
});

test('a job that was left in a transaction that came to nothing does not exist', async () => {
  const worker = work({});
  const left = inPoolTransaction(worker.pools.requests, async (client) => {
    await worker.queue.enqueue(client, { kind: 'NOTHING' as never, projectId: null });
    throw new Error('changed my mind');
  });
  await expect(left).rejects.toThrow('changed my mind');
  expect(await database.query('SELECT FROM job')).toEqual([]);
});

test('of one key one runs and one waits: what is left while one runs is done after it, once', async () => {
  const first = gate();
  const payloads: unknown[] = [];
  const types: Record<string, JobType> = {
    KEYED: {
      run: async ({ payload, signal }) => {
        payloads.push(payload.number);
        if (payload.number === 1) await first.passed(signal);
        return null;
      },
    },
  };
  const [worker, other] = [work(types), work(types)];
  const keyed = (number: number, key = 'k') => worker.enqueue({ kind: 'KEYED', key, payload: { number } });
  const running = await keyed(1);
  await worker.ended(running, 'RUNNING');
  const waiting = await keyed(2);
  expect(await keyed(3)).toBe(waiting);
  expect(await keyed(4)).toBe(waiting);
  const elsewhere = await keyed(5, 'another key');
  await other.ended(elsewhere, 'SUCCEEDED');
  expect(payloads).toEqual([1, 5]);
  first.open();
  await other.ended(waiting, 'SUCCEEDED');
  expect(payloads).toEqual([1, 5, 2]);
});

test('a waiting job with the same key is not begun before the caller has committed', async () => {
  const sees: number[] = [];
  await database.query('CREATE TABLE change (number int)');
  const types: Record<string, JobType> = {
    LOOK: {
      run: async ({ pool }) => {
        const { rows } = await pool.query<{ count: number }>('SELECT count(*)::int AS count FROM change');
        sees.push(rows[0]!.count);
        return null;
      },
    },
  };
  const idle = work({});
  const waiting = await idle.enqueue({ kind: 'LOOK', key: 'k' });
  const committed = gate();
  const caller = inPoolTransaction(idle.pools.requests, async (client) => {
    await client.query('INSERT INTO change VALUES (1)');
    const id = await idle.queue.enqueue(client, { kind: 'LOOK' as never, projectId: null, key: 'k' });
    expect(id).toBe(waiting);
    const worker = work(types);
    const proof = await worker.enqueue({ kind: 'LOOK', key: 'another' });
    await worker.ended(proof, 'SUCCEEDED');
    expect(await database.query('SELECT state FROM job WHERE id = $1', [waiting])).toEqual([
      { state: 'QUEUED' },
    ]);
    await committed.passed();
  });
  await until(async () => sees.length || null, 'the other key');
  committed.open();
  await caller;
  await idle.ended(waiting, 'SUCCEEDED');
  expect(sees).toEqual([0, 1]);
});

test('whoever lost the lease is told to stop, and what it comes to is dropped', async () => {
  const told = gate();
  const worker = work(
    {
      STOLEN: {
        run: async ({ signal, attempt }) => {
          if (attempt > 1) return { by: 'the next' };
          await gate()
            .passed(signal)
            .catch(() => told.open());
          return { by: 'the first' };
        },
      },
    },
    { leaseMs: 300 },
  );
  const id = await worker.enqueue({ kind: 'STOLEN' });
  await worker.ended(id, 'RUNNING');
  await database.query(
    "UPDATE job SET lease_token = lease_token + 1, lease_owner = 'thief', due_at = clock_timestamp() WHERE id = $1",
    [id],
  );
  await told.passed();
  expect(await worker.ended(id, 'SUCCEEDED')).toMatchObject({ attempts: 2, result: { by: 'the next' } });
  expect(worker.outcomes.sort()).toEqual(['lost', 'succeeded']);
});

test('a worker that cannot reach the database for the length of its lease counts it as lost', async () => {
  const began = gate();
  let reason: unknown;
  const worker = work(
    {
      CUT: {
        run: async ({ signal, attempt }) => {
          if (attempt > 1) return null;
          began.open();
          await gate()
            .passed(signal)
            .catch((error) => {
              reason = error;
            });
          return { by: 'the first' };
        },
      },
    },
    { leaseMs: 400 },
  );
  const id = await worker.enqueue({ kind: 'CUT' });
  await began.passed();
  // Heartbeats wait for this lock, and a claim passes over it.
  const hold = await database.hold(`SELECT FROM job WHERE id = '${id}' FOR UPDATE`);
  await until(async () => reason ?? null, 'the work to be told');
  expect(String(reason)).toMatch(/lease .* was lost/);
  await hold.release();
  expect(await worker.ended(id, 'SUCCEEDED')).toMatchObject({ result: null });
});

test('a job whose workers are lost as often as is tried is given up', async () => {
  const worker = new TestWorker(database, { LETHAL: { run: async () => null } });
  workers.push(worker);
  const id = await worker.enqueue({ kind: 'LETHAL', maxAttempts: 2 });
  await database.query("UPDATE job SET state = 'RUNNING', lease_owner = 'dead', attempts = 2 WHERE id = $1", [
    id,
  ]);
  worker.start();
  expect(await worker.ended(id, 'FAILED')).toMatchObject({
    attempts: 2,
    error: expect.stringMatching(/server .* was lost/),
  });
});

test('a fenced transaction keeps the job from being taken over, and one without the lease is refused', async () => {
  await database.query('CREATE TABLE effect (by text)');
  const [inside, go, taken] = [gate(), gate(), gate()];
  const types: Record<string, JobType> = {
    FENCED: {
      run: async ({ pool, fence, attempt }) => {
        if (attempt > 1) return { by: 'the next' };
        await inPoolTransaction(pool, async (client) => {
          await fence(client);
          await client.query("INSERT INTO effect VALUES ('in time')");
          inside.open();
          await go.passed();
        });
        await taken.passed();
        await inPoolTransaction(pool, async (client) => {
          await fence(client);
          await client.query('INSERT INTO effect VALUES ($1)', ['too late']);
        });
        return null;
      },
    },
  };
  const worker = work(types, { leaseMs: 60_000 });
  const id = await worker.enqueue({ kind: 'FENCED' });
  await inside.passed();
  await database.query("UPDATE job SET due_at = clock_timestamp() - interval '1 hour' WHERE id = $1", [id]);
  const other = work({ ...types, PROBE: { run: async () => null } });
  const probe = await other.enqueue({ kind: 'PROBE' });
  await other.ended(probe, 'SUCCEEDED');
  expect(await database.query('SELECT attempts FROM job WHERE id = $1', [id])).toEqual([{ attempts: 1 }]);
  go.open();
  await other.ended(id, 'SUCCEEDED');
  taken.open();
  await until(
    async () => worker.outcomes.find((outcome) => outcome === 'lost') ?? null,
    'the first attempt to end',
  );
  expect(await database.query('SELECT by FROM effect')).toEqual([{ by: 'in time' }]);
});

test('a worker that stops gives its jobs back without counting the attempt, also those that do not listen', async () => {
  const [began, end] = [gate(), gate()];
  const types = (done: string): Record<string, JobType> => ({
    LISTENS: {
      run: async ({ signal }) => {
        if (done === 'first') await gate().passed(signal);
        return { done };
      },
    },
    DEAF: {
      run: async () => {
        if (done !== 'first') return { done };
        began.open();
        await end.passed();
        return { done };
      },
    },
  });
  const first = new TestWorker(database, types('first')).start();
  const ids = [await first.enqueue({ kind: 'LISTENS' }), await first.enqueue({ kind: 'DEAF' })];
  await began.passed();
  await first.ended(ids[0]!, 'RUNNING');
  const stopped = first.stop(200);
  for (const id of ids)
    expect(await first.ended(id, 'QUEUED')).toMatchObject({ attempts: 0, lease_owner: null });
  const second = work(types('second'));
  for (const id of ids)
    expect(await second.ended(id, 'SUCCEEDED')).toMatchObject({ attempts: 1, result: { done: 'second' } });
  end.open();
  await stopped;
});

test('progress is told with the heartbeat, within 0 and 1', async () => {
  const go = gate();
  const worker = work(
    {
      SLOW: {
        run: async ({ progress, signal }) => {
          progress(0.25);
          progress(Number.NaN);
          await go.passed(signal);
          return null;
        },
      },
    },
    { leaseMs: 300 },
  );
  const id = await worker.enqueue({ kind: 'SLOW' });
  await until(async () => {
    const [row] = await database.query<{ progress: number | null }>(
      'SELECT progress FROM job WHERE id = $1',
      [id],
    );
    return row!.progress === 0.25 ? true : null;
  }, 'a quarter');
  go.open();
  expect(await worker.ended(id, 'SUCCEEDED')).toMatchObject({ progress: 1 });
});

test('upkeep is one job whatever the number of workers, due again after each time, with its latest interval', async () => {
  const upkeep = (everyMs: number): Record<string, JobType> => ({ TIDY: { everyMs, run: async () => null } });
  const both = [work(upkeep(1)), work(upkeep(1))];
  const times = () => both.flatMap(({ outcomes }) => outcomes).length;
  await until(async () => (times() >= 3 ? true : null), 'three times');
  expect(await database.query("SELECT count(*)::int FROM job WHERE kind = 'TIDY'")).toEqual([{ count: 1 }]);
  work(upkeep(3_600_000));
  await until(async () => {
    const rows = await database.query(
      "SELECT FROM job WHERE repeat_every = '1 hour' AND state = 'SUCCEEDED' AND due_at > now() + interval '59 minutes'",
    );
    return rows.length === 1 ? true : null;
  }, 'the new interval');
});

test('work of a kind that this server does not know is left for one that does', async () => {
  const old = work({ KNOWN: { run: async () => null } });
  const unknown = await old.enqueue({ kind: 'NEWER' });
  const known = await old.enqueue({ kind: 'KNOWN' });
  await old.ended(known, 'SUCCEEDED');
  const newer = work({ NEWER: { run: async () => null } });
  await newer.ended(unknown, 'SUCCEEDED');
});
