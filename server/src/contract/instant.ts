/**
 * Instants are carried as RFC 3339 text in UTC, not as `Date`: PostgreSQL keeps microseconds and the order of stage
 * transitions needs them; `Date` has milliseconds.
 */
const RFC3339 = /^(\d{4})-(\d{2})-(\d{2})[Tt ](\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?([Zz]|[+-]\d{2}:\d{2})$/;

/** Canonical text of an instant given as RFC 3339; digits beyond the microsecond are cut; null when it is none. */
export function parseInstant(text: string): string | null {
  if (isCanonical(text)) return text;
  const parts = RFC3339.exec(text);
  if (!parts) return null;
  const [, year, month, day, hour, minute, second, fraction = '', zone = 'Z'] = parts;
  const whole = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  const asUtc = Date.parse(`${whole}Z`);
  // Date.parse rolls 31 February over into March: the round trip shows it.
  if (Number.isNaN(asUtc) || new Date(asUtc).toISOString().slice(0, 19) !== whole) return null;
  const offset = offsetMs(zone);
  if (offset === null) return null;
  const utc = new Date(asUtc - offset);
  if (utc.getTime() < FIRST || utc.getTime() > LAST) return null;
  return join(utc.toISOString().slice(0, 19), fraction);
}

/** Whether it reads back as itself: the short way for what other programs print. */
function isCanonical(text: string): boolean {
  if (text.length !== 24) return false;
  const ms = Date.parse(text);
  return ms >= FIRST && ms <= LAST && new Date(ms).toISOString() === text;
}

const FIRST = Date.parse('0001-01-01T00:00:00Z');
const LAST = Date.parse('9999-12-31T23:59:59Z');

function offsetMs(zone: string): number | null {
  if (zone === 'Z' || zone === 'z') return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(4, 6));
  if (hours > 23 || minutes > 59) return null;
  return (zone[0] === '-' ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}

const join = (seconds: string, fraction: string): string => {
  const micros = fraction.slice(0, 6).padEnd(6, '0');
  return `${seconds}.${micros.endsWith('000') ? micros.slice(0, 3) : micros}Z`;
};

/** An instant as the database driver or a rule holds it, for the wire. */
export function printInstant(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  const text = typeof value === 'string' ? parseInstant(value) : null;
  if (text === null) throw new TypeError(`not an instant: ${String(value)}`);
  return text;
}

/** PostgreSQL prints `2026-11-20 19:27:43.123456+00` (sessions run in UTC). */
export const instantFromPostgres = (text: string): string => {
  const parts = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})(?:\.(\d+))?\+00$/.exec(text);
  return parts ? join(`${parts[1]}T${parts[2]}`, parts[3] ?? '') : text;
};

/** Whether one canonical instant lies before another. Without its `Z` a shorter fraction is the smaller text. */
export const isBefore = (one: string, other: string): boolean => one.slice(0, -1) < other.slice(0, -1);
