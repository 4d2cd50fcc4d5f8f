import type { Actor } from '../contract/actor';
import { ServiceError } from '../contract/service-error';

/**
 * How many requests are being answered, in all and by token. Beyond the limits a request is refused at once, with when to
 * come again, rather than queued until its deadline.
 */
export class InFlight {
  private readonly tokens = new Map<string, string>();
  private readonly byToken = new Map<string, number>();

  constructor(
    private readonly mostByToken: number,
    private readonly mostInAll: number,
  ) {}

  enter(requestId: string, { tokenId }: Actor): void {
    const token = tokenId ?? 'operator';
    const count = this.byToken.get(token) ?? 0;
    if (this.tokens.size >= this.mostInAll) {
      throw new ServiceError(
        'UNAVAILABLE',
        `The server is answering ${this.mostInAll} requests already; try again.`,
        { retryAfterMs: 1_000 },
      );
    }
    if (count >= this.mostByToken) {
      throw new ServiceError(
        'RATE_LIMITED',
        `This token has ${this.mostByToken} requests under way already; wait for some of them.`,
        { retryAfterMs: 1_000 },
      );
    }
    this.tokens.set(requestId, token);
    this.byToken.set(token, count + 1);
  }

  /** Harmless for a request that never entered. */
  leave(requestId: string): void {
    const token = this.tokens.get(requestId);
    if (token === undefined) return;
    this.tokens.delete(requestId);
    const left = (this.byToken.get(token) ?? 1) - 1;
    if (left > 0) this.byToken.set(token, left);
    else this.byToken.delete(token);
  }

  get size(): number {
    return this.tokens.size;
  }
}
