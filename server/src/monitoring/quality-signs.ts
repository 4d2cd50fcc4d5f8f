import type { QualitySums } from '../baseline/quality-sums';
import { type Comparison, compareQuality } from './decline';
import type { Material } from './material';
import { nonFiniteSigns } from './non-finite-signs';
import { labelledRows, type QualityMetric } from './quality-summary';
import { LEAST_LABELLED } from './quality-test';
import type { Sign } from './sign';
import { counted, inWords } from './words';

interface Said {
  readonly judged: boolean;
  readonly signs: readonly Sign[];
}

/** What the quality of a window says, and whether it could be judged at all. */
export function qualitySigns(
  quality: readonly QualityMetric[],
  {
    quality: current,
    labelled: rows,
    baseline,
    level,
  }: Pick<Material, 'quality' | 'labelled' | 'baseline' | 'level'>,
): Said {
  if (!current)
    return rows === 0
      ? { judged: false, signs: [] }
      : gap(
          'How good the predictions were is not computed: the task has no metrics yet, or the signature names no positive label.',
        );
  const leftOut = nonFiniteSigns(current);
  if (labelledRows(current) === 0)
    return leftOut.length > 0
      ? { judged: false, signs: leftOut }
      : gap('No prediction of the window has its actual yet: how good they were is not known.');
  if (baseline.state !== 'READY') return { judged: false, signs: leftOut };
  const said = againstBaseline(quality, current, baseline.quality, level);
  return { ...said, signs: [...said.signs, ...leftOut] };
}

function againstBaseline(
  quality: readonly QualityMetric[],
  current: QualitySums,
  baseline: QualitySums | null,
  level: number,
): Said {
  const labelled = labelledRows(current);
  const baselineLabelled = baseline ? labelledRows(baseline) : 0;
  if (!baseline || baselineLabelled === 0)
    return gap('The baseline has no hold-out rows with actuals: quality has nothing to be compared with.');
  const fewest = Math.min(labelled, baselineLabelled);
  if (fewest < LEAST_LABELLED) {
    const where = labelled < LEAST_LABELLED ? 'The window' : 'The baseline';
    return gap(
      `${where} has ${counted(fewest, 'labelled row')}: too few to judge quality by; ${LEAST_LABELLED} are needed.`,
    );
  }
  const small = smallBaseline(labelled, baselineLabelled);
  const { judged, unjudged } = compareQuality(quality, current, baseline, level);
  const gaps = unjudged.map(
    ({ name, lacking }): Sign => ({ gravity: 'GAP', text: `${name} is not judged: ${lacking}.` }),
  );
  if (judged.length === 0)
    return gaps.length > 0
      ? { judged: false, signs: gaps }
      : gap('No metric has a value both in the window and in the baseline: quality is not compared.');
  const worse = judged.filter(({ decline }) => decline !== 'NONE');
  return {
    judged: true,
    signs: [
      ...(worse.length > 0 ? worse.map((one) => declined(one, level)) : [well(judged)]),
      ...gaps,
      ...small,
    ],
  };
}

/** A verdict that nothing is worse means less where little is known of what it is compared with. */
const smallBaseline = (labelled: number, baselineLabelled: number): Sign[] =>
  baselineLabelled < labelled
    ? [
        {
          gravity: 'NOTE',
          text: `The baseline has ${counted(baselineLabelled, 'labelled row')} and the window ${inWords(labelled)}: how good the version was is the less certain of the two, and only a clear rise of the error is called worse.`,
        },
      ]
    : [];

const gap = (text: string): Said => ({ judged: false, signs: [{ gravity: 'GAP', text }] });

const well = (judged: readonly Comparison[]): Sign => ({
  gravity: 'WELL',
  text: `Quality is as in the baseline: ${judged
    .map(
      ({ metric: { name, value, baseline } }) => `${name} ${inWords(value)} (baseline ${inWords(baseline)})`,
    )
    .join(', ')}.`,
});

function declined({ metric, decline, pValue, farWorseBeyond }: Comparison, level: number): Sign {
  const { name, value, lower, upper, baseline } = metric;
  const interval =
    lower === null || upper === null ? '' : ` (95 % interval ${inWords(lower)} to ${inWords(upper)})`;
  const by = `adjusted p ${inWords(pValue)} at level ${inWords(level)}`;
  return decline === 'FAR_WORSE'
    ? {
        gravity: 'CRITICAL',
        text: `${name} is ${inWords(value)}${interval}, far worse than ${inWords(baseline)} in the baseline: beyond ${inWords(farWorseBeyond)} (${by}).`,
      }
    : {
        gravity: 'WARNING',
        text: `${name} is ${inWords(value)}${interval}, worse than ${inWords(baseline)} in the baseline (${by}).`,
      };
}
