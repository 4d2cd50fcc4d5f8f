import type { Spread } from './statistics.js';
import type { World } from './world.js';

/** One comparison with a ceiling or a peer. */
export interface Outcome {
  readonly what: string;
  /** Why there is none, where one side could not be measured. */
  readonly ratio: Spread | string;
  /** Null for what is printed beside. */
  readonly target: { readonly atLeast: number } | { readonly atMost: number } | null;
}

export interface Figure {
  readonly name: string;
  /** What is compared with what. */
  readonly title: string;
  /** Prepares, checks that both sides do the same, times them, and prints what it finds. */
  run(world: World, print: (line: string) => void): Promise<Outcome[]>;
}

export function sayOutcome({ what, ratio, target }: Outcome): string {
  if (typeof ratio === 'string') return `${what}: NOT MEASURED: ${ratio}`;
  if (!target) return `${what}: ${saySpread(ratio)}`;
  const [wanted, isMet] =
    'atLeast' in target
      ? [`at least ${target.atLeast}`, ratio.median >= target.atLeast]
      : [`at most ${target.atMost}`, ratio.median <= target.atMost];
  return `${what}: ${saySpread(ratio)}, wanted ${wanted}: ${isMet ? 'met' : 'MISSED'}`;
}

/** Three digits that count. */
const digits = (value: number): string =>
  Number(value.toPrecision(3)).toLocaleString('en', { maximumFractionDigits: 6 });

export const saySpread = ({ median, least, most }: Spread): string =>
  `${digits(median)} (rounds ${digits(least)} to ${digits(most)})`;
