import { ServiceError } from '../contract/service-error';

/** The deadline of the whole request. What runs on in the database ends by its own, shorter limits. */
export async function withinDeadline<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () =>
        reject(
          new ServiceError(
            'DEADLINE_EXCEEDED',
            `The request took longer than ${ms} ms. It may still be carried out: try again with the same idempotency key.`,
            { retryAfterMs: 1_000 },
          ),
        ),
      ms,
    );
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
