import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ModelGraph } from '@modelgraph/sdk';
import { alternate, ratioOf, WARM_UPS } from '../kit/alternate.js';
import { type CpuTime, countCpu, sayCpu } from '../kit/cpu.js';
import { type Figure, saySpread } from '../kit/figure.js';
import { blocks, describeTables, sayBlocks } from '../kit/machine.js';
import type { Item } from '../kit/server-parts.js';
import { spreadOf } from '../kit/statistics.js';
import type { World } from '../kit/world.js';
import { baselineRows, FEATURES, ITEMS_OF_A_BATCH, newBatch } from './items.js';
import { psql, psqlVersion } from './psql.js';
import { servedVersion } from './served-version.js';
import { CREATE_PLAIN, writePlain, writeStaged } from './staged-script.js';

const ROUNDS = 5;
const BATCHES = 40;
/** The server has two connections for ingest: two batches are in the database while two are sent and read. */
const AT_ONCE = 4;
const ITEMS_OF_A_ROUND = BATCHES * ITEMS_OF_A_BATCH;
/** The turns that do not count are kept like the others. */
const ITEMS_IN_ALL = (ROUNDS + WARM_UPS) * ITEMS_OF_A_ROUND;

export const ingest: Figure = {
  name: 'ingest',
  title: `predictions through the SDK with identity, checks and summaries, ${FEATURES.length} features, batches of ${ITEMS_OF_A_BATCH.toLocaleString('en')}, by psql running the server's own statements on prepared files`,
  run: async (world, print) => {
    const mg = new ModelGraph({ url: world.url, token: world.token });
    const ours = await registerVersion(mg, 'ours');
    const sdk = sideOf(world, async (batches) => () => logAll(mg, ours, batches));
    print(`${BATCHES} batches a round, ${AT_ONCE} under way at once`);
    const version = await psqlVersion();
    if (version === null) {
      const alone = await alternate(ROUNDS, { sdk });
      await requireKept(world, ours);
      print(`SDK: ${sayTurns(alone.sdk)}`);
      return [
        { what: MAIN, ratio: 'there is no psql on PATH (Debian: postgresql-client)', target: MAIN_TARGET },
      ];
    }
    print(version);
    const [one, two] = [await registerVersion(mg, 'psql'), await registerVersion(mg, 'two psql')];
    await world.query(CREATE_PLAIN);
    const before = await blocks(world);
    const measured = await alternate(ROUNDS, {
      SDK: sdk,
      psql: sideOf(world, (batches) => prepareStaged(world, one, [batches])),
      'two psql': sideOf(world, (batches) =>
        prepareStaged(world, two, [batches.slice(0, BATCHES / 2), batches.slice(BATCHES / 2)]),
      ),
      'raw \\copy': sideOf(world, (batches) => preparePlain(world, one, batches)),
    });
    const after = await blocks(world);
    for (const id of [ours, one, two]) await requireKept(world, id);
    await requireCount(world, 'SELECT count(*) FROM bench_plain');
    const today = `prediction_${new Date().toISOString().slice(0, 10).replaceAll('-', '')}`;
    for (const line of await describeTables(world, [
      today,
      'prediction_key_0',
      'summary_delta',
      'bench_plain',
    ]))
      print(line);
    for (const [side, turns] of Object.entries(measured)) print(`${side}: ${sayTurns(turns)}`);
    print(sayBlocks(before, after));
    const by = (peer: readonly Turn[]) => ratioOf(measured.SDK, peer, ({ perSecond }) => perSecond);
    return [
      { what: MAIN, ratio: by(measured.psql), target: MAIN_TARGET },
      { what: 'the same by two psql at once', ratio: by(measured['two psql']), target: null },
      { what: 'the same by raw \\copy into a plain table', ratio: by(measured['raw \\copy']), target: null },
    ];
  },
};

const MAIN = 'ingest through the SDK, predictions/s by those of psql';
const MAIN_TARGET = { atLeast: 0.5 };

interface Turn {
  readonly perSecond: number;
  readonly cpu: CpuTime;
  /** Of the bench itself, in which the SDK runs. */
  readonly ownMs: number;
}

