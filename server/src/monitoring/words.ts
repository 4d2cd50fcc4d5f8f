/** Numbers as reasons and messages write them: three significant digits, whole ones in full with commas. */
export function inWords(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return value.toLocaleString('en-US');
  if (!Number.isFinite(value)) return String(value);
  const rounded = Number(value.toPrecision(3));
  return Math.abs(rounded) >= 1_000 && Math.abs(rounded) < 1e15
    ? Math.round(value).toLocaleString('en-US')
    : String(rounded);
}

/** A share as per cent. */
export const inPercent = (share: number): string => `${inWords(100 * share)} %`;

/** `1 row`, `2 rows`. */
export const counted = (count: number, noun: string): string =>
  `${inWords(count)} ${noun}${count === 1 ? '' : 's'}`;
