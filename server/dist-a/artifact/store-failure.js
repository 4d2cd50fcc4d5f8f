'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.whileRoom = whileRoom;
const service_error_1 = require('../contract/service-error');
const NO_ROOM = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EMFILE', 'ENFILE']);
/** A store without room is no fault of the request: the same one may succeed later. Other errors pass as they are. */
async function whileRoom(work) {
  try {
    return await work();
  } catch (error) {
    if (!NO_ROOM.has(error.code ?? '')) throw error;
    throw new service_error_1.ServiceError(
      'UNAVAILABLE',
      'The store of artifacts cannot take more bytes just now; try again when it has room.',
      { retryAfterMs: 10_000, cause: error },
    );
  }
}
//# sourceMappingURL=store-failure.js.map
