import type { LogEnds } from './read-events';

const PATIENCE_MS = 2_000;

export interface Settling {
  read(): Promise<LogEnds>;
  /** Has committed events given their positions, without waiting for it. */
  sequence(): void;
  /** Resolves when the log has grown, or after a moment in any case. */
  grown(): Promise<void>;
}

/**
 * The ends of a log once everything that is committed now has its position. Whoever begins "from now on" behind this head
 * is not told of what had happened before, neither at once nor when he resumes. After two seconds it is given up: then he
 * may be told of that too, but misses nothing.
 */
export async function settledEnds({ read, sequence, grown }: Settling): Promise<LogEnds> {
  const until = performance.now() + PATIENCE_MS;
  let ends = await read();
  const before = new Set(ends.waiting);
  while (ends.waiting.some((id) => before.has(id)) && performance.now() < until) {
    const growth = grown();
    sequence();
    await growth;
    ends = await read();
  }
  return ends;
}
