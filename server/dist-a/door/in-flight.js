'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.InFlight = void 0;
const service_error_1 = require('../contract/service-error');
/**
 * How many requests are being answered, in all and by token. Beyond the limits a request is refused at once, with when to
 * come again, rather than queued until its deadline.
 */
class InFlight {
  constructor(mostByToken, mostInAll) {
    this.mostByToken = mostByToken;
    this.mostInAll = mostInAll;
    this.tokens = new Map();
    this.byToken = new Map();
  }
  enter(requestId, { tokenId }) {
    const token = tokenId ?? 'operator';
    const count = this.byToken.get(token) ?? 0;
    if (this.tokens.size >= this.mostInAll) {
      throw new service_error_1.ServiceError(
        'UNAVAILABLE',
        `The server is answering ${this.mostInAll} requests already; try again.`,
        { retryAfterMs: 1_000 },
      );
    }
    if (count >= this.mostByToken) {
      throw new service_error_1.ServiceError(
        'RATE_LIMITED',
        `This token has ${this.mostByToken} requests under way already; wait for some of them.`,
        { retryAfterMs: 1_000 },
      );
    }
    this.tokens.set(requestId, token);
    this.byToken.set(token, count + 1);
  }
  /** Harmless for a request that never entered. */
  leave(requestId) {
    const token = this.tokens.get(requestId);
    if (token === undefined) return;
    this.tokens.delete(requestId);
    const left = (this.byToken.get(token) ?? 1) - 1;
    if (left > 0) this.byToken.set(token, left);
    else this.byToken.delete(token);
  }
  get size() {
    return this.tokens.size;
  }
}
exports.InFlight = InFlight;
//# sourceMappingURL=in-flight.js.map
