import { EFFECT_FLOOR } from '../statistics/drift/alarm';
import { categoricalDrift, type Drift, type DriftOptions, numericDrift } from '../statistics/drift/drift';
import { type Validity, validity } from '../statistics/drift/validity';
import { changedShares } from './changed-shares';
import { type DriftVerdict, judgeDrift, type Tested } from './drift-verdict';
import { type Binned, type FeatureMaterial, rowsOf } from './material';
import { inWords } from './words';

export interface DriftTest {
  readonly method: 'WEIGHTED_GAP' | 'CHI_SQUARE';
  readonly statistic: number;
  readonly pValue: number;
  readonly law: 'EXACT' | 'ASYMPTOTIC' | 'SIMULATED';
}

export interface FeatureDrift extends Tested {
  readonly name: string;
  readonly kind: FeatureMaterial['kind'];
  readonly verdict: DriftVerdict;
  readonly reason: string | null;
  readonly tests: readonly DriftTest[];
  readonly adjustedPValue: number | null;
  readonly psi: number | null;
  readonly jensenShannon: number | null;
  readonly referenceCount: number;
  readonly currentCount: number;
  readonly mean: number | null;
  readonly baselineMean: number | null;
  readonly warnings: readonly string[];
  /** Which shares of missing, non-finite and unseen values changed, in words. */
  readonly changedShares: readonly string[];
  /** Whether the known values differ by more than the floor, whatever is missing or not finite. */
  readonly isShifted: boolean;
}

export interface DriftSummary {
  readonly level: number;
  readonly tested: number;
  readonly drifted: number;
  readonly features: readonly FeatureDrift[];
  readonly output: FeatureDrift | null;
}

/** The features and the output as one family, so that the level is that of the whole report. */
export function summariseDrift(
  features: readonly FeatureMaterial[],
  output: FeatureMaterial | null,
  level: number,
): DriftSummary {
  const family = output ? [...features, output] : features;
  const effort = Math.min(1, FULL_EFFORT / family.length);
  const compared = family.map((feature) => compare(feature, level, effort));
  const judged = judgeDrift(compared, level);
  const all = compared.map(({ needed, ...feature }, index): FeatureDrift => {
    const { verdict, adjustedPValue } = judged[index]!;
    return { ...feature, verdict, adjustedPValue, reason: reasonOf(verdict, feature, needed) };
  });
  return {
    level,
    tested: all.filter(({ verdict }) => verdict === 'OK' || verdict === 'DRIFT').length,
    drifted: all.filter(({ verdict }) => verdict === 'DRIFT').length,
    features: output ? all.slice(0, -1) : all,
    output: output ? all.at(-1)! : null,
  };
}

/** Features that are compared with all the work that is thought worth while; more of them share that among themselves. */
const FULL_EFFORT = 5;

type Compared = Omit<FeatureDrift, 'verdict' | 'adjustedPValue' | 'reason'> & { needed: number | null };

const NOT_TESTED = {
  tests: [],
  pValue: null,
  effect: null,
  psi: null,
  jensenShannon: null,
  warnings: [],
  changedShares: [],
  isShifted: false,
};

function compare(
  { name, kind, reference, current }: FeatureMaterial,
  level: number,
  effort: number,
): Compared {
  const referenceCount = reference ? rowsOf(reference) : 0;
  const currentCount = rowsOf(current);
  const about = {
    name,
    kind,
    effectFloor: EFFECT_FLOOR,
    referenceCount,
    currentCount,
    mean: current.mean,
    baselineMean: reference?.mean ?? null,
  };
  const lacking = currentCount === 0 ? 'NO_DATA' : 'NO_BASELINE';
  if (!reference || currentCount === 0 || referenceCount === 0) {
    return { ...about, ...NOT_TESTED, smallestPValue: 1, lacking, needed: null };
  }
  const drift = driftOf(kind, reference, current, { level, effort });
  const { smallestPValue, currentNeeded: needed } = sufficiency(kind, reference, currentCount, level);
  return {
    ...about,
    tests: testsOf(drift),
    pValue: drift.pValue,
    effect: drift.effect,
    psi: drift.effects.unbiasedPsi,
    jensenShannon: drift.effects.jensenShannon,
    smallestPValue,
    lacking: null,
    warnings: currentCount > referenceCount / 10 ? [smallReference(currentCount, referenceCount)] : [],
    changedShares: changedShares({ kind, reference, current }, EFFECT_FLOOR),
    isShifted: (drift.effects.weightedGap ?? 0) > EFFECT_FLOOR,
    needed,
  };
}

