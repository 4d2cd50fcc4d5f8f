import { parseInstant } from '../contract/instant';
import { isIllFormed } from '../contract/text';

/** The types of columns that a list can be ordered by. */
export type KeyType = 'timestamptz' | 'uuid' | 'text' | 'bigint' | 'integer' | 'float8';

/**
 * Whether text is a value of its type as PostgreSQL prints it. A cursor may have been altered on its way: what only looks
 * like a value would fail in the statement, as if it were the server's fault.
 */
export const isKeyText = (type: KeyType, text: string): boolean => CHECKS[type](text);

const CHECKS: Record<KeyType, (text: string) => boolean> = {
  timestamptz: (text) => /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?\+00$/.test(text) && isInstant(text),
  uuid: (text) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text),
  text: (text) => !isIllFormed(text),
  bigint: (text) => /^-?\d{1,18}$/.test(text),
  integer: (text) => /^-?\d{1,9}$/.test(text),
  float8: (text) => /^(NaN|-?Infinity)$/.test(text) || isDouble(text),
};

const isInstant = (text: string): boolean =>
  parseInstant(text.replace(' ', 'T').replace('+00', 'Z')) !== null;

/** Beyond the doubles JavaScript makes infinity or zero of it, PostgreSQL an error. */
function isDouble(text: string): boolean {
  const digits = /^-?(\d+(?:\.\d+)?)(?:e[+-]?\d+)?$/.exec(text)?.[1];
  if (digits === undefined) return false;
  const value = Number(text);
  return Number.isFinite(value) && (value !== 0 || !/[1-9]/.test(digits));
}
