import { createHash } from 'node:crypto';
import { parse, stringify } from 'uuid';
import { ServiceError } from '../contract/service-error';

/**
 * A place in a project's log: everything up to `position` has been handled. On the wire opaque text of 27 bytes: format,
 * project, position, and a short digest that tells a mistyped or cut cursor from a real one. It holds no secret: whoever
 * makes one up reaches only positions of the project that their token names anyway.
 */
const FORMAT = 1;
const BYTES = 27;

export function writeCursor(projectId: string, position: number): string {
  const bytes = Buffer.alloc(BYTES);
  bytes.writeUInt8(FORMAT, 0);
  bytes.set(parse(projectId), 1);
  bytes.writeUIntBE(position, 17, 6);
  digestOf(bytes).copy(bytes, 23);
  return bytes.toString('base64url');
}

/** The position that a cursor names in the project; CURSOR_INVALID when it is none of ours or of another project. */
export function readCursor(cursor: string, projectId: string): number {
  const bytes = Buffer.from(cursor, 'base64url');
  const isOurs =
    bytes.length === BYTES &&
    bytes.toString('base64url') === cursor &&
    bytes.readUInt8(0) === FORMAT &&
    digestOf(bytes).equals(bytes.subarray(23));
  if (!isOurs) throw invalidCursor('This cursor was not made by this server');
  if (stringify(bytes.subarray(1, 17)) !== projectId)
    throw invalidCursor('This cursor belongs to another project');
  return bytes.readUIntBE(17, 6);
}

export const invalidCursor = (why: string): ServiceError =>
  new ServiceError('CURSOR_INVALID', `${why}; begin again without \`after\`.`);

/** What a subscriber is told whose next event has been removed. */
export const expiredCursor = (projectId: string, oldest: number): ServiceError =>
  new ServiceError(
    'CURSOR_EXPIRED',
    'The events that follow this cursor have been removed; `oldestCursor` leads to the oldest that are left.',
    { oldestCursor: writeCursor(projectId, oldest - 1) },
  );

const digestOf = (bytes: Buffer): Buffer =>
  createHash('sha256').update(bytes.subarray(0, 23)).digest().subarray(0, 4);
