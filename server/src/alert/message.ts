import { directionOf, MetricDirection } from '../contract/metric';
import { inWords } from '../monitoring/words';
import { AlertComparison, AlertMetric, qualityMetricOf } from './alert-metric';
import type { Watching } from './evaluate';

interface Told {
  readonly rule: Watching;
  readonly value: number;
  readonly threshold: number;
  readonly window: { readonly from: string; readonly to: string };
  readonly model: string;
  readonly version: number;
}

/** What happened, in a sentence, as the person on call reads it. */
export const messageOf = (told: Told): string => `${happened(told)}, ${against(told.rule, told.threshold)}.`;

/** How an alert ended, as they read it. */
export const endOf = (told: Told): string =>
  `Over: ${happened(told)}, no longer ${against(told.rule, told.threshold)}.`;

const happened = ({ rule, value, window, model, version }: Told): string =>
  `${watched(rule)} of ${model} version ${version} was ${inWords(value)} from ${hour(window.from)} to ${hour(window.to)} UTC`;

function watched({ watch, feature }: Watching): string {
  switch (watch) {
    case AlertMetric.DRIFT:
      return feature === null ? 'The number of drifted features' : `The drift (1 for yes) of "${feature}"`;
    case AlertMetric.MISSING_SHARE:
      return feature === null ? 'The greatest missing share' : `The missing share of "${feature}"`;
    case AlertMetric.NON_FINITE_SHARE:
      return feature === null ? 'The greatest non-finite share' : `The non-finite share of "${feature}"`;
    case AlertMetric.UNSEEN_SHARE:
      return feature === null ? 'The greatest unseen share' : `The unseen share of "${feature}"`;
    case AlertMetric.ERROR_RATE:
      return 'The share of failed predictions';
    case AlertMetric.LATENCY_MEAN:
      return 'The mean latency in ms';
    case AlertMetric.LATENCY_P95:
      return 'The 95th percentile of the latency in ms';
    case AlertMetric.PREDICTIONS:
      return 'The number of predictions';
    default:
      return `The ${qualityMetricOf(watch)}`;
  }
}

function against({ watch, compare, value: ratio }: Watching, threshold: number): string {
  const side = sideOf(watch, compare);
  if (compare !== AlertComparison.ABOVE_BASELINE_RATIO) return `${side} ${inWords(threshold)}`;
  if (threshold === 0) return 'above the 0 that it was in the baseline';
  const share = side === 'above' ? `${inWords(ratio)} times` : `1/${inWords(ratio)} of`;
  return `${side} ${inWords(threshold)}, ${share} what it was in the baseline`;
}

/** The side on which a rule is broken. */
function sideOf(watch: AlertMetric, compare: AlertComparison): 'above' | 'below' {
  if (compare !== AlertComparison.ABOVE_BASELINE_RATIO)
    return compare === AlertComparison.ABOVE ? 'above' : 'below';
  return directionOf(watch) === MetricDirection.HIGHER_IS_BETTER ? 'below' : 'above';
}

const hour = (instant: string): string => instant.slice(0, 16).replace('T', ' ');
