import { ServiceError } from '../contract/service-error';

/**
 * How long one request may work: looking up who asks, and then what is asked. Its body has a limit of its own. What runs on
 * in the database ends by its own, shorter limits.
 */
export class Deadline {
  private left: number;

  constructor(private readonly ms: number) {
    this.left = ms;
  }

  /** Waits for a part of the work, for no longer than is left. */
  async within<T>(work: Promise<T>, advice: string): Promise<T> {
    const begun = performance.now();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(this.exceeded(advice)), Math.max(this.left, 1));
    });
    try {
      return await Promise.race([work, late]);
    } finally {
      clearTimeout(timer);
      this.left -= performance.now() - begun;
    }
  }

  private exceeded(advice: string): ServiceError {
    return new ServiceError('DEADLINE_EXCEEDED', `The request took longer than ${this.ms} ms. ${advice}`, {
      retryAfterMs: 1_000,
    });
  }
}
