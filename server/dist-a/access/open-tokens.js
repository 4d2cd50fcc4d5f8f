'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.OpenTokens = void 0;
const service_error_1 = require('../contract/service-error');
const OPERATOR = 'operator';
/**
 * The tokens of those who stay connected: how many connections each has, and whether it still works. A token that lapsed
 * never works again, so what is known here is only ever too late, by a second at most.
 */
class OpenTokens {
  constructor(authenticator, mostByToken) {
    this.authenticator = authenticator;
    this.mostByToken = mostByToken;
    this.connections = new Map();
    this.lapsed = new Set();
  }
  /** Counts one more connection. Whoever enters leaves once. */
  enter({ tokenId }) {
    const key = tokenId ?? OPERATOR;
    const count = this.connections.get(key) ?? 0;
    if (count >= this.mostByToken) {
      throw new service_error_1.ServiceError(
        'RATE_LIMITED',
        `This token has ${this.mostByToken} websockets open; close one.`,
        {
          retryAfterMs: 1_000,
        },
      );
    }
    this.connections.set(key, count + 1);
  }
  leave({ tokenId }) {
    const key = tokenId ?? OPERATOR;
    const left = (this.connections.get(key) ?? 1) - 1;
    if (left > 0) {
      this.connections.set(key, left);
    } else {
      this.connections.delete(key);
      this.lapsed.delete(key);
    }
  }
  /** Without asking the database: expiry by the clock, revocation as last heard. */
  isStillAllowed({ tokenId, expiresAt }) {
    if (expiresAt !== null && Date.parse(expiresAt) <= Date.now()) return false;
    return tokenId === null || !this.lapsed.has(tokenId);
  }
  /** A token is known to have been revoked. */
  lapse(tokenId) {
    if (this.connections.has(tokenId)) this.lapsed.add(tokenId);
  }
  /** Asks the database which of them have lapsed. */
  async refresh() {
    const ids = [...this.connections.keys()].filter((key) => key !== OPERATOR);
    for (const id of await this.authenticator.lapsed(ids)) this.lapse(id);
  }
}
exports.OpenTokens = OpenTokens;
//# sourceMappingURL=open-tokens.js.map
