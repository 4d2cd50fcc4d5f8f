import type { QualitySums } from '../baseline/quality-sums';
import { proportion } from '../statistics/quality/measure';
import { FAILED_CRITICAL, FAILED_WARNING } from './operations';
import type { Sign } from './sign';
import { counted, inWords } from './words';

/**
 * Rows whose error is no number: no metric can count them, so they are told, and weigh as failed predictions do. For
 * classification there are none: a label is right or wrong, and what is no probability is refused at the door.
 */
export function nonFiniteSigns(quality: QualitySums): Sign[] {
  if (quality.task !== 'REGRESSION' || quality.sums.invalid === 0) return [];
  const { count, invalid } = quality.sums;
  const rows = count + invalid;
  const low = proportion(invalid, rows, 'NO_DATA').low ?? 0;
  const text =
    count === 0
      ? `None of ${counted(rows, 'labelled row')} has a finite output and a finite actual: how good they were is not known.`
      : `${inWords(invalid)} of ${counted(rows, 'labelled row')} are left out of the quality: their output or their actual is not a finite number.`;
  return [{ gravity: low > FAILED_CRITICAL ? 'CRITICAL' : low > FAILED_WARNING ? 'WARNING' : 'NOTE', text }];
}
