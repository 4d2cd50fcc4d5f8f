const MOST_BYTES = 64 * 1024;
const MOST_LEVELS = 20;

/** Why a value is no JSON object of ours; thrown by whoever asks in its own words. */
type Refuse = (why: string) => never;

/** Bytes of JSON that a character may become, and that a number or a word has at most. */
const BYTES_PER_CHARACTER = 6;
const BYTES_PER_WORD = 26;

const TOO_LARGE = Symbol('more bytes of JSON than are kept');
export const TOO_LARGE_WHY = `give at most ${MOST_BYTES} bytes of JSON`;

/** Whether a map has more bytes than are kept. Like text that no database can hold, that is left to the guard, or to whoever judges the items of a list one by one. */
export const isTooLarge = (value: object): boolean => TOO_LARGE in value;

/** Where a map that is too large stands in a client's values; or null. */
export function findTooLarge(value: unknown, path: readonly string[] = []): readonly string[] | null {
  if (value === null || typeof value !== 'object') return null;
  if (isTooLarge(value)) return path;
  for (const [key, item] of Object.entries(value)) {
    const found = findTooLarge(item, [...path, key]);
    if (found) return found;
  }
  return null;
}

function marked<T extends object>(value: T): T {
  if (Buffer.byteLength(JSON.stringify(value)) > MOST_BYTES)
    Object.defineProperty(value, TOO_LARGE, { value: true });
  return value;
}

/**
 * A client's map as null-prototype objects, so that a key `__proto__` is a key like any other. NaN and infinities cannot
 * come over JSON; a bare Infinity is what `JSON.parse` makes of 1e400. Text and keys that no database can hold, and maps that
 * are too large, are left to the guard, or to whoever judges the items of a list one by one.
 */
export function parseJsonObject(value: unknown, refuse: Refuse): Record<string, unknown> {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) refuse('give a JSON object.');
  const copying = new Copying(refuse);
  const copy = copying.copy(value, 1) as Record<string, unknown>;
  // Most objects are far too small to be measured in earnest.
  return copying.atMost > MOST_BYTES ? marked(copy) : copy;
}

/**
 * The same rules for a map that is not copied, because whoever reads it looks at its own keys only: thousands of copies a
 * second cost more than what is done with them.
 */
export function checkJsonObject(value: unknown, refuse: Refuse): Record<string, unknown> {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) refuse('give a JSON object.');
  const map = value as Record<string, unknown>;
  return sizeAtMost(map, 1, refuse) > MOST_BYTES ? marked(map) : map;
}

function sizeAtMost(value: object, level: number, refuse: Refuse): number {
  if (level > MOST_LEVELS) refuse(`nest at most ${MOST_LEVELS} levels.`);
  let atMost = 2;
  // What JSON.parse makes has no inherited keys.
  for (const key in value) {
    const item = (value as Record<string, unknown>)[key];
    atMost += key.length * BYTES_PER_CHARACTER + 4 + BYTES_PER_WORD;
    if (typeof item === 'number') {
      if (!Number.isFinite(item)) refuse(BEYOND_DOUBLES);
    } else if (typeof item === 'string') atMost += item.length * BYTES_PER_CHARACTER;
    else if (item !== null && typeof item === 'object') atMost += sizeAtMost(item, level + 1, refuse);
  }
  return atMost;
}

const BEYOND_DOUBLES =
  'a number lies beyond IEEE doubles; write "NaN", "Infinity" or "-Infinity" as strings.';

class Copying {
  /** No less than the bytes that the copy has as JSON. */
  atMost = 2;

  constructor(private readonly refuse: Refuse) {}

  copy(value: unknown, level: number): unknown {
    if (level > MOST_LEVELS) this.refuse(`nest at most ${MOST_LEVELS} levels.`);
    if (typeof value === 'number' && !Number.isFinite(value)) this.refuse(BEYOND_DOUBLES);
    this.atMost += typeof value === 'string' ? value.length * BYTES_PER_CHARACTER + 3 : BYTES_PER_WORD;
    if (value === null || typeof value !== 'object') return value;
    if (Array.isArray(value)) return value.map((item) => this.copy(item, level + 1));
    const copy: Record<string, unknown> = Object.create(null);
    for (const key of Object.keys(value)) {
      this.atMost += key.length * BYTES_PER_CHARACTER + 4;
      copy[key] = this.copy((value as Record<string, unknown>)[key], level + 1);
    }
    return copy;
  }
}
