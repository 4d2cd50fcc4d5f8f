'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.LATENCY_BINS = void 0;
exports.latencyBin = latencyBin;
exports.latencyQuantile = latencyQuantile;
/** Upper edges 0.01 ms x 1.2^k up to about three hours: the middle of a bin is within 10 % of whatever lies in it. */
const LEAST_MS = 0.01;
const RATIO = 1.2;
exports.LATENCY_BINS = 118;
/** 0 holds what is too fast to tell from nothing; the last is open. */
function latencyBin(ms) {
  if (ms < LEAST_MS) return 0;
  return Math.min(exports.LATENCY_BINS - 1, 1 + Math.floor(Math.log(ms / LEAST_MS) / Math.log(RATIO)));
}
/** The latency that a share of the predictions did not exceed, within 10 %; null without any. */
function latencyQuantile(counts, share) {
  const count = counts.reduce((sum, one) => sum + one, 0);
  if (count === 0) return null;
  let below = 0;
  const bin = counts.findIndex((one) => {
    below += one;
    return below >= share * count;
  });
  return bin === 0 ? 0 : LEAST_MS * RATIO ** (bin - 0.5);
}
//# sourceMappingURL=latency-histogram.js.map
