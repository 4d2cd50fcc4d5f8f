import { z } from 'zod';
import { rules } from '../contract/rules';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
const LONGEST_MS = 400 * DAY_MS;
/** Predictions occur until tomorrow. A window that ends later would make all that follow look as if they came too late. */
const AHEAD_MS = 2 * DAY_MS;

// Microseconds are in the text alone: `Date` does not have them.
const onFullHour = (instant: string): boolean =>
  Date.parse(instant) % HOUR_MS === 0 && !/\.\d*[1-9]/.test(instant);

const hour = z.string().refine(onFullHour, { error: 'give a full hour UTC, such as "2026-11-20T19:00:00Z"' });

/** The rules of a window that a report is asked for. */
export const windowRules = rules({ from: hour, to: hour })
  .refine(({ from }) => Date.parse(from) >= 0, { error: 'give a beginning from 1970', path: ['from'] })
  .refine(({ from, to }) => Date.parse(from) < Date.parse(to), {
    error: 'give an end after the beginning',
    path: ['to'],
  })
  .refine(({ from, to }) => Date.parse(to) - Date.parse(from) <= LONGEST_MS, {
    error: 'give an end at most 400 days after the beginning',
    path: ['to'],
  })
  .refine(({ to }) => Date.parse(to) <= Date.now() + AHEAD_MS, {
    error: 'give an end at most two days from now',
    path: ['to'],
  });

export const lengthOf = ({ from, to }: { from: string; to: string }): number =>
  Date.parse(to) - Date.parse(from);
