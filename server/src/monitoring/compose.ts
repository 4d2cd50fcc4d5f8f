import { lag1Autocorrelation } from '../statistics/series/autocorrelation';
import { type FeatureQuality, summariseDataQuality } from './data-quality';
import { driftSigns } from './drift-signs';
import { type DriftSummary, summariseDrift } from './drift-summary';
import type { BaselineMaterial, Material } from './material';
import {
  FAILED_CRITICAL,
  FAILED_WARNING,
  failsMoreThan,
  type OperationsSummary,
  summariseOperations,
} from './operations';
import { qualitySigns } from './quality-signs';
import { type QualityMetric, summariseQuality } from './quality-summary';
import { gravestFirst, type Sign } from './sign';
import { type ReportVerdict, verdictOf } from './verdict';
import { counted, inPercent, inWords } from './words';

/** Everything that a report says. */
export interface Findings {
  readonly verdict: ReportVerdict;
  readonly reasons: readonly string[];
  readonly quality: readonly QualityMetric[];
  readonly drift: DriftSummary | null;
  readonly dataQuality: readonly FeatureQuality[];
  readonly operations: OperationsSummary;
  readonly autocorrelation: number | null;
}

/** Hours that an autocorrelation needs before it says anything. */
const LEAST_HOURS = 8;
const CORRELATED = 0.2;

/** A report, from what was read for it and nothing else. */
export function compose(material: Material): Findings {
  const { baseline, features, output, level, hourlyOutput, predictions } = material;
  const ready = baseline.state === 'READY';
  const quality = summariseQuality(material.quality, ready ? baseline.quality : null, material.previous);
  const drift = ready ? summariseDrift(features, output, level) : null;
  const autocorrelation = hourlyOutput.length < LEAST_HOURS ? null : lag1Autocorrelation(hourlyOutput);
  const ofQuality = qualitySigns(quality, material);
  const ofDrift = drift ? driftSigns(drift) : { judged: false, signs: [] };
  const signs = gravestFirst(
    predictions === 0
      ? [{ gravity: 'GAP', text: 'No prediction occurred in the window.' }]
      : [
          ...ofQuality.signs,
          ...failureSigns(material),
          ...ofDrift.signs,
          ...baselineSigns(baseline),
          ...dependenceSigns(autocorrelation),
        ],
  );
  return {
    verdict: verdictOf(signs, { predictions, baseline, judged: ofQuality.judged || ofDrift.judged }),
    reasons: signs.map(({ text }) => text),
    quality,
    drift,
    dataQuality: summariseDataQuality(features),
    operations: summariseOperations(material),
    autocorrelation,
  };
}

function failureSigns(material: Material): Sign[] {
  const { failed, predictions } = material;
  if (!failsMoreThan(FAILED_WARNING, material)) return [];
  return [
    {
      gravity: failsMoreThan(FAILED_CRITICAL, material) ? 'CRITICAL' : 'WARNING',
      text: `${inPercent(failed / predictions)} of ${counted(predictions, 'prediction')} failed.`,
    },
  ];
}

const BASELINE_SIGNS: Record<BaselineMaterial['state'], Sign[]> = {
  NONE: [{ gravity: 'GAP', text: 'The version has no baseline: there is nothing to compare with.' }],
  PENDING: [
    { gravity: 'GAP', text: 'The baseline is still being computed: there is nothing to compare with yet.' },
  ],
  FAILED: [{ gravity: 'GAP', text: 'The baseline could not be computed: there is nothing to compare with.' }],
  READY: [],
};

const baselineSigns = ({ state }: BaselineMaterial): Sign[] => BASELINE_SIGNS[state];

const dependenceSigns = (autocorrelation: number | null): Sign[] =>
  autocorrelation !== null && autocorrelation > CORRELATED
    ? [
        {
          gravity: 'NOTE',
          text: `Outputs that follow one another are alike (lag-1 autocorrelation of the hourly means ${inWords(autocorrelation)}): the p-values are too small, so that drift is found more often than the level says.`,
        },
      ]
    : [];
