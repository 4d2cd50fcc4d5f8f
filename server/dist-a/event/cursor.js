'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.expiredCursor = exports.invalidCursor = void 0;
exports.writeCursor = writeCursor;
exports.readCursor = readCursor;
const node_crypto_1 = require('node:crypto');
const uuid_1 = require('uuid');
const service_error_1 = require('../contract/service-error');
/**
 * A place in a project's log: everything up to `position` has been handled. On the wire opaque text of 27 bytes: format,
 * project, position, and a short digest that tells a mistyped or cut cursor from a real one. It holds no secret: whoever
 * makes one up reaches only positions of the project that their token names anyway.
 */
const FORMAT = 1;
const BYTES = 27;
function writeCursor(projectId, position) {
  const bytes = Buffer.alloc(BYTES);
  bytes.writeUInt8(FORMAT, 0);
  bytes.set((0, uuid_1.parse)(projectId), 1);
  bytes.writeUIntBE(position, 17, 6);
  digestOf(bytes).copy(bytes, 23);
  return bytes.toString('base64url');
}
/** The position that a cursor names in the project; CURSOR_INVALID when it is none of ours or of another project. */
function readCursor(cursor, projectId) {
  const bytes = Buffer.from(cursor, 'base64url');
  const isOurs =
    bytes.length === BYTES &&
    bytes.toString('base64url') === cursor &&
    bytes.readUInt8(0) === FORMAT &&
    digestOf(bytes).equals(bytes.subarray(23));
  if (!isOurs) throw (0, exports.invalidCursor)('This cursor was not made by this server');
  if ((0, uuid_1.stringify)(bytes.subarray(1, 17)) !== projectId)
    throw (0, exports.invalidCursor)('This cursor belongs to another project');
  return bytes.readUIntBE(17, 6);
}
const invalidCursor = (why) =>
  new service_error_1.ServiceError('CURSOR_INVALID', `${why}; begin again without \`after\`.`);
exports.invalidCursor = invalidCursor;
/** What a subscriber is told whose next event has been removed. */
const expiredCursor = (projectId, oldest) =>
  new service_error_1.ServiceError(
    'CURSOR_EXPIRED',
    'The events that follow this cursor have been removed; `oldestCursor` leads to the oldest that are left.',
    { oldestCursor: writeCursor(projectId, oldest - 1) },
  );
exports.expiredCursor = expiredCursor;
const digestOf = (bytes) =>
  (0, node_crypto_1.createHash)('sha256').update(bytes.subarray(0, 23)).digest().subarray(0, 4);
//# sourceMappingURL=cursor.js.map
