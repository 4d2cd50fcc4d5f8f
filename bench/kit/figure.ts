import type { Spread } from './statistics.js';
import type { World } from './world.js';

/** One comparison with a ceiling or a peer. */
export interface Outcome {
  readonly what: string;
  readonly ratio: Spread;
  readonly target: { readonly atLeast: number } | { readonly atMost: number };
}

export interface Figure {
  readonly name: string;
  /** What is compared with what. */
  readonly title: string;
  /** Prepares, checks that both sides do the same, times them, and prints what it finds. */
  run(world: World, print: (line: string) => void): Promise<Outcome[]>;
}

const isMet = ({ ratio, target }: Outcome): boolean =>
  'atLeast' in target ? ratio.median >= target.atLeast : ratio.median <= target.atMost;

export function sayOutcome(outcome: Outcome): string {
  const { what, ratio, target } = outcome;
  const wanted = 'atLeast' in target ? `at least ${target.atLeast}` : `at most ${target.atMost}`;
  return `${what}: ${saySpread(ratio)}, wanted ${wanted}: ${isMet(outcome) ? 'met' : 'MISSED'}`;
}

/** Three digits that count. */
const digits = (value: number): string =>
  Number(value.toPrecision(3)).toLocaleString('en', { maximumFractionDigits: 6 });

export const saySpread = ({ median, least, most }: Spread): string =>
  `${digits(median)} (rounds ${digits(least)} to ${digits(most)})`;
