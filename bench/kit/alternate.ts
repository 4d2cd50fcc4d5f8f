import { type Spread, spreadOf } from './statistics.js';

export interface Compared<T> {
  readonly ours: readonly T[];
  readonly peer: readonly T[];
}

/**
 * Measures the two sides in turns, ours first, after one turn of each that does not count: what disturbs the machine
 * disturbs both, and neither has all of the cold or all of the warm rounds.
 */
export async function alternate<T>(
  rounds: number,
  ours: () => Promise<T>,
  peer: () => Promise<T>,
): Promise<Compared<T>> {
  const measured = { ours: [] as T[], peer: [] as T[] };
  await ours();
  await peer();
  for (let round = 0; round < rounds; round += 1) {
    measured.ours.push(await ours());
    measured.peer.push(await peer());
  }
  return measured;
}

/** Ours by the peer's, round by round: the two of one round ran next to each other. */
export const ratioOf = <T>({ ours, peer }: Compared<T>, measure: (one: T) => number): Spread =>
  spreadOf(ours.map((one, round) => measure(one) / measure(peer[round]!)));
