import { proportion } from '../statistics/quality/measure';
import type { Material } from './material';

export interface OperationsSummary {
  readonly errorRate: number | null;
  readonly latencyMsMean: number | null;
  readonly latencyMsP95: number | null;
}

export function summariseOperations({
  predictions,
  failed,
  latency,
}: Pick<Material, 'predictions' | 'failed' | 'latency'>): OperationsSummary {
  return {
    errorRate: predictions === 0 ? null : failed / predictions,
    latencyMsMean: latency.mean,
    latencyMsP95: latency.p95,
  };
}

/** Shares of failed predictions beyond which a verdict says so. */
export const FAILED_WARNING = 0.05;
export const FAILED_CRITICAL = 0.5;

/** Whether more than a share of the predictions fail, by the lower end of the 95 % interval: one failure of three proves little. */
export function failsMoreThan(
  share: number,
  { predictions, failed }: Pick<Material, 'predictions' | 'failed'>,
): boolean {
  const { low } = proportion(failed, predictions, 'NO_DATA');
  return low !== null && low > share;
}
