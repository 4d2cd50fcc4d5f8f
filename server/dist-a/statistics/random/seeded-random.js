'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.seededRandom = seededRandom;
exports.seedFrom = seedFrom;
const { imul } = Math;
/**
 * Deterministic uniform numbers from a seed: mulberry32 (T. Ettinger), 32 bits of resolution, period 2^32.
 * Good enough for simulated p-values, never for secrets.
 */
function seededRandom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = imul(state ^ (state >>> 15), state | 1);
    t ^= t + imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
/** A 32-bit seed from whole numbers (FNV-1a over their low and high halves): equal numbers, equal seed. */
function seedFrom(numbers) {
  let hash = 0x811c9dc5;
  for (const number of numbers) {
    hash = imul(hash ^ (number >>> 0), 0x01000193);
    hash = imul(hash ^ Math.floor(number / 4294967296), 0x01000193);
    hash ^= hash >>> 13;
  }
  return hash >>> 0;
}
//# sourceMappingURL=seeded-random.js.map
