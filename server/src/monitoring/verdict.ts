import type { Material } from './material';
import type { Sign } from './sign';

export type ReportVerdict = 'OK' | 'WARNING' | 'CRITICAL' | 'NO_DATA' | 'NO_BASELINE' | 'INSUFFICIENT_DATA';

/**
 * A sign of trouble is never hidden behind something that is missing: only without any does it matter whether there was a
 * baseline, and whether anything could be judged.
 */
export function verdictOf(
  signs: readonly Sign[],
  { predictions, baseline, judged }: Pick<Material, 'predictions' | 'baseline'> & { judged: boolean },
): ReportVerdict {
  const has = (gravity: Sign['gravity']): boolean => signs.some((sign) => sign.gravity === gravity);
  if (predictions === 0) return 'NO_DATA';
  if (has('CRITICAL')) return 'CRITICAL';
  if (has('WARNING')) return 'WARNING';
  if (baseline.state !== 'READY') return 'NO_BASELINE';
  return judged ? 'OK' : 'INSUFFICIENT_DATA';
}
