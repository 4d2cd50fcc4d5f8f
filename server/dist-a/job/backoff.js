'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.backoffMs = void 0;
const LONGEST_MS = 10 * 60_000;
/** How long a job rests after a failed attempt, 1 for the first: four times as long each time, up to ten minutes. */
const backoffMs = (attempt, firstMs) => Math.min(firstMs * 4 ** (attempt - 1), LONGEST_MS);
exports.backoffMs = backoffMs;
//# sourceMappingURL=backoff.js.map
