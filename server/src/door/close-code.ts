import type { GraphQLError } from 'graphql';
import type { ServiceErrorCode } from '../contract/service-error';

/** With which codes this server closes a websocket. graphql-ws clients give up after 4401, 4500 and 1009 and come again after the rest. */
export const CLOSE = {
  BAD_REQUEST: 4400,
  RESTARTING: 1012,
  TRY_AGAIN_LATER: 1013,
  UNAUTHENTICATED: 4401,
  STALLED: 4408,
  TOO_MANY: 4429,
  INTERNAL: 4500,
} as const;

/** Thrown while a message is handled: the socket is to be closed, and why. */
export class Closing extends Error {
  constructor(
    readonly code: number,
    readonly reason: string,
  ) {
    super(reason);
  }
}

const BY_ERROR: Record<string, number> = {
  UNAUTHENTICATED: CLOSE.UNAUTHENTICATED,
  RATE_LIMITED: CLOSE.TOO_MANY,
  UNAVAILABLE: CLOSE.TRY_AGAIN_LATER,
} satisfies Partial<Record<ServiceErrorCode, number>>;

/** How an error that concerns the whole socket closes it. Its code stands in the reason too, as over HTTP in `extensions`. */
export function closingBy({ message, extensions: { code } }: GraphQLError): Closing {
  return new Closing(BY_ERROR[String(code)] ?? CLOSE.INTERNAL, `${code}: ${message}`);
}

const MOST_BYTES = 123;

/** A reason as a close frame has room for it: 123 bytes. */
export function fitting(reason: string): string {
  const bytes = Buffer.from(reason);
  if (bytes.length <= MOST_BYTES) return reason;
  // A character that was cut in two becomes U+FFFD.
  return `${bytes
    .subarray(0, MOST_BYTES - 3)
    .toString()
    .replace(/\uFFFD$/, '')}...`;
}