/** One turn: batches nobody has seen, prepared before the clock runs. */
const sideOf =
  (world: World, prepare: (batches: Item[][]) => Promise<() => Promise<void>>) => async (): Promise<Turn> => {
    const work = await prepare(Array.from({ length: BATCHES }, newBatch));
    const cpu = await countCpu(world.pid, world.postgresPid);
    const own = process.cpuUsage();
    const begun = performance.now();
    await work();
    const ms = performance.now() - begun;
    const { user, system } = process.cpuUsage(own);
    return {
      perSecond: (ITEMS_OF_A_ROUND * 1_000) / ms,
      cpu: await cpu(),
      ownMs: (user + system) / 1_000,
    };
  };

function sayTurns(turns: readonly Turn[]): string {
  const perSecond = saySpread(spreadOf(turns.map((turn) => turn.perSecond)));
  const own = spreadOf(turns.map(({ ownMs }) => ownMs / BATCHES)).median.toFixed(2);
  const cpu = sayCpu(
    turns.map((turn) => turn.cpu),
    () => BATCHES,
  );
  return `${perSecond} predictions/s; CPU of a batch: bench with SDK ${own} ms, ${cpu}`;
}

/** A version with a signature and a frozen baseline, so that everything is checked and counted in bins. */
async function registerVersion(mg: ModelGraph, model: string): Promise<string> {
  const { version } = await mg.versions.register({
    model,
    task: 'REGRESSION',
    signature: { inputs: FEATURES.map((name) => ({ name, kind: 'NUMBER' as const })) },
    baseline: { rows: baselineRows(2_000) },
  });
  return version.id;
}

async function logAll(mg: ModelGraph, id: string, batches: readonly Item[][]): Promise<void> {
  const rest = batches.values();
  const worker = async (): Promise<void> => {
    for (const batch of rest) {
      const { accepted, rejects } = await mg.predictions.logNow({ id }, batch);
      if (accepted !== batch.length)
        throw new Error(`${accepted} of ${batch.length} were accepted: ${JSON.stringify(rejects[0])}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

/** A psql for each share of the batches. */
async function prepareStaged(
  world: World,
  id: string,
  shares: readonly Item[][][],
): Promise<() => Promise<void>> {
  const version = await servedVersion(world, id);
  const scripts: string[] = [];
  for (const [share, batches] of shares.entries()) {
    const folder = join(world.folder, `psql-${share}`);
    await mkdir(folder, { recursive: true });
    scripts.push(await writeStaged(folder, version, batches));
  }
  return async () => {
    await Promise.all(scripts.map((script) => psql(world.databaseUrl, script)));
  };
}

async function preparePlain(world: World, id: string, batches: Item[][]): Promise<() => Promise<void>> {
  const folder = join(world.folder, 'psql-0');
  await mkdir(folder, { recursive: true });
  const script = await writePlain(folder, await servedVersion(world, id), batches);
  return () => psql(world.databaseUrl, script);
}

/** Rows, keys and summaries of a version all count what was logged. */
async function requireKept(world: World, id: string): Promise<void> {
  await requireCount(world, 'SELECT count(*) FROM prediction WHERE version_id = $1', [id]);
  await requireCount(world, 'SELECT count(*) FROM prediction_key WHERE version_id = $1', [id]);
  await requireCount(
    world,
    `SELECT sum(predictions) AS count FROM (SELECT predictions FROM summary WHERE version_id = $1
       UNION ALL SELECT predictions FROM summary_delta WHERE version_id = $1) AS counted`,
    [id],
  );
  await requireCount(world, 'SELECT sum(accepted) AS count FROM ingest_record WHERE subject_id = $1', [id]);
}

async function requireCount(world: World, sql: string, values: unknown[] = []): Promise<void> {
  const [row] = await world.query<{ count: string }>(sql, values);
  if (Number(row?.count) !== ITEMS_IN_ALL)
    throw new Error(`${sql} gives ${row?.count} instead of ${ITEMS_IN_ALL}.`);
}
