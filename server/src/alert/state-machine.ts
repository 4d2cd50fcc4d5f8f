import type { Evaluation } from './evaluate';

export type AlertStatus = 'PENDING' | 'FIRING' | 'ACKNOWLEDGED' | 'RESOLVED';

/** The latest alert of a rule and a version, as the machine sees it. */
export interface AlertState {
  readonly status: AlertStatus;
  /** Windows in a row that were broken, up to the last broken one. */
  readonly windows: number;
  /** The end of the window that resolved it, in ms; null while it is open. */
  readonly resolvedBy: number | null;
}

/** The last window that had a number. Reports on earlier ones come too late to change anything. */
export interface LastWindow {
  readonly to: number;
  readonly broken: boolean;
}

/** From and to in ms. */
export interface EvaluatedWindow {
  readonly from: number;
  readonly to: number;
}

/**
 * What an evaluation brings about.
 * - `OPENED`, `FIRED`: a new alert, or for FIRED also a PENDING one that has lasted long enough
 * - `REOPENED`: the resolved one, PENDING or FIRING again
 * - `CONTINUED`: still broken; the numbers change, the status does not, and nobody is told
 * - `RESOLVED`
 * - `NONE`: nothing
 */
export type Change =
  | { readonly kind: 'NONE' }
  | {
      readonly kind: 'OPENED' | 'FIRED' | 'REOPENED' | 'CONTINUED' | 'RESOLVED';
      /** Whether it is about an alert that is not there yet. */
      readonly isNew: boolean;
      readonly to: AlertState;
    };

export interface Transition {
  readonly last: LastWindow | null;
  readonly change: Change;
}

/** How long after a resolving window, in time of windows, the next broken one must begin to re-open the alert. */
export const REOPEN_WITHIN_MS = 24 * 60 * 60 * 1000;

const NOTHING: Change = { kind: 'NONE' };

/**
 * The next state of a rule on a version. Windows are ordered by their ends; the same end again is the same window
 * reported again: it counts once, and what the newer report says of it holds. A window without a number is as if it had
 * not been reported.
 */
export function applyStateMachine(
  alert: AlertState | null,
  last: LastWindow | null,
  evaluation: Evaluation,
  rule: { readonly forWindows: number },
  window: EvaluatedWindow,
): Transition {
  if (evaluation.kind === 'NO_DATA' || (last !== null && window.to < last.to))
    return { last, change: NOTHING };
  const isAgain = last !== null && window.to === last.to;
  const isCounted = isAgain && last.broken;
  const change = evaluation.broken
    ? broken(alert, { isAgain, isCounted }, rule.forWindows, window)
    : good(alert, isCounted, window);
  return { last: { to: window.to, broken: evaluation.broken }, change };
}

function good(alert: AlertState | null, isCounted: boolean, window: EvaluatedWindow): Change {
  if (alert === null || alert.status === 'RESOLVED') return NOTHING;
  const windows = alert.windows - (isCounted ? 1 : 0);
  return { kind: 'RESOLVED', isNew: false, to: { status: 'RESOLVED', windows, resolvedBy: window.to } };
}

/** `isAgain`: the window was evaluated before; `isCounted`: and was broken then. */
function broken(
  alert: AlertState | null,
  { isAgain, isCounted }: { isAgain: boolean; isCounted: boolean },
  forWindows: number,
  window: EvaluatedWindow,
): Change {
  const at = (windows: number): AlertState => ({
    status: windows >= forWindows ? 'FIRING' : 'PENDING',
    windows,
    resolvedBy: null,
  });
  if (alert === null || (alert.resolvedBy !== null && window.from > alert.resolvedBy + REOPEN_WITHIN_MS)) {
    const to = at(1);
    return { kind: to.status === 'FIRING' ? 'FIRED' : 'OPENED', isNew: true, to };
  }
  if (alert.resolvedBy !== null) {
    // Resolved by this very window, which is now said to be broken after all: the row was never interrupted.
    const isUninterrupted = isAgain && alert.resolvedBy === window.to;
    return { kind: 'REOPENED', isNew: false, to: at(isUninterrupted ? alert.windows + 1 : 1) };
  }
  const windows = alert.windows + (isCounted ? 0 : 1);
  if (alert.status !== 'PENDING') return { kind: 'CONTINUED', isNew: false, to: { ...alert, windows } };
  const to = at(windows);
  return { kind: to.status === 'FIRING' ? 'FIRED' : 'CONTINUED', isNew: false, to };
}
