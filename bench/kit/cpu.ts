import { readdir, readFile } from 'node:fs/promises';
import { type Spread, spreadOf } from './statistics.js';

/** CPU time in milliseconds; null where the system does not tell (it is read from Linux's /proc). */
export interface CpuTime {
  readonly server: number | null;
  readonly postgres: number | null;
}

/**
 * Begins to count the CPU time of a server and of all of PostgreSQL; the answer ends it. What else runs on the machine
 * disturbs this less than the time on the wall.
 */
export async function countCpu(server: number, postgres: number): Promise<() => Promise<CpuTime>> {
  const now = async (): Promise<CpuTime> => ({
    server: await timeOf(server),
    postgres: await timeOfChildren(postgres),
  });
  const before = await now();
  const since = (from: number | null, to: number | null) => (from === null || to === null ? null : to - from);
  return async () => {
    const after = await now();
    return {
      server: since(before.server, after.server),
      postgres: since(before.postgres, after.postgres),
    };
  };
}

/** In words, for one of so many things done in a turn. */
export function sayCpu(turns: readonly CpuTime[], things: (turn: number) => number): string {
  const of = (part: keyof CpuTime): string => {
    const known = turns.flatMap((turn, index) => {
      const ms = turn[part];
      return ms === null ? [] : [ms / things(index)];
    });
    return known.length === 0 ? 'unknown' : sayMs(spreadOf(known));
  };
  return `server ${of('server')}, PostgreSQL ${of('postgres')}`;
}

const sayMs = ({ median }: Spread): string => `${median.toFixed(2)} ms`;

interface ProcessTimes {
  readonly parent: number;
  readonly own: number;
  /** Of children that have ended. */
  readonly ended: number;
}

const timeOf = async (pid: number): Promise<number | null> => (await read(pid))?.own ?? null;

/** Of all that a process started, such as the sessions of PostgreSQL, those included that have ended. */
async function timeOfChildren(pid: number): Promise<number | null> {
  for (;;) {
    const before = await read(pid);
    if (!before) return null;
    let sum = before.ended;
    for (const name of await readdir('/proc')) {
      const process = /^\d+$/.test(name) ? await read(Number(name)) : null;
      if (process?.parent === pid) sum += process.own;
    }
    // One that ended meanwhile may have been counted twice, or not at all.
    if ((await read(pid))?.ended === before.ended) return sum;
  }
}

/** Linux counts in hundredths of a second here. */
const TICK_MS = 10;

/** Null for a process that has ended meanwhile, and where there is no /proc. */
async function read(pid: number): Promise<ProcessTimes | null> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  if (text === null) return null;
  // The name of the program stands in brackets and may hold anything.
  const fields = text
    .slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const sum = (from: number): number => (fields[from]! + fields[from + 1]!) * TICK_MS;
  return { parent: fields[1]!, own: sum(11), ended: sum(13) };
}
