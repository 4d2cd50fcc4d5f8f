'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.occurredAt = occurredAt;
exports.hourOf = hourOf;
const DAY_MS = 24 * 60 * 60 * 1_000;
const HOUR_MS = 60 * 60 * 1_000;
/** Canonical RFC 3339 text of an instant from 1970 to tomorrow; null when it lies outside. */
function occurredAt(text, nowMs) {
  const ms = Date.parse(text);
  if (!(ms >= 0 && ms <= nowMs + DAY_MS)) return null;
  // The scalar gives three digits after the second, or six.
  const micros = ms * 1_000 + (text.length === 27 ? Number(text.slice(23, 26)) : 0);
  return { micros, hourMs: ms - (ms % HOUR_MS) };
}
/** The beginning of the hour of an instant, milliseconds since 1970. */
function hourOf(instant) {
  const ms = Date.parse(instant);
  return ms - (ms % HOUR_MS);
}
//# sourceMappingURL=occurred.js.map
