import type { Request } from './request';
import { ServiceError } from './service-error';

/**
 * What all answers together weigh that are being made or whose clients have not taken them yet. Each for itself is limited,
 * but clients that ask and do not read would fill the memory with many.
 */
export class HeldAnswers {
  private bytes = 0;

  constructor(private readonly mostBytes: number) {}

  /** Holds more bytes for the answer to a request, until its client has taken it or has gone. */
  hold(request: Request, bytes: number): void {
    // Nobody would give them back any more, and nobody waits for them.
    if (request.signal.aborted) return;
    const mine = request.memo(this, () => {
      const answer = { bytes: 0 };
      request.signal.addEventListener('abort', () => this.release(answer.bytes), { once: true });
      return answer;
    });
    // One alone is let through, whatever the setting: it could never be had by trying again.
    if (this.bytes > mine.bytes && this.bytes + bytes > this.mostBytes)
      throw new ServiceError(
        'UNAVAILABLE',
        `The server holds as many answers as it may that were not taken yet (${this.mostBytes} bytes); try again.`,
        { retryAfterMs: 1_000 },
      );
    mine.bytes += bytes;
    this.bytes += bytes;
  }

  private release(bytes: number): void {
    this.bytes -= bytes;
  }
}
