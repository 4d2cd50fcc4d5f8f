import type { DriftSummary, FeatureDrift } from './drift-summary';
import type { Sign } from './sign';
import { counted, inWords } from './words';

/** Features told one by one; the rest is counted. */
const MOST_TOLD = 10;

/** What the drift of a window says, and whether any of it could be judged. */
export function driftSigns(drift: DriftSummary): { judged: boolean; signs: Sign[] } {
  const all = drift.output ? [...drift.features, drift.output] : drift.features;
  return {
    judged: drift.tested > 0,
    signs: [...drifted(all, drift), ...untested(all), ...smallReferences(all)],
  };
}

function drifted(all: readonly FeatureDrift[], { level, tested }: DriftSummary): Sign[] {
  const found = all
    .filter(({ verdict }) => verdict === 'DRIFT')
    .sort((a, b) => (b.effect ?? 0) - (a.effect ?? 0));
  if (found.length === 0) {
    return tested === 0
      ? []
      : [{ gravity: 'WELL', text: `None of ${counted(tested, 'tested distribution')} drifted.` }];
  }
  const told = found
    .slice(0, MOST_TOLD)
    .map((feature): Sign => ({ gravity: 'WARNING', text: tell(feature, level) }));
  const rest = found.length - told.length;
  return rest === 0
    ? told
    : [...told, { gravity: 'WARNING', text: `${counted(rest, 'more feature')} drifted.` }];
}

function tell(
  { name, effect, effectFloor, adjustedPValue, mean, baselineMean, changedShares, isShifted }: FeatureDrift,
  level: number,
): string {
  // A mean that hardly moved says nothing of a drift that is all of missing values.
  const means =
    mean !== null && baselineMean !== null && (isShifted || changedShares.length === 0)
      ? [`mean ${inWords(mean)} against ${inWords(baselineMean)}`]
      : [];
  const why = [...changedShares, ...means].map((change) => `, ${change}`).join('');
  return `${name} drifted: effect ${inWords(effect ?? 0)} (floor ${inWords(effectFloor)}), adjusted p ${inWords(adjustedPValue ?? 1)} at level ${inWords(level)}${why}.`;
}

function untested(all: readonly FeatureDrift[]): Sign[] {
  const without = all.filter(({ verdict }) => verdict !== 'OK' && verdict !== 'DRIFT');
  if (without.length === 0) return [];
  const told = without.slice(0, MOST_TOLD).map(({ name, reason }) => `${name}: ${reason}`);
  const rest = without.length - told.length;
  const more = rest === 0 ? '' : ` And ${inWords(rest)} more.`;
  return [
    {
      gravity: 'GAP',
      text: `Drift could not be tested for ${inWords(without.length)} of ${inWords(all.length)}. ${told.join(' ')}${more}`,
    },
  ];
}

/** Told once: the numbers of rows hardly differ from feature to feature. */
function smallReferences(all: readonly FeatureDrift[]): Sign[] {
  const [first] = all.flatMap(({ warnings }) => warnings);
  return first === undefined ? [] : [{ gravity: 'NOTE', text: first }];
}
