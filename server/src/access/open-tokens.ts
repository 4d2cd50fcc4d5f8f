import type { Actor } from '../contract/actor';
import { ServiceError } from '../contract/service-error';
import type { Authenticator } from './authenticator';

const OPERATOR = 'operator';

/**
 * The tokens of those who stay connected: how many connections each has, and whether it still works. A token that lapsed
 * never works again, so what is known here is only ever too late, by a second at most.
 */
export class OpenTokens {
  private readonly connections = new Map<string, number>();
  private readonly lapsed = new Set<string>();

  constructor(
    private readonly authenticator: Authenticator,
    private readonly mostByToken: number,
  ) {}

  /** Counts one more connection. Whoever enters leaves once. */
  enter({ tokenId }: Actor): void {
    const key = tokenId ?? OPERATOR;
    const count = this.connections.get(key) ?? 0;
    if (count >= this.mostByToken) {
      throw new ServiceError(
        'RATE_LIMITED',
        `This token has ${this.mostByToken} websockets open; close one.`,
        {
          retryAfterMs: 1_000,
        },
      );
    }
    this.connections.set(key, count + 1);
  }

  leave({ tokenId }: Actor): void {
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
  isStillAllowed({ tokenId, expiresAt }: Actor): boolean {
    if (expiresAt !== null && Date.parse(expiresAt) <= Date.now()) return false;
    return tokenId === null || !this.lapsed.has(tokenId);
  }

  /** A token is known to have been revoked. */
  lapse(tokenId: string): void {
    if (this.connections.has(tokenId)) this.lapsed.add(tokenId);
  }

  /** Asks the database which of them have lapsed. */
  async refresh(): Promise<void> {
    const ids = [...this.connections.keys()].filter((key) => key !== OPERATOR);
    for (const id of await this.authenticator.lapsed(ids)) this.lapse(id);
  }
}
