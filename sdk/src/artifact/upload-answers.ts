import { badAnswer } from '../errors/bad-answer.js';

/** What the upload protocol has for the answer to a request that succeeded. */
export interface Told {
  readonly status: number;
  readonly header: string;
  readonly pattern: RegExp;
}

/** An upload was begun, and where its bytes go. */
export const BEGUN: Told = { status: 202, header: 'location', pattern: /\/v1\/uploads\/([\w-]+)$/ };

/** How many bytes of an upload are there, as it is asked for. */
export const OFFSET: Told = { status: 204, header: 'upload-offset', pattern: /^(\d{1,15})$/ };

/** How many bytes of an upload are there, after a piece. */
export const GROWN: Told = { ...OFFSET, status: 202 };

/** The bytes are kept for good. */
export const kept = (sha256: string): Told => ({
  status: 201,
  header: 'location',
  pattern: new RegExp(`/v1/blobs/(${sha256})$`),
});

/** What the answer tells in its header. Whoever stands between may answer 200 to everything, with a page: that is no upload. */
export function toldBy({ status, headers }: Response, told: Told): string {
  const value = told.pattern.exec(headers.get(told.header) ?? '')?.[1];
  if (status !== told.status || value === undefined) throw badAnswer(headers.get('x-request-id'));
  return value;
}
