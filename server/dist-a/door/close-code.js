'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.Closing = exports.CLOSE = void 0;
exports.closingBy = closingBy;
/** With which codes this server closes a websocket. graphql-ws clients give up after 4401, 4500 and 1009 and come again after the rest. */
exports.CLOSE = {
  RESTARTING: 1012,
  TRY_AGAIN_LATER: 1013,
  UNAUTHENTICATED: 4401,
  STALLED: 4408,
  TOO_MANY: 4429,
  INTERNAL: 4500,
};
/** Thrown while a message is handled: the socket is to be closed, and why. */
class Closing extends Error {
  constructor(code, reason) {
    super(reason);
    this.code = code;
    this.reason = reason;
  }
}
exports.Closing = Closing;
const BY_ERROR = {
  UNAUTHENTICATED: exports.CLOSE.UNAUTHENTICATED,
  RATE_LIMITED: exports.CLOSE.TOO_MANY,
  UNAVAILABLE: exports.CLOSE.TRY_AGAIN_LATER,
};
/** How an error that concerns the whole socket closes it. Its code stands in the reason too, as over HTTP in `extensions`. */
function closingBy({ message, extensions: { code } }) {
  return new Closing(BY_ERROR[String(code)] ?? exports.CLOSE.INTERNAL, fitting(`${code}: ${message}`));
}
const MOST_BYTES = 123;
/** A close frame has room for 123 bytes. */
function fitting(reason) {
  const bytes = Buffer.from(reason);
  if (bytes.length <= MOST_BYTES) return reason;
  // A character that was cut in two becomes U+FFFD.
  return `${bytes
    .subarray(0, MOST_BYTES - 3)
    .toString()
    .replace(/\uFFFD$/, '')}...`;
}
//# sourceMappingURL=close-code.js.map
