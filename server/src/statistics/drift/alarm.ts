/** Default floor of an effect below which no alarm is raised, whatever the p-value. */
export const EFFECT_FLOOR = 0.1;

/**
 * Whether a difference is worth an alarm: p below the level **and** the effect above the floor.
 * With many observations every difference is significant; the floor keeps those out that do not matter.
 *
 * @param drift the p-value (0..1) and the effect: W for numbers, L-infinity for categories
 * @param rule `level` in (0, 1); `floor` >= 0, by default {@link EFFECT_FLOOR}
 * @returns false when anything is NaN
 */
export function isDrift(
  { pValue, effect }: { readonly pValue: number; readonly effect: number },
  { level, floor = EFFECT_FLOOR }: { readonly level: number; readonly floor?: number },
): boolean {
  return pValue < level && effect > floor;
}
