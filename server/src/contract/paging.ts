import { ServiceError } from './service-error';

/** The size of a page as asked for; anything but 1 to 100 is refused rather than cut, so that nobody mistakes a part for the whole. */
export function pageSize(first: number): number {
  if (first >= 1 && first <= 100) return first;
  throw new ServiceError(
    'BAD_REQUEST',
    `first is ${first}; give 1 to 100 and follow pageInfo.endCursor for more.`,
  );
}
