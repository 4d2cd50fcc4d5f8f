import { isIllFormed } from './text';

const MOST_BYTES = 64 * 1024;
const MOST_LEVELS = 20;

type Refuse = (why: string) => never;

/**
 * A client's map as null-prototype objects, so that a key `__proto__` is a key like any other. NaN and infinities cannot
 * come over JSON; a bare Infinity is what `JSON.parse` makes of 1e400.
 */
export function parseJsonObject(value: unknown, refuse: Refuse): Record<string, unknown> {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) refuse('give a JSON object.');
  const copy = copyOf(value, 1, refuse) as Record<string, unknown>;
  if (Buffer.byteLength(JSON.stringify(copy)) > MOST_BYTES)
    refuse(`give at most ${MOST_BYTES} bytes of JSON.`);
  return copy;
}

function copyOf(value: unknown, level: number, refuse: Refuse): unknown {
  if (level > MOST_LEVELS) refuse(`nest at most ${MOST_LEVELS} levels.`);
  if (typeof value === 'number' && !Number.isFinite(value))
    refuse('a number lies beyond IEEE doubles; write "NaN", "Infinity" or "-Infinity" as strings.');
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((item) => copyOf(item, level + 1, refuse));
  const copy: Record<string, unknown> = Object.create(null);
  for (const [key, item] of Object.entries(value)) {
    if (isIllFormed(key)) refuse('a key holds a NUL character or half a surrogate pair.');
    copy[key] = copyOf(item, level + 1, refuse);
  }
  return copy;
}
