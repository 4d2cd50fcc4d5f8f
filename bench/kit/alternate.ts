import { type Spread, spreadOf } from './statistics.js';

/** What each side measured, round by round. */
export type Rounds<Side extends string, T> = Readonly<Record<Side, readonly T[]>>;

/** Turns of each side that do not count: code gets its speed by running, and only a server that has just begun is cold. */
export const WARM_UPS = 2;

/**
 * Measures the sides in turns, after turns of each that do not count: what disturbs the machine disturbs all, and none
 * has all of the cold or all of the warm rounds.
 */
export async function alternate<Side extends string, T>(
  rounds: number,
  sides: Readonly<Record<Side, () => Promise<T>>>,
): Promise<Rounds<Side, T>> {
  const names = Object.keys(sides) as Side[];
  const measured = Object.fromEntries(names.map((name) => [name, [] as T[]])) as Record<Side, T[]>;
  for (let round = -WARM_UPS; round < rounds; round += 1) {
    for (const name of names) {
      const turn = await sides[name]();
      if (round >= 0) measured[name].push(turn);
    }
  }
  return measured;
}

/** One side by another, round by round: the two of one round ran next to each other. */
export const ratioOf = <T>(ours: readonly T[], peer: readonly T[], measure: (one: T) => number): Spread =>
  spreadOf(ours.map((one, round) => measure(one) / measure(peer[round]!)));
