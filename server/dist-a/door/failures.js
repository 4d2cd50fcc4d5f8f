'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.Failures = void 0;
exports.published = published;
const public_error_1 = require('./public-error');
/** Several errors of one operation, thrown as one. */
class Failures extends Error {
  constructor(errors) {
    super(errors.map(({ message }) => message).join(' '));
    this.errors = errors;
  }
}
exports.Failures = Failures;
const all = (thrown) => (thrown instanceof Failures ? thrown.errors : [thrown]);
/** What was thrown, as the client may see it; what is the server's own fault is logged with its cause. */
function published(thrown, requestId, log) {
  return all(thrown).map((cause) => {
    const { error, isFault } = (0, public_error_1.publicError)(cause, requestId);
    if (isFault) {
      const { originalError } = cause;
      log.error({ requestId, error: originalError ?? cause }, 'a request failed');
    }
    return error;
  });
}
//# sourceMappingURL=failures.js.map
