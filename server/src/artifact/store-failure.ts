import { ServiceError } from '../contract/service-error';

const NO_ROOM = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EMFILE', 'ENFILE']);

/** A store without room is no fault of the request: the same one may succeed later. Other errors pass as they are. */
export async function whileRoom<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!NO_ROOM.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
    throw new ServiceError(
      'UNAVAILABLE',
      'The store of artifacts cannot take more bytes just now; try again when it has room.',
      { retryAfterMs: 10_000, cause: error },
    );
  }
}
