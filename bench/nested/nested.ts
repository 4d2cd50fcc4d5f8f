import { isDeepStrictEqual } from 'node:util';
import { alternate, ratioOf } from '../kit/alternate.js';
import { type CpuTime, countCpu, sayCpu } from '../kit/cpu.js';
import { type Figure, type Outcome, saySpread } from '../kit/figure.js';
import { askOnce, type Load, load } from '../kit/http-load.js';
import { blocks, describeTables, sayBlocks } from '../kit/machine.js';
import { quantile, spreadOf } from '../kit/statistics.js';
import type { Peer, World } from '../kit/world.js';
import { ARTIFACTS, METRICS, MODELS, registerModels } from './data.js';
import { LIST, QUERY } from './query.js';

const FIRST = 20;
const CONNECTIONS = 16;
const ROUNDS = 7;
const ROUND_MS = 3_000;

export const nested: Figure = {
  name: 'nested',
  title:
    'a nested query of 3 levels over HTTP, by one hand-written SQL statement with the same JSON and token check',
  run: async (world, print) => {
    await registerModels(world);
    // Else the plans of both sides would depend on whether autovacuum has come by.
    await world.query('VACUUM (ANALYZE)');
    const peer = await world.startPeer(new URL('./peer.js', import.meta.url));
    const body = JSON.stringify({ query: QUERY, variables: { first: FIRST } });
    const ours = await askOnce(world.url, world.token, body);
    const theirs = await askOnce(peer.url, world.token, body);
    requireSame(ours, theirs);
    for (const line of await describeTables(world, ['model', 'version', 'artifact', 'token'])) print(line);
    print(
      `${MODELS} models; each answer: ${FIRST} of them, ${ours.length} bytes from us, ${theirs.length} from the peer`,
    );
    return [
      await compare(world, peer, { body, ours, theirs, connections: CONNECTIONS }, print),
      await compare(world, peer, { body, ours, theirs, connections: 1 }, print),
      ...(await timeList(world, print)),
    ];
  },
};

interface Comparison {
  readonly body: string;
  /** The checked answers. */
  readonly ours: Buffer;
  readonly theirs: Buffer;
  readonly connections: number;
}

async function compare(
  world: World,
  peer: Peer,
  { body, ours, theirs, connections }: Comparison,
  print: (line: string) => void,
): Promise<Outcome> {
  const { token, postgresPid } = world;
  const side =
    ({ url, pid }: Peer, expected: Buffer) =>
    async (): Promise<Turn> => {
      const cpu = await countCpu(pid, postgresPid);
      const made = await load({ url, token, body, expected, connections, ms: ROUND_MS });
      return { ...made, cpu: await cpu() };
    };
  const before = await blocks(world);
  const measured = await alternate(ROUNDS, {
    ours: side(world, ours),
    peer: side(peer, theirs),
  });
  print(`${connections} connections: ours ${sayTurns(measured.ours)}`);
  print(`${connections} connections: peer ${sayTurns(measured.peer)}`);
  print(sayBlocks(before, await blocks(world)));
  return {
    what: `nested query, throughput by the peer's, ${connections} connections`,
    ratio: ratioOf(measured.ours, measured.peer, ({ perSecond }) => perSecond),
    target: { atLeast: 0.15 },
  };
}

interface Turn extends Load {
  readonly cpu: CpuTime;
}

function sayTurns(turns: readonly Turn[]): string {
  const latencies = turns.flatMap((one) => one.latencies);
  const perSecond = spreadOf(turns.map((one) => one.perSecond));
  const ms = (share: number): string => `${quantile(latencies, share).toFixed(2)} ms`;
  const cpu = sayCpu(
    turns.map((turn) => turn.cpu),
    (turn) => turns[turn]!.latencies.length,
  );
  return `${saySpread(perSecond)} requests/s, p50 ${ms(0.5)}, p99 ${ms(0.99)}; CPU of a request: ${cpu}`;
}

/** The seeds' figure: a list in under 5 ms. */
async function timeList(world: World, print: (line: string) => void): Promise<[]> {
  const { url, token } = world;
  const body = JSON.stringify({ query: LIST, variables: { first: FIRST } });
  const expected = await askOnce(url, token, body);
  const nodes = (JSON.parse(expected.toString()) as { data: { models: { nodes: unknown[] } } }).data.models
    .nodes;
  if (nodes.length !== FIRST) throw new Error(`A list of ${nodes.length} instead of ${FIRST}.`);
  const request = { url, token, body, expected, connections: 1, ms: ROUND_MS };
  await load(request);
  const { latencies } = await load(request);
  print(
    `list of ${FIRST} models, one after the other: p50 ${quantile(latencies, 0.5).toFixed(2)} ms, p99 ${quantile(latencies, 0.99).toFixed(2)} ms (the seeds: under 5 ms)`,
  );
  return [];
}

/** Both sides answer the same, and all that was asked for is in it. */
function requireSame(ours: Buffer, theirs: Buffer): void {
  const answer = JSON.parse(ours.toString()) as {
    data: { models: { nodes: { production: { metrics: unknown[]; artifacts: unknown[] } }[] } };
  };
  if (!isDeepStrictEqual(answer, JSON.parse(theirs.toString())))
    throw new Error(`The peer answers another JSON:\n${ours.toString()}\n${theirs.toString()}`);
  const { nodes } = answer.data.models;
  const isWhole = nodes.every(
    ({ production }) =>
      production.metrics.length === METRICS.length && production.artifacts.length === ARTIFACTS.length,
  );
  if (nodes.length !== FIRST || !isWhole) throw new Error(`The answer is not whole: ${ours.toString()}`);
}
