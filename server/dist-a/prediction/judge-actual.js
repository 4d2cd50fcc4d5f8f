'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.judgeActual = judgeActual;
/**
 * What a given actual is to the one that counts: the newest by revision, then actualAt, then arrival. Without an actualAt of
 * its own the same value again is a repetition.
 */
function judgeActual(given, kept) {
  if (!kept) return 'NEW';
  const sameTime = !given.actualGiven || inOrder(given.actualAt) === inOrder(kept.actualAt);
  if (given.revision === kept.revision && sameTime && isSameValue(given, kept)) return 'DUPLICATE';
  if (given.revision !== kept.revision) return given.revision > kept.revision ? 'CORRECTION' : 'STALE';
  return inOrder(given.actualAt) >= inOrder(kept.actualAt) ? 'CORRECTION' : 'STALE';
}
const isSameValue = (a, b) => a.label === b.label && Object.is(a.number, b.number);
/** Canonical instants in one width compare as they follow each other. */
const inOrder = (instant) => instant.replace('Z', '').padEnd(26, '0');
//# sourceMappingURL=judge-actual.js.map
