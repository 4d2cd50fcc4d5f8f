import type { ActualValue } from '../baseline/output-reader';

/** An actual as it is kept. */
export interface KeptActual extends ActualValue {
  readonly revision: number;
  /** RFC 3339 in UTC, with three digits after the second or six. */
  readonly actualAt: string;
}

export interface GivenActualOf extends KeptActual {
  /** Whether the client said when; otherwise it was the case as it came in. */
  readonly actualGiven: boolean;
}

export type ActualVerdict = 'NEW' | 'CORRECTION' | 'DUPLICATE' | 'STALE';

/**
 * What a given actual is to the one that counts: the newest by revision, then actualAt, then arrival. Without an actualAt of
 * its own the same value again is a repetition.
 */
export function judgeActual(given: GivenActualOf, kept: KeptActual | null): ActualVerdict {
  if (!kept) return 'NEW';
  const sameTime = !given.actualGiven || inOrder(given.actualAt) === inOrder(kept.actualAt);
  if (given.revision === kept.revision && sameTime && isSameValue(given, kept)) return 'DUPLICATE';
  if (given.revision !== kept.revision) return given.revision > kept.revision ? 'CORRECTION' : 'STALE';
  return inOrder(given.actualAt) >= inOrder(kept.actualAt) ? 'CORRECTION' : 'STALE';
}

const isSameValue = (a: ActualValue, b: ActualValue): boolean =>
  a.label === b.label && Object.is(a.number, b.number);

/** Canonical instants in one width compare as they follow each other. */
const inOrder = (instant: string): string => instant.replace('Z', '').padEnd(26, '0');
