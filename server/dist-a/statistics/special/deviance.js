'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.deviance = deviance;
/**
 * Deviance term bd0(x, μ) = x ln(x/μ) + μ - x, at least 0, without cancellation where x is near μ.
 *
 * Near μ a series in v = (x - μ)/(x + μ) is summed (C. Loader, 2000).
 *
 * @param x an observed count, >= 0; x = 0 gives μ
 * @param mu its expectation, > 0
 */
function deviance(x, mu) {
  if (x === 0) return mu;
  const difference = x - mu;
  if (Math.abs(difference) >= 0.1 * (x + mu)) return x * Math.log(x / mu) - difference;
  const v = difference / (x + mu);
  let sum = difference * v;
  let power = 2 * x * v;
  for (let j = 1; j < 1000; j++) {
    power *= v * v;
    const next = sum + power / (2 * j + 1);
    if (next === sum) break;
    sum = next;
  }
  return sum;
}
//# sourceMappingURL=deviance.js.map
