/** Text that PostgreSQL or UTF-8 cannot hold: a NUL character, or half a surrogate pair. */
export const isIllFormed = (text: string): boolean => text.includes('\0') || /\p{Surrogate}/u.test(text);

/** Whether text, in Unicode NFC, has `least` to `most` characters, none of them a control character, and no space at either end. */
export function isShort(text: string, least: number, most: number): boolean {
  const length = [...text].length;
  return length >= least && length <= most && text.trim() === text && !/\p{Cc}/u.test(text);
}

/** Where ill-formed text stands in a client's values: the path to the first, of a key to what has it; or null. */
export function findIllFormed(value: unknown, path: readonly string[] = []): readonly string[] | null {
  if (typeof value === 'string') return isIllFormed(value) ? path : null;
  if (value === null || typeof value !== 'object') return null;
  for (const [key, item] of Object.entries(value)) {
    if (isIllFormed(key)) return path;
    const found = findIllFormed(item, [...path, key]);
    if (found) return found;
  }
  return null;
}
