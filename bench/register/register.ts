import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { alternate, ratioOf } from '../kit/alternate.js';
import { CpuMeter } from '../kit/cpu.js';
import { type Figure, saySpread } from '../kit/figure.js';
import { graphql } from '../kit/graphql.js';
import { describeTables } from '../kit/machine.js';
import { quantile, spreadOf } from '../kit/statistics.js';
import { uploadBytes } from '../kit/upload.js';
import type { World } from '../kit/world.js';
import { type Artifact, FreshBytes, sha256Of } from './bytes.js';

const BYTES = 10_000_000;
const ROUNDS = 7;
const TIMES_A_ROUND = 5;

export const register: Figure = {
  name: 'register',
  title:
    'registering a version with a 10 MB artifact, by one PUT of the same bytes to a bare server: hashed twice, synced, one commit',
  run: async (world, print) => {
    const folder = join(world.folder, 'peer');
    await mkdir(folder);
    const peer = await world.startPeer(new URL('./peer.js', import.meta.url), { BENCH_FOLDER: folder });
    const [forUs, forPeer] = [new FreshBytes(BYTES), new FreshBytes(BYTES)];
    const measured = await alternate(
      ROUNDS,
      () => repeat(world.pid, forUs, (artifact) => registerOne(world, artifact)),
      () => repeat(peer.pid, forPeer, (artifact) => putOne(peer.url, artifact)),
    );
    const registrations = (ROUNDS + 1) * TIMES_A_ROUND;
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
    print(await timeLoad(world));
    return [
      {
        what: "register a version with 10 MB, time by the peer's",
        ratio: ratioOf(measured, ({ ms }) => ms),
        target: { atMost: 2 },
      },
    ];
  },
};

interface Turn {
  /** The middle of the round. */
  readonly ms: number;
  readonly all: readonly number[];
  readonly cpuMs: number | null;
}

async function repeat(
  pid: number,
  source: FreshBytes,
  work: (artifact: Artifact) => Promise<void>,
): Promise<Turn> {
  const cpu = await CpuMeter.ofProcess(pid);
  const all: number[] = [];
  for (let time = 0; time < TIMES_A_ROUND; time += 1) {
    const artifact = source.next();
    const begun = performance.now();
    await work(artifact);
    all.push(performance.now() - begun);
  }
  const cpuMs = await cpu.ms();
  return { ms: quantile(all, 0.5), all, cpuMs: cpuMs === null ? null : cpuMs / TIMES_A_ROUND };
}

const REGISTER = `mutation Register($input: RegisterVersionInput!) {
  registerVersion(input: $input) { version { id } userErrors { message } }
}`;

async function registerOne(world: World, { bytes, name }: Artifact): Promise<void> {
  const sha256 = await uploadBytes(world, bytes);
  await graphql(world, REGISTER, {
    input: {
      model: { name: 'a large model' },
      createModel: { task: 'REGRESSION' },
      description: name,
      artifacts: [{ path: 'model.bin', sha256, sizeBytes: bytes.length }],
      metrics: [{ name: 'rmse', value: 1.5 }],
    },
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

/** The seeds' figure: the bytes of the newest version, read and verified. */
async function timeLoad(world: World): Promise<string> {
  const times: number[] = [];
  for (let time = 0; time < 2 * TIMES_A_ROUND; time += 1) {
    const begun = performance.now();
    const { model } = await graphql<{
      model: { version: { artifacts: { sha256: string; sizeBytes: number; downloadPath: string }[] } };
    }>(
      world,
      'query { model(ref: { name: "a large model" }) { version(pick: { latest: true }) { artifacts { sha256 sizeBytes downloadPath } } } }',
    );
    const { sha256, sizeBytes, downloadPath } = model.version.artifacts[0]!;
    const response = await fetch(`${world.url}${downloadPath}`, {
      headers: { authorization: `Bearer ${world.token}` },
    });
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (bytes.length !== sizeBytes || sha256Of(bytes) !== sha256)
      throw new Error(`Other bytes were loaded than registered: ${bytes.length} of ${sizeBytes}.`);
    times.push(performance.now() - begun);
  }
  return `load of 10 MB with its checksum: ${saySpread(spreadOf(times))} ms (the seeds: 20 to 50 ms)`;
}

function sayTurns(turns: readonly Turn[]): string {
  const all = turns.flatMap((turn) => turn.all);
  const cpu = turns.flatMap(({ cpuMs }) => cpuMs ?? []);
  const used = cpu.length > 0 ? `; CPU of the server for one ${spreadOf(cpu).median.toFixed(1)} ms` : '';
  return `${saySpread(spreadOf(turns.map(({ ms }) => ms)))} ms, p99 ${quantile(all, 0.99).toFixed(1)} ms${used}`;
}
