import { declines, judgedMetrics, LEAST_LABELLED } from './decline';
import type { Material } from './material';
import { labelledRows, type QualityMetric } from './quality-summary';
import type { Sign } from './sign';
import { counted, inWords } from './words';

/** What the quality of a window says, and whether it could be judged at all. */
export function qualitySigns(
  quality: readonly QualityMetric[],
  {
    quality: current,
    labelled: rows,
    baseline,
    level,
  }: Pick<Material, 'quality' | 'labelled' | 'baseline' | 'level'>,
): { judged: boolean; signs: Sign[] } {
  if (!current)
    return rows === 0
      ? { judged: false, signs: [] }
      : gap(
          'How good the predictions were is not computed: the task has no metrics yet, or the signature names no positive label.',
        );
  const labelled = labelledRows(current);
  if (labelled === 0)
    return gap('No prediction of the window has its actual yet: how good they were is not known.');
  if (baseline.state !== 'READY') return { judged: false, signs: [] };
  const baselineLabelled = baseline.quality ? labelledRows(baseline.quality) : 0;
  if (baselineLabelled === 0)
    return gap('The baseline has no hold-out rows with actuals: quality has nothing to be compared with.');
  const fewest = Math.min(labelled, baselineLabelled);
  if (fewest < LEAST_LABELLED) {
    const where = labelled < LEAST_LABELLED ? 'The window' : 'The baseline';
    return gap(
      `${where} has ${counted(fewest, 'labelled row')}: too few to judge quality by; ${LEAST_LABELLED} are needed.`,
    );
  }
  if (judgedMetrics(quality).length === 0)
    return gap('No metric has a value both in the window and in the baseline: quality is not compared.');
  const found = declines(quality, { level, labelled, baselineLabelled });
  const worse = found.filter(({ decline }) => decline !== 'NONE');
  if (worse.length === 0) {
    const text = found.map(
      ({ metric }) => `${metric.name} ${inWords(metric.value!)} (baseline ${inWords(metric.baseline!)})`,
    );
    return {
      judged: true,
      signs: [{ gravity: 'WELL', text: `Quality is as in the baseline: ${text.join(', ')}.` }],
    };
  }
  return {
    judged: true,
    signs: worse.map(({ metric, decline, farWorseBeyond }) =>
      decline === 'FAR_WORSE'
        ? {
            gravity: 'CRITICAL',
            text: `${told(metric)}, far worse than ${inWords(metric.baseline!)} in the baseline (beyond ${inWords(farWorseBeyond)}).`,
          }
        : {
            gravity: 'WARNING',
            text: `${told(metric)}, worse than ${inWords(metric.baseline!)} in the baseline beyond the uncertainty of both.`,
          },
    ),
  };
}

const gap = (text: string): { judged: false; signs: Sign[] } => ({
  judged: false,
  signs: [{ gravity: 'GAP', text }],
});

const told = ({ name, value, lower, upper }: QualityMetric): string =>
  `${name} is ${inWords(value!)} (95 % interval ${inWords(lower!)} to ${inWords(upper!)})`;
