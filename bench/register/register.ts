import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ModelGraph } from '@modelgraph/sdk';
import { alternate, ratioOf, WARM_UPS } from '../kit/alternate.js';
import { type CpuTime, countCpu, sayCpu } from '../kit/cpu.js';
import { type Figure, saySpread } from '../kit/figure.js';
import { describeTables } from '../kit/machine.js';
import { quantile, spreadOf } from '../kit/statistics.js';
import type { World } from '../kit/world.js';
import { type Artifact, FreshBytes, sha256Of } from './bytes.js';
import { TimedFetch } from './timed-fetch.js';

const BYTES = 10_000_000;
const ROUNDS = 7;
const TIMES_A_ROUND = 8;

export const register: Figure = {
  name: 'register',
  title:
    'registering a version with a 10 MB artifact, by one PUT of the same bytes to a bare server: hashed twice, synced, one commit',
  run: async (world, print) => {
    const requests = new TimedFetch();
    const mg = new ModelGraph({ url: world.url, token: world.token, fetch: requests.fetch });
    const folder = join(world.folder, 'peer');
    await mkdir(folder);
    const peer = await world.startPeer(new URL('./peer.js', import.meta.url), { BENCH_FOLDER: folder });
    const [forUs, forPeer] = [new FreshBytes(BYTES), new FreshBytes(BYTES)];
    const measured = await alternate(ROUNDS, {
      ours: () => repeat(world, world.pid, forUs, (artifact) => registerOne(mg, artifact)),
      peer: () => repeat(world, peer.pid, forPeer, (artifact) => putOne(peer.url, artifact)),
    });
    const registrations = (ROUNDS + WARM_UPS) * TIMES_A_ROUND;
    await requireKept(world, registrations);
    for (const line of await describeTables(world, [
      'version',
      'artifact',
      'blob',
      'upload',
      'event',
      'bench_upload',
    ]))
      print(line);
    print(`ours ${sayTurns(measured.ours)} (the seeds: 50 to 100 ms)`);
    print(`peer ${sayTurns(measured.peer)}`);
    print(`of which the server took, in the middle: ${requests.say()}`);
    print(await timeLoad(mg));
    return [
      {
        what: "register a version with 10 MB, time by the peer's",
        ratio: ratioOf(measured.ours, measured.peer, ({ ms }) => ms),
        target: { atMost: 2 },
      },
    ];
  },
};

interface Turn {
  /** The middle of the round. */
  readonly ms: number;
  readonly all: readonly number[];
  readonly cpu: CpuTime;
}

async function repeat(
  { postgresPid }: World,
  pid: number,
  source: FreshBytes,
  work: (artifact: Artifact) => Promise<void>,
): Promise<Turn> {
  const cpu = await countCpu(pid, postgresPid);
  const all: number[] = [];
  for (let time = 0; time < TIMES_A_ROUND; time += 1) {
    const artifact = source.next();
    const begun = performance.now();
    await work(artifact);
    all.push(performance.now() - begun);
  }
  return { ms: quantile(all, 0.5), all, cpu: await cpu() };
}

async function registerOne(mg: ModelGraph, { bytes, name }: Artifact): Promise<void> {
  await mg.versions.register({
    model: 'a large model',
    task: 'REGRESSION',
    description: name,
    artifact: { path: 'model.bin', content: bytes },
    metrics: [{ name: 'rmse', value: 1.5 }],
  });
}

async function putOne(url: string, { bytes, name }: Artifact): Promise<void> {
  const response = await fetch(`${url}/${name}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/octet-stream', 'x-sha256': sha256Of(bytes) },
    body: bytes,
  });
  const text = await response.text();
  if (response.status !== 201) throw new Error(`The peer answered ${response.status}: ${text}`);
}

/** Every registration is in the database with its bytes, and so is every row of the peer. */
async function requireKept(world: World, registrations: number): Promise<void> {
  const [counts] = await world.query<{ ours: string; bytes: string; peer: string }>(
    `SELECT (SELECT count(*) FROM version JOIN artifact ON owner_id = version.id JOIN blob USING (sha256)
         WHERE blob.size_bytes = $1) AS ours,
       (SELECT count(DISTINCT sha256) FROM blob WHERE size_bytes = $1) AS bytes,
       (SELECT count(DISTINCT sha256) FROM bench_upload) AS peer`,
    [BYTES],
  );
  const found = Object.values(counts!).map(Number);
  if (!found.every((count) => count === registrations))
    throw new Error(`${registrations} registrations left ${JSON.stringify(counts)}.`);
}

/** The seeds' figure: the bytes of the newest version, read and verified by the SDK. */
async function timeLoad(mg: ModelGraph): Promise<string> {
  const times: number[] = [];
  for (let time = 0; time < 2 * TIMES_A_ROUND; time += 1) {
    const begun = performance.now();
    const loaded = await mg.versions.load({ model: 'a large model', pick: { latest: true } });
    times.push(performance.now() - begun);
    if (loaded.bytes('model.bin').length !== BYTES)
      throw new Error('Another file was loaded than registered.');
  }
  return `load of 10 MB with its checksum: ${saySpread(spreadOf(times))} ms (the seeds: 20 to 50 ms)`;
}

function sayTurns(turns: readonly Turn[]): string {
  const all = turns.flatMap((turn) => turn.all);
  const cpu = sayCpu(
    turns.map((turn) => turn.cpu),
    () => TIMES_A_ROUND,
  );
  return `${saySpread(spreadOf(turns.map(({ ms }) => ms)))} ms, p99 ${quantile(all, 0.99).toFixed(1)} ms; CPU of one: ${cpu}`;
}
