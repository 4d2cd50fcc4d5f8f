import { isDrift } from '../statistics/drift/alarm';
import { benjaminiHochberg } from '../statistics/drift/benjamini-hochberg';

export type DriftVerdict = 'OK' | 'DRIFT' | 'NO_DATA' | 'NO_BASELINE' | 'INSUFFICIENT_DATA';

/** What judging a feature needs of its tests. A report keeps it, so that a rule can judge again at a level of its own. */
export interface Tested {
  /** Null where one side is empty, as `lacking` says. */
  readonly pValue: number | null;
  readonly effect: number | null;
  readonly effectFloor: number;
  /** The least p-value that a window of this size can give. */
  readonly smallestPValue: number;
  readonly lacking: 'NO_DATA' | 'NO_BASELINE' | null;
}

export interface Judged {
  readonly verdict: DriftVerdict;
  /** By Benjamini and Hochberg over those that could be tested; null for the others. */
  readonly adjustedPValue: number | null;
}

/**
 * Judges features together at one level. Those whose window is too small for any answer at this level are left out of the
 * family: that depends on counts alone, not on what was seen, and keeps them from weakening the others.
 */
export function judgeDrift(features: readonly Tested[], level: number): Judged[] {
  const testable = features.map((feature) => feature.pValue !== null && feature.smallestPValue < level);
  const pValues = features.filter((_, index) => testable[index]).map(({ pValue }) => pValue ?? 1);
  const { adjusted } = benjaminiHochberg(pValues, level);
  let place = 0;
  return features.map((feature, index) => {
    if (feature.lacking) return { verdict: feature.lacking, adjustedPValue: null };
    if (!testable[index]) return { verdict: 'INSUFFICIENT_DATA', adjustedPValue: null };
    const adjustedPValue = adjusted[place++] ?? 1;
    return { verdict: verdictAt(feature, adjustedPValue, level), adjustedPValue };
  });
}

/** One feature by itself: there is no family, so the p-value needs no adjustment. */
export function judgeAlone(feature: Tested, level: number): DriftVerdict {
  if (feature.lacking) return feature.lacking;
  if (!(feature.pValue !== null && feature.smallestPValue < level)) return 'INSUFFICIENT_DATA';
  return verdictAt(feature, feature.pValue, level);
}

const verdictAt = ({ effect, effectFloor: floor }: Tested, pValue: number, level: number): 'OK' | 'DRIFT' =>
  isDrift({ pValue, effect: effect ?? 0 }, { level, floor }) ? 'DRIFT' : 'OK';
