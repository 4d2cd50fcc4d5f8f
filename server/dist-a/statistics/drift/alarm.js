'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.EFFECT_FLOOR = void 0;
exports.isDrift = isDrift;
/** Default floor of an effect below which no alarm is raised, whatever the p-value. */
exports.EFFECT_FLOOR = 0.1;
/**
 * Whether a difference is worth an alarm: p below the level **and** the effect above the floor.
 * With many observations every difference is significant; the floor keeps those out that do not matter.
 *
 * @param drift the p-value (0..1) and the effect: W for numbers, L-infinity for categories
 * @param rule `level` in (0, 1); `floor` >= 0, by default {@link EFFECT_FLOOR}
 * @returns false when anything is NaN
 */
function isDrift({ pValue, effect }, { level, floor = exports.EFFECT_FLOOR }) {
  return pValue < level && effect > floor;
}
//# sourceMappingURL=alarm.js.map
