import { directionOf, MetricDirection } from '../contract/metric';
import type { Findings } from '../monitoring/compose';
import type { DriftSummary, FeatureDrift } from '../monitoring/drift-summary';
import { judgeAlone, judgeDrift } from '../monitoring/drift-verdict';
import { LEAST_LABELLED } from '../monitoring/quality-test';
import { levelFromBudget } from '../statistics/drift/level-from-budget';
import { AlertComparison, AlertMetric, qualityMetricOf } from './alert-metric';

/** What evaluating needs of a rule. */
export interface Watching {
  readonly watch: AlertMetric;
  readonly feature: string | null;
  readonly compare: AlertComparison;
  readonly value: number;
  readonly falseAlarmsPerYear: number;
}

/** What evaluating needs of a report. */
export interface Reported extends Pick<Findings, 'quality' | 'drift' | 'dataQuality' | 'operations'> {
  readonly predictions: number;
  readonly window: { readonly from: string; readonly to: string };
}

export type Evaluation =
  | { readonly kind: 'NUMBER'; readonly value: number; readonly threshold: number; readonly broken: boolean }
  | { readonly kind: 'NO_DATA' };

const NO_DATA: Evaluation = { kind: 'NO_DATA' };

/** Whether a report breaks a rule. NaN satisfies no comparison and says nothing either way: it is no data. */
export function evaluate(rule: Watching, report: Reported): Evaluation {
  const { value, baseline } = read(rule, report);
  const limit = limitOf(rule, baseline);
  if (value === null || limit === null || Number.isNaN(value) || Number.isNaN(limit.threshold))
    return NO_DATA;
  const { threshold, isAbove } = limit;
  return { kind: 'NUMBER', value, threshold, broken: isAbove ? value > threshold : value < threshold };
}

interface Reading {
  readonly value: number | null;
  readonly baseline: number | null;
}

const alone = (value: number | null): Reading => ({ value, baseline: null });

function read(rule: Watching, report: Reported): Reading {
  const { watch, feature } = rule;
  const quality = qualityMetricOf(watch);
  if (quality !== null) {
    const metric = report.quality.find(({ name }) => name === quality);
    // One labelled row would raise an alarm, and the next one end it.
    if (!metric || metric.rows < LEAST_LABELLED) return alone(null);
    return { value: metric.value, baseline: metric.baselineRows < LEAST_LABELLED ? null : metric.baseline };
  }
  switch (watch) {
    case AlertMetric.DRIFT:
      return alone(report.drift && drifted(report.drift, rule, report.window));
    case AlertMetric.MISSING_SHARE:
      return missingShare(report.dataQuality, feature);
    case AlertMetric.NON_FINITE_SHARE:
      return alone(greatest(watched(report.dataQuality, feature).map((one) => one.nonFiniteShare)));
    case AlertMetric.UNSEEN_SHARE:
      return alone(greatest(watched(report.dataQuality, feature).map((one) => one.unseenShare)));
    case AlertMetric.ERROR_RATE:
      return alone(report.operations.errorRate);
    case AlertMetric.LATENCY_MEAN:
      return alone(report.operations.latencyMsMean);
    case AlertMetric.LATENCY_P95:
      return alone(report.operations.latencyMsP95);
    case AlertMetric.PREDICTIONS:
      return alone(report.predictions);
    default:
      throw new Error(`${watch} is read nowhere.`);
  }
}

/** How many drifted, or whether one did, judged again at the level that the rule's own budget gives. */
function drifted(
  { features, output }: DriftSummary,
  { feature, falseAlarmsPerYear }: Watching,
  { from, to }: Reported['window'],
): number | null {
  const level = levelFromBudget({ falseAlarmsPerYear, windowMs: Date.parse(to) - Date.parse(from) });
  if (feature !== null) {
    const one = features.find(({ name }) => name === feature) ?? (feature === 'output' ? output : null);
    return one ? asNumber(judgeAlone(one, level)) : null;
  }
  const all: readonly FeatureDrift[] = output ? [...features, output] : features;
  const verdicts = judgeDrift(all, level)
    .map(({ verdict }) => asNumber(verdict))
    .filter((number) => number !== null);
  return verdicts.length === 0 ? null : verdicts.reduce<number>((sum, number) => sum + number, 0);
}

const asNumber = (verdict: string): 0 | 1 | null => (verdict === 'DRIFT' ? 1 : verdict === 'OK' ? 0 : null);

/** The feature, or all of them, without those of which nothing came. */
const watched = (dataQuality: Reported['dataQuality'], feature: string | null): Reported['dataQuality'] =>
  dataQuality.filter(({ name, count }) => count > 0 && (feature === null || name === feature));

/** Null where none has a share: of labels that were unseen only categories have one. */
function greatest(shares: readonly (number | null)[]): number | null {
  const known = shares.filter((share) => share !== null);
  return known.length === 0 ? null : Math.max(...known);
}

function missingShare(dataQuality: Reported['dataQuality'], feature: string | null): Reading {
  const of = watched(dataQuality, feature);
  return {
    value: greatest(of.map((one) => one.missingShare)),
    baseline: feature === null ? null : (of[0]?.baselineMissingShare ?? null),
  };
}

/** What the number is compared with, and from which side; null when it depends on a baseline that has no such number. */
function limitOf(
  { watch, compare, value }: Watching,
  baseline: number | null,
): { threshold: number; isAbove: boolean } | null {
  if (compare !== AlertComparison.ABOVE_BASELINE_RATIO)
    return { threshold: value, isAbove: compare === AlertComparison.ABOVE };
  if (baseline === null) return null;
  const isHigherBetter = directionOf(watch) === MetricDirection.HIGHER_IS_BETTER;
  if (!isHigherBetter) return { threshold: baseline * value, isAbove: true };
  // A share of nothing, or of less than nothing, is no measure: R2 may be negative.
  return baseline > 0 ? { threshold: baseline / value, isAbove: false } : null;
}
