import { type Alert, AlertStatus } from './alert.entity';
import type { Change } from './state-machine';

export type Happening = Exclude<Change, { kind: 'NONE' }>;

/** What the last broken window says; null of a good one, after which the alert keeps its number and tells how it ended. */
export type BrokenWindow = Pick<Alert, 'value' | 'threshold' | 'message' | 'reportId'>;

/** What a change makes of the columns of an alert; those that stay are left out. */
export function alertAfter(
  { kind, to }: Happening,
  broken: BrokenWindow | null,
  at: { now: string; windowTo: string; end: string },
): Partial<Alert> {
  const status = AlertStatus[to.status];
  const firedAt = status === AlertStatus.FIRING ? at.now : null;
  const changed = { ...broken, status, windows: to.windows };
  switch (kind) {
    case 'OPENED':
    case 'FIRED':
      return { ...changed, firedAt };
    case 'REOPENED':
      // Whoever took it on before saw it end: it is to be looked at again.
      return {
        ...changed,
        firedAt,
        resolvedAt: null,
        resolvedBy: null,
        acknowledgedAt: null,
        acknowledgedBy: null,
        note: null,
      };
    case 'CONTINUED':
      return changed;
    case 'RESOLVED':
      return { ...changed, message: at.end, resolvedAt: at.now, resolvedBy: at.windowTo };
  }
}
