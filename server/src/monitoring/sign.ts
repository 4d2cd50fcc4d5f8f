/** One thing that a report has to say, in words, and how much it weighs. */
export interface Sign {
  readonly gravity: Gravity;
  readonly text: string;
}

/** From the gravest: what a verdict follows from, what kept a part from being judged, what to keep in mind, and what is well. */
export const GRAVITIES = ['CRITICAL', 'WARNING', 'GAP', 'NOTE', 'WELL'] as const;
export type Gravity = (typeof GRAVITIES)[number];

/** The gravest first; among equals the order in which they were told. */
export const gravestFirst = (signs: readonly Sign[]): Sign[] =>
  [...signs].sort((a, b) => GRAVITIES.indexOf(a.gravity) - GRAVITIES.indexOf(b.gravity));
