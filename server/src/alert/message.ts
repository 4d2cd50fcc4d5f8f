import { inWords } from '../monitoring/words';
import { AlertComparison, AlertMetric, qualityMetricOf } from './alert-metric';
import type { Watching } from './evaluate';

interface Broken {
  readonly rule: Watching;
  readonly value: number;
  readonly threshold: number;
  readonly window: { readonly from: string; readonly to: string };
  readonly model: string;
  readonly version: number;
}

/** What happened, in a sentence, as the person on call reads it. */
export const messageOf = ({ rule, value, threshold, window, model, version }: Broken): string =>
  `${watched(rule)} of ${model} version ${version} was ${inWords(value)} from ${hour(window.from)} to ${hour(window.to)} UTC, ${against(rule, value, threshold)}.`;

function watched({ watch, feature }: Watching): string {
  switch (watch) {
    case AlertMetric.DRIFT:
      return feature === null ? 'The number of drifted features' : `The drift (1 for yes) of "${feature}"`;
    case AlertMetric.MISSING_SHARE:
      return feature === null ? 'The greatest missing share' : `The missing share of "${feature}"`;
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

function against({ compare, value: ratio }: Watching, value: number, threshold: number): string {
  const side = value > threshold ? 'above' : 'below';
  if (compare !== AlertComparison.ABOVE_BASELINE_RATIO) return `${side} ${inWords(threshold)}`;
  const share = side === 'above' ? `${inWords(ratio)} times` : `1/${inWords(ratio)} of`;
  return `${side} ${inWords(threshold)}, ${share} what it was in the baseline`;
}

const hour = (instant: string): string => instant.slice(0, 16).replace('T', ' ');
