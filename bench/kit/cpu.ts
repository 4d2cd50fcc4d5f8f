import { readdir, readFile } from 'node:fs/promises';

/** Linux counts in hundredths of a second, whatever its own tick is. */
const TICK_MS = 10;

interface Process {
  readonly parent: number;
  readonly ms: number;
}

/**
 * The CPU time of some processes, which noise on the machine disturbs less than the time on the wall. Only Linux tells it:
 * elsewhere nothing is said.
 */
export class CpuMeter {
  private constructor(
    private readonly of: (process: number, facts: Process) => boolean,
    private before: ReadonlyMap<number, number> | null,
  ) {}

  static async ofProcess(pid: number): Promise<CpuMeter> {
    return new CpuMeter((one) => one === pid, null).begun();
  }

  /** Of all that a process started, such as the sessions of a PostgreSQL. */
  static async ofChildren(pid: number): Promise<CpuMeter> {
    return new CpuMeter((_, { parent }) => parent === pid, null).begun();
  }

  private async begun(): Promise<this> {
    this.before = await this.now();
    return this;
  }

  /** Milliseconds since it was made; null where nobody knows. */
  async ms(): Promise<number | null> {
    const now = await this.now();
    if (!now || !this.before) return null;
    let sum = 0;
    for (const [pid, ms] of now) sum += ms - (this.before.get(pid) ?? 0);
    return sum;
  }

  private async now(): Promise<Map<number, number> | null> {
    if (process.platform !== 'linux') return null;
    const found = new Map<number, number>();
    for (const name of await readdir('/proc')) {
      const pid = Number(name);
      const facts = Number.isInteger(pid) ? await read(pid) : null;
      if (facts && this.of(pid, facts)) found.set(pid, facts.ms);
    }
    return found;
  }
}

/** Null for a process that has ended meanwhile. */
async function read(pid: number): Promise<Process | null> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  // The name of the program stands in brackets and may hold anything.
  const fields = text?.slice(text.lastIndexOf(')') + 2).split(' ');
  return fields
    ? { parent: Number(fields[1]), ms: (Number(fields[11]) + Number(fields[12])) * TICK_MS }
    : null;
}