/**
 * Whether a window of this size can show anything, by the bins of values alone: two rows could be told from the baseline
 * if both were missing or unseen, which says nothing of two rows that are not. It must not depend on what came: leaving out
 * the features that look quiet would make the others louder. A baseline with one label only has nothing but those bins.
 */
function sufficiency(
  kind: FeatureMaterial['kind'],
  reference: Binned,
  rows: number,
  level: number,
): Validity {
  const isNumber = isNumeric(kind);
  const values = isNumber ? reference.counts : reference.counts.slice(0, -1);
  const isEnough = values.length >= 2 && values.some((count) => count > 0);
  return validity(isEnough ? values : tableOf(kind, reference), rows, level, isNumber ? 2 : 1);
}

const isNumeric = (kind: FeatureMaterial['kind']): boolean => kind === 'NUMBER' || kind === 'INTEGER';

const apartOf = ({ missing, nonFinite }: Binned): number[] => [missing, nonFinite];

const tableOf = (kind: FeatureMaterial['kind'], side: Binned): number[] =>
  isNumeric(kind) ? [...side.counts, ...apartOf(side)] : [...side.counts, side.missing];

/** Missing and not finite values are bins like others, beside the ordered ones of numbers. */
function driftOf(
  kind: FeatureMaterial['kind'],
  reference: Binned,
  current: Binned,
  options: DriftOptions,
): Drift {
  return isNumeric(kind)
    ? numericDrift(reference.counts, current.counts, {
        ...options,
        apart: { reference: apartOf(reference), current: apartOf(current) },
      })
    : categoricalDrift(tableOf(kind, reference), tableOf(kind, current), options);
}

const testsOf = ({ gap, chiSquare }: Drift): DriftTest[] => [
  ...(gap
    ? [
        {
          method: 'WEIGHTED_GAP' as const,
          statistic: gap.statistic,
          pValue: gap.pValue,
          law: gap.method,
        },
      ]
    : []),
  {
    method: 'CHI_SQUARE',
    statistic: chiSquare.statistic,
    pValue: chiSquare.pValue,
    law: chiSquare.method,
  },
];

const smallReference = (current: number, reference: number): string =>
  `The window has ${inWords(current)} rows and the baseline ${inWords(reference)}: above a tenth of the baseline, chance in the baseline itself shows again in every report.`;

function reasonOf(
  verdict: DriftVerdict,
  {
    effect,
    effectFloor,
    currentCount,
    changedShares: changed,
  }: Pick<FeatureDrift, 'effect' | 'effectFloor' | 'currentCount' | 'changedShares'>,
  needed: number | null,
): string | null {
  switch (verdict) {
    case 'OK':
      return null;
    case 'DRIFT':
      return `Its distribution differs from the baseline: effect ${inWords(effect ?? 0)}, above the floor of ${inWords(effectFloor)}${changed.map((share) => `, ${share}`).join('')}.`;
    case 'NO_DATA':
      return 'The window has no row of it.';
    case 'NO_BASELINE':
      return 'The baseline has no row of it.';
    case 'INSUFFICIENT_DATA':
      return needed === null
        ? 'The baseline is too small: no number of rows could show a drift at this level.'
        : `Too few rows: ${inWords(currentCount)} came, and ${inWords(needed)} are needed before a drift among the values that the baseline knows could be told from chance at this level.${changed.map((share) => ` ${share}.`).join('')}`;
  }
}
