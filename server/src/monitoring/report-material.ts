import { BaselineState } from '../baseline/baseline.entity';
import type { FrozenFeature } from '../baseline/frozen-feature';
import type { FeatureWindow, WindowSummary } from '../prediction/summary/window-summary';
import { levelFromBudget } from '../statistics/drift/level-from-budget';
import type { BaselineMaterial, Binned, FeatureMaterial, Material } from './material';
import { lengthOf } from './window';

/** The material of a report from what the summaries of a window say. */
export function materialOf(
  summary: WindowSummary,
  window: { from: string; to: string },
  falseAlarmsPerYear: number,
  previous: Material['previous'],
): Material {
  const { predictions, failed, labelled, latency, quality, hourlyOutput } = summary;
  const frozen = summary.baseline?.state === BaselineState.READY ? summary.baseline : null;
  return {
    window: { from: window.from, to: window.to },
    level: levelFromBudget({ falseAlarmsPerYear, windowMs: lengthOf(window) }),
    predictions,
    failed,
    labelled,
    latency,
    features: summary.features.map((feature, index) => compared(feature, frozen?.features[index] ?? null)),
    output: summary.output && compared(summary.output, frozen?.output ?? null),
    baseline: baselineOf(summary),
    quality,
    previous,
    hourlyOutput: hourlyOutput.map(({ mean }) => mean),
  };
}

function baselineOf({ baseline }: WindowSummary): BaselineMaterial {
  if (!baseline) return { state: 'NONE' };
  return baseline.state === BaselineState.READY
    ? { state: baseline.state, quality: baseline.qualitySums }
    : { state: baseline.state };
}

function compared(current: FeatureWindow, reference: FrozenFeature | null): FeatureMaterial {
  if (reference && reference.name !== current.name)
    throw new Error(`The summary has "${current.name}" where its baseline has "${reference.name}".`);
  const { name, kind } = current;
  return { name, kind, reference: reference && binned(reference), current: binned(current) };
}

const binned = ({ counts, missing, nonFinite, mean }: Binned): Binned => ({
  counts,
  missing,
  nonFinite,
  mean,
});
