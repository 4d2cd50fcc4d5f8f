'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.levelFromBudget = levelFromBudget;
const YEAR_MS = 365 * 24 * 3600 * 1000;
const SMALLEST = 1e-12;
/**
 * Level of each report that spends a budget of false alarms evenly over a year of consecutive windows:
 * budget x window / 1 year (of 365 days), kept inside [1e-12, 1 - 1e-12].
 *
 * @param budget `falseAlarmsPerYear`, default 1; `windowMs`, the length of a window (the time between reports)
 * @returns the smallest level when either is not a positive number
 */
function levelFromBudget({ falseAlarmsPerYear = 1, windowMs }) {
  const level = falseAlarmsPerYear * (windowMs / YEAR_MS);
  if (!(level > SMALLEST)) return SMALLEST;
  return Math.min(level, 1 - SMALLEST);
}
//# sourceMappingURL=level-from-budget.js.map
